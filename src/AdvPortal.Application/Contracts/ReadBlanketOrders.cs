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
    private const int Most = 500;

    public Task<Result<CallOffs>> ExecuteAsync(BlanketOrderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<CallOffs>(this, Permission.ReadOrders, async db =>
            await db.BlanketOrders.AnyAsync(b => b.Id == id, ct) ? new CallOffs(await Of(db, id).ToListAsync(ct)) : new NoSuchBlanketOrder(), ct);

    internal static IQueryable<Row> Of(AdvDbContext db, BlanketOrderId id) => (
        from order in db.Orders
        from line in order.Lines
        where db.Set<BlanketLine>().Any(each => each.Id == line.BlanketLineId && EF.Property<BlanketOrderId>(each, "BlanketOrderId") == id)
        orderby order.ReceivedAt descending, order.Id descending, line.Position
        select new Row(
            line.BlanketLineId!.Value, order.Id, order.Number, order.CustomerReference, order.Status, line.LineNo, line.ProductCode,
            line.Quantity < line.CancelledQuantity ? 0 : line.Quantity - line.CancelledQuantity, line.Unit, line.RequestedOn, line.PromisedOn, line.CallOffBasis!.Value,
            order.ConfirmedIn != null && order.Status != OrderStatus.Cancelled)).Take(Most);

    public sealed record CallOffs(IReadOnlyList<Row> Items);

    /// <param name="Quantity">Ordered, less what was given up.</param>
    /// <param name="CallsOff">Whether it counts: the order was promised, and is not cancelled.</param>
    public sealed record Row(
        BlanketLineId BlanketLineId, OrderId OrderId, string OrderNumber, string? CustomerReference, OrderStatus Status, string LineNo, string? ProductCode, decimal Quantity, string Unit,
        DateOnly? RequestedOn, DateOnly? PromisedOn, CallOffBasis Basis, bool CallsOff);
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
            var callOffs = visit.Ask(ListCallOffs.Of(db, id));
            var events = StoryEvent.Ask(db, visit, clock, id.Value);
            var people = view.Changes.Select(change => change.By).OfType<MemberId>().Distinct().ToList();
            var names = visit.Ask(db.Members.Where(m => people.Contains(m.Id)).Select(m => new { m.Id, m.Name }));
            await visit.GoAsync(ct);

            return new Sheet(
                view with { Changes = [.. view.Changes.Select(change => change with { At = clock.Local(change.At) })] }, callOffs.Rows, events(), names.Rows.ToDictionary(m => m.Id, m => m.Name), clock.Today);
        }, ct);

    /// <param name="Names">Whoever agreed something anew.</param>
    public sealed record Sheet(BlanketView Blanket, IReadOnlyList<ListCallOffs.Row> CallOffs, IReadOnlyList<StoryEvent> Events, IReadOnlyDictionary<MemberId, string> Names, DateOnly Today);
}
