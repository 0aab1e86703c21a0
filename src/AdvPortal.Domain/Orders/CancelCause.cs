using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Orders;

/// <summary>Why an order is cancelled.</summary>
[JsonConverter(typeof(CamelCaseEnum<CancelCause>))]
public enum CancelCause { ClientRequest, Duplicate, Replaced, NotAvailable, PriceNotAgreed, Credit, Mistake, Other }
