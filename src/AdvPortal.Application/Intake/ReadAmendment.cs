using System.Text.Json;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Intake;

/// <summary>What a client's change would do to its order, in whole or in part; nothing is saved. Once it is decided, what was decided.</summary>
[UseCase]
public sealed class ReadAmendment(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="lines">Only these, as a person ponders them; null for all of it.</param>
    public Task<Result<AmendmentView>> ExecuteAsync(OrderDocumentId id, IReadOnlyCollection<string>? lines = null, bool head = true, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<AmendmentView>(this, Permission.ReadOrders, async db =>
        {
            var loaded = await PendingAmendment.LoadAsync(db, id, ct);

            return loaded is { Document: { } document, Order: null } && OrderDocumentView.Read(document) is { Change: not null } reading
                ? await AskAsync(db, document, reading, ct)
                : await DescribeAsync(db, loaded, lines?.ToHashSet(StringComparer.Ordinal), head, ct);
        }, ct);

    private static async Task<Result<AmendmentView>> AskAsync(AdvDbContext db, OrderDocument document, DocumentReading reading, CancellationToken ct)
    {
        var candidates = await DocumentLinking.Candidates(db, document.ClientId, reading.RefersTo)
            .Select(o => new AmendmentView.Target(
                o.Id, o.Number, o.Version, o.CustomerReference, o.Status, o.ClientId, db.Clients.IgnoreQueryFilters(new[] { Filters.Archived }).Where(c => c.Id == o.ClientId).Select(c => c.Name).First(),
                o.ReceivedAt, o.PromisedOn, o.TotalNet, o.Currency))
            .ToListAsync(ct);

        return new AmendmentView(OrderDocumentView.Of(document), null, candidates, reading.Change!.Kind is ChangeKind.Cancellation, new(), []);
    }

    private async Task<Result<AmendmentView>> DescribeAsync(AdvDbContext db, PendingAmendment.Loaded loaded, HashSet<string>? only, bool head, CancellationToken ct)
    {
        var read = await PendingAmendment.ReadAsync(db, clock, loaded, ct);

        if (!read.IsOk)
        {
            return read.Refusal;
        }

        var (pending, order, document) = (read.Value, read.Value.Order, read.Value.Document);
        var before = OrderView.Of(order, null);
        var view = new AmendmentView(
            OrderDocumentView.Of(document),
            new(order.Id, order.Number, order.Version, order.CustomerReference, order.Status, order.ClientId, pending.Basis.Client.Name, order.ReceivedAt, order.PromisedOn, order.TotalNet, order.Currency),
            [], pending.IsCancellation, pending.Difference.Head, [])
        {
            SameAs = [.. pending.Others.Where(other => SaysTheSame(pending, other)).Select(other => new AmendmentView.Twin(other.Id, other.FileName, other.ReceivedAt, other.Status is OrderDocumentStatus.Done))],
            UnknownPlace = pending.UnknownPlace,
            SiteNames = pending.Basis.Sites.ToDictionary(site => site.Id.Value, site => site.Name),
        };

        if (order.Amendments.FirstOrDefault(each => each.DocumentId == document.Id) is { } decided)
        {
            return view with { Decided = decided, Head = decided.Head ?? new(), IsCancellation = decided.IsCancellation, Lines = [.. decided.Lines.Select(Row)] };
        }

        // Done in memory, and never saved: what is shown is what would be.
        var terms = order.Lines.ToDictionary(line => line.LineNo, line => line.Terms(), StringComparer.Ordinal);
        var applied = pending.Apply(only, head, new(document.Id, 0, AmendmentOutcome.Applied, clock.Now));
        var after = order.Lines.ToDictionary(line => line.LineNo, line => line.Terms(), StringComparer.Ordinal);

        return view with
        {
            Obstacle = applied.Refusal?.Message,
            WouldBe = applied.IsOk ? new(before, OrderView.Of(order, null)) : null,
            Lines = [.. pending.Difference.Lines.Select(line => Row(line, pending, terms, applied.IsOk ? after : []))],
        };
    }

    private static AmendmentView.Row Row(LineDifference line, PendingAmendment pending, Dictionary<string, LineTerms> before, Dictionary<string, LineTerms> after) => new(
        line.LineNo, line.Kind, line.IsAbsent && !pending.IsCancellation, [.. line.Fields()], line.Before is null ? null : before.GetValueOrDefault(line.LineNo),
        line.After is null ? null : line.Kind is not LineDifferenceKind.Unchanged || after.Count > 0 ? AsAsked(line.After, after.GetValueOrDefault(line.LineNo), pending.Order) : before.GetValueOrDefault(line.LineNo))
    {
        IsAmbiguous = line.IsAmbiguous,
        Said = line.Contradicting is { } said ? AsAsked(said, judged: null, pending.Order) : null,
        Contradictions = [.. line.Contradictions()],
    };

    // A line that is left out of the choice is shown as it was asked for all the same.
    private static LineTerms AsAsked(DraftLine line, LineTerms? judged, Order order) => judged is not null && judged.Quantity == line.Quantity && judged.ProductCode == line.ProductCode ? judged : new(
        line.ProductCode, line.BuyerCode, line.Description, line.Quantity ?? 0, line.Unit, line.NetPrice, line.PriceBaseQuantity, line.RequestedOn ?? order.RequestedOn, judged?.PromisedOn);

    private static AmendmentView.Row Row(DecidedLine line) => new(line.LineNo, line.Kind, IsAbsent: false, [], line.Before, line.Asked) { IsApplied = line.IsApplied };

    // The same bytes are the same document; here, another file says what this one does.
    private static bool SaysTheSame(PendingAmendment pending, OrderDocument other)
    {
        if (OrderDocumentView.Read(other)?.Change is not { } said || pending.Reading.Change!.Kind != said.Kind)
        {
            return false;
        }

        var (ours, theirs) = (pending.Reading.Change.Document, said.Document);

        return (ours.OrderNumber is { Length: > 0 } number && number == theirs.OrderNumber && number != pending.Reading.RefersTo) || Said(ours) == Said(theirs);
    }

    private static string Said(PurchaseOrder document) => JsonSerializer.Serialize(document with { Notes = [], MessageType = null, IssueDate = null, Buyer = null, Supplier = null, Invoicee = null });
}
