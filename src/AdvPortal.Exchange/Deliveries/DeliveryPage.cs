using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>Where the next thing of a delivery note or a picking list goes: margins, the height already used, and what every page repeats.</summary>
/// <param name="title">What the document is, and its number.</param>
/// <param name="about">Whom it is for, on the right of every page but the first.</param>
internal sealed class DeliveryPage(PdfPaper paper, DocumentTexts texts, string title, string about) : PrintedPage(paper, texts, Left, (title, about))
{
    public const double Left = 42;
    public const double Right = A4Width - 42;
    public const double Width = Right - Left;

    /// <summary>A small name and the value under it, each further line under that.</summary>
    /// <returns>The baseline of the last line.</returns>
    public double Cell(double x, double y, double width, string label, string value, params IEnumerable<string?> more)
    {
        var (name, strong, small) = (new TextStyle(7.5) { Ink = Ink.Grey }, new TextStyle(9, Strong: true), new TextStyle(8.5) { Ink = Ink.Dark });
        Paper.Text(x, y, name.Cut(label, width), name);
        y += 1;

        foreach (var line in strong.Wrap(value, width).Take(2))
        {
            Paper.Text(x, y += 12, line, strong);
        }

        foreach (var line in more.OfType<string>().Where(line => line.Length > 0).SelectMany(line => small.Wrap(line, width).Take(3)))
        {
            Paper.Text(x, y += 12, line, small);
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
            Paper.Fill(Left, Y, 2.5, 14, edge);
            Paper.Text(Left + 12, Y + 10, text, style);
            Y += 14;
        }
    }

    /// <inheritdoc cref="PrintedPage.WriteFeet"/>
    public void WriteFeet(AcknowledgementParty sender) => WriteFeet(sender.Identity(Texts));
}
