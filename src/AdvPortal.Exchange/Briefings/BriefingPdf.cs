using System.Globalization;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Briefings;

/// <summary>« Dossier de passation » on paper, to take along where no screen is: client by client, the most pressing first.</summary>
public static class BriefingPdf
{
    private const double Kind = 92;
    private const double Beside = BriefingPage.Left + Kind;
    private const double DayWidth = 74;

    private static readonly TextStyle _title = new(17, Strong: true);
    private static readonly TextStyle _under = new(9.5) { Ink = Ink.Dark };
    private static readonly TextStyle _client = new(12, Strong: true);
    private static readonly TextStyle _small = new(8) { Ink = Ink.Grey };
    private static readonly TextStyle _kind = new(8.5) { Ink = Ink.Dark };
    private static readonly TextStyle _pressing = new(8.5, Strong: true) { Ink = Ink.Refused };
    private static readonly TextStyle _strong = new(9, Strong: true);
    private static readonly TextStyle _plain = new(9);
    private static readonly TextStyle _note = new(9) { Ink = Ink.Changed };

    /// <summary>A PDF of A4 pages with embedded fonts. The same pack gives the same pages.</summary>
    public static byte[] Write(BriefingPaper pack)
    {
        var texts = DocumentTexts.In(pack.Language);
        var title = texts.Format("BriefingTitle", pack.Absent);
        using var paper = new PdfPaper(title, pack.Company, pack.PrintedAt);
        var page = new BriefingPage(paper, texts, title, pack.StandIn);

        page.Begin();
        WriteHead(page, pack, title);

        foreach (var client in pack.Clients)
        {
            WriteClient(page, client, pack.StandIn is null ? null : pack.Absent, DateOnly.FromDateTime(pack.PrintedAt.DateTime));
        }

        page.WriteFeet(pack.Company, pack.PrintedAt);

        return paper.ToBytes();
    }

    private static void WriteHead(BriefingPage page, BriefingPaper pack, string title)
    {
        var (texts, culture) = (page.Texts, page.Texts.Culture);

        foreach (var line in _title.Wrap(title, BriefingPage.Width))
        {
            page.Paper.Text(BriefingPage.Left, page.Y += 18, line, _title);
        }

        page.Paper.Text(BriefingPage.Left, page.Y += 17, _under.Cut(string.Join(" · ", new[]
        {
            texts.Format("BriefingPeriod", Wording.DateLong(pack.From, culture), Wording.DateLong(pack.Until, culture)),
            pack.StandIn is { } reader ? texts.Format("BriefingFor", reader) : null,
            texts.Format("BriefingMinutes", pack.Minutes),
        }.OfType<string>()), BriefingPage.Width), _under);

        var points = pack.Clients.SelectMany(client => client.Points).ToList();
        page.Paper.Text(BriefingPage.Left, page.Y += 14, _under.Cut(string.Join(" · ", new[]
        {
            texts.Count("BriefingClients", pack.Clients.Count),
            texts.Count("BriefingSensitive", pack.Clients.Count(client => client.IsSensitive)),
            texts.Count("BriefingRules", points.Count(point => point is { Kind: BriefingKind.Requirement, Count: > 0 })),
        }), BriefingPage.Width), _under);
        page.Y += 14;
    }

    private static void WriteClient(BriefingPage page, BriefedClient client, string? absent, DateOnly today)
    {
        var (paper, texts, culture) = (page.Paper, page.Texts, page.Texts.Culture);

        page.Need(62);
        paper.Line(BriefingPage.Left, page.Y, BriefingPage.Right, Ink.Line);
        paper.Text(BriefingPage.Left, page.Y += 17, _client.Cut(client.Name, (BriefingPage.Width / 2) - 12), _client);
        paper.TextTo(BriefingPage.Right, page.Y, _small.Cut($"{string.Join(", ", client.Days.Select(days => $"{At(days.From, days.FromHalf)} – {At(days.Until, days.UntilHalf)}"))} · {client.Code}", BriefingPage.Width / 2), _small);
        page.Y += 6;

        if (client.Notes is { Length: > 0 } notes)
        {
            page.Say(BriefingPage.Left, absent is null ? notes : texts.Format("BriefingNotes", absent, notes), _note);
        }

        foreach (var point in client.Points)
        {
            WritePoint(page, point, today);
        }

        if (client.Left > 0)
        {
            page.Say(Beside, texts.Count("BriefingLeft", client.Left), _small);
        }

        foreach (var contact in client.Contacts)
        {
            page.Say(BriefingPage.Left, string.Join(" · ", new[] { contact.Name, texts[$"Role.{contact.Role}"], contact.Phone, contact.Email, contact.Habits }.Where(part => part is { Length: > 0 })), _small);
        }

        page.Y += 12;

        string At(DateOnly day, DayHalf? noon)
        {
            var said = Wording.Date(day, culture, today);

            return noon is null ? said : texts.Format("MailCoverNoon", said);
        }
    }

    private static void WritePoint(BriefingPage page, BriefingPoint point, DateOnly today)
    {
        var texts = page.Texts;
        var said = point.Kind is BriefingKind.Requirement && point.Detail is { } words ? texts.Format("BriefingQuoted", words) : point.Detail;
        var lines = (said is null ? [] : _plain.Wrap(said, BriefingPage.Right - Beside - DayWidth)).ToList();
        var what = point switch
        {
            { Kind: BriefingKind.Requirement, Count: > 0 } => texts.Count("BriefingFires", point.Count),
            { Count: > 0 } => texts.Count("BriefingLines", point.Count),
            _ => null,
        };

        page.Need(13 * (lines.Count + 1));
        page.Paper.Text(BriefingPage.Left, page.Y += 13, _kind.Cut(texts[$"Briefing.{point.Kind}"], Kind - 8), point.IsSensitive ? _pressing : _kind);
        page.Paper.Text(Beside, page.Y, _strong.Cut(what is null ? point.Title : $"{point.Title} · {what}", BriefingPage.Right - Beside - DayWidth), _strong);

        if (point.On is { } day)
        {
            page.Paper.TextTo(BriefingPage.Right, page.Y, Wording.Date(day, texts.Culture, today), point.IsSensitive ? _pressing : _kind);
        }

        lines.ForEach(line => page.Paper.Text(Beside, page.Y += 13, line, _plain));
    }

    /// <summary>Margins and what every page repeats.</summary>
    private sealed class BriefingPage(PdfPaper paper, DocumentTexts texts, string title, string? reader) : PrintedPage(paper, texts, Left, (title, reader))
    {
        public const double Left = 42;
        public const double Right = A4Width - 42;
        public const double Width = Right - Left;

        /// <summary>Text over as many lines as it needs, from <paramref name="x"/> to the right margin.</summary>
        public void Say(double x, string text, TextStyle style)
        {
            foreach (var line in style.Wrap(text, Right - x))
            {
                Need(13);
                Paper.Text(x, Y += 13, line, style);
            }
        }

        public void WriteFeet(string company, DateTimeOffset printedAt) =>
            WriteFeet($"{company} · {Texts.Format("BriefingPrinted", Wording.DateLong(DateOnly.FromDateTime(printedAt.DateTime), Texts.Culture), printedAt.ToString("HH:mm", CultureInfo.InvariantCulture))}");
    }
}
