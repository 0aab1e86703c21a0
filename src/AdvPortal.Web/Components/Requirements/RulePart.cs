using System.Globalization;
using AdvPortal.Domain.Requirements;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>The part of the editor that knows one kind of rule. It says itself how such a rule is read back: see <see cref="IRulePart{TRule}"/>.</summary>
public abstract class RulePart<TRule> : ComponentBase where TRule : Rule
{
    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Parameter, EditorRequired]
    public required Rule Rule { get; set; }

    [Parameter]
    public EventCallback<Rule> RuleChanged { get; set; }

    protected TRule Value => (TRule)Rule;

    protected Task SetAsync(TRule rule) => RuleChanged.InvokeAsync(rule);

    protected static int? Whole(ChangeEventArgs typed) => int.TryParse(typed.Value as string, CultureInfo.InvariantCulture, out var number) ? number : null;

    protected static decimal? Number(ChangeEventArgs typed) => decimal.TryParse(typed.Value as string, CultureInfo.InvariantCulture, out var number) ? number : null;

    protected static string? Typed(ChangeEventArgs typed) => (typed.Value as string)?.Trim() is { Length: > 0 } words ? words : null;

    protected static string? Wire(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture);
}

/// <summary>What a part tells of its kind of rule without being on a page.</summary>
public interface IRulePart<TRule> where TRule : Rule, new()
{
    /// <summary>What a person starts from.</summary>
    static virtual TRule Empty => new();

    /// <summary>« En clair »: what the portal will do, in whole sentences; none while nothing is said.</summary>
    static abstract IEnumerable<string> Read(TRule rule, IStringLocalizer text);
}
