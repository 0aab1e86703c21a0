using System.Globalization;
using System.Text;
using System.Xml.Linq;
using AdvPortal.Exchange.Printing;

namespace AdvPortal.Exchange.Labels;

/// <summary>A label as a picture on a page: the same drawing as on paper, black on white whatever the page's colours are.</summary>
public static class LabelSvg
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    /// <summary>SVG 1.1 that stands in a page as it is; every text in it is escaped.</summary>
    /// <param name="name">What the picture shows, for those who do not see it.</param>
    public static string Write(LabelDrawing drawing, string name) => new XElement(
        _svg + "svg",
        new XAttribute("viewBox", $"0 0 {Number(drawing.Width)} {Number(drawing.Height)}"),
        new XAttribute("role", "img"),
        new XAttribute("aria-label", Inter.Regular.Printable(name)),
        new XAttribute("font-family", "Inter, sans-serif"),
        new XElement(_svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "#fff")),
        new XElement(_svg + "path", new XAttribute("shape-rendering", "crispEdges"), new XAttribute("fill", "#000"), new XAttribute("d", Path(drawing.Boxes))),
        drawing.Words.Select(Text)).ToString(SaveOptions.DisableFormatting);

    private static XElement Text(LabelWords words)
    {
        var style = ParcelLabels.StyleOf(words);

        return new(
            _svg + "text",
            new XAttribute("x", Number(words.X)), new XAttribute("y", Number(words.Y)), new XAttribute("font-size", Number(words.Size)),
            new XAttribute("font-weight", words.Strong ? 600 : 400), new XAttribute("fill", $"#{style.Ink.Red:x2}{style.Ink.Green:x2}{style.Ink.Blue:x2}"),
            style.Font.Printable(words.Text));
    }

    private static string Path(IEnumerable<LabelBox> boxes)
    {
        var path = new StringBuilder();

        foreach (var box in boxes)
        {
            path.Append(CultureInfo.InvariantCulture, $"M{Number(box.X)} {Number(box.Y)}h{Number(box.Width)}v{Number(box.Height)}h-{Number(box.Width)}z");
        }

        return path.ToString();
    }

    private static string Number(double points) => points.ToString("0.###", CultureInfo.InvariantCulture);
}
