using AdvPortal.Domain.Contracts;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Contracts;

/// <summary>What stands around handoffs: who prepared and took them, their signed contracts, and the orders that came of them. One visit, however many they are.</summary>
internal static class HandoffReading
{
    public static async Task<HandoffView> ViewAsync(this AdvDbContext db, Handoff handoff, TenantClock clock, CancellationToken ct) => (await db.ViewAsync([handoff], clock, ct))[0];

    public static async Task<List<HandoffView>> ViewAsync(this AdvDbContext db, IReadOnlyList<Handoff> handoffs, TenantClock clock, CancellationToken ct)
    {
        var ids = handoffs.Select(h => h.Id).ToList();
        var people = handoffs.SelectMany(h => new[] { h.AuthorId, h.OwnerId }).OfType<MemberId>().Distinct().ToList();
        var visit = new Visit(db);
        var members = visit.Ask(db.Members.Where(m => people.Contains(m.Id)).Select(m => new { m.Id, m.Name }));
        var files = visit.Ask(db.HandoffFiles.AsNoTracking().Where(f => ids.Contains(f.HandoffId)));
        var orders = visit.Ask(db.FirstOrders(handoffs, clock));
        await visit.GoAsync(ct);
        var (names, contracts, firsts) = (members.Rows.ToDictionary(m => m.Id, m => m.Name), files.Rows.ToDictionary(f => f.HandoffId, HandoffView.File.Of), orders.Rows.ToDictionary(o => new HandoffId(o.HandoffId)));

        return [.. handoffs.Select(ViewOf)];

        HandoffView ViewOf(Handoff handoff)
        {
            var first = firsts.GetValueOrDefault(handoff.Id)?.ToView();

            return new(
                handoff.Id, handoff.Version, handoff.Status, handoff.AuthorId, NameOf(handoff.AuthorId), handoff.CreatedAt, handoff.SubmittedAt, handoff.AcceptedAt,
                handoff.ClientId, handoff.OwnerId, NameOf(handoff.OwnerId), handoff.Content, handoff.Remarks, HandoffChecklist.Of(handoff.Content),
                contracts.GetValueOrDefault(handoff.Id), first, HandoffClock.Of(handoff.Content.Contract.SignedOn, first?.On, clock.Today));
        }

        string? NameOf(MemberId? id) => id is { } known ? names.GetValueOrDefault(known) : null;
    }

    /// <summary>Of each accepted handoff the first order from the day of signature on: its own look-up in the client's orders, all in one statement.</summary>
    public static IQueryable<FirstOrder> FirstOrders(this AdvDbContext db, IReadOnlyList<Handoff> handoffs, TenantClock clock)
    {
        var signed = handoffs.Where(h => h is { ClientId: not null, Content.Contract.SignedOn: not null }).ToList();
        var (ids, clients) = (signed.Select(h => h.Id.Value).ToArray(), signed.Select(h => h.ClientId!.Value.Value).ToArray());
        var since = signed.Select(h => clock.At(h.Content.Contract.SignedOn!.Value, TimeOnly.MinValue).UtcDateTime).ToArray();

        return db.Database.SqlQuery<FirstOrder>(
            $"""
            select signed.handoff_id, o.id as order_id, o.number, (o.received_at at time zone {clock.Zone.Id})::date as on_day
            from unnest({ids}, {clients}, {since}) as signed (handoff_id, client_id, since)
            cross join lateral (
                select id, number, received_at from orders
                where client_id = signed.client_id and status <> 'Cancelled' and received_at >= signed.since
                order by received_at, id limit 1) as o
            """);
    }

    internal sealed class FirstOrder
    {
        public Guid HandoffId { get; init; }
        public Guid OrderId { get; init; }
        public string Number { get; init; } = null!;
        public DateOnly OnDay { get; init; }

        public HandoffView.Order ToView() => new(new(OrderId), Number, OnDay);
    }
}
