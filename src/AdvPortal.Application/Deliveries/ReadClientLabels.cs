using AdvPortal.Application.Orders;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Labels;

namespace AdvPortal.Application.Deliveries;

/// <summary>The client's own labels on the parcels and pallets of a delivery, as they were packed: one for each article in each, by the client's template, a QR code where none is required.</summary>
[UseCase]
public sealed class ReadClientLabels(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<LabelRun>> ExecuteAsync(DeliveryId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<LabelRun>(this, Permission.ReadOrders, async db =>
        {
            var papers = await DeliveryPapers.ReadAsync(db, clock, id, ct);

            if (!papers.IsOk)
            {
                return papers.Refusal;
            }

            var labels = Print(papers.Value).ToList();

            return labels.Count == 0 ? new NoUnitsToLabel()
                : labels.Count > ReadLabels.MostLabels ? new LabelsOutOfRange(ReadLabels.MostLabels)
                : labels.Select(ParcelLabels.Check).FirstOrDefault(refusal => refusal is not null) is { } impossible ? impossible
                : new LabelRun(papers.Value.Delivery.Number, labels);
        }, ct);

    private static IEnumerable<ParcelLabel> Print(DeliveryPapers papers)
    {
        var (delivery, basis) = (papers.Delivery, papers.Basis);
        var sender = new ReadLabels.Sender(basis.Settings.LegalName, basis.Settings.CompanyPrefix);
        var works = basis.Orders.ToDictionary(order => order.Id, order => new LabelWork(order, [.. order.Lines], papers.Client, sender, papers.Gtins, [], 1));
        var units = delivery.Units.Where(unit => !unit.IsVoid).OrderBy(unit => unit.Position).ToList();

        return
            from unit in units.Index()
            from held in unit.Item.Contents
            let brought = delivery.Lines.FirstOrDefault(line => line.Id == held.LineId)
            where brought is not null
            let work = works[brought.OrderId]
            let ordered = work.Order.Lines.FirstOrDefault(line => line.Id == brought.LineId)
            where ordered is not null
            from plan in LabelWork.PlansOf(work.Order, unit.Item.Kind, basis.Requirements)
            from label in Enumerable.Repeat(work.Label(ordered, plan.Rule, unit.Index + 1, held.Quantity, unit.Item.Sscc) with { Parcels = units.Count }, plan.Copies)
            select label;
    }
}
