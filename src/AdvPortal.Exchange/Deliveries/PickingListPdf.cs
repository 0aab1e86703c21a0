using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>The picking list as the warehouse reads it at arm's length: our codes and the quantities big, a box to tick for each line.</summary>
public static class PickingListPdf
{
    private const double Tick = 15;
    private const double Place = DeliveryPage.Left + 28;
    private const double PlaceWidth = 64;
    private const double Code = Place + PlaceWidth + 8;
    private const double CodeWidth = 250;
    private const double Quantity = DeliveryPage.Right - 82;
    private const double Order = DeliveryPage.Right - 4;

    private static readonly string[] _signs = ["PreparedBy", "CheckedBy", "UnitsMade"];
    private static readonly TextStyle _head = new(7.5) { Ink = Ink.Grey };
    private static readonly TextStyle _big = new(13, Strong: true);
    private static readonly TextStyle _place = new(11, Strong: true);
    private static readonly TextStyle _plain = new(8.5);
    private static readonly TextStyle _dim = new(8.5) { Ink = Ink.Dark };
    private static readonly TextStyle _note = new(8.5, Strong: true) { Ink = Ink.Changed };

    /// <summary>A PDF of as many A4 pages as the lines need; fonts are embedded. The same list gives the same pages.</summary>
    public static byte[] Write(PickingList list)
    {
        var texts = DocumentTexts.In(list.Language);
        var title = $"{texts["PickingList"]} {list.Number}";
        using var paper = new PdfPaper(title, list.Supplier.Name, list.PrintedAt);
        var page = new DeliveryPage(paper, texts, title, list.ShipTo.Name);

        page.Begin();
        DeliveryNoteHead.Letterhead(page, texts["PickingList"], texts.Format("DocumentNumber", list.Number), DateOnly.FromDateTime(list.PrintedAt.DateTime), list.Supplier, list.Supplier);
        WriteReferences(page, list);
        WriteInstructions(page, list);
        page.Need(70);
        WriteHead(page);

        foreach (var line in list.Walk)
        {
            WriteLine(page, line);
        }

        WriteEnd(page, list);
        page.WriteFeet(list.Supplier);

        return paper.ToBytes();
    }

    private static void WriteReferences(DeliveryPage page, PickingList list)
    {
        const double Column = (DeliveryPage.Width - 18) / 3;
        var (texts, culture, y) = (page.Texts, page.Texts.Culture, page.Y + 18);
        var address = list.ShipTo.Address;
        var ready = list.ReadyBy is { } hour ? texts.Format("ReadyBy", Wording.Time(hour, culture)) : null;

        page.Y = 16 + new[]
        {
            page.Cell(DeliveryPage.Left, y, Column, texts["ShipTo"], list.ShipTo.Name, address?.Street, $"{address?.Postcode} {address?.City}".Trim()),
            page.Cell(DeliveryPage.Left + Column + 9, y, Column, texts["ShipsOn"], list.ShipOn is { } day ? Wording.DateLong(day, culture) : texts["DeliveryOpen"], ready, list.Carrier),
            page.Cell(DeliveryPage.Left + (2 * (Column + 9)), y, Column, texts["DeliverBy"], list.DeliverBy is { } promised ? Wording.DateLong(promised, culture) : texts["DeliveryOpen"]),
        }.Max();
    }

    private static void WriteInstructions(DeliveryPage page, PickingList list)
    {
        foreach (var moment in list.Instructions.GroupBy(instruction => instruction.Moment).OrderBy(moment => moment.Key))
        {
            page.Said(
                page.Texts[moment.Key is PickingMoment.Packing ? "AtPacking" : "AtLabelling"],
                moment.SelectMany(each => new[] { each.Text, each.ClientSentence is { } words ? page.Texts.Format("ClientWords", words) : null }).OfType<string>(),
                Ink.Changed);
            page.Y += 10;
        }
    }

    private static void WriteHead(DeliveryPage page)
    {
        var (paper, texts, y) = (page.Paper, page.Texts, page.Y + 12);

        paper.Fill(DeliveryPage.Left, page.Y, DeliveryPage.Width, 18, Ink.Tint);
        paper.Text(Place, y, texts["StockPlace"], _head);
        paper.Text(Code, y, texts["OurCodeAndDescription"], _head);
        paper.TextTo(Quantity, y, texts["Quantity"], _head);
        paper.TextTo(Order, y, texts["OrderAndLine"], _head);
        page.Y += 18;
    }

    private static void WriteLine(DeliveryPage page, PickingLine line)
    {
        var texts = page.Texts;
        var codes = _big.Wrap(line.SupplierCode, CodeWidth - 60).Take(3).DefaultIfEmpty("").ToList();
        var below = _dim.Wrap(line.Description, CodeWidth).Take(4).Select(text => (text, Style: _dim))
            .Concat(_plain.Wrap(line.BuyerCode is { } theirs && theirs != line.SupplierCode ? texts.Format("TheirCode", theirs) : "", CodeWidth).Take(2).Select(text => (text, Style: _plain)))
            .Concat(line.Notes.SelectMany(note => _note.Wrap(note, CodeWidth)).Take(8).Select(text => (text, Style: _note)))
            .ToList();
        var height = 8 + (codes.Count * 16) + (below.Count * 12) + 6;

        if (page.Need(Math.Max(height, 32)))
        {
            WriteHead(page);
        }

        var (paper, y) = (page.Paper, page.Y + 18);
        var unit = $"\u00A0{Acknowledgements.UnitCodes.Word(line.Unit, texts)}";
        page.Box(DeliveryPage.Left + 4, page.Y + 6, Tick);
        paper.Text(Place, y, _place.Cut(line.Place ?? "", PlaceWidth), _place);
        paper.TextTo(Quantity, y, unit, _plain);
        paper.TextTo(Quantity - _plain.Width(unit), y, Wording.Quantity(line.Quantity, texts.Culture), _big);
        paper.TextTo(Order, y, _plain.Cut(line.OrderNumber, 76), _plain);
        paper.TextTo(Order, y + 12, _plain.Cut(texts.Format("AskLine", line.OrderLineNo), 76), _plain);

        foreach (var (index, code) in codes.Index())
        {
            paper.Text(Code, y + (index * 16), code, _big);
        }

        foreach (var (index, (text, style)) in below.Index())
        {
            paper.Text(Code, y + ((codes.Count - 1) * 16) + ((index + 1) * 12), text, style);
        }

        page.Y += Math.Max(height, 32);
        paper.Line(DeliveryPage.Left, page.Y, DeliveryPage.Right, Ink.Line);
    }

    private static void WriteEnd(DeliveryPage page, PickingList list)
    {
        page.Need(50);
        var (paper, texts, y) = (page.Paper, page.Texts, page.Y + 34);
        paper.Text(DeliveryPage.Left + 5, page.Y + 16, texts.Count("Lines", list.Lines.Count), _plain);

        foreach (var (index, label) in _signs.Index())
        {
            var x = DeliveryPage.Left + (index * (DeliveryPage.Width / 3));
            paper.Text(x, y, texts[label], _plain);
            paper.Line(x + _plain.Width(texts[label]) + 6, y + 2, x + (DeliveryPage.Width / 3) - 12, Ink.Grey);
        }

        page.Y = y + 10;
    }
}
