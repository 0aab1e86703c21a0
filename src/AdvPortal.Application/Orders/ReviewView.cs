using AdvPortal.Exchange.Intake;

namespace AdvPortal.Application.Orders;

/// <summary>An order with all that a person needs beside it to decide: the original, who answers, what happened so far.</summary>
/// <param name="Original">Null for an order that was typed.</param>
/// <param name="Recipients">Whom the acknowledgement is addressed to.</param>
public sealed record ReviewView(
    OrderView Order, string ClientName, IReadOnlyList<ReviewView.Place> Sites, string? OwnerName, string? ActingOwnerName,
    DateOnly Today, DateTimeOffset Now, ReviewView.OriginalFile? Original, IReadOnlyList<ReviewView.Event> Story, IReadOnlyList<string> Recipients)
{
    /// <summary>When the client last confirmed the wordings behind the findings, as far as they ever did.</summary>
    public IReadOnlyDictionary<(RequirementId Id, int Revision), DateOnly> Confirmed { get; init; } = new Dictionary<(RequirementId, int), DateOnly>();

    public DateOnly? ConfirmedOn(OrderView.FindingRow finding) =>
        finding is { RequirementId: { } id, RequirementRevision: { } revision } && Confirmed.TryGetValue((id, revision), out var day) ? day : null;

    public string? SiteName => Sites.FirstOrDefault(s => s.Id == Order.SiteId)?.Name;

    public sealed record Place(SiteId Id, string Name);

    /// <param name="Orders">How many orders the file holds.</param>
    /// <param name="OrderAt">Which of them became this one, from 0.</param>
    /// <param name="LineNos">The lines of that order as the file numbers them, in its sequence.</param>
    public sealed record OriginalFile(
        OrderDocumentId Id, string FileName, string Format, DateTimeOffset ReceivedAt, IReadOnlyList<Problem> Problems, int Orders, int OrderAt, IReadOnlyList<string?> LineNos);

    /// <param name="At">In the tenant's zone.</param>
    /// <param name="By">The member; null when a key or the portal itself acted.</param>
    /// <param name="ActingFor">The absent owner on whose behalf it was done.</param>
    public sealed record Event(DateTimeOffset At, string UseCase, string? By, string? Key, string? ActingFor);
}
