using AdvPortal.Application.Deliveries;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Web.Components.Shared;

namespace AdvPortal.Web.Components.Deliveries;

/// <summary>What a person fills in to do something with a delivery: one form for all acts, of which each shows its own part.</summary>
public sealed class DeliveryWish(DeliveryView delivery)
{
    public required DeliveryAct Act { get; init; }

    public DateOnly? ArriveOn { get; set; } = delivery.ArriveOn;
    public string? Carrier { get; set; } = delivery.Carrier;
    public string? TrackingNumber { get; set; } = delivery.TrackingNumber;
    public string? TrackingLink { get; set; } = delivery.TrackingLink;
    public string? PartsAgreedBy { get; set; }
    public string? Reason { get; set; }
    public bool SendAgain { get; set; }

    public PackDelivery.Form Packing { get; } = new() { Parcels = 1 };

    public DeliverDelivery.Form Proof { get; } = new();

    /// <summary>Line by line, as the delivery lists them.</summary>
    public IReadOnlyList<Line> Lines { get; } = [.. delivery.Lines.Select(line => new Line { Of = line, Quantity = line.Quantity.Plain() })];

    public ShipDelivery.Form Shipping => new() { Carrier = Carrier, TrackingNumber = TrackingNumber, TrackingLink = TrackingLink, PartsAgreedBy = PartsAgreedBy };

    public RefuseDelivery.Form Refusal => new()
    {
        ReceivedBy = Proof.ReceivedBy,
        Reserves = Proof.Reserves,
        SendAgain = SendAgain,
        Lines = [.. Lines.Where(line => line.IsChosen).Select(line => new RefuseDelivery.Line { Id = line.Of.Id, Quantity = line.Quantity, Because = line.Because, Note = line.Note })],
    };

    /// <summary>What the change of a delivery is to say.</summary>
    public Result<ChangeDelivery.Form> Apply(ChangeDelivery.Form form)
    {
        (form.ArriveOn, form.Carrier, form.TrackingNumber, form.TrackingLink) = (ArriveOn, Carrier, TrackingNumber, TrackingLink);

        if (Act is DeliveryAct.Change)
        {
            form.Lines = [.. Lines.Where(line => line.Quantity > 0).Select(line => new PlanDelivery.Line { OrderId = line.Of.OrderId, LineNo = line.Of.LineNo, Quantity = line.Quantity })];
        }

        return form;
    }

    public sealed class Line
    {
        public required DeliveryView.Line Of { get; init; }
        public bool IsChosen { get; set; }
        public decimal? Quantity { get; set; }
        public RefusedBecause? Because { get; set; } = RefusedBecause.Damaged;
        public string? Note { get; set; }
    }
}
