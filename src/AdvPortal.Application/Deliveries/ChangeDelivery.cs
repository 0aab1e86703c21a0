using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using FluentValidation;

namespace AdvPortal.Application.Deliveries;

/// <summary>Moves a planned delivery to another day, puts goods in or takes some out, says who carries it and how it is followed.</summary>
[UseCase]
public sealed class ChangeDelivery(UnitOfWork unitOfWork, KeepFindings keep, IValidator<PlanDelivery.Form> validator, TenantClock clock)
{
    /// <param name="id">The delivery.</param>
    /// <param name="change">The form as it stands to the form as it shall be; a new day of arrival without one of departure is one to reckon.</param>
    /// <param name="version">As it was seen.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Result<DeliveryView>> ExecuteAsync(DeliveryId id, Func<Form, Result<Form>> change, int? version, CancellationToken ct = default)
    {
        List<OrderId> orders = [];
        var changed = await unitOfWork.RunAsync<Result<DeliveryView>>(this, Permission.HandleDeliveries, id, async db =>
        {
            if (await DeliveryBasis.FindAsync(db, id, ct) is not { } delivery)
            {
                return new NoSuchDelivery();
            }

            if (version is { } seen && seen != delivery.Version)
            {
                return new ChangedMeanwhile();
            }

            var form = change(Form.Of(delivery));

            if (!form.IsOk)
            {
                return form.Refusal;
            }

            if (await validator.RefuseAsync(form.Value, ct) is { } invalid)
            {
                return invalid;
            }

            orders = [.. delivery.Lines.Select(line => line.OrderId).Concat(form.Value.Orders).Concat(form.Value.Lines.Select(line => line.OrderId!.Value)).Distinct()];
            var basis = await DeliveryBasis.ReadAsync(db, clock, orders, id, ct);

            if (basis.Orders.Count < orders.Count)
            {
                return new NoSuchOrder();
            }

            var (day, count) = (delivery.ShipOn, delivery.Lines.Count);
            var applied = Apply(db, delivery, basis, form.Value);

            // What was too much before it was touched is not this change's.
            var full = applied.IsOk && (delivery.ShipOn != day || delivery.Lines.Count > count) ? await basis.FullAsync(db, delivery.ShipOn, delivery.Lines.Count, id, ct) : null;

            return full is not null && basis.Capacity!.Holds ? full : applied.IsOk ? applied.Value with { Full = DeliveryView.FullDay.Of(full) } : applied;
        }, ct);

        return changed.Refusal is RequirementsNotMet ? await keep.ExecuteAsync(orders, id, [Moments.Planning], ct) : changed;
    }

    private Result<DeliveryView> Apply(AdvDbContext db, Delivery delivery, DeliveryBasis basis, Form form)
    {
        basis.CarriedBy(form.Carrier);
        var before = delivery.Version;
        var goods = PlanDelivery.GoodsOf(basis, form);

        if (!goods.IsOk)
        {
            return goods.Refusal;
        }

        // What is planned leaves when whoever carries it comes. A day that has passed is another matter, whoever carries it.
        var changesHands = delivery.Status.Allows(DeliveryAct.Change) && delivery.ArriveOn >= clock.Today && basis.GoesOtherwise(delivery.Carrier, form.Carrier);
        var wasMoved = changesHands || (form.ArriveOn, form.ShipOn) != (delivery.ArriveOn, delivery.ShipOn);
        var wasLoaded = !Same(delivery, goods.Value);

        if (wasLoaded)
        {
            basis.Reach(Moments.Planning);

            if (delivery.Load(goods.Value, basis.Elsewhere, basis.Tolerance).Refusal is { } no)
            {
                return no;
            }

            basis.HoldOrders(db);
        }

        // Other goods may not be taken on the same day.
        if ((wasMoved || wasLoaded) && Move(delivery, basis, goods.Value, form, changesHands).Refusal is { } not)
        {
            return not;
        }

        if ((form.Carrier, form.TrackingNumber, form.TrackingLink) != (delivery.Carrier, delivery.TrackingNumber, delivery.TrackingLink)
            && delivery.Track(form.Carrier, form.TrackingNumber, form.TrackingLink).Refusal is { } untracked)
        {
            return untracked;
        }

        return delivery.Version == before ? basis.View(delivery) : basis.View(db, delivery);
    }

    private Result Move(Delivery delivery, DeliveryBasis basis, List<Goods> goods, Form form, bool changesHands)
    {
        // A day of departure that nobody named goes with that of arrival, and with the carrier.
        var days = basis.DaysFor(goods, form.ArriveOn, (changesHands || form.ArriveOn != delivery.ArriveOn) && form.ShipOn == delivery.ShipOn ? null : form.ShipOn, delivery.ShipOn);

        // What the delivery does not allow is said before what the calendars do not.
        return !delivery.Status.Allows(DeliveryAct.Change) ? new DeliveryDoesNotAllow(DeliveryAct.Change, delivery.Status)
            : days.IsOk ? delivery.Move((days.Value.ShipOn, days.Value.ArriveOn), clock.Today)
            : days.Refusal;
    }

    private static bool Same(Delivery delivery, List<Goods> goods) =>
        delivery.Lines.Count == goods.Count && goods.TrueForAll(each => delivery.Lines.Any(line => line.OrderId == each.Order.Id && line.LineNo == each.LineNo && line.Quantity == each.Quantity));

    public sealed class Form : PlanDelivery.Form
    {
        internal static Form Of(Delivery delivery) => new()
        {
            ArriveOn = delivery.ArriveOn,
            ShipOn = delivery.ShipOn,
            Carrier = delivery.Carrier,
            TrackingNumber = delivery.TrackingNumber,
            TrackingLink = delivery.TrackingLink,
            Lines = [.. delivery.Lines.OrderBy(line => line.Position).Select(line => new PlanDelivery.Line { OrderId = line.OrderId, LineNo = line.LineNo, Quantity = line.Quantity })],
        };
    }
}
