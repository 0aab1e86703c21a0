using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AdvPortal.Persistence.Mapping;

// An expression tree can call neither a static interface member nor a method with optional arguments: hence the small methods.

internal sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Read(value)) where TId : struct, IId<TId>
{
    private static TId Read(Guid value) => TId.From(value);
}

/// <summary>A value of the domain kept as JSON: what has many shapes, or is only ever read whole.</summary>
internal sealed class JsonbConverter<T>() : ValueConverter<T, string>(value => Write(value), text => Read(text)) where T : class?
{
    private static string Write(T value) => JsonSerializer.Serialize(value, StoredJson.Options);

    private static T Read(string text) => JsonSerializer.Deserialize<T>(text, StoredJson.Options)!;
}

/// <summary>Tells EF when such a value changed: by what would be stored.</summary>
internal sealed class JsonbComparer<T>() : ValueComparer<T>((a, b) => Same(a, b), value => value == null ? 0 : value.GetHashCode()) where T : class?
{
    private static bool Same(T? a, T? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && JsonSerializer.Serialize(a, StoredJson.Options) == JsonSerializer.Serialize(b, StoredJson.Options));
}

/// <summary>How values are written into jsonb columns. A stored name is a promise: never rename one.</summary>
public static class StoredJson
{
    public static readonly JsonSerializerOptions Options = new(DomainJson.Options)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Stores a property as jsonb.</summary>
    public static void IsStoredAsJson<T>(this PropertyBuilder<T> property) where T : class? =>
        ((PropertyBuilder)property).HasConversion(new JsonbConverter<T>(), new JsonbComparer<T>()).HasColumnType("jsonb");
}
