using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>The lines of the PDF: what holds in bold, what the client had ordered struck below it; the head is repeated on each page.</summary>
internal static class AcknowledgementTable
{
    private const double Code = AcknowledgementPage.Left + 34;
    private const double CodeWidth = 186;
    private const double Quantity = 330;
    private const double Price = 402;
    private const double Delivery = 416;
    private const double Amount = AcknowledgementPage.Right - 4;
    private const double Gap = 12;

    private static readonly TextStyle Head = new(7.5) { Ink = Ink.Grey };
    private static readonly TextStyle Plain = new(8.5);
    private static readonly TextStyle Strong = new(8.5, Strong: true);
    private static readonly TextStyle Dim = new(8) { Ink = Ink.Grey };
    private static readonly TextStyle Mark = new(7.5, Strong: true) { Ink = Ink.Changed };
    private static readonly TextStyle RefusedMark = Mark with { Ink = Ink.Refused };

    public static void Write(AcknowledgementPage page)
    {
        page.Need(60);
        WriteHead(page);

        foreach (var line in page.Acknowledgement.Lines)
        {
            WriteLine(page, line);
        }

        WriteTotal(page);
    }

    private static void WriteHead(AcknowledgementPage page)
    {
        var (paper, texts, y) = (page.Paper, page.Texts, page.Y + 12);

        paper.Fill(AcknowledgementPage.Left, page.Y, AcknowledgementPage.Right - AcknowledgementPage.Left, 18, Ink.Tint);
        paper.Text(AcknowledgementPage.Left + 5, y, texts["LineNo"], Head);
        paper.Text(Code, y, texts["CodeAndDescription"], Head);
        paper.TextTo(Quantity, y, texts["Quantity"], Head);
        paper.TextTo(Price, y, texts["NetPrice"], Head);
        paper.Text(Delivery, y, texts["Delivery"], Head);
        paper.TextTo(Amount, y, texts["LineAmount"], Head);
        page.Y += 18;
    }

    private static void WriteLine(AcknowledgementPage page, AcknowledgementLine line)
    {
        var texts = page.Texts;
        var refused = line.LineStatus is LineStatus.NotAccepted or LineStatus.Deleted;
        var mark = refused ? RefusedMark : Mark;
        var below = Strong.Wrap(line.BuyerCode, CodeWidth).Skip(1).Take(3).Select(text => (text, Strong))
            .Concat(Dim.Wrap(line.Description, CodeWidth).Take(6).Select(text => (text, Dim)))
            .Concat(mark.Wrap(MarkText(line, texts), CodeWidth).Select(text => (text, mark)))
            .Concat(Reasons(page, line).SelectMany(text => Dim.Wrap(text, CodeWidth)).Take(12).Select(text => (text, Dim)))
            .ToList();
        var height = 12 + (Math.Max(below.Count, 1) * Gap) + 5;

        if (!page.HasRoomFor(height))
        {
            page.Begin();
            WriteHead(page);
        }

        var (paper, top, y) = (page.Paper, page.Y, page.Y + 13);

        if (line.LineStatus != LineStatus.Accepted)
        {
            paper.Fill(AcknowledgementPage.Left, top + 0.5, 2, height - 1, mark.Ink);
        }

        paper.Text(AcknowledgementPage.Left + 5, y, Plain.Cut(line.LineNo, 28), Plain);
        var code = Strong.Wrap(line.BuyerCode, CodeWidth).FirstOrDefault("");

        if (line.LineStatus is LineStatus.Deleted)
        {
            paper.Struck(Code, y, code, Dim);
        }
        else
        {
            paper.Text(Code, y, code, Strong);
        }

        WriteQuantity(page, line, y);
        WritePrice(page, line, y);
        WriteDelivery(page, line, y);
        paper.TextTo(Amount, y, Wording.Money(line.LineAmount, page.Acknowledgement.Currency, texts.Culture), Plain);

        foreach (var (index, (text, style)) in below.Index())
        {
            paper.Text(Code, y + ((index + 1) * Gap), text, style);
        }

        page.Y += height;
        paper.Line(AcknowledgementPage.Left, page.Y, AcknowledgementPage.Right, Ink.Line);
    }

    private static void WriteQuantity(AcknowledgementPage page, AcknowledgementLine line, double y)
    {
        var struck = line is { LineStatus: LineStatus.Deleted, Before: { } before } ? before.Quantity : line.OrderedQuantity;
        var changed = struck != line.PromisedQuantity && !line.IsOurs && !line.IsKept;
        var unit = $"\u00A0{UnitCodes.Word(line.Unit, page.Texts)}";
        var promised = Wording.Quantity(line.PromisedQuantity, page.Texts.Culture);

        page.Paper.TextTo(Quantity, y, unit, Dim);
        page.Paper.TextTo(Quantity - Dim.Width(unit), y, promised, changed ? Strong : Plain);

        if (changed)
        {
            StruckTo(page, Quantity - Dim.Width(unit), y, Wording.Quantity(struck, page.Texts.Culture));
        }
    }

    private static void WritePrice(AcknowledgementPage page, AcknowledgementLine line, double y)
    {
        var culture = page.Texts.Culture;
        var change = line.Changes.OfType<PriceChange>().FirstOrDefault();
        var per = line.PriceBaseQuantity == 1 ? "" : $"\u00A0{page.Texts.Format("PricePer", Wording.Quantity(line.PriceBaseQuantity, culture))}";

        page.Paper.TextTo(Price, y, per, Dim);
        page.Paper.TextTo(Price - Dim.Width(per), y, Wording.Price(line.NetPrice, culture), change is null ? Plain : Strong);

        if (change is not null)
        {
            StruckTo(page, Price - Dim.Width(per), y, Wording.Price(change.From, culture));
        }
    }

    private static void WriteDelivery(AcknowledgementPage page, AcknowledgementLine line, double y)
    {
        var (texts, paper) = (page.Texts, page.Paper);

        if (line.LineStatus is LineStatus.AlreadyDelivered or LineStatus.Deleted || (line.LineStatus is LineStatus.NotAccepted && !line.IsKept))
        {
            return;
        }

        if (line.PromisedOn is not { } promised)
        {
            paper.Text(Delivery, y, texts["DeliveryOpen"], Dim);
            return;
        }

        var moved = line.RequestedOn is { } requested && requested != promised;
        paper.Text(Delivery, y, Wording.Date(promised, texts.Culture), moved ? Strong : Plain);

        if (moved)
        {
            paper.Struck(Delivery, y + Gap, Wording.Date(line.RequestedOn!.Value, texts.Culture, promised), Dim);
        }
    }

    private static void WriteTotal(AcknowledgementPage page)
    {
        var (paper, it, texts) = (page.Paper, page.Acknowledgement, page.Texts);
        var amount = new TextStyle(12, Strong: true);
        page.Need(52);
        var y = page.Y + 22;
        var total = Wording.Money(it.TotalNet, it.Currency, texts.Culture);

        paper.TextTo(Amount, y, total, amount);
        paper.TextTo(Amount - amount.Width(total) - 14, y, texts["TotalNet"], Plain);
        paper.Text(AcknowledgementPage.Left + 5, y, it.Lines.Count == 1 ? texts["LinesOne"] : texts.Format("LinesMany", it.Lines.Count), Dim);

        if (it.Lines.Any(line => line.Changes.Count > 0))
        {
            paper.Text(AcknowledgementPage.Left + 5, y + Gap, texts["StruckMeaning"], Dim);
        }

    }

    private static string MarkText(AcknowledgementLine line, DocumentTexts texts) => line.LineStatus switch
    {
        LineStatus.Changed when line.Changes.Count > 0 => texts.Format("ChangedFields", string.Join(", ", line.Changes.Select(Field).Distinct(StringComparer.Ordinal).Select(field => texts[field]))),
        LineStatus.NotAccepted when line.IsKept => texts["LineKept"],
        LineStatus.Changed or LineStatus.Added or LineStatus.NotAccepted or LineStatus.AlreadyDelivered or LineStatus.Deleted => texts["Line" + line.LineStatus],
        _ => "",
    };

    private static string Field(LineChange change) => change switch
    {
        DateChange => "ChangedDate",
        QuantityChange => "ChangedQuantity",
        _ => "ChangedPrice",
    };

    // A reason that stands above the lines is not repeated on each of them.
    private static IEnumerable<string> Reasons(AcknowledgementPage page, AcknowledgementLine line) =>
        line.Changes.Where(change => change.Reason is { } reason && page.Notes.All(note => note.Text != reason))
            .SelectMany(change => new[] { change.Reason, change.ClientSentence is { } words ? page.Texts.Format("YourWords", words) : null })
            .Append(line.Note).Prepend(SinceLastVersion.Of(page.Acknowledgement, line, page.Texts)).OfType<string>().Distinct(StringComparer.Ordinal);

    private static void StruckTo(AcknowledgementPage page, double right, double y, string text) =>
        page.Paper.Struck(right - Dim.Width(text), y + Gap, text, Dim);
}
