using AdvPortal.Domain.Tenders;
using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Tenders;

/// <summary>An offer on A4, in the client's language.</summary>
public static class TenderPdf
{
    /// <summary>Prices by quantity, delays and validity, then answers to what the client asked. Fonts are embedded; the same offer gives the same pages.</summary>
    public static byte[] Write(TenderOffer offer)
    {
        var texts = DocumentTexts.In(offer.Language);
        var title = texts[offer.IsDraft ? "TenderOfferDraft" : "TenderOffer"];
        using var paper = new PdfPaper($"{title} · {offer.Number} v{offer.Version}", offer.Company, new DateTimeOffset(offer.IssuedOn, TimeOnly.MinValue, TimeSpan.Zero));
        var page = new TenderPage(paper, offer, texts);
        page.Begin();
        page.Head(title);
        page.Lines();
        page.Answers();
        page.WriteFeet();

        return paper.ToBytes();
    }
}

/// <summary>Where the next thing of the offer goes, and what every page repeats.</summary>
internal sealed class TenderPage(PdfPaper paper, TenderOffer offer, DocumentTexts texts) : PrintedPage(paper, texts, Left, ($"{offer.Number} v{offer.Version} · {offer.Client}", null))
{
    private const double Left = 48;
    private const double Right = A4Width - 48;
    private const double Width = Right - Left;
    private const double Quantities = Right - 220;
    private const double Prices = Right - 118;
    private const double Terms = Right - 108;

    private static readonly TextStyle _title = new(15, Strong: true) { Ink = Ink.Accent };
    private static readonly TextStyle _company = new(13, Strong: true);
    private static readonly TextStyle _strong = new(11, Strong: true);
    private static readonly TextStyle _section = new(10.5, Strong: true) { Ink = Ink.Accent };
    private static readonly TextStyle _small = new(8.5) { Ink = Ink.Grey };
    private static readonly TextStyle _body = new(9.5);
    private static readonly TextStyle _label = new(9.5, Strong: true);
    private static readonly TextStyle _cell = new(8.5);
    private static readonly TextStyle _code = new(8.5, Strong: true);

    public void Head(string title)
    {
        var room = Width - _title.Width(title) - 16;
        Paper.Text(Left, Y + 13, _company.Cut(offer.Company, room), _company);
        Paper.TextTo(Right, Y + 13, title, _title);
        Paper.TextTo(Right, Y + 28, Texts.Format("TenderHead", offer.Number, offer.Version, Wording.DateLong(offer.IssuedOn, Texts.Culture)), _small);
        Y += 18;

        foreach (var line in offer.Address)
        {
            Paper.Text(Left, Y + _small.Size, _small.Cut(line, (Width / 2) - 20), _small);
            Y += _small.LineHeight;
        }

        Y += 8;
        Write(offer.Contact is { } contact ? $"{offer.Client} · {contact}" : offer.Client, _strong);

        if (offer.CustomerReference is { } reference)
        {
            Write(Texts.Format("TenderReference", reference), _body);
        }

        Y += 4;
        Paper.Line(Left, Y, Right, Ink.Accent, 1);
        Y += 12;
        Write(offer.Title, _strong);
        Y += 6;
    }

    public void Lines()
    {
        LinesHead();

        foreach (var line in offer.Lines)
        {
            var what = _cell.Wrap(line.Description, Quantities - Left - 78).Concat(line.Note is { } note ? _cell.Wrap(note, Quantities - Left - 78) : []).ToList();
            var terms = line.IsLeftOut ? [] : Said(line).SelectMany(text => _cell.Wrap(text, Right - Terms)).ToList();
            var tiers = line.IsLeftOut ? [] : line.Prices;
            var left = line.IsLeftOut ? _cell.Wrap(Texts["TenderLeftOut"], Right - Quantities + 60).ToList() : [];
            var rows = Math.Max(Math.Max(what.Count + 1, terms.Count), Math.Max(tiers.Count, left.Count));
            var height = (rows * _cell.LineHeight) + 7;

            if (Need(height))
            {
                LinesHead();
            }

            Paper.Text(Left + 4, Row(0), _code.Cut($"{line.LineNo} · {line.BuyerCode ?? line.ProductCode ?? ""}".TrimEnd(' ', '·'), Quantities - Left - 82), _code);
            Column(what, Left + 4, 1);
            Column(terms, Terms, 0);
            Column(left, Quantities - 60, 0);

            foreach (var (index, tier) in tiers.Index())
            {
                Paper.TextTo(Quantities, Row(index), tier.FromQuantity > 0 ? Texts.Format("TenderUnit", Wording.Quantity(tier.FromQuantity, Texts.Culture), line.Unit) : Texts["TenderFirst"], _cell);
                Paper.TextTo(Prices, Row(index), Price(tier, line), _code);
            }

            Y += height;
            Paper.Line(Left, Y, Right, Ink.Line);
        }

        Y += 8;
        Write(Texts.Format("TenderCurrency", offer.Currency), _small);
        Y += 10;
    }

    public void Answers()
    {
        if (offer.Answers.Count > 0)
        {
            Need(60);
            Write(Texts["TenderAnswers"], _section);
            Y += 2;

            foreach (var (question, answer) in offer.Answers)
            {
                Need(_label.LineHeight + _body.LineHeight);
                Write(question, _label);
                Write(answer, _body);
                Y += 6;
            }
        }

        if (offer.Answering is var (name, email))
        {
            Y += 4;
            Write(Texts.Format("SheetQuestion", name, email), _body);
        }
    }

    /// <inheritdoc cref="PrintedPage.WriteFeet"/>
    public void WriteFeet() => WriteFeet(offer.Company);

    private IEnumerable<string> Said(OfferedLine line)
    {
        if (line.LeadDays is { } days)
        {
            yield return Texts.Count("TenderLeadDays", days);
        }

        yield return line.ValidUntil is { } until ? Wording.Date(until, Texts.Culture) : Texts["TenderNoEnd"];
    }

    private string Price(TierPrice tier, OfferedLine line)
    {
        var price = $"{Wording.Price(tier.NetPrice, Texts.Culture)}\u00A0{offer.Currency}";

        return line.PriceBaseQuantity == 1 ? price : Texts.Format("TenderPriceFor", price, Wording.Quantity(line.PriceBaseQuantity, Texts.Culture));
    }

    private void LinesHead()
    {
        Need((3 * _small.LineHeight) + 12);
        Paper.Fill(Left, Y, Width, _small.LineHeight + 6, Ink.Tint);
        Paper.Text(Left + 4, Y + 3 + _small.Size, Texts["CodeAndDescription"], _small);
        Paper.TextTo(Quantities, Y + 3 + _small.Size, Texts["TenderFrom"], _small);
        Paper.TextTo(Prices, Y + 3 + _small.Size, Texts["TenderPrice"], _small);
        Paper.Text(Terms, Y + 3 + _small.Size, _small.Cut($"{Texts["TenderLead"]}, {Lower(Texts["TenderValid"])}", Right - Terms), _small);
        Y += _small.LineHeight + 8;
    }

    private string Lower(string words) => string.Concat(words[..1].ToLower(Texts.Culture), words[1..]);

    private double Row(int index) => Y + 3 + _cell.Size + (index * _cell.LineHeight);

    private void Column(List<string> lines, double x, int first)
    {
        foreach (var (index, text) in lines.Index())
        {
            Paper.Text(x, Row(index + first), text, _cell);
        }
    }

    private void Write(string text, TextStyle style)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').SelectMany(paragraph => style.Wrap(paragraph, Width)))
        {
            Need(style.LineHeight);
            Paper.Text(Left, Y + style.Size, line, style);
            Y += style.LineHeight;
        }
    }
}
