using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Orders;

/// <summary>Where an order stands between its arrival and its end.</summary>
[JsonConverter(typeof(CamelCaseEnum<OrderStatus>))]
public enum OrderStatus { ToReview, Confirmed, InPreparation, PartlyShipped, Shipped, Delivered, Closed, OnHold, Cancelled }

public static class OrderStatusExtensions
{
    // Leaving OnHold means going back to where the order was held.
    private static readonly Dictionary<OrderStatus, OrderStatus[]> _next = new()
    {
        [OrderStatus.ToReview] = [OrderStatus.Confirmed, OrderStatus.OnHold, OrderStatus.Cancelled],
        [OrderStatus.Confirmed] = [OrderStatus.InPreparation, OrderStatus.PartlyShipped, OrderStatus.Shipped, OrderStatus.OnHold, OrderStatus.Cancelled],
        [OrderStatus.InPreparation] = [OrderStatus.PartlyShipped, OrderStatus.Shipped, OrderStatus.OnHold, OrderStatus.Cancelled],
        [OrderStatus.PartlyShipped] = [OrderStatus.Shipped, OrderStatus.Closed, OrderStatus.OnHold],
        [OrderStatus.Shipped] = [OrderStatus.Delivered],
        [OrderStatus.Delivered] = [OrderStatus.Closed],
        [OrderStatus.Closed] = [],
        [OrderStatus.OnHold] = [OrderStatus.ToReview, OrderStatus.Confirmed, OrderStatus.InPreparation, OrderStatus.PartlyShipped, OrderStatus.Cancelled],
        [OrderStatus.Cancelled] = [],
    };

    public static bool CanBecome(this OrderStatus from, OrderStatus to) => _next[from].Contains(to);

    /// <summary>Whether goods may still leave for it.</summary>
    public static bool IsOpen(this OrderStatus status) =>
        status is not (OrderStatus.Shipped or OrderStatus.Delivered or OrderStatus.Closed or OrderStatus.Cancelled);
}
