using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Deliveries;

/// <summary>Plans what goes to one place of one client on one day, of one order or several.</summary>
[UseCase]
public sealed class PlanDelivery(UnitOfWork unitOfWork, KeepFindings keep, IValidator<PlanDelivery.Form> validator, TenantClock clock)
{
    public async Task<Result<DeliveryView>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        var id = Ids.New<DeliveryId>();
        var orders = form.Orders.Concat(form.Lines.Select(line => line.OrderId ?? default)).Distinct().ToList();
        var planned = await unitOfWork.RunAsync<Result<DeliveryView>>(this, Permission.HandleDeliveries, id, async db =>
            await validator.RefuseAsync(form, ct) is { } invalid ? invalid : await PlanAsync(db, id, orders, form, ct), ct);

        return planned.Refusal is RequirementsNotMet ? await keep.ExecuteAsync(orders, null, [Moments.Planning], ct) : planned;
    }

    private async Task<Result<DeliveryView>> PlanAsync(AdvDbContext db, DeliveryId id, List<OrderId> orders, Form form, CancellationToken ct)
    {
        var basis = await DeliveryBasis.ReadAsync(db, clock, orders, null, ct);

        if (basis.Orders.Count < orders.Count)
        {
            return new NoSuchOrder();
        }

        var goods = GoodsOf(basis, form);

        if (!goods.IsOk)
        {
            return goods.Refusal;
        }

        if (goods.Value.Count == 0)
        {
            return new DeliveryWithoutGoods();
        }

        basis.CarriedBy(form.Carrier);
        basis.Reach(Moments.Planning);
        var days = basis.DaysFor(goods.Value, form.ArriveOn, form.ShipOn);

        // Goods that may not go at all are said to be so before their day is.
        var planned = Delivery.Plan(id, goods.Value, basis.Elsewhere, basis.Tolerance, days.Value is { } its ? (its.ShipOn, its.ArriveOn) : (clock.Today, clock.Today), clock.Today);

        if ((planned.Refusal ?? days.Refusal) is { } refusal)
        {
            return refusal;
        }

        var delivery = planned.Value!;
        var tracked = delivery.Track(form.Carrier, form.TrackingNumber, form.TrackingLink);

        if (!tracked.IsOk)
        {
            return tracked.Refusal;
        }

        var full = await basis.FullAsync(db, delivery.ShipOn, delivery.Lines.Count, null, ct);

        if (full is not null && basis.Capacity!.Holds)
        {
            return full;
        }

        // Two who plan the same goods at once: the version of the order tells the second one.
        basis.HoldOrders(db);
        delivery.Numbered(clock.Today.Year, await db.NextNumberAsync("delivery", ct));
        db.Deliveries.Add(delivery);

        return basis.View(db, delivery) with { Full = DeliveryView.FullDay.Of(full) };
    }

    /// <summary>Without a quantity, all that is still to plan.</summary>
    internal static Result<List<Goods>> GoodsOf(DeliveryBasis basis, Form form)
    {
        List<Goods> goods = [];

        foreach (var id in form.Orders.Distinct())
        {
            var order = basis.Orders.First(each => each.Id == id);
            goods.AddRange(order.Lines.OrderBy(line => line.Position).Select(line => new Goods(order, line.LineNo, Left(basis, line))).Where(each => each.Quantity > 0 && form.Lines.TrueForAll(line => line.OrderId != id || line.LineNo != each.LineNo)));
        }

        foreach (var line in form.Lines)
        {
            var order = basis.Orders.First(each => each.Id == line.OrderId);

            if (order.Lines.FirstOrDefault(each => each.LineNo == line.LineNo) is not { } found)
            {
                return new NoSuchLine(line.LineNo!);
            }

            if (line.Quantity is null && Left(basis, found) <= 0)
            {
                return new PlansTooMuch(order.Number, found.LineNo, 0);
            }

            goods.Add(new(order, found.LineNo, line.Quantity ?? Left(basis, found)));
        }

        return goods;
    }

    private static decimal Left(DeliveryBasis basis, OrderLine line) => line.OutstandingQuantity - basis.Elsewhere.GetValueOrDefault(line.Id);

    public class Form
    {
        /// <summary>Orders of which everything goes that is still to plan.</summary>
        public List<OrderId> Orders { get; set; } = [];

        public List<Line> Lines { get; set; } = [];

        /// <summary>Null: the day promised, or the first one after it on which the site receives.</summary>
        public DateOnly? ArriveOn { get; set; }

        /// <summary>Null: as late as it can leave to arrive then.</summary>
        public DateOnly? ShipOn { get; set; }

        public string? Carrier { get; set; }
        public string? TrackingNumber { get; set; }
        public string? TrackingLink { get; set; }
    }

    public sealed class Line
    {
        public OrderId? OrderId { get; set; }
        public string? LineNo { get; set; }

        /// <summary>In the order line's unit; null for all that is still to plan.</summary>
        public decimal? Quantity { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Lines).NotEmpty().When(f => f.Orders.Count == 0).WithMessage("AddALine");
            RuleFor(f => f.Lines).Must(lines => lines.Count <= Delivery.MostLines).WithMessage("Delivery.TooManyLines");
            RuleForEach(f => f.Lines).ChildRules(line =>
            {
                line.RuleFor(l => l.OrderId).NotNull().WithMessage("Delivery.ChooseOrder");
                line.RuleFor(l => l.LineNo).NotEmpty().WithMessage("ChooseLine");
                line.RuleFor(l => l.Quantity).InclusiveBetween(0, LineAmounts.MostQuantity).WithMessage("QuantityOutOfRange");
            });
            RuleFor(f => f.Carrier).MaximumLength(Delivery.CarrierMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.TrackingNumber).MaximumLength(Delivery.TrackingNumberMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.TrackingLink).MaximumLength(Delivery.TrackingLinkMaxLength).WithMessage("NoteTooLong");
        }
    }
}
