using AdvPortal.Domain.Requirements;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>The part of the editor that knows one kind of rule. A new kind is a line in <see cref="RuleKinds"/> and a part like this.</summary>
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
}

/// <param name="Part">The component that edits it.</param>
/// <param name="Empty">What a person starts from.</param>
internal sealed record RuleKind(string Name, Type Part, Func<Rule> Empty);

internal static class RuleKinds
{
    public static IReadOnlyList<RuleKind> All { get; } =
    [
        new(DeliveryDays.KindName, typeof(DeliveryDaysPart), () => new DeliveryDays()),
        new(ProductCode.KindName, typeof(ProductCodePart), () => new ProductCode()),
        new(Labelling.KindName, typeof(LabellingPart), () => new Labelling { Symbology = Symbology.Qr }),
    ];

    public static RuleKind Of(Rule rule) => All.Single(kind => kind.Name == rule.Kind);
}
