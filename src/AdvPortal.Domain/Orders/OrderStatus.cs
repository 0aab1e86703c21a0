using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Orders;

/// <summary>Where an order stands between its arrival and its end; see <see cref="OrderLife"/>.</summary>
[JsonConverter(typeof(CamelCaseEnum<OrderStatus>))]
public enum OrderStatus { ToReview, Confirmed, InPreparation, PartlyShipped, Shipped, Delivered, Closed, OnHold, Cancelled }
