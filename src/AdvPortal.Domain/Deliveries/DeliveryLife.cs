using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Deliveries;

/// <summary>Where a delivery stands between its plan and its end; see <see cref="DeliveryLife"/>.</summary>
[JsonConverter(typeof(CamelCaseEnum<DeliveryStatus>))]
public enum DeliveryStatus { Planned, Packed, Shipped, Delivered, PartlyRefused, Refused, Cancelled }

/// <summary>What may be done with a delivery.</summary>
[JsonConverter(typeof(CamelCaseEnum<DeliveryAct>))]
public enum DeliveryAct { Change, Pack, Unpack, Ship, Track, Deliver, Refuse, Prove, Void }

/// <summary>The one table of a delivery's life: what may be done where it stands. Pages show by it what they offer, the delivery refuses by it what it does not allow.</summary>
public static class DeliveryLife
{
    private static readonly Dictionary<DeliveryStatus, DeliveryAct[]> _acts = new()
    {
        [DeliveryStatus.Planned] = [DeliveryAct.Change, DeliveryAct.Pack, DeliveryAct.Track, DeliveryAct.Void],
        [DeliveryStatus.Packed] = [DeliveryAct.Unpack, DeliveryAct.Ship, DeliveryAct.Track, DeliveryAct.Void],
        [DeliveryStatus.Shipped] = [DeliveryAct.Track, DeliveryAct.Deliver, DeliveryAct.Refuse, DeliveryAct.Prove, DeliveryAct.Void],
        [DeliveryStatus.Delivered] = [DeliveryAct.Prove],
        [DeliveryStatus.PartlyRefused] = [DeliveryAct.Prove],
        [DeliveryStatus.Refused] = [DeliveryAct.Prove],
        [DeliveryStatus.Cancelled] = [],
    };

    /// <summary>In the order of a delivery's life.</summary>
    public static IReadOnlyList<DeliveryAct> Acts(this DeliveryStatus status) => _acts[status];

    public static bool Allows(this DeliveryStatus status, DeliveryAct act) => _acts[status].Contains(act);

    /// <summary>Whether its goods are still here, and meant for it: nobody else may plan them.</summary>
    public static bool HoldsGoods(this DeliveryStatus status) => status is DeliveryStatus.Planned or DeliveryStatus.Packed;
}
