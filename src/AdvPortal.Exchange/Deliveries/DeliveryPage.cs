using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>Where the next thing of a delivery note or a picking list goes: margins, the height already used, and what every page repeats.</summary>
/// <param name="title">What the document is, and its number.</param>
/// <param name="about">Whom it is for, on the right of every page but the first.</param>
internal sealed class DeliveryPage(PdfPaper paper, DocumentTexts texts, string title, string about)
{
    public const double Left = 42;
    public const double Right = A4Width - 42;
    public const double Width = Right - Left;

    private const double A4Width = 595.28;
    private const double A4Height = 841.89;
    private const double Top = 42;
    private const double Bottom = A4Height - 58;

    private static readonly TextStyle _running = new(8) { Ink = Ink.Grey };
    private static readonly TextStyle _foot = new(7.5) { Ink = Ink.Grey };

    public PdfPaper Paper => paper;
    public DocumentTexts Texts => texts;

    /// <summary>Points from the top of the page to where the next thing starts.</summary>
    public double Y { get; set; }

    public bool HasRoomFor(double height) => Y + height <= Bottom;

    public void Begin()
    {
        paper.AddPage(A4Width, A4Height);
        Y = Top;

        if (paper.Pages > 1)
        {
            const double Half = (Width - 12) / 2;
            paper.Text(Left, Y + 6, _running.Cut(title, Half), _running);
            paper.TextTo(Right, Y + 6, _running.Cut(about, Half), _running);
            Y += 20;
        }
    }

    /// <summary>A new page when <paramref name="height"/> points do not fit on this one.</summary>
    /// <returns>Whether there is a new one: the head of a table is written again.</returns>
    public bool Need(double height)
    {
        if (HasRoomFor(height))
        {
            return false;
        }

        Begin();

        return true;
    }

    /// <summary>A small name and the value under it, each further line under that.</summary>
    /// <returns>The baseline of the last line.</returns>
    public double Cell(double x, double y, double width, string label, string value, params IEnumerable<string?> more)
    {
        var (name, strong, small) = (new TextStyle(7.5) { Ink = Ink.Grey }, new TextStyle(9, Strong: true), new TextStyle(8.5) { Ink = Ink.Dark });
        paper.Text(x, y, name.Cut(label, width), name);
        y += 1;

        foreach (var line in strong.Wrap(value, width).Take(2))
        {
            paper.Text(x, y += 12, line, strong);
        }

        foreach (var line in more.OfType<string>().Where(line => line.Length > 0).SelectMany(line => small.Wrap(line, width).Take(3)))
        {
            paper.Text(x, y += 12, line, small);
        }

        return y;
    }

    /// <summary>Sentences beside a coloured edge, over as many pages as they need.</summary>
    public void Said(string? heading, IEnumerable<string> sentences, Ink edge)
    {
        var (body, strong) = (new TextStyle(9), new TextStyle(9, Strong: true));
        var lines = (heading is null ? [] : new[] { (Text: heading, Style: strong) })
            .Concat(sentences.SelectMany(sentence => body.Wrap(sentence, Width - 12)).Select(line => (Text: line, Style: body)));

        foreach (var (text, style) in lines)
        {
            Need(14);
            paper.Fill(Left, Y, 2.5, 14, edge);
            paper.Text(Left + 12, Y + 10, text, style);
            Y += 14;
        }
    }

    /// <summary>An empty box to tick.</summary>
    public void Box(double x, double y, double size)
    {
        const double Stroke = 0.8;
        paper.FillAll([(x, y, size, Stroke), (x, y + size - Stroke, size, Stroke), (x, y, Stroke, size), (x + size - Stroke, y, Stroke, size)], Ink.Dark);
    }

    /// <summary>Who we are and « Page 1 / 2 », once the number of pages is known.</summary>
    public void WriteFeet(AcknowledgementParty sender)
    {
        var identity = string.Join("  ·  ", new[]
        {
            sender.Name,
            sender.Siren is null ? null : texts.Format("Siren", sender.Siren),
            sender.VatId is null ? null : texts.Format("VatId", sender.VatId),
            sender.Gln is null ? null : texts.Format("Gln", sender.Gln),
        }.OfType<string>());

        for (var page = 1; page <= paper.Pages; page++)
        {
            paper.TurnTo(page);
            paper.Line(Left, A4Height - 44, Right, Ink.Line);
            paper.Text(Left, A4Height - 31, _foot.Cut(identity, Width - 80), _foot);
            paper.TextTo(Right, A4Height - 31, texts.Format("PageOf", page, paper.Pages), _foot);
        }
    }
}
