using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Requirements;

/// <summary>The sheet to sign: A4, in the client's language, with room beside every requirement to tick or to correct it by hand.</summary>
public static class RequirementSheetPdf
{
    /// <summary>A PDF of as many A4 pages as the requirements need; fonts are embedded. The same sheet gives the same pages.</summary>
    public static byte[] Write(RequirementSheet sheet)
    {
        var texts = DocumentTexts.In(sheet.Language);
        using var paper = new PdfPaper($"{texts["Sheet"]} · {sheet.Client}", sheet.Company, new DateTimeOffset(sheet.On, TimeOnly.MinValue, TimeSpan.Zero));
        var page = new RequirementSheetPage(paper, sheet, texts);

        page.Begin();
        RequirementSheetHead.Write(page);

        foreach (var requirement in sheet.Requirements)
        {
            RequirementSheetBlock.Write(page, requirement);
        }

        RequirementSheetSignature.Write(page);
        page.WriteFeet();

        return paper.ToBytes();
    }
}

/// <summary>Who asks whom, and what for.</summary>
internal static class RequirementSheetHead
{
    private static readonly TextStyle _title = new(15, Strong: true) { Ink = Ink.Accent };
    private static readonly TextStyle _company = new(13, Strong: true);
    private static readonly TextStyle _client = new(11, Strong: true);
    private static readonly TextStyle _small = new(8.5) { Ink = Ink.Dark };
    private static readonly TextStyle _body = new(9.5);

    public static void Write(RequirementSheetPage page)
    {
        var (paper, sheet, texts) = (page.Paper, page.Sheet, page.Texts);
        var heading = texts["Sheet"];
        var room = RequirementSheetPage.Width - _title.Width(heading) - 16;

        paper.Text(RequirementSheetPage.Left, page.Y + 13, _company.Cut(sheet.Company, room), _company);
        paper.TextTo(RequirementSheetPage.Right, page.Y + 13, heading, _title);
        paper.TextTo(RequirementSheetPage.Right, page.Y + 28, texts.Format("SheetIssuedOn", Wording.DateLong(sheet.On, texts.Culture)), _small);
        paper.Text(RequirementSheetPage.Left, page.Y + 29, _client.Cut(sheet.Client, room), _client);
        page.Y += 42;
        paper.Line(RequirementSheetPage.Left, page.Y, RequirementSheetPage.Right, Ink.Accent, 1);
        page.Y += 10;
        page.WriteLines(texts[sheet.Requirements.Count == 0 ? "SheetNothing" : "SheetIntro"], _body, RequirementSheetPage.Left, RequirementSheetPage.Width);

        if (sheet.Answering is var (name, email))
        {
            page.WriteLines(texts.Format("SheetQuestion", name, email), _small, RequirementSheetPage.Left, RequirementSheetPage.Width);
        }

        page.Y += 10;
    }
}

/// <summary>One requirement: what the client said, where and since when, what we make of it, and two boxes.</summary>
internal static class RequirementSheetBlock
{
    private const double Text = RequirementSheetPage.Left + 52;
    private const double TextWidth = RequirementSheetPage.Right - Text;
    private const double Inset = 8;
    private const double Answer = 44;

    private static readonly TextStyle _number = new(9, Strong: true) { Ink = Ink.Accent };
    private static readonly TextStyle _sentence = new(10.5, Strong: true);
    private static readonly TextStyle _facts = new(8.5) { Ink = Ink.Grey };
    private static readonly TextStyle _words = new(9) { Ink = Ink.Dark };
    private static readonly TextStyle _tick = new(9);

    public static void Write(RequirementSheetPage page, SheetRequirement requirement)
    {
        var texts = page.Texts;
        var sentence = _sentence.Wrap(texts.Format("Quoted", requirement.Sentence), TextWidth).ToList();
        var facts = Facts(requirement, texts).SelectMany(line => _facts.Wrap(line, TextWidth)).ToList();
        var words = _words.Wrap(texts.Format("InWords", requirement.InWords), TextWidth - (2 * Inset)).ToList();
        var box = (words.Count * _words.LineHeight) + 8;

        // Whole on one page, unless it is longer than a page.
        page.Need(Math.Min(RequirementSheetPage.Most, (sentence.Count * _sentence.LineHeight) + (facts.Count * _facts.LineHeight) + box + Answer + 22));
        page.Paper.Text(RequirementSheetPage.Left, page.Y + _sentence.Size, requirement.Number, _number);
        page.WriteLines(sentence, _sentence, Text);
        page.WriteLines(facts, _facts, Text);
        page.Y += 4;

        if (page.HasRoomFor(box))
        {
            page.Paper.Fill(Text, page.Y, TextWidth, box, Ink.Tint);
            page.Paper.Fill(Text, page.Y, 2, box, Ink.Accent);
        }

        page.Y += 4;
        page.WriteLines(words, _words, Text + Inset);
        page.Y += 8;
        WriteAnswer(page);
    }

    /// <summary>Who said it and when, and below it where and since when it holds.</summary>
    private static IEnumerable<string> Facts(SheetRequirement requirement, DocumentTexts texts)
    {
        yield return Line(
            texts.Format($"Source{requirement.Source.Kind}", requirement.Source.Who) + (requirement.Source.On is { } said ? $", {Wording.Date(said, texts.Culture)}" : ""),
            requirement.ConfirmedOn is { } confirmed ? texts.Format("ConfirmedOn", Wording.Date(confirmed, texts.Culture)) : null);
        yield return Line(
            requirement.Site ?? texts["AllSites"],
            requirement.ProductFamily is { } family ? texts.Format("Family", family) : null,
            requirement.ValidUntil is { } until
                ? texts.Format("ValidFromTo", Wording.Date(requirement.ValidFrom, texts.Culture), Wording.Date(until, texts.Culture))
                : texts.Format("ValidSince", Wording.Date(requirement.ValidFrom, texts.Culture)));
    }

    private static string Line(params string?[] parts) => string.Join("  ·  ", parts.OfType<string>());

    // A second line to write on: what changed is seldom said in three words.
    private static void WriteAnswer(RequirementSheetPage page)
    {
        page.Need(Answer);
        var (y, still, correct) = (page.Y + 10, page.Texts["StillTrue"], page.Texts["ToCorrect"]);
        page.Box(Text, y - 7.5, 8);
        page.Paper.Text(Text + 13, y, still, _tick);
        var second = Text + 13 + _tick.Width(still) + 20;
        page.Box(second, y - 7.5, 8);
        page.Paper.Text(second + 13, y, correct, _tick);
        page.Paper.Line(second + 13 + _tick.Width(correct) + 6, y + 2, RequirementSheetPage.Right, Ink.Grey);
        page.Paper.Line(Text, y + 24, RequirementSheetPage.Right, Ink.Grey);
        page.Y += Answer + 12;
    }
}

/// <summary>Who answers for the client, and when.</summary>
internal static class RequirementSheetSignature
{
    private const double Height = 86;

    private static readonly string[] _labels = ["SignName", "SignRole", "SignDate"];
    private static readonly TextStyle _label = new(8.5) { Ink = Ink.Grey };
    private static readonly TextStyle _strong = new(9.5, Strong: true);

    public static void Write(RequirementSheetPage page)
    {
        page.Need(Height + 24);
        var (paper, texts, top) = (page.Paper, page.Texts, page.Y + 16);
        const double Half = RequirementSheetPage.Width / 2;
        paper.Text(RequirementSheetPage.Left, page.Y + 8, texts.Format("SignFor", page.Sheet.Client), _strong);
        paper.Fill(RequirementSheetPage.Left, top, RequirementSheetPage.Width, Height, Ink.Tint);

        foreach (var (index, label) in _labels.Index())
        {
            var y = top + 22 + (index * 25);
            paper.Text(RequirementSheetPage.Left + 10, y, texts[label], _label);
            paper.Line(RequirementSheetPage.Left + 70, y + 2, RequirementSheetPage.Left + Half - 10, Ink.Grey);
        }

        paper.Text(RequirementSheetPage.Left + Half + 10, top + 22, texts["Signature"], _label);
        page.Y = top + Height;
    }
}
