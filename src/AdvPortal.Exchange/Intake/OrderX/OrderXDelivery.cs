using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Xml;

namespace AdvPortal.Exchange.Intake.OrderX;

/// <summary>Reads where and when the goods are wanted, of the order or of a line (<c>ram:HeaderTradeDeliveryType</c>, <c>ram:LineTradeDeliveryType</c>).</summary>
internal sealed class OrderXDelivery(XmlContext context, OrderXParty parties)
{
    private readonly XmlCursor _xml = context.Xml;

    /// <summary>One wanted delivery: a day, or a period, of some quantity.</summary>
    private sealed class Wanted
    {
        public DateOnly? Date { get; set; }
        public DateOnly? Start { get; set; }
        public DateOnly? End { get; set; }
        public decimal? Quantity { get; set; }
        public DateOnly? First => Date ?? Start ?? End;
    }

    public void Read(OrderDraft order)
    {
        List<Wanted> wanted = [];
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ShipToTradeParty": order.ShipTo = parties.Read("shipTo."); break;
                case "RequestedDeliverySupplyChainEvent": wanted.Add(ReadEvent(isTaken: wanted.Count == 0)); break;
                default: context.LeaveUnread("ApplicableHeaderTradeDelivery"); break;
            }
        }

        if (wanted.Count > 0)
        {
            (order.Delivery.Date, order.Delivery.Start, order.Delivery.End) = (wanted[0].Date, wanted[0].Start, wanted[0].End);
        }

        TellSplit(wanted, null);
    }

    public void Read(LineDraft line)
    {
        List<Wanted> wanted = [];
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "RequestedQuantity":
                    line.Unit = context.Attribute("unitCode", "unit");
                    line.Quantity = context.Number("quantity");
                    line.HasUnreadableNumber |= line.Quantity is null;
                    break;
                case "ShipToTradeParty": line.ShipTo = parties.Read("shipTo."); break;
                case "RequestedDeliverySupplyChainEvent": wanted.Add(ReadEvent(isTaken: wanted.Count == 0)); break;
                default: context.LeaveUnread("SpecifiedLineTradeDelivery"); break;
            }
        }

        if (wanted is [var only])
        {
            (line.DeliveryDate, line.DeliveryStart, line.DeliveryEnd) = (only.Date, only.Start, only.End);
        }
        else if (wanted.Count > 1)
        {
            context.Forget("requestedDelivery.");
        }

        TellSplit(wanted, line.LineNo ?? "—");
    }

    private Wanted ReadEvent(bool isTaken)
    {
        var wanted = new Wanted();
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "OccurrenceDateTime": wanted.Date = context.Moment(isTaken ? "requestedDelivery.date" : null)?.First; break;
                case "OccurrenceSpecifiedPeriod": ReadPeriod(wanted, isTaken); break;
                case "UnitQuantity": wanted.Quantity = context.Number(); break;
                default: context.LeaveUnread("RequestedDeliverySupplyChainEvent"); break;
            }
        }

        return wanted;
    }

    private void ReadPeriod(Wanted wanted, bool isTaken)
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "StartDateTime": wanted.Start = context.Moment(isTaken ? "requestedDelivery.start" : null)?.First; break;
                case "EndDateTime": wanted.End = context.Moment(isTaken ? "requestedDelivery.end" : null)?.Last; break;
                default: context.LeaveUnread("OccurrenceSpecifiedPeriod"); break;
            }
        }
    }

    private void TellSplit(List<Wanted> wanted, string? line)
    {
        foreach (var each in wanted.Count > 1 ? wanted : [])
        {
            context.TellSplit(line, each.Quantity, place: null, each.First);
        }
    }
}
