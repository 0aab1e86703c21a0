using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Orders;

/// <summary>Whether a promise is being kept.</summary>
[JsonConverter(typeof(CamelCaseEnum<PromiseStanding>))]
public enum PromiseStanding
{
    /// <summary>Nothing is promised, or nothing is outstanding.</summary>
    None,
    OnTime,

    /// <summary>Its day has not come, and it will be missed unless something changes.</summary>
    AtRisk,

    /// <summary>Its day has passed.</summary>
    Late,
}
