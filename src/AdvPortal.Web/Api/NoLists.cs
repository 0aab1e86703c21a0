using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace AdvPortal.Web.Api;

/// <summary>Takes null for a list that a form always has as if it was left out: many programs write an empty list so. No form then needs to expect it.</summary>
internal static class NoLists
{
    public static void Soften(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(IsAlwaysThere))
        {
            if (property.Set is { } set)
            {
                property.Set = (form, list) =>
                {
                    if (list is not null)
                    {
                        set(form, list);
                    }
                };
            }
        }
    }

    private static bool IsAlwaysThere(JsonPropertyInfo property) =>
        property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)) && !property.PropertyType.IsValueType
        && property.AttributeProvider is PropertyInfo it && new NullabilityInfoContext().Create(it).WriteState is NullabilityState.NotNull;
}
