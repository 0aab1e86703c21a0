using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Printing;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>The first page above the lines: who sends what to whom, for which orders, when and by whom it arrives.</summary>
internal static class DeliveryNoteHead
{
    private const int MostOrders = 3;
    private const double Column = (DeliveryPage.Width - 18) / 3;

    private static readonly TextStyle _small = new(8.5) { Ink = Ink.Dark };

    public static void Write(DeliveryPage page, DespatchAdvice advice)
    {
        Letterhead(page, page.Texts["DeliveryNote"], page.Texts.Format("DocumentNumber", advice.Number), DateOnly.FromDateTime(advice.IssuedAt.DateTime), advice.Supplier, advice.Buyer);
        WriteReferences(page, advice);
        WriteParties(page, advice);
        page.Y += 20;

        if (advice.Said.Any())
        {
            page.Said(heading: null, advice.Said, Ink.Accent);
            page.Y += 12;
        }
    }

    /// <summary>Who sends on the left; what it is, its number and its date on the right.</summary>
    public static void Letterhead(DeliveryPage page, string heading, string number, DateOnly issuedOn, AcknowledgementParty sender, AcknowledgementParty receiver)
    {
        var (name, title, strong) = (new TextStyle(13, Strong: true), new TextStyle(15, Strong: true) { Ink = Ink.Accent }, new TextStyle(9, Strong: true));
        var (left, right) = (page.Y + 13, page.Y + 13);
        var room = DeliveryPage.Width - title.Width(heading) - 16;

        page.Paper.TextTo(DeliveryPage.Right, right, heading, title);
        page.Paper.TextTo(DeliveryPage.Right, right += 17, strong.Cut(number, 2 * Column), strong);
        page.Paper.TextTo(DeliveryPage.Right, right += 13, page.Texts.Format("IssuedOn", Wording.DateLong(issuedOn, page.Texts.Culture)), _small);
        page.Paper.Text(DeliveryPage.Left, left, name.Cut(sender.Name, room), name);

        foreach (var line in AcknowledgementHead.AddressLines(sender, receiver))
        {
            page.Paper.Text(DeliveryPage.Left, left += 13, _small.Cut(line, room), _small);
        }

        page.Y = Math.Max(left, right) + 14;
        page.Paper.Line(DeliveryPage.Left, page.Y, DeliveryPage.Right, Ink.Accent, 1);
    }

    private static void WriteReferences(DeliveryPage page, DespatchAdvice advice)
    {
        var (texts, culture, y) = (page.Texts, page.Texts.Culture, page.Y + 18);
        var orders = advice.Orders.ToList();
        var bottom = y;

        if (orders is [var only])
        {
            Cell(0, texts["YourOrder"], only.CustomerReference, only.OrderedOn is { } day ? texts.Format("OrderOf", Wording.DateLong(day, culture)) : null, OurNumber(page, only));
        }
        else if (orders.Count > 1)
        {
            var named = orders.Take(MostOrders).Skip(1).Select(order => order.CustomerReference);
            Cell(0, texts["YourOrders"], orders[0].CustomerReference, [.. named, orders.Count > MostOrders ? texts.Format("MoreOrders", orders.Count - MostOrders) : null]);
        }

        Cell(1, texts["Delivery"], advice.ArriveOn is { } arrival ? Wording.DateLong(arrival, culture) : texts["DeliveryOpen"],
            advice.ShipOn is { } shipped ? texts.Format("ShippedOn", Wording.DateLong(shipped, culture)) : null);

        if (advice.Carrier is not null || advice.TrackingNumber is not null)
        {
            Cell(2, texts["Carrier"], advice.Carrier ?? advice.TrackingNumber!, advice.Carrier is not null && advice.TrackingNumber is { } number ? texts.Format("TrackingNumber", number) : null, advice.TrackingLink);
        }

        page.Y = bottom + 10;

        void Cell(int column, string label, string value, params IEnumerable<string?> more) =>
            bottom = Math.Max(bottom, page.Cell(X(column), y, Column, label, value, more));
    }

    private static void WriteParties(DeliveryPage page, DespatchAdvice advice)
    {
        var (texts, top) = (page.Texts, page.Y + 12);

        page.Y = Math.Max(Party(0, texts["Client"], advice.Buyer), Party(1, texts["ShipTo"], advice.Destination));

        if (advice.Supplier.Contact is { } contact)
        {
            page.Y = Math.Max(page.Y, page.Cell(X(2), top, Column, texts["Contact"], contact.Name, contact.Email, contact.Phone));
        }

        double Party(int column, string label, AcknowledgementParty party) => page.Cell(
            X(column), top, Column, label, party.Name,
            [.. AcknowledgementHead.AddressLines(party, advice.Supplier), party.Gln is null ? null : texts.Format("Gln", party.Gln), party.Contact is { } at ? $"{at.Name} {at.Phone}".Trim() : null]);
    }

    private static string? OurNumber(DeliveryPage page, DespatchedOrder order) => order.Number is null ? null : $"{page.Texts["OurReference"]} {order.Number}";

    private static double X(int column) => DeliveryPage.Left + (column * (Column + 9));
}
