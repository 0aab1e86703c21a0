using System.Text.Json.Serialization;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Orders;

/// <summary>An order as pages and the API read it.</summary>
public sealed record OrderView(
    OrderId Id,
    string Number,
    int Version,
    OrderStatus Status,
    ClientId ClientId,
    SiteId? SiteId,
    MemberId? OwnerId,
    MemberId? ActingOwnerId,
    string? CustomerReference,
    string Currency,
    DateOnly? RequestedOn,
    DateOnly? PromisedOn,
    DateTimeOffset ReceivedAt,
    DateTimeOffset AcknowledgementDueAt,
    OrderDocumentId? OrderDocumentId,
    string? CancelReason,
    decimal TotalNet,
    IReadOnlyList<OrderView.Line> Lines,
    IReadOnlyList<OrderView.FindingRow> Findings)
{
    /// <summary>How far our answer to the client has come.</summary>
    public AcknowledgementProgress Acknowledgement { get; init; } = AcknowledgementProgress.None;

    /// <summary>1 until the client changes what was promised; the acknowledgement bears it as its version.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>The agreement that the client names for the order; null where it names none.</summary>
    public string? ContractReference { get; init; }

    /// <summary>The client's changes that were decided, in their turn.</summary>
    public IReadOnlyList<DecidedAmendment> Amendments { get; init; } = [];

    /// <summary>Whose answer it waits for; null when it is ours to go on.</summary>
    public WaitingFor? WaitingFor { get; init; }

    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>From the list; null where nobody said, or it is not cancelled.</summary>
    public CancelCause? CancelCause { get; init; }

    /// <summary>Why it is held, until when and who may let it go on; null while it is not.</summary>
    public OrderHold? Hold { get; init; }

    /// <summary>Every promise that was made of a line, in its turn, with its cause.</summary>
    public IReadOnlyList<Promise> Promises { get; init; } = [];

    /// <summary>How far the last word to the client on its new dates has come; none where it has had none, or they have moved since.</summary>
    public AcknowledgementProgress Notice { get; init; } = AcknowledgementProgress.None;

    /// <summary>A line is promised for another day than the client knows of.</summary>
    [JsonIgnore]
    public bool IsToTell => Promises.GroupBy(promise => promise.LineNo, StringComparer.Ordinal).Any(ofLine =>
        ofLine.Last() is { ToldAt: null, Cause: not (PromiseCause.First or PromiseCause.Amendment) } && Lines.Any(line => line.LineNo == ofLine.Key && line.OutstandingQuantity > 0));

    /// <summary>What may be done with it as it stands.</summary>
    public IReadOnlyList<OrderAct> Acts { get; init; } = [];

    /// <summary>The next promised arrival of what is outstanding.</summary>
    public DateOnly? NextDueOn { get; init; }

    public DateOnly? NextShipOn { get; init; }

    /// <summary>Something outstanding cannot be ready in time.</summary>
    public bool IsThreatened { get; init; }

    /// <summary>Who handles it, where that is not whoever answers for its client.</summary>
    public MemberId? HandlerId { get; init; }

    /// <summary>A promised day that was closed since; null while none is.</summary>
    public PromiseBarrier? Barrier { get; init; }

    /// <summary>What is still to leave, at the lines' prices.</summary>
    public decimal OutstandingNet { get; init; }

    /// <summary>The order in whose favour it is cancelled.</summary>
    public OrderId? SupersededById { get; init; }

    public static OrderView Of(Order order, Responsibility? responsible) => Of(order, responsible, order.Lines, order.Findings);

    /// <summary>With parts that were read apart from it.</summary>
    public static OrderView Of(Order order, Responsibility? responsible, IReadOnlyCollection<OrderLine> lines, IEnumerable<Finding> findings) => new(
        order.Id, order.Number, order.Version, order.Status, order.ClientId, order.SiteId, responsible?.OwnerId, responsible?.ActingOwnerId,
        order.CustomerReference, order.Currency, order.RequestedOn, order.PromisedOn, order.ReceivedAt, order.AcknowledgementDueAt,
        order.OrderDocumentId, order.CancelReason, order.TotalNet,
        [.. lines.OrderBy(line => line.Position).Select(line => Line.Of(line, order.Status))],
        [.. findings.OrderBy(finding => finding.Id.Value).Select(finding => FindingRow.Of(finding, lines))])
    {
        Revision = order.Revision,
        ContractReference = order.ContractReference,
        Amendments = order.Amendments,
        WaitingFor = order.WaitingFor,
        WaitingSince = order.WaitingSince,
        SupersededById = order.SupersededById,
        CancelCause = order.CancelCause,
        Hold = order.Hold,
        Promises = [.. order.Promises.Select(Promise.Of)],
        Acts = order.Acts,
        NextDueOn = order.NextDueOn,
        NextShipOn = order.NextShipOn,
        IsThreatened = order.IsThreatened,
        Barrier = order.Barrier,
        HandlerId = order.HandlerId,
        OutstandingNet = order.OutstandingNet,
    };

    /// <summary>One entry of the promise ledger.</summary>
    /// <param name="Was">Arrival as it was promised before.</param>
    /// <param name="Now">Arrival of the last of it as it is promised by this entry.</param>
    /// <param name="By">Null for a program.</param>
    public sealed record Promise(
        string LineNo, DateOnly? Was, DateOnly? Now, IReadOnlyList<PromisedPart> Parts, PromiseCause Cause, PromiseSide Side, string? Note, MemberId? By, DateTimeOffset At, int Revision)
    {
        /// <summary>When the client learnt of it; null while it has not.</summary>
        public DateTimeOffset? ToldAt { get; init; }

        internal static Promise Of(PromiseChange change) =>
            new(change.LineNo, change.Was, change.Now, change.Parts, change.Cause, change.Side, change.Note, change.By, change.At, change.Revision) { ToldAt = change.ToldAt };
    }

    public sealed record Line(
        string LineNo, string? ProductCode, string? BuyerCode, string Description, decimal Quantity, string Unit, decimal? NetPrice, decimal PriceBaseQuantity,
        decimal? ContractPrice, decimal? LineAmount, DateOnly? RequestedOn, DateOnly? FirstPromisedOn, DateOnly? PromisedOn, DateOnly? ShipOn, decimal OutstandingQuantity)
    {
        /// <summary>As the client wrote it, where we count otherwise.</summary>
        public OrderedAs? Ordered { get; init; }

        public LineStanding Standing { get; init; }
        public decimal ShippedQuantity { get; init; }

        /// <summary>What was ordered and will not leave.</summary>
        public decimal CancelledQuantity { get; init; }

        /// <summary>Where it arrives in several parts, soonest first.</summary>
        public IReadOnlyList<PromisedPart> Schedule { get; init; } = [];

        /// <summary>When its goods can leave, as stock or workshop say.</summary>
        public Readiness? Ready { get; init; }

        /// <summary>The agreement that the client names on the line, where it is not that of the order.</summary>
        public string? ContractReference { get; init; }

        /// <summary>The line of a blanket order that it calls off.</summary>
        public BlanketLineId? BlanketLineId { get; init; }

        /// <summary>Who says that it does, or does not: the client named it, it can only mean that one, or a person; null where nothing speaks for it.</summary>
        public CallOffBasis? CallOffBasis { get; init; }

        public static Line Of(OrderLine line, OrderStatus status) => new(
            line.LineNo, line.ProductCode, line.BuyerCode, line.Description, line.Quantity, line.Unit, line.NetPrice, line.PriceBaseQuantity,
            line.ContractPrice, line.LineAmount, line.RequestedOn, line.FirstPromisedOn, line.PromisedOn, line.ShipOn, line.OutstandingQuantity)
        {
            Ordered = line.Ordered,
            Standing = line.StandingIn(status),
            ShippedQuantity = line.ShippedQuantity,
            CancelledQuantity = line.CancelledQuantity,
            Schedule = line.Schedule,
            Ready = line.Ready,
            ContractReference = line.ContractReference,
            BlanketLineId = line.BlanketLineId,
            CallOffBasis = line.CallOffBasis,
        };
    }

    public sealed record FindingRow(
        FindingId Id, string Kind, Severity Severity, FindingState State, string? LineNo, RequirementId? RequirementId, string? RequirementNumber, int? RequirementRevision,
        string? Sentence, RequirementSource? Source, Message Explanation, FindingValues? Before, FindingValues? After, IReadOnlyList<Reason> Reasons, Waiver? Waiver)
    {
        /// <summary>Of a date: cut-off, own calendar, carrier, site, with who says so.</summary>
        public IReadOnlyList<Step> Trace { get; init; } = [];

        /// <summary>Of a date: the nearest ones that would do as well.</summary>
        public IReadOnlyList<DateOnly> Alternatives { get; init; } = [];

        /// <summary>The requirements that say otherwise and gave way to this one.</summary>
        public IReadOnlyList<Mark> Overrules { get; init; } = [];

        /// <summary>The day by which it is to be done, where it depends on the delivery.</summary>
        public DateOnly? DueOn { get; init; }

        /// <summary>The step after the promise at which it counts: planning, packing, labelling, invoicing; null for what is settled before.</summary>
        [JsonPropertyName("step"), JsonConverter(typeof(CamelCaseEnum<Moments>))]
        public Moments? AtStep { get; init; }

        public static FindingRow Of(Finding finding, IEnumerable<OrderLine> lines) => Of(finding) with { DueOn = finding.DueOn(lines) };

        public static FindingRow Of(Finding finding) => new(
            finding.Id, finding.Kind, finding.Severity, finding.State, finding.LineNo, finding.RequirementId,
            finding.RequirementNumber is { } number ? Requirement.Name(number) : null, finding.RequirementRevision,
            finding.Sentence, finding.Source, finding.Explanation, finding.Before, finding.After, finding.Reasons, finding.Waiver)
        {
            AtStep = finding.Step is Moments.None ? null : finding.Step,
            Trace = [.. finding.Background?.Trace.Select(Step.Of) ?? []],
            Alternatives = finding.Background?.Alternatives ?? [],
            Overrules = [.. finding.Background?.Overrules.Select(Mark.Of) ?? []],
        };
    }

    /// <summary>One step on the way to a date; see <see cref="DateStep"/>.</summary>
    public sealed record Step(DateStage Stage, DateOnly Date, WhyNot? Why, RequirementId? RequirementId, string? RequirementNumber, int? RequirementRevision)
    {
        public static Step Of(DateStep step) => new(
            step.Stage, step.Date, step.Why, step.Requirement?.Id, step.Requirement is { } mark ? Requirement.Name(mark.Number) : null, step.Requirement?.Revision);
    }

    /// <summary>Which wording of which requirement.</summary>
    public sealed record Mark(RequirementId RequirementId, string RequirementNumber, int RequirementRevision)
    {
        public static Mark Of(RequirementMark mark) => new(mark.Id, Requirement.Name(mark.Number), mark.Revision);
    }
}
