using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Orders;

/// <summary>What may be done with an order, or with lines of it.</summary>
[JsonConverter(typeof(CamelCaseEnum<OrderAct>))]
public enum OrderAct { Correct, Confirm, TakeBack, Amend, Repromise, StartPreparation, Ship, TakeShipmentBack, Deliver, CloseShort, Close, Hold, Release, Cancel }

/// <summary>The one table of an order's life: what may be done where it stands. Pages show by it what they offer, the order refuses by it what it does not allow.</summary>
public static class OrderLife
{
    private static readonly Dictionary<OrderStatus, OrderAct[]> _acts = new()
    {
        [OrderStatus.ToReview] = [OrderAct.Correct, OrderAct.Confirm, OrderAct.Amend, OrderAct.Hold, OrderAct.Cancel],
        [OrderStatus.Confirmed] =
            [OrderAct.TakeBack, OrderAct.Amend, OrderAct.Repromise, OrderAct.StartPreparation, OrderAct.Ship, OrderAct.CloseShort, OrderAct.Hold, OrderAct.Cancel],
        [OrderStatus.InPreparation] = [OrderAct.Amend, OrderAct.Repromise, OrderAct.Ship, OrderAct.CloseShort, OrderAct.Hold, OrderAct.Cancel],
        [OrderStatus.PartlyShipped] = [OrderAct.Amend, OrderAct.Repromise, OrderAct.Ship, OrderAct.TakeShipmentBack, OrderAct.CloseShort, OrderAct.Hold],
        [OrderStatus.Shipped] = [OrderAct.TakeShipmentBack, OrderAct.Deliver, OrderAct.Close],
        [OrderStatus.Delivered] = [OrderAct.Close],
        [OrderStatus.Closed] = [],
        [OrderStatus.OnHold] = [OrderAct.Amend, OrderAct.Release, OrderAct.Cancel],
        [OrderStatus.Cancelled] = [],
    };

    /// <summary>In the order of an order's life.</summary>
    public static IReadOnlyList<OrderAct> Acts(this OrderStatus status) => _acts[status];

    public static bool Allows(this OrderStatus status, OrderAct act) => _acts[status].Contains(act);

    /// <summary>Whether goods may still leave for it.</summary>
    public static bool IsOpen(this OrderStatus status) =>
        status is not (OrderStatus.Shipped or OrderStatus.Delivered or OrderStatus.Closed or OrderStatus.Cancelled);

    /// <summary>Whether the client has our word, and goods are still to leave: what can be late.</summary>
    public static bool IsUnderWay(this OrderStatus status) => status is OrderStatus.Confirmed or OrderStatus.InPreparation or OrderStatus.PartlyShipped;
}
