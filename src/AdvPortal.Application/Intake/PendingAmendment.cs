using AdvPortal.Application.Orders;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Intake;

/// <summary>A client's change held against the order it speaks of: what it would do, and doing it.</summary>
internal sealed record PendingAmendment(OrderDocument Document, DocumentReading Reading, Order Order, OrderBasis Basis, OrderDraft Before, OrderDifference Difference, bool IsCancellation)
{
    /// <summary>Where the document wants the goods, when nobody knows that place.</summary>
    public Party? UnknownPlace { get; private init; }

    /// <summary>Other documents that speak of the same order.</summary>
    public required IReadOnlyList<OrderDocument> Others { get; init; }

    /// <summary>Whether our answer was about to leave, and whether one had.</summary>
    public required (IReadOnlyList<OutboxMessage> Waiting, bool HasLeft) Answer { get; init; }

    /// <summary>What an answer needs, of the order as it then stands; null while the client awaits none.</summary>
    public Func<AcknowledgementBasis>? Answering { get; private init; }

    /// <summary>What a person has to decide on in the document that the order was made of.</summary>
    private int Doubts { get; init; }

    private PurchaseOrder Asked => Reading.Change!.Document;

    /// <summary>The document, and with it the order that it means, as far as that is known.</summary>
    public static async Task<Loaded> LoadAsync(AdvDbContext db, OrderDocumentId id, CancellationToken ct)
    {
        var meant = db.OrderDocuments.Where(d => d.Id == id).Select(d => d.AmendsOrderId);
        var visit = new Visit(db);
        var documents = visit.Ask(db.OrderDocuments.AsTracking().Where(d => d.Id == id));
        var orders = visit.Ask(db.Orders.AsTracking().Where(o => meant.Any(m => m == o.Id)));
        visit.Ask(db.Set<OrderLine>().AsTracking().Where(l => meant.Any(m => m == EF.Property<OrderId>(l, "OrderId"))));
        visit.Ask(db.Set<PromiseChange>().AsTracking().Where(p => meant.Any(m => m == EF.Property<OrderId>(p, "OrderId"))).OrderBy(p => p.Id));
        visit.Ask(db.Set<Finding>().AsTracking().Where(f => meant.Any(m => m == EF.Property<OrderId>(f, "OrderId"))));
        var originals = visit.Ask(db.OrderDocuments.AsNoTracking().Include(d => d.Orders).Where(d => db.Orders.Any(o => o.OrderDocumentId == d.Id && meant.Any(m => m == o.Id))));
        await visit.GoAsync(ct);

        return new(documents.Only, orders.Only, originals.Only);
    }

    public static async Task<Result<PendingAmendment>> ReadAsync(AdvDbContext db, TenantClock clock, Loaded loaded, CancellationToken ct)
    {
        if (loaded.Document is not { } document)
        {
            return new NoSuchOrderDocument();
        }

        if (OrderDocumentView.Read(document) is not { Change: not null } reading)
        {
            return new NotAnAmendment();
        }

        if (loaded.Order is not { } order)
        {
            return new AmendmentWithoutOrder();
        }

        var visit = new Visit(db);
        var others = visit.Ask(db.OrderDocuments.AsNoTracking().Where(d => d.AmendsOrderId == order.Id && d.Id != document.Id).OrderBy(d => d.ReceivedAt).Take(DocumentLinking.MostCandidates));
        var waiting = visit.Ask(AcknowledgementPosting.Of(db, order.Id).AsTracking().Where(m => m.Status == OutboxStatus.Waiting));
        var left = visit.Ask(AcknowledgementPosting.Of(db, order.Id).Where(m => m.Attempts > 0).Select(m => m.Id));
        var answering = order.IsAnswered || reading.Change.Kind is ChangeKind.Cancellation ? AcknowledgementBasis.Ask(db, visit, clock, order) : null;
        var wanted = AmendmentReading.Of(reading, OriginalOrder.Of(loaded.Original, order.Id), order);
        var asked = new AskedOrder(order.SiteId, order.CustomerReference, order.Currency, order.RequestedOn, AnnouncedTotal: null, SiteIsUnknown: IsSiteUnknown(order, order.SiteId), [.. wanted.Lines.Select(line => line.Asked), .. AmendmentReading.Known(order)]);
        var basis = await OrderBasis.ReadAsync(db, visit, clock, order.ClientId, asked, order.Id, ct);

        if (!basis.IsOk)
        {
            return basis.Refusal;
        }

        var (site, place) = wanted.PlaceIn(basis.Value.Sites);
        var before = order.ToDraft();
        var difference = OrderDifference.Of(before, wanted.Resolve(basis.Value, asked, site));

        return new PendingAmendment(document, reading, order, basis.Value, before, difference, wanted.IsCancellation(difference))
        {
            UnknownPlace = place,
            Doubts = loaded.Original is { } original && OrderDocumentView.Read(original) is { } read ? OriginalOrder.Doubts(read) : 0,
            Others = others.Rows,
            Answer = (waiting.Rows, left.Rows.Count > 0),
            Answering = answering is null ? null : () => answering() with { AnsweredFormat = document.Format },
        };
    }

    /// <summary>Does it, or a part of it; the order is judged again as it then stands.</summary>
    /// <param name="only">The lines to change; null for all of them, and for what concerns the whole order.</param>
    /// <param name="head">Whether what concerns the whole order changes too.</param>
    /// <param name="decision">By whom and when, and what is said to the client of the rest.</param>
    public Result Apply(IReadOnlySet<string>? only, bool head, DecidedAmendment decision)
    {
        if (only?.FirstOrDefault(no => Difference.Lines.All(line => line.LineNo != no)) is { } nowhere)
        {
            return new NoSuchAmendedLine(nowhere);
        }

        var lines = Difference.Decide(Order, only);

        if (IsCancellation && only is null)
        {
            return Order.CancelFor(Described(decision, lines, isWhole: true), Reason());
        }

        if (lines.All(line => !line.IsApplied) && (!head || Difference.Head.IsEmpty))
        {
            return new AmendmentChangesNothing();
        }

        var priced = Difference.Lines.Where(line => line.Fields().Contains(LineField.Price) || line is { Kind: LineDifferenceKind.Added, After.NetPrice: not null }).Select(line => line.LineNo).ToHashSet(StringComparer.Ordinal);
        var agreed = Difference with { Lines = [.. Difference.Lines.Select(line => line is { Kind: LineDifferenceKind.Added or LineDifferenceKind.Changed, After: { } after } ? line with { After = Basis.Agree(after, priced.Contains(line.LineNo), Before) } : line)] };
        var amended = agreed.ApplyTo(Before, only, head);
        var draft = amended with { Lines = [.. amended.Lines.Select(line => Basis.Know(line, amended))] };

        // What stood in the way before, of the document or of a line that nobody changes, still does.
        var judged = new AskedOrder(draft.SiteId, draft.CustomerReference, draft.Currency, draft.RequestedOn, AnnouncedTotal: null, SiteIsUnknown: IsSiteUnknown(Order, draft.SiteId), []) { KeptQuantities = KeptQuantities(lines), KeptDates = KeptDates(draft), ReferenceExpected = Order.OrderDocumentId is not null, Doubts = Doubts };

        return Order.Amend(draft, Basis.Judge(draft, judged, Order.ReceivedAt), Described(decision, lines, isWhole: head && lines.All(line => line.IsApplied)) with { Head = head && !Difference.Head.IsEmpty ? Difference.Head : null });
    }

    /// <summary>Leaves the order as it is.</summary>
    public Result Refuse(DecidedAmendment decision) =>
        Order.Decline(Described(decision, Difference.Decide(Order, new HashSet<string>()), isWhole: false) with { Outcome = AmendmentOutcome.Refused });

    private DecidedAmendment Described(DecidedAmendment decision, IReadOnlyList<DecidedLine> lines, bool isWhole) => decision with
    {
        Outcome = isWhole ? AmendmentOutcome.Applied : AmendmentOutcome.PartlyApplied,
        Number = Asked.OrderNumber ?? Reading.RefersTo,
        IssuedOn = Asked.IssueDate,
        IsCancellation = IsCancellation,
        Lines = lines,
    };

    // Of a client without places to deliver to, none is asked for.
    private static bool IsSiteUnknown(Order order, SiteId? site) => site is null && order.Findings.Any(finding => finding.Kind == FindingKinds.UnknownSite);

    // Somebody agreed to a quantity; to the new one nobody has.
    private List<string> KeptQuantities(IReadOnlyList<DecidedLine> lines) => [.. Order.KeptQuantities.Except(lines.Where(line => line.IsApplied).Select(line => line.LineNo), StringComparer.Ordinal)];

    // A day was agreed for an article asked for on another day, at one place. It outlasts a change that leaves the line those three: also where
    // the order's date moves and the line has its own. One that goes with the order is asked for on a day of which nobody has spoken yet.
    private Dictionary<string, DateOnly> KeptDates(OrderDraft amended)
    {
        var before = Before.Lines.ToDictionary(line => line.LineNo, line => (line.ProductId, Before.SiteId, line.RequestedOn ?? Before.RequestedOn), StringComparer.Ordinal);
        var asBefore = amended.Lines.Where(line => before.TryGetValue(line.LineNo, out var was) && was == (line.ProductId, amended.SiteId, line.RequestedOn ?? amended.RequestedOn)).Select(line => line.LineNo).ToHashSet(StringComparer.Ordinal);

        return Order.KeptDates.Where(kept => asBefore.Contains(kept.Key)).ToDictionary(StringComparer.Ordinal);
    }

    private string Reason() =>
        Asked.Notes.FirstOrDefault(note => !string.IsNullOrWhiteSpace(note)) is { } said
            ? WholeText.Cut(said, Domain.Orders.Order.CancelReasonMaxLength)
            : ChangeReason.OfCancellation(Asked.OrderNumber ?? Reading.RefersTo ?? Document.FileName, Basis.Client.Language);

    /// <param name="Original">What the order was made of.</param>
    internal sealed record Loaded(OrderDocument? Document, Order? Order, OrderDocument? Original);
}
