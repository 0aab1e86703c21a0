using System.Reflection;
using System.Text.Json.Serialization;
using AdvPortal.Domain.Requirements;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Requirements;

/// <param name="Part">The component that edits it.</param>
/// <param name="Empty">What a person starts from.</param>
/// <param name="Read">The rule said back in whole sentences.</param>
internal sealed record RuleKind(string Name, Type Part, Func<Rule> Empty, Func<Rule, IStringLocalizer, IEnumerable<string>> Read);

/// <summary>Every kind of rule that the domain can store, with the part that edits it: a new one is found by itself.</summary>
internal static class RuleKinds
{
    public static IReadOnlyList<RuleKind> All { get; } = [.. typeof(Rule).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(Find)];

    public static RuleKind Of(Rule rule) => All.Single(kind => kind.Name == rule.Kind);

    private static RuleKind Find(JsonDerivedTypeAttribute kind)
    {
        var part = typeof(RuleKinds).Assembly.GetTypes().Single(type => type.IsAssignableTo(typeof(IRulePart<>).MakeGenericType(kind.DerivedType)));

        return (RuleKind)typeof(RuleKinds).GetMethod(nameof(Describe), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(part, kind.DerivedType).Invoke(null, [kind.TypeDiscriminator])!;
    }

    private static RuleKind Describe<TPart, TRule>(string name) where TPart : IRulePart<TRule> where TRule : Rule, new() =>
        new(name, typeof(TPart), () => TPart.Empty, (rule, text) => TPart.Read((TRule)rule, text));
}
