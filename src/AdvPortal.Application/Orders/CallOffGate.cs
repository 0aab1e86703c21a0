using AdvPortal.Application.Contracts;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Orders;

/// <summary>What is left of the agreements that orders call off, at the moment at which they are promised: two promises of one agreement are made one after the other, and the second knows of the first.</summary>
internal sealed class CallOffGate
{
    private readonly IReadOnlyList<BlanketStanding> _standings;
    private readonly IReadOnlyCollection<Order> _orders;

    private CallOffGate(IReadOnlyList<BlanketStanding> standings, IReadOnlyCollection<Order> orders) => (_standings, _orders) = (standings, orders);

    /// <summary>Asks nothing for orders that call nothing off. The agreements stay locked until the transaction ends.</summary>
    public static async Task<CallOffGate> ReadAsync(AdvDbContext db, IReadOnlyCollection<Order> orders, CancellationToken ct)
    {
        var lines = orders.SelectMany(order => order.Lines).Select(line => line.BlanketLineId).OfType<BlanketLineId>().Distinct().ToList();

        if (lines.Count == 0)
        {
            return new([], orders);
        }

        // Each statement sees what was committed before it: the sums are those of whoever held the lock before.
        var visit = new Visit(db);
        visit.Ask(BlanketStandings.Locked(db, lines));
        var standings = visit.Ask(BlanketStandings.Of(db, db.BlanketOrders, db.Set<BlanketLine>().Where(line => lines.Contains(line.Id)), [.. orders.Select(order => order.Id)]));
        await visit.GoAsync(ct);

        return new(standings.Rows, orders);
    }

    /// <summary>What others leave to one of the orders, those that were promised beside it a moment ago among them.</summary>
    public IReadOnlyCollection<BlanketStanding> Of(Order order) =>
    [
        .. _standings.Where(each => order.Lines.Any(line => line.BlanketLineId == each.Line))
            .Select(each => each with { CalledOff = each.CalledOff + _orders.Where(other => other != order).Sum(other => other.CalledOff(each.Line)) }),
    ];
}

/// <summary>Keeps on orders that more is called off than is left, when that was found as they were to be promised: else nobody could settle it.</summary>
[UseCase]
public sealed class KeepCallOffFindings(UnitOfWork unitOfWork)
{
    public Task<Refusal> ExecuteAsync(IReadOnlyCollection<OrderId> ids, CancellationToken ct = default) => KeptFindings.KeepAsync(unitOfWork, this, Permission.HandleOrders, async db =>
    {
        var orders = await ReadOrder.FindAsync(db, ids, ct);
        var gate = await CallOffGate.ReadAsync(db, orders, ct);

        return new([.. orders.Where(order => order.HoldCallOffs(gate.Of(order))).Select(order => (IId)order.Id)], [.. orders.SelectMany(order => order.Unmet(Moments.None))]);
    }, ct);

    /// <summary>Whether an order was refused because it takes more than is left.</summary>
    internal static bool Has(Refusal? refusal) => refusal is RequirementsNotMet met && met.Findings.Any(finding => finding.Kind == FindingKinds.BlanketExceeded);
}

/// <summary>Says that a line calls an agreement off, or that it does not: a person's word stands above what is named or proposed.</summary>
[UseCase]
public sealed class LinkCallOff(ActOnOrder act, TenantClock clock)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, string lineNo, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, order, _) =>
            {
                var standing = form.BlanketLineId is { } line ? await FindAsync(db, order, line, ct) : null;

                if (form.BlanketLineId is not null && standing is null)
                {
                    return new NoSuchBlanketLine();
                }

                var linked = order.Link(lineNo, standing);

                return linked.IsOk && order.Status is OrderStatus.ToReview ? await CorrectOrder.JudgeAgainAsync(db, clock, order, ct) : linked;
            },
            ct);

    // Another client's agreement is none of this order's.
    private static async Task<BlanketStanding?> FindAsync(AdvDbContext db, Order order, BlanketLineId line, CancellationToken ct)
    {
        var visit = new Visit(db);
        visit.Ask(BlanketStandings.Locked(db, [line]));
        var standing = visit.Ask(BlanketStandings.Of(db, db.BlanketOrders.Where(b => b.ClientId == order.ClientId), db.Set<BlanketLine>().Where(l => l.Id == line), [order.Id]));
        await visit.GoAsync(ct);

        return standing.Only;
    }

    /// <param name="BlanketLineId">Null: it calls nothing off.</param>
    public sealed record Form(BlanketLineId? BlanketLineId);
}
