using System.Globalization;
using System.Text;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Printing;

namespace AdvPortal.Exchange.Labels;

/// <summary>Labels in the language of thermal printers (ZPL II): the same drawing as on paper, the codes drawn by the printer itself, dot by dot.</summary>
public static class ZplLabels
{
    /// <summary>8 dots a millimetre, as most printers have.</summary>
    public const int UsualDots = 203;

    private const double PointsPerInch = 72;

    // The quiet zones that are drawn around codes, in modules: a printer leaves them to whoever places the code.
    private const int BarQuiet = 10;
    private const int QrQuiet = 4;
    private const int MatrixQuiet = 2;

    /// <summary>Text in UTF-8 (^CI28), one ^XA … ^XZ a label, in the given order.</summary>
    /// <param name="labels">What is printed.</param>
    /// <param name="paper">What the printer holds; of a sheet, the size of one label.</param>
    /// <param name="dotsPerInch">203, 300 or 600, as the printer has them.</param>
    /// <exception cref="ArgumentException">There is nothing to print, or <see cref="ParcelLabels.Check(ParcelLabel, LabelPaper)"/> refuses a label.</exception>
    public static string Write(IReadOnlyList<ParcelLabel> labels, LabelPaper paper, int dotsPerInch = UsualDots)
    {
        if (labels.Count == 0)
        {
            throw new ArgumentException("There is nothing to print.", nameof(labels));
        }

        var zpl = new StringBuilder();

        foreach (var label in labels)
        {
            new Writing(zpl, dotsPerInch).Write(ParcelLabels.Draw(label, paper));
        }

        return zpl.ToString();
    }

    private sealed class Writing(StringBuilder zpl, int dotsPerInch)
    {
        public void Write(LabelDrawing drawing)
        {
            Line($"^XA^CI28^PW{Dots(drawing.Width)}^LL{Dots(drawing.Height)}^LH0,0");

            foreach (var box in drawing.Boxes.Where(box => !drawing.Codes.Any(code => IsIn(box, code))))
            {
                var (width, height) = (Math.Max(1, Dots(box.Width)), Math.Max(1, Dots(box.Height)));
                Line($"^FO{Dots(box.X)},{Dots(box.Y)}^GB{width},{height},{Math.Min(width, height)}^FS");
            }

            foreach (var code in drawing.Codes)
            {
                Write(code);
            }

            foreach (var words in drawing.Words)
            {
                var size = Dots(words.Size);
                Line($"^FT{Dots(words.X)},{Dots(words.Y)}^A0N,{size},{size}^FH_^FD{Escaped(Inter.Regular.Printable(words.Text))}^FS");
            }

            Line($"^XZ");
        }

        private void Write(LabelCode code)
        {
            // A printer knows no half dots: a module is as many as come nearest, at least one.
            var module = Math.Max(1, Dots(code.Module));

            switch (code.Symbology)
            {
                case Symbology.Gs1128:
                    // In the middle of where it was drawn, whatever its modules were rounded to.
                    var width = (int)Math.Round(code.Width / code.Module) * module;
                    var left = Dots(code.X + (code.Width / 2)) - (width / 2) + (BarQuiet * module);
                    Line($"^BY{module}^FO{Math.Max(0, left)},{Dots(code.Y)}^BCN,{Dots(code.Height)},N,N,N,N^FD{ZplCode128.Write(code.Payload)}^FS");
                    break;
                case Symbology.DataMatrix:
                    Line($"^FO{Dots(code.X) + (MatrixQuiet * module)},{Dots(code.Y) + (MatrixQuiet * module)}^BXN,{module},200,0,0,6,_^FD{Matrix(code)}^FS");
                    break;
                default:
                    // Error correction M, the data as it stands.
                    Line($"^FO{Dots(code.X) + (QrQuiet * module)},{Dots(code.Y) + (QrQuiet * module)}^BQN,2,{module}^FH_^FDMA,{Escaped(code.Payload)}^FS");
                    break;
            }
        }

        // ^BX takes its own escape: _1 is FNC1, __ is the sign itself.
        private static string Matrix(LabelCode code)
        {
            var text = code.Payload.Replace("_", "__", StringComparison.Ordinal).Replace("^", "_d094", StringComparison.Ordinal).Replace("~", "_d126", StringComparison.Ordinal);

            return code.IsGs1 ? $"_1{text.Replace(ElementString.Separator.ToString(), "_1", StringComparison.Ordinal)}" : text;
        }

        private static string Escaped(string text) =>
            text.Replace("_", "_5F", StringComparison.Ordinal).Replace("^", "_5E", StringComparison.Ordinal).Replace("~", "_7E", StringComparison.Ordinal)
                .Replace("\r", "_0D", StringComparison.Ordinal).Replace("\n", "_0A", StringComparison.Ordinal);

        private static bool IsIn(LabelBox box, LabelCode code) =>
            box.X >= code.X - 0.1 && box.Y >= code.Y - 0.1 && box.X + box.Width <= code.X + code.Width + 0.1 && box.Y + box.Height <= code.Y + code.Height + 0.1;

        private int Dots(double points) => (int)Math.Round(points / PointsPerInch * dotsPerInch);

        private void Line(FormattableString line) => zpl.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
