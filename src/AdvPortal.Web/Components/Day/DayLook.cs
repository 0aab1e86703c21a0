using System.Globalization;
using AdvPortal.Application.Day;
using AdvPortal.Web.Components.Shared;
using Microsoft.Extensions.Localization;
using static MudBlazor.Icons.Material;

namespace AdvPortal.Web.Components.Day;

/// <summary>How a piece of work looks in the queue: its place, its icon, its few words, its one chip.</summary>
internal static class DayLook
{
    public static bool IsOf(this DayView.Item item, string kind) => kind switch
    {
        "orders" => item.Kind is DayItemKind.OrderToReview,
        "documents" => item.Kind is DayItemKind.DocumentNeedsClient or DayItemKind.DocumentToReview,
        "complaints" => item.Kind is DayItemKind.ComplaintStep,
        "tenders" => item.Kind is DayItemKind.TenderTask or DayItemKind.TenderDue,
        "requirements" => item.Kind is DayItemKind.RequirementCorrected,
        "inquiries" => item.Kind is DayItemKind.InquiryToAnswer,
        "promises" => item.Kind is DayItemKind.PromiseAtRisk or DayItemKind.OrderHeld,
        "blankets" => item.Kind is DayItemKind.BlanketEnding or DayItemKind.BlanketUsedUp,
        "covers" => item.Kind is DayItemKind.BriefingToRead or DayItemKind.HandbackToRead,
        _ => item.Kind is DayItemKind.HandoffToAccept,
    };

    public static string Href(this DayView.Item item) => item.Kind switch
    {
        DayItemKind.OrderToReview or DayItemKind.PromiseAtRisk or DayItemKind.OrderHeld => $"orders/{item.SubjectId}",
        DayItemKind.BriefingToRead => $"team/absences/{item.SubjectId}/briefing",
        DayItemKind.HandbackToRead => $"team/absences/{item.SubjectId}/handback",
        DayItemKind.ComplaintStep => $"complaints/{item.SubjectId}",
        DayItemKind.TenderTask or DayItemKind.TenderDue => $"tenders/{item.SubjectId}",
        DayItemKind.BlanketEnding or DayItemKind.BlanketUsedUp => $"blanket-orders/{item.SubjectId}",
        DayItemKind.HandoffToAccept => $"handoffs/{item.SubjectId}",
        DayItemKind.RequirementCorrected => $"requirements/{item.SubjectId}?revise=true",
        DayItemKind.InquiryToAnswer => $"inquiries/{item.SubjectId}",
        _ => $"orders/documents/{item.SubjectId}",
    };

    public static string Icon(this DayView.Item item) => item.Kind switch
    {
        DayItemKind.OrderToReview => Outlined.FactCheck,
        DayItemKind.ComplaintStep => Outlined.WarningAmber,
        DayItemKind.TenderTask or DayItemKind.TenderDue => Outlined.RequestQuote,
        DayItemKind.BlanketEnding or DayItemKind.BlanketUsedUp => Outlined.Inventory2,
        DayItemKind.HandoffToAccept => Outlined.Handshake,
        DayItemKind.RequirementCorrected => Outlined.Rule,
        DayItemKind.InquiryToAnswer => Outlined.Forum,
        DayItemKind.PromiseAtRisk => Outlined.EventBusy,
        DayItemKind.OrderHeld => Outlined.PauseCircle,
        DayItemKind.BriefingToRead => Outlined.MenuBook,
        DayItemKind.HandbackToRead => Outlined.AssignmentReturned,
        _ => Outlined.UploadFile,
    };

    public static string Detail(this DayView.Item item, IStringLocalizer<Texts> text, DateOnly today) => string.Join(" · ", Parts(item, text, today));

    public static (string Words, Tone Tone) Chip(this DayView.Item item, IStringLocalizer<Texts> text) => item switch
    {
        { Kind: DayItemKind.DocumentNeedsClient } => (text["MyDay.NeedsClient"], Tone.Warn),
        { Kind: DayItemKind.DocumentToReview } => (text["MyDay.NeedsReview"], Tone.Warn),
        { Kind: DayItemKind.HandoffToAccept } => (text["MyDay.New"], Tone.Accent),
        { Kind: DayItemKind.InquiryToAnswer } => (text["MyDay.Question"], Tone.Accent),
        { Kind: DayItemKind.ComplaintStep, Step: { } step } => (text["MyDay.ComplaintStep", (int)step + 1, text[$"Discipline.Short.{step}"]], Tone.Warn),
        { Kind: DayItemKind.TenderTask } => (text["MyDay.TenderTask", item.Open], Tone.Accent),
        { Kind: DayItemKind.BlanketEnding } => (text["MyDay.BlanketEnding"], Tone.Warn),
        { Kind: DayItemKind.BlanketUsedUp } => (text["Blanket.NearlyUsedUp"], Tone.Warn),
        { Kind: DayItemKind.TenderDue } => (text["MyDay.TenderDue"], Tone.Warn),
        { Kind: DayItemKind.RequirementCorrected } => (text["MyDay.Corrected"], Tone.Warn),
        { Kind: DayItemKind.PromiseAtRisk } => (text["MyDay.AtRisk"], Tone.Bad),
        { Held: { } reason } => (text[$"HoldReason.{reason}"], Tone.Warn),
        { Kind: DayItemKind.BriefingToRead or DayItemKind.HandbackToRead } => (text["MyDay.ClientsToRead", item.Open], Tone.Cover),
        { IsDuplicate: true } => (text["MyDay.Duplicate"], Tone.Warn),
        { Open: > 0 } => (text["MyDay.Points", item.Open], Tone.Warn),
        _ => (text["MyDay.Ready"], Tone.Neutral),
    };

    /// <summary>Morning, afternoon, tomorrow: a queue is read in a few heaps, not in one.</summary>
    public static string Heap(this DayView.Item item, DateTimeOffset now, Func<DateTimeOffset, DateTimeOffset> local)
    {
        var (due, here) = (local(item.DueAt), local(now));

        return item.DueAt < now ? "late"
            : due.Date == here.Date ? (due.Hour < 12 ? "morning" : "afternoon")
            : due.Date == here.Date.AddDays(1) ? "tomorrow"
            : "later";
    }

    /// <summary>« 49 min », « 1 h 19 », « 3 j »; with « + » before it when the moment has passed.</summary>
    public static string Left(this DayView.Item item, DateTimeOffset now, IStringLocalizer<Texts> text)
    {
        var left = (item.DueAt - now).Duration();
        var words = left.TotalHours < 1 ? text["MyDay.Minutes", (int)left.TotalMinutes]
            : left.TotalHours < 24 ? text["MyDay.Hours", (int)left.TotalHours, left.Minutes.ToString("00", CultureInfo.InvariantCulture)]
            : text["MyDay.Days", (int)left.TotalDays];

        return item.DueAt < now ? $"+ {words}" : words;
    }

    private static IEnumerable<string> Parts(DayView.Item item, IStringLocalizer<Texts> text, DateOnly today)
    {
        if (item.Reference is not null)
        {
            yield return item.Kind is DayItemKind.RequirementCorrected ? text["Quoted", item.Reference] : item.Reference;
        }

        if (item.Lines > 0)
        {
            yield return text["MyDay.Lines", item.Lines];
        }

        if (item.MovedTo is { } moved)
        {
            yield return text["MyDay.Moved", text.Word(moved, today)];
        }

        if (item.PriceDifferences > 0)
        {
            yield return text["MyDay.Prices", item.PriceDifferences];
        }
    }
}
