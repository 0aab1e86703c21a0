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

    /// <summary>Of those of which anything was ever in force, since their last revision.</summary>
    internal static async Task<IReadOnlyDictionary<RequirementId, RequirementUsage>> ReadAsync(AdvDbContext db, IReadOnlyList<Requirement> requirements, TenantClock clock, CancellationToken ct)
    {
        var published = requirements.Where(r => r.Current.IsPublished).ToDictionary(r => r.Id, r => r.Current.Revision);
        List<RequirementId?> ids = [.. published.Keys];

        // A warning asks for nothing: once the order is answered, it was heard.
        var counted = await (
            from order in db.Orders
            where order.Status != OrderStatus.Cancelled
            from finding in order.Findings
            where ids.Contains(finding.RequirementId)
            group new { finding.State, finding.Severity, order.Status } by new { finding.RequirementId, finding.RequirementRevision, order.Id, order.ReceivedAt } into found
            select new
            {
                found.Key.RequirementId,
                found.Key.RequirementRevision,
                found.Key.ReceivedAt,
                Waived = found.Max(f => f.State == FindingState.Waived ? 1 : 0),
                Open = found.Max(f => f.State == FindingState.Open && (f.Severity != Severity.Warn || f.Status == OrderStatus.ToReview || f.Status == OrderStatus.OnHold) ? 1 : 0),
            } into order
            group order by new { order.RequirementId, order.RequirementRevision } into orders
            select new
            {
                orders.Key.RequirementId,
                orders.Key.RequirementRevision,
                Orders = orders.Count(),
                Waived = orders.Sum(o => o.Waived),
                Open = orders.Sum(o => o.Waived == 1 ? 0 : o.Open),
                Last = orders.Max(o => o.ReceivedAt),
            }).ToListAsync(ct);

        var used = counted.Where(each => published[each.RequirementId!.Value] == each.RequirementRevision).ToDictionary(each => each.RequirementId!.Value);
        var motives = await MotivesAsync(db, [.. used.Where(each => each.Value.Waived > 0).Select(each => each.Key)], ct);

        return published.ToDictionary(each => each.Key, each => used.TryGetValue(each.Key, out var of)
            ? new RequirementUsage(each.Value, of.Orders, of.Orders - of.Waived - of.Open, of.Waived, of.Open, clock.DayOf(of.Last), motives.GetValueOrDefault(each.Key, []))
            : new(each.Value, 0, 0, 0, 0, null, []));
    }

    private static async Task<Dictionary<RequirementId, List<Motive>>> MotivesAsync(AdvDbContext db, List<RequirementId> waived, CancellationToken ct)
    {
        if (waived.Count == 0)
        {
            return [];
        }

        // Published, and not replaced by another: there is one.
        var last = await (
            from requirement in db.Requirements
            where waived.Contains(requirement.Id)
            from revision in requirement.Revisions
            where revision.Status == RequirementStatus.InForce || revision.Status == RequirementStatus.Retired
            select new
            {
                requirement.Id,
                Found = (
                    from order in db.Orders
                    where order.Status != OrderStatus.Cancelled
                    from finding in order.Findings
                    where finding.RequirementId == requirement.Id && finding.RequirementRevision == revision.Revision && finding.State == FindingState.Waived
                    orderby order.ReceivedAt descending, order.Id descending, finding.Id
                    select new { order.Id, order.Number, finding.Waiver }).Take(MostMotives).ToList(),
            }).ToListAsync(ct);

        return last.ToDictionary(each => each.Id, each => each.Found.ConvertAll(found => new Motive(found.Id, found.Number, found.Waiver!.Reason)));
    }

    /// <summary>An order for which it was set aside, and why.</summary>
    public sealed record Motive(OrderId OrderId, string OrderNumber, string Reason);
}
