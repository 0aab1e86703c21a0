using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations.PathConstruction;
using UglyToad.PdfPig.Graphics.Operations.PathPainting;
using UglyToad.PdfPig.Writer;

namespace AdvPortal.Exchange.Printing;

/// <summary>A PDF being written. Positions are points from the top left corner of the current page; a text's y is its baseline.</summary>
internal sealed class PdfPaper : IDisposable
{
    // A simple font of PDF numbers its characters from 1 to 255.
    private const int CharactersPerFont = 255;

    private readonly PdfDocumentBuilder _document = new();
    private readonly Dictionary<Inter, (PdfDocumentBuilder.AddedFont Added, HashSet<char> Used)> _fonts = [];
    private readonly List<PdfPageBuilder> _pages = [];
    private PdfPageBuilder _page = null!;

    public PdfPaper(string title, string? author = null, DateTimeOffset? writtenAt = null)
    {
        _document.DocumentInformation.Title = title;
        _document.DocumentInformation.Author = author;
        _document.DocumentInformation.Producer = "AdvPortal";
        _document.DocumentInformation.CreationDate = writtenAt?.ToString("'D:'yyyyMMddHHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture);

        foreach (var font in new[] { Inter.Regular, Inter.SemiBold })
        {
            _fonts[font] = (_document.AddTrueTypeFont(font.File), ['?']);
        }
    }

    public int Pages => _pages.Count;

    public double Height => _page.PageSize.Height;

    public void AddPage(double width, double height)
    {
        _page = _document.AddPage(width, height);
        _pages.Add(_page);
    }

    /// <summary>Goes back to a page, counted from 1: what must know how many there are is written last.</summary>
    public void TurnTo(int page) => _page = _pages[page - 1];

    public void Text(double x, double y, string text, TextStyle style)
    {
        var (added, used) = _fonts[style.Font];
        var known = string.Concat(style.Font.Printable(text).Select(character =>
            used.Contains(character) || (used.Count < CharactersPerFont && used.Add(character)) ? character : '?'));

        if (known.Length > 0)
        {
            _page.SetTextAndFillColor(style.Ink.Red, style.Ink.Green, style.Ink.Blue);
            _page.AddText(known, style.Size, new PdfPoint(x, Height - y), added);
            _page.ResetColor();
        }
    }

    /// <summary>Text that ends at <paramref name="right"/>.</summary>
    public void TextTo(double right, double y, string text, TextStyle style) => Text(right - style.Width(text), y, text, style);

    /// <summary>Text under a stroke: what no longer holds.</summary>
    public void Struck(double x, double y, string text, TextStyle style)
    {
        Text(x, y, text, style);
        Line(x, y - (style.Size * 0.33), x + style.Width(text), style.Ink, 0.6);
    }

    /// <summary>A horizontal line.</summary>
    public void Line(double left, double y, double right, Ink ink, double thickness = 0.5) =>
        Fill(left, y - (thickness / 2), right - left, thickness, ink);

    public void Fill(double x, double y, double width, double height, Ink ink) => FillAll([(x, y, width, height)], ink);

    /// <summary>Many rectangles as one shape, so that no hair of white shows between neighbours.</summary>
    public void FillAll(IEnumerable<(double X, double Y, double Width, double Height)> rectangles, Ink ink)
    {
        var operations = _page.CurrentStream.Operations;
        _page.SetTextAndFillColor(ink.Red, ink.Green, ink.Blue);
        operations.AddRange(rectangles.Select(it => new AppendRectangle(it.X, Height - it.Y - it.Height, it.Width, it.Height)));
        operations.Add(FillPathNonZeroWinding.Value);
        _page.ResetColor();
    }

    public byte[] ToBytes() => _document.Build();

    public void Dispose() => _document.Dispose();
}
