using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Orders;

/// <summary>Where one line stands: what has left of it, and what will not.</summary>
[JsonConverter(typeof(CamelCaseEnum<LineStanding>))]
public enum LineStanding
{
    /// <summary>Nothing is promised.</summary>
    ToReview,

    /// <summary>All of it is still to leave.</summary>
    Promised,
    PartlyShipped,
    Shipped,

    /// <summary>Part of it has left, and no more will.</summary>
    ClosedShort,

    /// <summary>Nothing of it has left, and nothing will.</summary>
    Cancelled,
}
