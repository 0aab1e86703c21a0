using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Application.Orders;

/// <summary>An order with all that a person needs beside it to decide: the original, who answers, what happened so far.</summary>
/// <param name="Original">Null for an order that was typed.</param>
/// <param name="Recipients">Whom the acknowledgement is addressed to.</param>
public sealed record ReviewView(
    OrderView Order, string ClientName, IReadOnlyList<ReviewView.Place> Sites, string? OwnerName, string? ActingOwnerName,
    DateOnly Today, DateTimeOffset Now, ReviewView.OriginalFile? Original, IReadOnlyList<StoryEvent> Story, IReadOnlyList<string> Recipients)
{
    /// <summary>When the client last confirmed the wordings behind the findings, as far as they ever did.</summary>
    public IReadOnlyDictionary<(RequirementId Id, int Revision), DateOnly> Confirmed { get; init; } = new Dictionary<(RequirementId, int), DateOnly>();

    /// <summary>The first day on which goods may still leave.</summary>
    public required DateOnly FirstDeparture { get; init; }

    /// <summary>The first day on which all that is late, or in danger, could arrive; null when nothing is, or no day will do.</summary>
    public DateOnly? NextPossible { get; init; }

    /// <summary>Whoever promised or held something of it.</summary>
    public IReadOnlyDictionary<MemberId, string> Names { get; init; } = new Dictionary<MemberId, string>();

    /// <summary>The client's changes that were decided, in their turn.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>Changes that the client has sent and nobody has decided.</summary>
    public IReadOnlyList<Waiting> WaitingChanges { get; init; } = [];

    /// <summary>What will count at planning, packing, labelling and invoicing, step by step.</summary>
    public IReadOnlyList<StepRow> Ahead { get; init; } = [];

    /// <summary>What was found at a step and belongs to none of these: a missing site, a wording that has been replaced since.</summary>
    public IReadOnlyList<OrderView.FindingRow> OtherStepFindings { get; init; } = [];

    /// <summary>What was asked about it, the last question first.</summary>
    public IReadOnlyList<Clarifications.ClarificationView> Clarifications { get; init; } = [];

    /// <summary>The client's agreements on the products of this order, with what other orders leave of them.</summary>
    public IReadOnlyList<BlanketStanding> Agreed { get; init; } = [];

    public DateOnly? ConfirmedOn(OrderView.FindingRow finding) =>
        finding is { RequirementId: { } id, RequirementRevision: { } revision } && Confirmed.TryGetValue((id, revision), out var day) ? day : null;

    /// <summary>What a line calls off; null for nothing.</summary>
    public BlanketStanding? AgreementOf(OrderView.Line line) => line.BlanketLineId is { } called ? Agreed.FirstOrDefault(each => each.Line == called) : null;

    /// <summary>What is left of an agreement once this order is promised as it stands; below zero beyond it.</summary>
    public decimal RestAfter(BlanketStanding agreement) =>
        agreement.Rest - (Order.Status is OrderStatus.Cancelled ? 0 : Order.Lines.Where(line => line.BlanketLineId == agreement.Line).Sum(line => decimal.Max(0, line.Quantity - line.CancelledQuantity)));

    /// <summary>Agreements on its product that a line could call off instead, or for the first time.</summary>
    public IEnumerable<BlanketStanding> OthersFor(OrderView.Line line) =>
        Agreed.Where(each => each.IsOpen && each.Currency == Order.Currency && each.ProductCode == line.ProductCode && each.Line != line.BlanketLineId);

    public string? SiteName => Sites.FirstOrDefault(s => s.Id == Order.SiteId)?.Name;

    /// <param name="LineNos">The lines that it concerns; null for all of them.</param>
    /// <param name="IfDeliveredThere">The order's site is not known: it may count.</param>
    public sealed record StepRow(
        Moments Step, RequirementId RequirementId, string Number, int Revision, Severity Severity, string Sentence, RequirementSource Source, Rule Rule, IReadOnlyList<string>? LineNos, bool IfDeliveredThere)
    {
        /// <summary>What is found there, or would be if the order got there now; none when the order is as the requirement wants it.</summary>
        public IReadOnlyList<OrderView.FindingRow> Findings { get; init; } = [];

        /// <summary>Settled before the promise.</summary>
        public bool IsSettled { get; init; }

        internal static StepRow Of(StepAhead ahead, Order order)
        {
            var (it, lines) = (ahead.Requirement, order.Lines.OrderBy(line => line.Position).ToList());

            return new(
                ahead.Step, it.RequirementId, Requirement.Name(it.Number), it.Revision, it.Severity, it.Sentence, it.Source, it.Rule,
                ahead.Lines is { } places ? [.. places.Select(place => lines[place].LineNo)] : null, ahead.IfDeliveredThere)
            {
                Findings = [.. order.Findings.Where(f => f.Step == ahead.Step && f.RequirementId == it.RequirementId).Select(OrderView.FindingRow.Of)],
                IsSettled = order.Findings.Any(f => f.Step is Moments.None && f.RequirementId == it.RequirementId && f.State is not FindingState.Open),
            };
        }
    }

    public sealed record Place(SiteId Id, string Name);

    /// <param name="Orders">How many orders the file holds.</param>
    /// <param name="OrderAt">Which of them became this one, from 0.</param>
    /// <param name="LineNos">The lines of that order as the file numbers them, in its sequence.</param>
    public sealed record OriginalFile(
        OrderDocumentId Id, string FileName, string Format, DateTimeOffset ReceivedAt, IReadOnlyList<Problem> Problems, int Orders, int OrderAt, IReadOnlyList<string?> LineNos)
    {
        /// <summary>Where the values stand that a person took of what a language model proposed.</summary>
        public IReadOnlyList<Spot> Taken { get; init; } = [];
    }

    /// <param name="By">The member; null when a key decided.</param>
    /// <param name="DocumentId">The client's; null for a change that came without one.</param>
    /// <param name="Number">The client's own of the change.</param>
    /// <param name="Why">In the words of whoever changed it; null where the document says.</param>
    public sealed record Change(OrderDocumentId? DocumentId, AmendmentOutcome Outcome, bool IsCancellation, DateTimeOffset At, string? By, string? Number, AmendmentSide Side = AmendmentSide.Client, string? Why = null);

    public sealed record Waiting(OrderDocumentId Id, string FileName);
}
