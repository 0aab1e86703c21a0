using AdvPortal.Exchange.Printing;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>The first page above the lines: who writes to whom about what, our answer in three words, and why.</summary>
internal static class AcknowledgementHead
{
    private const double Column = (AcknowledgementPage.Right - AcknowledgementPage.Left - 18) / 3;

    private static readonly TextStyle Small = new(8.5) { Ink = Ink.Dark };
    private static readonly TextStyle Label = new(7.5) { Ink = Ink.Grey };
    private static readonly TextStyle Value = new(9, Strong: true);
    private static readonly TextStyle Body = new(9);

    public static void Write(AcknowledgementPage page)
    {
        WriteLetterhead(page);
        WriteReferences(page);
        WriteParties(page);
        WriteNotes(page);
    }

    private static void WriteLetterhead(AcknowledgementPage page)
    {
        var (paper, it, texts) = (page.Paper, page.Acknowledgement, page.Texts);
        var name = new TextStyle(13, Strong: true);
        var title = new TextStyle(15, Strong: true) { Ink = Ink.Accent };
        var issued = Wording.DateLong(DateOnly.FromDateTime(it.IssuedAt.DateTime), texts.Culture);
        var heading = texts["Acknowledgement"];
        var (left, right) = (page.Y + 13, page.Y + 13);

        paper.TextTo(AcknowledgementPage.Right, right, heading, title);
        var number = texts.Format("AcknowledgementNumber", it.AcknowledgementNumber);
        var version = it.Version > 1 ? $" · {texts.Format("AcknowledgementVersion", it.Version)}" : "";
        paper.TextTo(AcknowledgementPage.Right, right += 17, Value.Cut(number + version, 2 * Column), Value);
        paper.TextTo(AcknowledgementPage.Right, right += 13, texts.Format("IssuedOn", issued), Small);

        var room = AcknowledgementPage.Right - AcknowledgementPage.Left - title.Width(heading) - 16;
        paper.Text(AcknowledgementPage.Left, left, name.Cut(it.Supplier.Name, room), name);

        foreach (var line in AddressLines(it.Supplier, it.Buyer))
        {
            paper.Text(AcknowledgementPage.Left, left += 13, Small.Cut(line, room), Small);
        }

        page.Y = Math.Max(left, right) + 14;
        paper.Line(AcknowledgementPage.Left, page.Y, AcknowledgementPage.Right, Ink.Accent, 1);
    }

    private static void WriteReferences(AcknowledgementPage page)
    {
        var (paper, it, texts) = (page.Paper, page.Acknowledgement, page.Texts);
        var y = page.Y + 18;

        Cell(1, texts["OurReference"], it.Number);

        if (it.Answers is { Number: { Length: > 0 } change } answered)
        {
            Cell(0, texts["YourOrder"], it.CustomerReference, texts.Format(answered.IsCancellation ? "YourCancellation" : "YourChange", change));
        }
        else
        {
            Cell(0, texts["YourOrder"], it.CustomerReference, it.CustomerOrderDate is { } day ? texts.Format("OrderOf", Wording.DateLong(day, texts.Culture)) : null);
        }

        if (it.Supplier.Contact is { } contact)
        {
            Cell(2, texts["Contact"], contact.Name, contact.Email, contact.Phone);
        }

        WriteStatus(page, X(1), y + 31);
        page.Y = y + 40;

        void Cell(int column, string label, string value, params string?[] more)
        {
            paper.Text(X(column), y, label, Label);
            paper.Text(X(column), y + 13, Value.Cut(value, Column), Value);

            foreach (var (index, line) in more.OfType<string>().Index())
            {
                paper.Text(X(column), y + 25 + (index * 12), Small.Cut(line, Column), Small);
            }
        }
    }

    private static void WriteStatus(AcknowledgementPage page, double x, double baseline)
    {
        var it = page.Acknowledgement;
        var (ink, tint) = it.Status switch
        {
            AcknowledgementStatus.Accepted => (Ink.Kept, Ink.KeptTint),
            AcknowledgementStatus.AcceptedWithAmendment => (Ink.Changed, Ink.ChangedTint),
            AcknowledgementStatus.Rejected => (Ink.Refused, Ink.RefusedTint),
            _ => (Ink.Dark, Ink.Tint),
        };
        var style = new TextStyle(8, Strong: true) { Ink = ink };
        var text = page.Texts["Status" + it.Words];

        page.Paper.Fill(x, baseline - 10, style.Width(text) + 10, 14, tint);
        page.Paper.Text(x + 5, baseline, text, style);
    }

    private static void WriteParties(AcknowledgementPage page)
    {
        var (it, texts) = (page.Acknowledgement, page.Texts);
        var top = page.Y + 14;

        page.Y = Math.Max(Party(0, texts["Client"], it.Buyer), Party(1, texts["ShipTo"], it.ShipTo ?? it.Buyer));

        double Party(int column, string label, AcknowledgementParty party)
        {
            var y = top;
            page.Paper.Text(X(column), y, label, Label);

            foreach (var name in Value.Wrap(party.Name, Column).Take(2))
            {
                page.Paper.Text(X(column), y += 13, name, Value);
            }

            string?[] ids = [party.Gln is null ? null : texts.Format("Gln", party.Gln), party.VatId is null ? null : texts.Format("VatId", party.VatId)];

            foreach (var line in AddressLines(party, it.Supplier).Concat(ids.OfType<string>()).SelectMany(line => Small.Wrap(line, Column).Take(3)))
            {
                page.Paper.Text(X(column), y += 12, line, Small);
            }

            return y;
        }
    }

    private static void WriteNotes(AcknowledgementPage page)
    {
        var (it, texts) = (page.Acknowledgement, page.Texts);
        page.Y += 22;

        if (page.Notes.Count == 0)
        {
            return;
        }

        var edge = it.Status switch
        {
            AcknowledgementStatus.AcceptedWithAmendment => Ink.Changed,
            AcknowledgementStatus.Rejected => Ink.Refused,
            _ => Ink.Accent,
        };
        var quote = new TextStyle(8.5) { Ink = Ink.Grey };
        var said = page.Notes.SelectMany(note => new[] { (note.Text, Style: Body) }
            .Concat(note.ClientSentence is { } words ? [(Text: texts.Format("YourWords", words), Style: quote)] : []));

        WriteLine(texts["Notes" + it.Words], Value);

        foreach (var (text, style) in said)
        {
            foreach (var line in style.Wrap(text, AcknowledgementPage.Right - AcknowledgementPage.Left - 12))
            {
                WriteLine(line, style);
            }
        }

        page.Y += 12;

        void WriteLine(string line, TextStyle style)
        {
            page.Need(14);
            page.Paper.Fill(AcknowledgementPage.Left, page.Y, 2.5, 14, edge);
            page.Paper.Text(AcknowledgementPage.Left + 12, page.Y + 10, line, style);
            page.Y += 14;
        }
    }

    internal static IEnumerable<string> AddressLines(AcknowledgementParty party, AcknowledgementParty other)
    {
        var address = party.Address;
        var abroad = address?.Country is { Length: > 0 } country && country != other.Address?.Country ? country : null;

        return new[] { address?.Street, $"{address?.Postcode} {address?.City}".Trim(), abroad }.OfType<string>().Where(line => line.Length > 0);
    }

    private static double X(int column) => AcknowledgementPage.Left + (column * (Column + 9));
}
