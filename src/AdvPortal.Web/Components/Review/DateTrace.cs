using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Shared;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Review;

/// <summary>« Pourquoi cette date ? » in words: what was asked, then each calendar in its order, with the requirement that says so.</summary>
internal static class DateTrace
{
    public static List<TraceStep> Of(OrderView.FindingRow finding, DateOnly today, IStringLocalizer<Texts> text) =>
    [
        // A line that leaves its own date for that of all may never have been asked for on that day.
        .. finding.Kind == PartialDelivery.KindName ? [] : new TraceStep[] { new(TraceMark.Asked, text["Review.TraceAsked", text.Word(finding.Before!.DeliverOn, today)]) },
        .. Of(finding.Trace, today, text),
    ];

    /// <summary>The calendars alone, of a day that nobody asked for.</summary>
    public static List<TraceStep> Of(IEnumerable<OrderView.Step> trace, DateOnly today, IStringLocalizer<Texts> text) =>
    [
        .. trace.Select(step => new TraceStep(
            step.Why is null || step.Stage is DateStage.CutOff ? TraceMark.Passes : TraceMark.Blocks, Word(step, today, text),
            step.RequirementNumber is { } number ? text["Review.RuleVersion", number, step.RequirementRevision ?? 1].Value : null,
            step.RequirementId is { } rule ? $"requirements/{rule.Value}" : null)),
    ];

    private static string Word(OrderView.Step step, DateOnly today, IStringLocalizer<Texts> text) => step switch
    {
        { Stage: DateStage.CutOff, Why: WhyNot.CutOff } => text["Review.Trace.CutOffMissed", text.Word(step.Date, today)],
        { Why: { } why } => text["Review.TraceAgainst", text.Word(step.Date, today), text[MessageKeys.Of(why)].Value],
        { Stage: DateStage.Site } => text["Review.TraceFits", text.Word(step.Date, today)],
        _ => text[$"Review.Trace.{step.Stage}", text.Word(step.Date, today)],
    };
}
