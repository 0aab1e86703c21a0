using AdvPortal.Application.Deliveries;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Orders;

/// <summary>What a client still waits for, line by line, soonest first: what one must say when the client calls.</summary>
[UseCase]
public sealed class ListOpenLines(UnitOfWork unitOfWork, TenantClock clock)
{
    private const int MostOrders = 200;

    private static readonly OrderStatus[] _open = [.. Enum.GetValues<OrderStatus>().Where(status => status.IsOpen())];

    public Task<Result<OpenLines>> ExecuteAsync(ClientId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<OpenLines>(this, Permission.ReadOrders, async db =>
        {
            var open = db.Orders.Where(o => o.ClientId == id && _open.Contains(o.Status));
            var visit = new Visit(db);
            var clients = visit.Ask(db.Clients.Where(c => c.Id == id).Select(c => open.Count()));
            var departures = Departures.Ask(db, visit);
            var found = visit.Ask(open.AsTracking().OrderBy(o => o.NextDueOn).ThenBy(o => o.Id).Take(MostOrders));
            await visit.GoAsync(ct);

            if (clients.Rows is not [var count])
            {
                return new NoSuchClient();
            }

            var (orders, first) = (found.Rows, departures().First(clock));
            var told = await AskPartsAsync(db, [.. orders.Select(o => o.Id)], ct);
            var rows = orders.SelectMany(o => o.Lines.Where(l => l.OutstandingQuantity > 0).OrderBy(l => l.Position).Select(l => Row.Of(o, l, [.. told[o.Id.Value]], clock, first)));

            return new OpenLines(count, [.. rows.OrderBy(r => r.NextDueOn ?? r.PromisedOn ?? DateOnly.MaxValue)]);
        }, ct);

    // The parts find their orders by themselves.
    private static async Task<ILookup<Guid, ToldMail>> AskPartsAsync(AdvDbContext db, List<OrderId> orders, CancellationToken ct)
    {
        var visit = new Visit(db);
        var subjects = orders.ConvertAll(o => (Guid?)o.Value);
        visit.Ask(db.Set<OrderLine>().AsTracking().Where(l => orders.Contains(EF.Property<OrderId>(l, "OrderId"))));
        visit.Ask(db.Set<Finding>().AsTracking().Where(f => orders.Contains(EF.Property<OrderId>(f, "OrderId"))));
        visit.Ask(db.Set<PromiseChange>().AsTracking().Where(p => orders.Contains(EF.Property<OrderId>(p, "OrderId"))).OrderBy(p => p.Id));
        var mails = visit.Ask(db.Outbox.Where(m => subjects.Contains(m.SubjectId) && (m.Kind == MailKind.Acknowledgement || m.Kind == MailKind.PromiseNotice) && m.SentAt != null)
            .Select(m => new { Order = m.SubjectId!.Value, m.Kind, m.Status, m.CreatedAt, m.DueAt, m.SentAt }));
        await visit.GoAsync(ct);

        return mails.Rows.ToLookup(m => m.Order, m => new ToldMail(m.Kind, m.CreatedAt, new(m.Status, m.DueAt, m.SentAt, "", 1, null)));
    }

    /// <param name="Orders">How many orders are open, even where their lines are too many to list.</param>
    public sealed record OpenLines(int Orders, IReadOnlyList<Row> Lines);

    /// <param name="ToSettle">Something about it waits for a decision.</param>
    /// <param name="Why">What moved its date, or waits; null when it runs as asked.</param>
    public sealed record Row(
        OrderId OrderId, string Number, string? Reference, SiteId? SiteId, string LineNo, string? ProductCode, string? BuyerCode, string Description,
        decimal Outstanding, string Unit, DateOnly? RequestedOn, DateOnly? PromisedOn, bool ToSettle, Message? Why)
    {
        /// <summary>The next arrival that is promised of it.</summary>
        public DateOnly? NextDueOn { get; init; }

        /// <summary>Working days from the day asked for to the one that is promised; 0 where it is kept.</summary>
        public int DaysLate { get; init; }

        /// <summary>It is promised for a day that it cannot keep.</summary>
        public bool IsThreatened { get; init; }

        /// <summary>What turned out to stand against its day after it was promised.</summary>
        public PromiseBarrier? Barrier { get; init; }

        /// <summary>When its goods can leave, as stock or workshop say.</summary>
        public Readiness? Ready { get; init; }

        /// <summary>Why its promise was last moved, and when the client was told; null while the first one holds.</summary>
        public OrderView.Promise? Moved { get; init; }

        internal static Row Of(Order order, OrderLine line, IReadOnlyList<ToldMail> told, TenantClock clock, DateOnly firstDeparture)
        {
            var about = order.Findings.Where(f => f.Step is Moments.None && (f.LineNo is null || f.LineNo == line.LineNo)).ToList();
            var open = about.Find(f => f.State is FindingState.Open);
            var moved = about.Find(f => f.Kind == DeliveryDays.KindName && f.State is (FindingState.Applied or FindingState.Accepted));

            var barrier = order.Barrier is { } one && line.Promises(one.Day) ? one : null;

            return new(
                order.Id, order.Number, order.CustomerReference, order.SiteId, line.LineNo, line.ProductCode, line.BuyerCode, line.Description,
                line.OutstandingQuantity, line.Unit, line.RequestedOn ?? order.RequestedOn, line.PromisedOn ?? order.PromisedOn, open is not null, (open ?? moved)?.Explanation)
            {
                NextDueOn = line.NextDueOn,
                DaysLate = DaysBetween(line.RequestedOn, line.NextDueOn is { } due && due < clock.Today ? clock.Today : line.NextDueOn),
                IsThreatened = line.IsThreatened || order.StandingOn(line, clock.Today, firstDeparture) is PromiseStanding.AtRisk,
                Barrier = barrier,
                Ready = line.Ready,
                Moved = order.Promises.LastOrDefault(p => p.LineId == line.Id) is { Cause: not (PromiseCause.First or PromiseCause.Amendment) } last ? OrderView.Promise.Of(last) with { ToldAt = ToldPromises.At(last, told) is { } at ? clock.Local(at) : null } : null,
            };
        }

        private static int DaysBetween(DateOnly? asked, DateOnly? due)
        {
            var days = 0;

            for (var day = asked?.AddDays(1); day <= due; day = day.Value.AddDays(1))
            {
                days += WorkingDays.Contains(day.Value) ? 1 : 0;
            }

            return days;
        }
    }
}
