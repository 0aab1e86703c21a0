using AdvPortal.Application.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Labels;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Orders;

/// <summary>How the labels of an order will look, before anything is numbered or printed.</summary>
[UseCase]
public sealed class PreviewLabels(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Preview>> ExecuteAsync(OrderId id, LogisticUnit? per = null, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Preview>(this, Permission.ReadOrders, async db =>
        {
            if (await ReadOrder.FindAsync(db, id, ct) is not { } order || order.Lines.OrderBy(l => l.Position).FirstOrDefault() is not { } line)
            {
                return new NoSuchOrder();
            }

            var visit = new Visit(db);
            var steps = OrderSteps.Ask(db, visit, clock, order);
            var clients = visit.AskClient(db, order.ClientId);
            var settings = visit.Ask(db.TenantSettings.Select(s => new ReadLabels.Sender(s.LegalName, s.CompanyPrefix)));
            var gtins = visit.Ask(db.Products.Where(p => p.Id == line.ProductId && p.Gtin != null).Select(p => new { p.Id, p.Gtin }));
            var units = visit.Ask(db.NumberedUnits.Where(u => u.OrderId == order.Id && u.LineId == line.Id && u.Place == 1));
            await visit.GoAsync(ct);

            steps.Reach(Moments.Labelling);
            var work = new LabelWork(order, [line], clients.Rows[0], settings.Rows[0], gtins.Rows.ToDictionary(p => p.Id, p => p.Gtin!), await LabelWork.PlansAsync(db, order, per, ct), 1);
            var numbers = work.Units().ToDictionary(unit => unit, unit => units.Rows.FirstOrDefault(u => LabelWork.Unit.Of(u) == unit)?.Sscc ?? LabelPayload.Example(LabelField.Sscc));
            var labels = work.Print(numbers).DistinctBy(label => label.Symbology).ToList();

            return labels.Select(ParcelLabels.Check).FirstOrDefault(refusal => refusal is not null) is { } impossible
                ? impossible
                : new Preview(labels, [.. LabelWork.Wanted(order).Select(f => f.After!.Labels!.Per).Distinct()], IsExample: numbers.Count > 0 && units.Rows.Count == 0);
        }, ct);

    /// <param name="Labels">Of the first line, one of each kind.</param>
    /// <param name="Units">What has to be labelled.</param>
    /// <param name="IsExample">The number on it is none of ours: it is given when the label is printed.</param>
    public sealed record Preview(IReadOnlyList<ParcelLabel> Labels, IReadOnlyList<LogisticUnit> Units, bool IsExample);
}
