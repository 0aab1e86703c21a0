using System.Text.Json.Serialization;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Contracts;

/// <summary>One blanket order, with what is called off and what is left of each line.</summary>
[UseCase]
public sealed class ReadBlanketOrder(UnitOfWork unitOfWork)
{
    public Task<Result<BlanketView>> ExecuteAsync(BlanketOrderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<BlanketView>(this, Permission.ReadOrders, async db =>
            (await BlanketReading.ViewsAsync(db, db.BlanketOrders.Where(b => b.Id == id), ct)).SingleOrDefault() is { } view ? view : new NoSuchBlanketOrder(), ct);
}

/// <summary>The blanket orders, the newest first.</summary>
[UseCase]
public sealed class ListBlanketOrders(UnitOfWork unitOfWork)
{
    public Task<Result<Page<BlanketView>>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<BlanketView>>(this, Permission.ReadOrders, async db =>
        {
            if (query.Client is { } client && !await db.Clients.AnyAsync(c => c.Id == client, ct))
            {
                return new NoSuchClient();
            }

            var which = query.Client is { } of ? db.BlanketOrders.Where(b => b.ClientId == of) : db.BlanketOrders;
            which = query.Status is { } status ? which.Where(b => b.Status == status) : which;
            which = Cursor.Read<DateTimeOffset, Guid>(query.After) is var (at, id)
                ? which.Where(b => EF.Functions.LessThan(ValueTuple.Create(b.OpenedAt, b.Id), ValueTuple.Create(at, new BlanketOrderId(id))))
                : which;
            var found = await BlanketReading.ViewsAsync(db, which.OrderByDescending(b => b.OpenedAt).ThenByDescending(b => b.Id).Take(query.Size + 1), ct);

            return found.OrderByDescending(b => b.OpenedAt).ThenByDescending(b => b.Id.Value).ToList().Cut(query.Size, b => Cursor.Write(b.OpenedAt, b.Id.Value));
        }, ct);

    public sealed record Query(ClientId? Client = null, BlanketStatus? Status = null, string? After = null, int Size = 25);
}

/// <summary>The order lines that call a blanket order off, the last order first.</summary>
[UseCase]
public sealed class ListCallOffs(UnitOfWork unitOfWork)
{
    /// <summary>On the page of the blanket order; the rest is asked for there.</summary>
    internal const int OnSheet = 50;

    public Task<Result<Page<Row>>> ExecuteAsync(BlanketOrderId id, string? after = null, int size = 25, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<Row>>(this, Permission.ReadOrders, async db =>
            await db.BlanketOrders.AnyAsync(b => b.Id == id, ct) ? Cut(await Of(db, id, after, size).ToListAsync(ct), size) : new NoSuchBlanketOrder(), ct);

    /// <summary>One more than asked for, to be cut off.</summary>
    internal static IQueryable<Row> Of(AdvDbContext db, BlanketOrderId id, string? after, int size)
    {
        var rows =
            from order in db.Orders
            from line in order.Lines
            where db.Set<BlanketLine>().Any(each => each.Id == line.BlanketLineId && EF.Property<BlanketOrderId>(each, "BlanketOrderId") == id)
            select new { order, line };

        // The lines of one order stand in their turn, whichever page they are on.
        rows = Cursor.Read<DateTimeOffset, Cursor.Pair<Guid, int>>(after) is (var at, { } last)
            ? rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.order.ReceivedAt, row.order.Id, -row.line.Position), ValueTuple.Create(at, new OrderId(last.First), -last.Second)))
            : rows;
        var called = BlanketStandings.Called(db, db.Orders);

        return rows.OrderByDescending(row => row.order.ReceivedAt).ThenByDescending(row => row.order.Id).ThenBy(row => row.line.Position).Take(size + 1).Select(row => new Row(
            row.line.BlanketLineId!.Value, row.order.Id, row.order.Number, row.order.CustomerReference, row.order.Status, row.line.LineNo, row.line.ProductCode,
            row.line.Quantity < row.line.CancelledQuantity ? 0 : row.line.Quantity - row.line.CancelledQuantity, row.line.Unit, row.line.RequestedOn, row.line.PromisedOn, row.line.CallOffBasis!.Value,
            called.Where(c => c.LineId == row.line.Id).Select(c => c.Taken).FirstOrDefault(), row.order.ConfirmedIn != null && row.order.Status != OrderStatus.Cancelled, row.order.ReceivedAt, row.line.Position));
    }

    internal static Page<Row> Cut(IReadOnlyList<Row> rows, int size) => rows.ToList().Cut(size, row => Cursor.Write(row.ReceivedAt, new Cursor.Pair<Guid, int>(row.OrderId.Value, row.Position)));

    /// <param name="Quantity">Ordered, less what was given up.</param>
    /// <param name="TakenQuantity">What of it counts: nothing before the order is promised, and while a change of it is reviewed what was promised before.</param>
    /// <param name="CallsOff">Whether the order was promised, and is not cancelled.</param>
    /// <param name="ReceivedAt">Of the order.</param>
    /// <param name="Position">In the order, from 0.</param>
    public sealed record Row(
        BlanketLineId BlanketLineId, OrderId OrderId, string OrderNumber, string? CustomerReference, OrderStatus Status, string LineNo, string? ProductCode, decimal Quantity, string Unit,
        DateOnly? RequestedOn, DateOnly? PromisedOn, CallOffBasis Basis, decimal TakenQuantity, bool CallsOff, [property: JsonIgnore] DateTimeOffset ReceivedAt, [property: JsonIgnore] int Position);
}

/// <summary>A blanket order as somebody looks into it: its call-offs, and what happened to it.</summary>
[UseCase]
public sealed class ReadBlanketSheet(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Sheet>> ExecuteAsync(BlanketOrderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Sheet>(this, Permission.ReadOrders, async db =>
        {
            if ((await BlanketReading.ViewsAsync(db, db.BlanketOrders.Where(b => b.Id == id), ct)).SingleOrDefault() is not { } view)
            {
                return new NoSuchBlanketOrder();
            }

            var visit = new Visit(db);
            var callOffs = visit.Ask(ListCallOffs.Of(db, id, after: null, ListCallOffs.OnSheet));
            var events = StoryEvent.Ask(db, visit, clock, id.Value);
            var people = view.Changes.Select(change => change.By).OfType<MemberId>().Distinct().ToList();
            var names = visit.Ask(db.Members.Where(m => people.Contains(m.Id)).Select(m => new { m.Id, m.Name }));
            await visit.GoAsync(ct);

            return new Sheet(
                view with { Changes = [.. view.Changes.Select(change => change with { At = clock.Local(change.At) })] }, ListCallOffs.Cut(callOffs.Rows, ListCallOffs.OnSheet), events(), names.Rows.ToDictionary(m => m.Id, m => m.Name), clock.Today);
        }, ct);

    /// <param name="Names">Whoever agreed something anew.</param>
    public sealed record Sheet(BlanketView Blanket, Page<ListCallOffs.Row> CallOffs, IReadOnlyList<StoryEvent> Events, IReadOnlyDictionary<MemberId, string> Names, DateOnly Today);
}
