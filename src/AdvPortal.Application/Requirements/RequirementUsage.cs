using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Requirements;

/// <summary>What became of a requirement in orders since its revision came in force: whether it serves, or is only ever set aside.</summary>
/// <param name="Orders">In which it had something to say; cancelled ones do not count.</param>
/// <param name="Obeyed">Of these, those that were put right or settled as it asks.</param>
/// <param name="Waived">Those in which somebody set it aside, with a motive.</param>
/// <param name="Open">Those in which it is not settled yet.</param>
/// <param name="LastOn">The day on which the last of them came in.</param>
/// <param name="Motives">Why it was set aside, the latest first.</param>
public sealed record RequirementUsage(int Revision, int Orders, int Obeyed, int Waived, int Open, DateOnly? LastOn, IReadOnlyList<RequirementUsage.Motive> Motives)
{
    public const int MostMotives = 3;

    /// <summary>Null before anything was in force.</summary>
    internal static async Task<RequirementUsage?> ReadAsync(AdvDbContext db, Requirement requirement, TenantClock clock, CancellationToken ct)
    {
        if (requirement.Current is not { IsPublished: true } now)
        {
            return null;
        }

        var of = Of(db, requirement.Id, now.Revision);

        // A warning asks for nothing: once the order is answered, it was heard.
        var counted = await of
            .GroupBy(f => new { f.OrderId, f.ReceivedAt })
            .Select(order => new
            {
                order.Key.ReceivedAt,
                Waived = order.Max(f => f.Finding.State == FindingState.Waived ? 1 : 0),
                Open = order.Max(f => f.Finding.State == FindingState.Open && (f.Finding.Severity != Severity.Warn || f.Status == OrderStatus.ToReview || f.Status == OrderStatus.OnHold) ? 1 : 0),
            })
            .GroupBy(_ => 1)
            .Select(all => new { Orders = all.Count(), Waived = all.Sum(o => o.Waived), Open = all.Sum(o => o.Waived == 1 ? 0 : o.Open), Last = all.Max(o => o.ReceivedAt) })
            .SingleOrDefaultAsync(ct);

        if (counted is null)
        {
            return new(now.Revision, 0, 0, 0, 0, null, []);
        }

        var motives = counted.Waived == 0 ? [] : await of.Where(f => f.Finding.State == FindingState.Waived)
            .OrderByDescending(f => f.ReceivedAt).ThenByDescending(f => f.OrderId).ThenBy(f => f.Finding.Id)
            .Select(f => new { f.OrderId, f.Number, f.Finding.Waiver }).Take(MostMotives).ToListAsync(ct);

        return new(
            now.Revision, counted.Orders, counted.Orders - counted.Waived - counted.Open, counted.Waived, counted.Open, clock.DayOf(counted.Last),
            [.. motives.Where(m => m.Waiver is not null).Select(m => new Motive(m.OrderId, m.Number, m.Waiver!.Reason))]);
    }

    private static IQueryable<FoundIn> Of(AdvDbContext db, RequirementId requirement, int revision) =>
        from order in db.Orders
        where order.Status != OrderStatus.Cancelled
        from finding in order.Findings
        where finding.RequirementId == requirement && finding.RequirementRevision == revision
        select new FoundIn { OrderId = order.Id, Number = order.Number, Status = order.Status, ReceivedAt = order.ReceivedAt, Finding = finding };

    /// <summary>An order for which it was set aside, and why.</summary>
    public sealed record Motive(OrderId OrderId, string OrderNumber, string Reason);

    private sealed class FoundIn
    {
        public OrderId OrderId { get; init; }
        public required string Number { get; init; }
        public OrderStatus Status { get; init; }
        public DateTimeOffset ReceivedAt { get; init; }
        public required Finding Finding { get; init; }
    }
}
