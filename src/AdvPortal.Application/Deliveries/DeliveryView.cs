using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Deliveries;

/// <summary>A delivery as pages and the API read it.</summary>
public sealed record DeliveryView(
    DeliveryId Id,
    string Number,
    int Version,
    DeliveryStatus Status,
    ClientId ClientId,
    string ClientName,
    SiteId? SiteId,
    string? SiteName,
    DateOnly ShipOn,
    DateOnly ArriveOn,
    string? Carrier,
    string? TrackingNumber,
    string? TrackingLink,
    DateTimeOffset? ShippedAt,
    IReadOnlyList<DeliveryView.Line> Lines,
    IReadOnlyList<DeliveryView.Unit> Units)
{
    /// <summary>Who took or refused it, when, and what was noted at the door; null until then.</summary>
    public ProofOfDelivery? Proof { get; init; }

    /// <summary>Signed notes and photos.</summary>
    public IReadOnlyList<File> Files { get; init; } = [];

    /// <summary>The number that another system gave it, when it told that the goods had left; null for one that left here.</summary>
    public string? Reference { get; init; }

    /// <summary>The day on which it leaves has more than can leave; said when it was planned for it, null else.</summary>
    public FullDay? Full { get; init; }

    /// <summary>Who agreed to a delivery in part, where the client's requirements say otherwise.</summary>
    public string? PartsAgreedBy { get; init; }

    /// <summary>What was refused is outstanding again.</summary>
    public bool IsSentAgain { get; init; }

    public string? VoidReason { get; init; }

    /// <summary>What may be done with it as it stands.</summary>
    public IReadOnlyList<DeliveryAct> Acts { get; init; } = [];

    internal static DeliveryView Of(Delivery delivery, DeliverySurroundings around) => Of(delivery, around, delivery.Units);

    /// <summary>With parcels that were read apart from it.</summary>
    internal static DeliveryView Of(Delivery delivery, DeliverySurroundings around, IEnumerable<DeliveryUnit> packed)
    {
        var units = packed.Where(unit => !unit.IsVoid).OrderBy(unit => unit.Position).ToList();
        var places = units.ToDictionary(unit => unit.Id, unit => unit.Position);

        return new(
            delivery.Id, delivery.Number, delivery.Version, delivery.Status, delivery.ClientId, around.ClientName(delivery.ClientId), delivery.SiteId, around.SiteName(delivery.SiteId),
            delivery.ShipOn, delivery.ArriveOn, delivery.Carrier, delivery.TrackingNumber, delivery.TrackingLink, delivery.ShippedAt,
            [.. delivery.Lines.OrderBy(line => line.Position).Select(line => Line.Of(line, around))],
            [.. units.Select(unit => new Unit(unit.Position, unit.Kind, unit.Sscc, unit.WeightKg, unit.Contents, unit.OnUnitId is { } on ? places[on] : null))])
        {
            Proof = delivery.Proof,
            Files = [.. around.Files.Where(file => file.DeliveryId == delivery.Id).Select(file => new File(file.Id, file.FileName, file.ContentType, file.Size, file.AddedAt))],
            Reference = delivery.Reference,
            PartsAgreedBy = delivery.PartsAgreedBy,
            IsSentAgain = delivery.IsSentAgain,
            VoidReason = delivery.VoidReason,
            Acts = delivery.Status.Acts(),
        };
    }

    /// <param name="Planned">With this one.</param>
    public sealed record FullDay(DateOnly Day, int Planned, int Most, CapacityUnit Unit)
    {
        internal static FullDay? Of(DayIsFull? full) => full is null ? null : new(full.Day, full.Planned, full.Most, full.Unit);
    }

    /// <param name="Id">The delivery line's.</param>
    /// <param name="Outstanding">Of the order line, with what this delivery is to bring until it leaves.</param>
    public sealed record Line(
        Guid Id, OrderId OrderId, string OrderNumber, string? CustomerReference, string LineNo, string? ProductCode, string? BuyerCode, string Description, string Unit,
        decimal Quantity, decimal Ordered, decimal Outstanding, decimal DeliveredQuantity, decimal RefusedQuantity, RefusedBecause? RefusedBecause, string? RefusedNote)
    {
        internal static Line Of(DeliveryLine line, DeliverySurroundings around)
        {
            var (head, ordered) = (around.Head(line.OrderId), around.Line(line.LineId));

            // A line that the order lost since then is still in the plan, until somebody takes it out.
            return new(
                line.Id, line.OrderId, head?.Number ?? "", head?.CustomerReference, ordered?.LineNo ?? line.LineNo, ordered?.ProductCode, ordered?.BuyerCode, ordered?.Description ?? "", ordered?.Unit ?? "",
                line.Quantity, ordered?.Quantity ?? 0, ordered?.OutstandingQuantity ?? 0, line.DeliveredQuantity, line.RefusedQuantity, line.RefusedBecause, line.RefusedNote);
        }
    }

    /// <param name="Place">From 1.</param>
    /// <param name="On">The place of the pallet that it stands on.</param>
    public sealed record Unit(int Place, LogisticUnit Kind, string? Sscc, decimal? WeightKg, IReadOnlyList<UnitContent> Contents, int? On);

    public sealed record File(DeliveryFileId Id, string Name, string ContentType, int Size, DateTimeOffset AddedAt);
}

/// <summary>What deliveries are shown with, and is no part of them.</summary>
internal sealed record DeliverySurroundings(
    IReadOnlyDictionary<ClientId, string> Clients, IReadOnlyDictionary<SiteId, string> Sites, IReadOnlyDictionary<OrderId, OrderHead> Orders, IReadOnlyDictionary<Guid, OrderLine> Lines, IReadOnlyList<DeliveryFile> Files)
{
    public string ClientName(ClientId id) => Clients.GetValueOrDefault(id) ?? "";

    public string? SiteName(SiteId? id) => id is { } site ? Sites.GetValueOrDefault(site) : null;

    public OrderHead? Head(OrderId id) => Orders.GetValueOrDefault(id);

    public OrderLine? Line(Guid id) => Lines.GetValueOrDefault(id);
}

/// <summary>How an order is named.</summary>
internal sealed record OrderHead(OrderId Id, string Number, string? CustomerReference);
