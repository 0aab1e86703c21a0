using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Xml;

namespace AdvPortal.Exchange.Intake.Ubl;

/// <summary>Reads where and when the goods are wanted (<c>cac:Delivery</c>), of the order or of a line.</summary>
internal sealed class UblDelivery(XmlContext context, UblParty parties)
{
    private readonly XmlCursor _xml = context.Xml;

    /// <summary>One delivery as the document states it.</summary>
    internal sealed class Wanted
    {
        public PartyDraft ShipTo { get; } = new();
        public decimal? Quantity { get; set; }
        public DateOnly? Start { get; set; }
        public DateOnly? End { get; set; }
    }

    /// <param name="isTaken">It is the first: the places of its values are kept, until there is a second one.</param>
    public Wanted Read(bool isTaken)
    {
        var wanted = new Wanted();
        var address = PartyDraft.Nowhere;
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "Quantity": wanted.Quantity = context.Number(); break;
                case "LatestDeliveryDate": wanted.End = context.Date(isTaken ? "requestedDelivery.end" : null) ?? wanted.End; break;
                case "DeliveryAddress" or "DeliveryLocation" or "DeliveryParty":
                    var owner = context.Enter(isTaken ? "shipTo." : XmlContext.NotTaken);
                    ReadPlace(wanted.ShipTo, ref address);
                    context.Leave(owner);
                    break;
                case "RequestedDeliveryPeriod": ReadPeriod(wanted, isTaken); break;
                default: context.LeaveUnread("Delivery"); break;
            }
        }

        wanted.ShipTo.Address = address == PartyDraft.Nowhere ? wanted.ShipTo.Address : address;
        return wanted;
    }

    /// <summary>The first delivery is the order's; more of them are for a person to part.</summary>
    public void Give(OrderDraft order, List<Wanted> deliveries)
    {
        if (deliveries.Count > 0)
        {
            order.ShipTo = deliveries[0].ShipTo.IsEmpty ? null : deliveries[0].ShipTo;
            (order.Delivery.Start, order.Delivery.End) = (deliveries[0].Start, deliveries[0].End);
        }

        TellSplit(deliveries, null);
    }

    public void Give(LineDraft line, List<Wanted> deliveries)
    {
        if (deliveries is [var only])
        {
            line.ShipTo = only.ShipTo.IsEmpty ? null : only.ShipTo;
            (line.DeliveryStart, line.DeliveryEnd) = (only.Start, only.End);
        }
        else if (deliveries.Count > 1)
        {
            context.Forget("shipTo.");
            context.Forget("requestedDelivery.");
        }

        TellSplit(deliveries, line.LineNo);
    }

    private void TellSplit(List<Wanted> deliveries, string? line)
    {
        foreach (var delivery in deliveries.Count > 1 ? deliveries : [])
        {
            context.TellSplit(line, delivery.Quantity, delivery.ShipTo.Name ?? delivery.ShipTo.Gln ?? delivery.ShipTo.Address.City, delivery.Start ?? delivery.End);
        }
    }

    private void ReadPlace(PartyDraft shipTo, ref PostalAddress address)
    {
        switch (_xml.Name)
        {
            case "DeliveryAddress": address = parties.ReadAddress(); break;
            case "DeliveryLocation": ReadLocation(shipTo, ref address); break;
            default: parties.ReadParty(shipTo); break;
        }
    }

    private void ReadLocation(PartyDraft shipTo, ref PostalAddress address)
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ID":
                    var scheme = _xml.Attribute("schemeID");
                    var id = _xml.Text();
                    if (XmlContext.IsLocationNumber(scheme, id))
                    {
                        shipTo.Gln = id;
                        context.Found("gln");
                    }

                    if (shipTo.Id is null)
                    {
                        shipTo.Id = id;
                        context.Found("id");
                    }

                    break;
                case "Name":
                    shipTo.Name = shipTo.Name is null ? context.Text("name") : shipTo.Name;
                    break;
                case "Address":
                    address = parties.ReadAddress();
                    break;
                default:
                    context.LeaveUnread("DeliveryLocation");
                    break;
            }
        }
    }

    private void ReadPeriod(Wanted wanted, bool isTaken)
    {
        var where = context.Here;
        string? from = null;
        string? until = null;
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "StartDate": wanted.Start = context.Date(isTaken ? "requestedDelivery.start" : null); break;
                case "EndDate": wanted.End = context.Date(isTaken ? "requestedDelivery.end" : null); break;
                case "StartTime": from = _xml.Text(); break;
                case "EndTime": until = _xml.Text(); break;
                default: context.LeaveUnread("RequestedDeliveryPeriod"); break;
            }
        }

        if (from is not null || until is not null)
        {
            context.Log.Warning("delivery-times", where, from ?? "—", until ?? "—");
        }
    }
}
