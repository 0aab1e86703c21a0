using System.Globalization;
using AdvPortal.Application.Intake;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake;
using AdvPortal.Web.Components.Review;
using AdvPortal.Web.Components.Shared;
using Microsoft.Extensions.Localization;
using static MudBlazor.Icons.Material;

namespace AdvPortal.Web.Components.Intake;

/// <summary>How a piece of work looks in the intake queue: what it came as, what is wrong with it in words, how old it is.</summary>
internal static class QueueLook
{
    public static string Icon(this ReadIntakeQueue.Row row) => row.Format switch
    {
        "pdf" => Outlined.PictureAsPdf,
        "email" => Outlined.Mail,
        "csv" or "xlsx" => Outlined.TableChart,
        "edifact-orders" or "edifact-ordchg" => Outlined.SettingsEthernet,
        "unknown" => Outlined.HelpOutline,
        _ => Outlined.Code,
    };

    /// <summary>The worst of it, as somebody would say it across the desk.</summary>
    public static string Says(this ReadIntakeQueue.Row row, IStringLocalizer<Texts> text, DateOnly today) => row switch
    {
        { DocumentStatus: OrderDocumentStatus.SetAside, SetAsideBecause: { } because } => string.Join(" · ", new[] { text[$"SetAside.{because}"].Value, row.Note }.OfType<string>()),
        { OrderStatus: OrderStatus.Cancelled, Note: { } reason } => reason,
        { OrderStatus: not (null or OrderStatus.ToReview) and { } status } => text.Word(status),
        { DocumentStatus: OrderDocumentStatus.Done } => text["Intake.Status.decided"],
        { DocumentStatus: OrderDocumentStatus.Received } => text["Queue.BeingRead"],
        { Change: ChangeKind.Amendment, DocumentStatus: OrderDocumentStatus.NeedsReview or OrderDocumentStatus.NeedsClient } => text["Queue.Change"],
        { Change: ChangeKind.Cancellation, DocumentStatus: OrderDocumentStatus.NeedsReview or OrderDocumentStatus.NeedsClient } => text["Queue.Cancellation"],
        { Finding: { } finding } => text.Headline(finding, today),
        { Problem: { } problem } => ProblemText.Say(problem, CultureInfo.CurrentUICulture),
        { DocumentStatus: OrderDocumentStatus.NeedsClient } => text["Queue.NeedsClient"],
        { DocumentStatus: { } } => text["Intake.Status.needs-review"],
        _ => text["Queue.NothingOpen"],
    };

    public static (string Words, Tone Tone) Chip(this ReadIntakeQueue.Row row, IStringLocalizer<Texts> text) => row switch
    {
        { OrderStatus: OrderStatus.ToReview, Open: > 0 } => (text["Book.Points", row.Open], Tone.Warn),
        { OrderStatus: OrderStatus.ToReview } => (text["Book.Ready"], Tone.Accent),
        { OrderStatus: OrderStatus.Cancelled } => (text.Word(OrderStatus.Cancelled), Tone.Bad),
        { OrderStatus: { } status } => (text.Word(status), Tone.Ok),
        { DocumentStatus: OrderDocumentStatus.NeedsClient } => (text[row.Change is null ? "Intake.Status.needs-client" : "Intake.Status.needs-order"], Tone.Warn),
        { DocumentStatus: OrderDocumentStatus.SetAside } => (text["Intake.Status.set-aside"], Tone.Bad),
        { DocumentStatus: OrderDocumentStatus.Done } => (text["Intake.Status.decided"], Tone.Ok),
        _ => (text["Intake.Status.needs-review"], Tone.Warn),
    };

    /// <summary>« 49 min », « 1 h 19 », « 3 j ».</summary>
    public static string Span(this IStringLocalizer<Texts> text, TimeSpan span) => span.Duration() switch
    {
        { TotalHours: < 1 } minutes => text["MyDay.Minutes", (int)minutes.TotalMinutes],
        { TotalHours: < 24 } hours => text["MyDay.Hours", (int)hours.TotalHours, hours.Minutes.ToString("00", CultureInfo.InvariantCulture)],
        var days => text["MyDay.Days", (int)days.TotalDays],
    };
}
