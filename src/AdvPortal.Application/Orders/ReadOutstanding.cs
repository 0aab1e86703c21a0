using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Orders;

/// <summary>All that a client still waits for, by site and in the client's own codes: what is read out, printed or sent to them.</summary>
[UseCase]
public sealed class ReadOutstanding(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Outstanding>> ExecuteAsync(ClientId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Outstanding>(this, Permission.ReadOrders, async db =>
        {
            var visit = new Visit(db);
            var clients = visit.Ask(db.Clients.Where(c => c.Id == id).Select(c => new { c.Name, c.Code }));
            var sites = visit.Ask(db.Sites.Where(s => s.ClientId == id).Select(s => new { s.Id, s.Name }));
            var lines = visit.Ask(Lines(db, id));
            await visit.GoAsync(ct);

            if (clients.Only is not { } client)
            {
                return new NoSuchClient();
            }

            var places = sites.Rows.ToDictionary(s => s.Id, s => s.Name);

            return new Outstanding(
                id, client.Name, client.Code, clock.Today,
                [
                    .. lines.Rows.GroupBy(line => line.SiteId)
                        .Select(of => new Place(of.Key, of.Key is { } site ? places.GetValueOrDefault(site) : null, [.. of.Select(line => line.Row()).OrderBy(row => row.PromisedOn ?? DateOnly.MaxValue).ThenBy(row => row.Number, StringComparer.Ordinal).ThenBy(row => row.Position)]))
                        .OrderBy(place => place.Name is null).ThenBy(place => place.Name, StringComparer.CurrentCulture),
                ]);
        }, ct);

    // Whole rows: what arrives in parts is worked out by the line itself.
    private static IQueryable<Stored> Lines(AdvDbContext db, ClientId client) =>
        from order in db.Orders
        where order.ClientId == client && order.OpenLines > 0
        from line in order.Lines
        where line.OutstandingQuantity > 0
        select new Stored { OrderId = order.Id, Number = order.Number, Reference = order.CustomerReference, SiteId = order.SiteId, Status = order.Status, RequestedOn = order.RequestedOn, Currency = order.Currency, Line = line };

    public sealed record Outstanding(ClientId ClientId, string ClientName, string ClientCode, DateOnly Today, IReadOnlyList<Place> Places);

    /// <param name="Name">Null for orders without a site.</param>
    public sealed record Place(SiteId? Id, string? Name, IReadOnlyList<Row> Lines);

    /// <param name="Reference">The client's.</param>
    /// <param name="BuyerCode">The client's; ours stands in <paramref name="ProductCode"/>.</param>
    /// <param name="PromisedOn">The next arrival; null while nothing is promised.</param>
    /// <param name="Parts">Where it arrives in several, soonest first.</param>
    public sealed record Row(
        OrderId OrderId, string Number, string? Reference, int Position, string LineNo, string? BuyerCode, string? ProductCode, string Description, decimal Ordered, decimal Shipped, decimal Outstanding, string Unit,
        DateOnly? RequestedOn, DateOnly? PromisedOn, IReadOnlyList<PromisedPart> Parts, OrderStatus Status, decimal Net, string Currency);

    private sealed class Stored
    {
        public OrderId OrderId { get; init; }
        public string Number { get; init; } = "";
        public string? Reference { get; init; }
        public SiteId? SiteId { get; init; }
        public OrderStatus Status { get; init; }
        public DateOnly? RequestedOn { get; init; }
        public string Currency { get; init; } = "";
        public OrderLine Line { get; init; } = null!;

        // What was never promised is no promise, whatever the line proposes.
        public Row Row() => new(
            OrderId, Number, Reference, Line.Position, Line.LineNo, Line.BuyerCode, Line.ProductCode, Line.Description, Line.Quantity, Line.ShippedQuantity, Line.OutstandingQuantity, Line.Unit,
            Line.RequestedOn ?? RequestedOn, Line.FirstPromisedOn is null ? null : Line.NextDueOn, Line.FirstPromisedOn is null ? [] : Line.Schedule, Status, Line.OutstandingAmount, Currency);
    }
}
