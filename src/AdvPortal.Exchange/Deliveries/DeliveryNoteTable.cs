using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Printing;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>The lines of the delivery note, order by order: ordered, delivered, still to come; the head is repeated on each page. No price stands here.</summary>
internal static class DeliveryNoteTable
{
    private const double Code = DeliveryPage.Left + 44;
    private const double CodeWidth = 232;
    private const double Ordered = 378;
    private const double Delivered = 462;
    private const double Outstanding = DeliveryPage.Right - 4;
    private const double Gap = 12;

    private static readonly TextStyle _head = new(7.5) { Ink = Ink.Grey };
    private static readonly TextStyle _plain = new(8.5);
    private static readonly TextStyle _strong = new(8.5, Strong: true);
    private static readonly TextStyle _dim = new(8) { Ink = Ink.Grey };
    private static readonly TextStyle _short = new(7.5, Strong: true) { Ink = Ink.Changed };

    public static void Write(DeliveryPage page, DespatchAdvice advice)
    {
        page.Need(60);
        WriteHead(page);
        var severalOrders = advice.Orders.Skip(1).Any();
        DespatchedOrder? order = null;

        foreach (var line in advice.Lines)
        {
            if (severalOrders && line.Order is { } its && its != order)
            {
                WriteOrder(page, its);
                order = its;
            }

            WriteLine(page, line, order);
        }

        page.Need(24);
        page.Paper.Text(DeliveryPage.Left + 5, page.Y + 16, page.Texts.Count("Lines", advice.Lines.Count), _dim);
        page.Y += 24;
    }

    private static void WriteHead(DeliveryPage page)
    {
        var (paper, texts, y) = (page.Paper, page.Texts, page.Y + 12);

        paper.Fill(DeliveryPage.Left, page.Y, DeliveryPage.Width, 18, Ink.Tint);
        paper.Text(DeliveryPage.Left + 5, y, texts["LineNo"], _head);
        paper.Text(Code, y, texts["CodeAndDescription"], _head);
        paper.TextTo(Ordered, y, texts["QuantityOrdered"], _head);
        paper.TextTo(Delivered, y, texts["QuantityDelivered"], _head);
        paper.TextTo(Outstanding, y, texts["QuantityOutstanding"], _head);
        page.Y += 18;
    }

    private static void WriteOrder(DeliveryPage page, DespatchedOrder order)
    {
        Need(page, 56);
        var parts = new[]
        {
            $"{page.Texts["YourOrder"]} {order.CustomerReference}",
            order.OrderedOn is { } day ? page.Texts.Format("OrderOf", Wording.Date(day, page.Texts.Culture)) : null,
            order.Number is null ? null : $"{page.Texts["OurReference"]} {order.Number}",
        };

        page.Paper.Text(DeliveryPage.Left + 5, page.Y + 14, _strong.Cut(string.Join("  ·  ", parts.OfType<string>()), DeliveryPage.Width - 10), _strong with { Ink = Ink.Accent });
        page.Y += 20;
        page.Paper.Line(DeliveryPage.Left, page.Y, DeliveryPage.Right, Ink.Line);
    }

    /// <param name="order">Named again on each page, where there are several.</param>
    private static void WriteLine(DeliveryPage page, DespatchLine line, DespatchedOrder? order)
    {
        var texts = page.Texts;
        var below = _strong.Wrap(line.Code, CodeWidth).Skip(1).Take(3).Select(text => (text, Style: _strong))
            .Concat(_dim.Wrap(line.Description, CodeWidth).Take(6).Select(text => (text, Style: _dim)))
            .Concat(_short.Wrap(DespatchWords.Rest(line, texts) ?? "", CodeWidth).Select(text => (text, Style: _short)))
            .Concat(line.Notes.SelectMany(note => _dim.Wrap(note, CodeWidth)).Take(12).Select(text => (text, Style: _dim)))
            .ToList();
        var height = 12 + (Math.Max(below.Count, 1) * Gap) + 5;

        if (Need(page, height) && order is not null)
        {
            WriteOrder(page, order);
        }

        var (paper, y) = (page.Paper, page.Y + 13);

        if (line.OutstandingQuantity > 0)
        {
            paper.Fill(DeliveryPage.Left, page.Y + 0.5, 2, height - 1, Ink.Changed);
        }

        paper.Text(DeliveryPage.Left + 5, y, _plain.Cut(line.OrderLineNo ?? Wording.Quantity(line.Position, texts.Culture), 36), _plain);
        paper.Text(Code, y, _strong.Wrap(line.Code, CodeWidth).FirstOrDefault(""), _strong);
        Amount(Ordered, line.OrderedQuantity, _plain);
        Amount(Delivered, line.Quantity, _strong);
        Amount(Outstanding, line.OutstandingQuantity > 0 ? line.OutstandingQuantity : null, _strong with { Ink = Ink.Changed });

        foreach (var (index, (text, style)) in below.Index())
        {
            paper.Text(Code, y + ((index + 1) * Gap), text, style);
        }

        page.Y += height;
        paper.Line(DeliveryPage.Left, page.Y, DeliveryPage.Right, Ink.Line);

        void Amount(double right, decimal? quantity, TextStyle style)
        {
            if (quantity is { } amount)
            {
                var unit = $"\u00A0{UnitCodes.Word(line.Unit, texts)}";
                paper.TextTo(right, y, unit, _dim);
                paper.TextTo(right - _dim.Width(unit), y, Wording.Quantity(amount, texts.Culture), style);
            }
        }
    }

    private static bool Need(DeliveryPage page, double height)
    {
        if (!page.Need(height))
        {
            return false;
        }

        WriteHead(page);

        return true;
    }
}
