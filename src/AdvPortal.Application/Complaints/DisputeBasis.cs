using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Complaints;

/// <summary>All that is known when somebody says what is disputed: the client, its orders and deliveries, and what other complaints dispute of them. Read in one visit.</summary>
internal sealed class DisputeBasis
{
    private readonly IReadOnlyList<Order> _orders;
    private readonly IReadOnlyList<Delivery> _deliveries;
    private readonly DisputedGoods _goods;

    private DisputeBasis(IReadOnlyList<Order> orders, IReadOnlyList<Delivery> deliveries, DisputedGoods goods) => (_orders, _deliveries, _goods) = (orders, deliveries, goods);

    /// <summary>What others dispute, by the ids of delivery lines and of order lines.</summary>
    public IReadOnlyDictionary<Guid, decimal> Elsewhere => _goods.Elsewhere;

    /// <summary>The client is not there, or its site, its contact or the conversation is somebody else's.</summary>
    public required Refusal? Refusal { get; init; }

    /// <summary>Two people who dispute goods of one client do so one after the other, each knowing of the other's.</summary>
    /// <param name="db">The database.</param>
    /// <param name="form">What is said.</param>
    /// <param name="but">This complaint, whose lines are no other's.</param>
    /// <param name="ct">Stops reading.</param>
    public static async Task<DisputeBasis> ReadAsync(AdvDbContext db, ComplaintForm form, ComplaintId? but, CancellationToken ct)
    {
        var (client, site, contact, inquiry) = (form.ClientId!.Value, form.SiteId, form.ContactId, but is null ? form.InquiryId : null);
        var orders = form.Lines.Select(l => l.OrderId).OfType<OrderId>().Distinct().ToList();
        var deliveries = form.Lines.Select(l => l.DeliveryId).OfType<DeliveryId>().Distinct().ToList();
        var visit = new Visit(db);
        visit.Lock($"disputes:{client.Value}");
        var known = visit.Ask(db.Clients.Where(c => c.Id == client).Select(c => c.Id));
        var sites = visit.Ask(db.Sites.Where(s => s.Id == site && s.ClientId == client).Select(s => s.Id));
        var contacts = visit.Ask(db.Contacts.Where(c => c.Id == contact && c.ClientId == client && c.ErasedAt == null).Select(c => c.Id));
        var inquiries = visit.Ask(db.Inquiries.Where(i => i.Id == inquiry).Select(i => new { i.ClientId }));
        var ordered = visit.Ask(db.Orders.AsNoTracking().Where(o => orders.Contains(o.Id)).Include(o => o.Lines).AsSingleQuery());
        var delivered = visit.Ask(db.Deliveries.AsNoTracking().Where(d => deliveries.Contains(d.Id)).Include(d => d.Lines).AsSingleQuery());
        var goods = DisputedGoods.Ask(db, visit, orders, but);
        await visit.GoAsync(ct);

        return new(ordered.Rows, delivered.Rows, goods())
        {
            Refusal = known.Rows.Count == 0 ? new NoSuchClient()
                : site is not null && sites.Rows.Count == 0 ? new NoSuchSite()
                : contact is not null && contacts.Rows.Count == 0 ? new NoSuchContact()
                : inquiry is not null && inquiries.Rows.Count == 0 ? new NoSuchInquiry()
                : inquiry is not null && inquiries.Only!.ClientId is null ? new InquiryWithoutClient()
                : inquiry is not null && inquiries.Only!.ClientId != client ? new InquiryOfAnother()
                : null,
        };
    }

    public Result<IReadOnlyList<Disputed>> Of(ComplaintForm form)
    {
        List<Disputed> disputed = [];

        foreach (var line in form.Lines)
        {
            if (_orders.FirstOrDefault(each => each.Id == line.OrderId) is not { } order)
            {
                return new NoSuchOrder();
            }

            if (order.Lines.FirstOrDefault(each => each.LineNo == line.LineNo) is not { } ordered)
            {
                return new NoSuchLine(line.LineNo!);
            }

            var delivery = _deliveries.FirstOrDefault(each => each.Id == line.DeliveryId);

            if (line.DeliveryId is not null && delivery is null)
            {
                return new NoSuchDelivery();
            }

            var brought = delivery?.Lines.FirstOrDefault(each => each.OrderId == order.Id && each.LineId == ordered.Id);

            if (delivery is not null && brought is null)
            {
                return new NoSuchDeliveryLine(line.LineNo!);
            }

            disputed.Add(new(order, ordered, line.Quantity!.Value, delivery, brought, line.Amount, line.ReceivedInstead, _goods.CameBack(ordered.Id)));
        }

        return disputed;
    }

    /// <summary>What a complaint disputes, as its orders and deliveries stand now; what an order no longer has is left out.</summary>
    public IReadOnlyList<Disputed> Of(Complaint complaint) =>
    [
        .. from line in complaint.Lines
           from order in _orders.Where(each => each.Id == line.OrderId)
           from ordered in order.Lines.Where(each => each.Id == line.LineId)
           let delivery = _deliveries.FirstOrDefault(each => each.Id == line.DeliveryId)
           select new Disputed(
               order, ordered, line.Quantity, delivery, delivery?.Lines.FirstOrDefault(each => each.Id == line.DeliveryLineId), line.Amount, line.ReceivedInstead, _goods.CameBack(ordered.Id)),
    ];
}

/// <summary>What complaints dispute of orders already, and what came back of them.</summary>
/// <param name="Elsewhere">By the ids of order lines all that is disputed of them; by those of delivery lines what is disputed of that delivery.</param>
internal sealed record DisputedGoods(IReadOnlyDictionary<Guid, decimal> Elsewhere, IReadOnlyDictionary<Guid, decimal> Returned)
{
    private const string ComplaintKey = "ComplaintId";

    /// <summary>To be called once the visit is over.</summary>
    /// <param name="db">The database.</param>
    /// <param name="visit">With which it is asked.</param>
    /// <param name="orders">Of which.</param>
    /// <param name="but">This complaint, whose lines are no other's.</param>
    public static Func<DisputedGoods> Ask(AdvDbContext db, Visit visit, List<OrderId> orders, ComplaintId? but)
    {
        var others = visit.Ask(
            from line in db.Set<ComplaintLine>()
            join complaint in db.Complaints on EF.Property<ComplaintId>(line, ComplaintKey) equals complaint.Id
            where orders.Contains(line.OrderId) && complaint.Id != but && complaint.Status != ComplaintStatus.Refused && complaint.Status != ComplaintStatus.Withdrawn
            select new { line.LineId, line.DeliveryLineId, line.Quantity });
        var returned = visit.Ask(
            from delivery in db.Deliveries
            where delivery.IsSentAgain
            from line in delivery.Lines
            where orders.Contains(line.OrderId) && line.RefusedQuantity > 0
            select new { line.LineId, line.RefusedQuantity });

        return () => new(
            Sums(others.Rows.Select(l => (l.LineId, l.Quantity)).Concat(others.Rows.Where(l => l.DeliveryLineId is not null).Select(l => (l.DeliveryLineId!.Value, l.Quantity)))),
            Sums(returned.Rows.Select(l => (l.LineId, l.RefusedQuantity))));
    }

    public decimal CameBack(Guid line) => Returned.GetValueOrDefault(line);

    private static Dictionary<Guid, decimal> Sums(IEnumerable<(Guid Of, decimal Quantity)> lines) => lines.GroupBy(l => l.Of).ToDictionary(l => l.Key, l => l.Sum(each => each.Quantity));
}
