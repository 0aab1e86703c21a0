using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Labels;

/// <summary>Lays one label out: where to, what is inside, and the same for a scanner (GS1 General Specifications, section 6.6, where it is a logistic label).</summary>
internal sealed class LabelLayout
{
    public const double Width = 297.64;

    /// <summary>An A6 page, and a quarter of an A4.</summary>
    public const double Tall = 419.53;

    /// <summary>An eighth of an A4.</summary>
    public const double Short = Tall / 2;

    // Section 5.12.3.5: modules of 0.495 to 0.94 mm and bars of 31.75 mm on what is scanned in transport. Half a millimetre is four dots of a thermal printer.
    private const double BarModule = 0.5 * Millimetre;
    private const double BarHeight = 31.75 * Millimetre;
    private const double MatrixModuleMax = 1.5 * Millimetre;
    private const double Millimetre = 72 / 25.4;
    private const double Margin = 16;
    private const double Inner = Width - (2 * Margin);

    private static readonly TextStyle _caption = new(7) { Ink = Ink.Dark };
    private static readonly TextStyle _interpretation = new(9);

    private readonly ParcelLabel _label;
    private readonly double _height;
    private readonly DocumentTexts _texts;
    private readonly List<LabelWords> _words = [];
    private readonly List<LabelBox> _boxes = [];

    private LabelLayout(ParcelLabel label, double height) => (_label, _height, _texts) = (label, height, DocumentTexts.In(label.Language));

    /// <summary>Whether a label needs the height of an A6 whatever the sheet: bars are not made shorter to save paper.</summary>
    public static bool IsTall(ParcelLabel label) => label.Symbology is Symbology.Gs1128;

    /// <summary>The label at a height; null when its code cannot be written, or does not fit.</summary>
    public static LabelDrawing? Of(ParcelLabel label, double height) => new LabelLayout(label, height).Draw();

    /// <summary>The bars of a GS1-128, from the top: as few as fit the width, the SSCC by itself in the lowest (section 6.6.4.1.1). Null when they do not fit.</summary>
    public static IReadOnlyList<IReadOnlyList<ElementString>>? BarsOf(ParcelLabel label)
    {
        if (label.Elements is not [{ Identifier: "00" } sscc, ..])
        {
            return null;
        }

        List<ElementString> others = [.. label.Elements.Skip(1)];

        return others.Count == 0 ? [[sscc]] : CodeGrids.Gs1128(others) is { } grid && grid.Columns * BarModule <= Width ? [others, [sscc]] : null;
    }

    private LabelDrawing? Draw()
    {
        if (IsTall(_label))
        {
            return DrawBars() ? Drawn() : null;
        }

        var grid = _label switch
        {
            { Symbology: Symbology.DataMatrix, Elements: { } elements } => CodeGrids.Gs1DataMatrix(elements),
            { Symbology: Symbology.DataMatrix } => CodeGrids.DataMatrix(_label.Payload),
            _ => CodeGrids.Qr(_label.Payload),
        };

        if (grid is null)
        {
            return null;
        }

        DrawSquare(grid);

        return Drawn();
    }

    private LabelDrawing Drawn() => new(Width, _height, _words, _boxes);

    private bool DrawBars()
    {
        if (BarsOf(_label) is not { } bars)
        {
            return false;
        }

        WriteAddress(Margin, roomy: bars.Count == 1);
        WriteContents(bars.Count == 1 ? 136 : 92, Inner, roomy: bars.Count == 1);
        var bottom = _height - 12;

        foreach (var bar in bars.Reverse())
        {
            var grid = CodeGrids.Gs1128(bar)!;
            var (text, top) = (string.Concat(bar), bottom - 12 - BarHeight);
            _boxes.AddRange(grid.Boxes((Width - (grid.Columns * BarModule)) / 2, top, BarModule, BarHeight));
            Write((Width - _interpretation.Width(text)) / 2, bottom - 2, text, _interpretation);
            bottom = top - 8;
        }

        return true;
    }

    private void DrawSquare(CodeGrid grid)
    {
        var roomy = _height >= Tall;
        List<string> said = _label.Elements is { } elements ? [.. _interpretation.Wrap(string.Join(' ', elements), roomy ? Inner : Inner - 108).Take(2)] : [];
        var most = roomy ? 150 : 100;
        var size = _label.Symbology is Symbology.DataMatrix ? Math.Min(most - (roomy ? 10 * said.Count : 0), grid.Columns * MatrixModuleMax) : most;
        var under = roomy ? 11 * said.Count : 0;
        WriteAddress(Margin, roomy);
        WriteContents(roomy ? 136 : 92, roomy ? Inner : Inner - 108, roomy);
        _boxes.AddRange(grid.Boxes(roomy ? (Width - size) / 2 : Width - Margin - size, _height - Margin - size - under, size / grid.Columns, size / grid.Columns));

        foreach (var (index, line) in said.Index())
        {
            Write(roomy ? (Width - _interpretation.Width(line)) / 2 : Margin, _height - Margin - (11 * (said.Count - 1 - index)), line, _interpretation);
        }
    }

    private void WriteAddress(double y, bool roomy)
    {
        var name = new TextStyle(roomy ? 15 : 11.5, Strong: true);
        var street = new TextStyle(roomy ? 11.5 : 9);
        var address = _label.ShipTo.Address;
        Write(Margin, y += 6, _caption.Cut(_texts.Format("LabelFrom", _label.Sender), Inner), _caption);
        y += roomy ? 6 : 2;

        foreach (var line in name.Wrap(_label.ShipTo.Name, Inner).Take(roomy ? 2 : 1))
        {
            Write(Margin, y += name.LineHeight, line, name);
        }

        foreach (var line in new[] { address?.Street, $"{address?.Postcode} {address?.City}".Trim() }.OfType<string>().Where(line => line.Length > 0))
        {
            Write(Margin, y += street.LineHeight, street.Cut(line, Inner), street);
        }
    }

    private void WriteContents(double y, double width, bool roomy)
    {
        var code = new TextStyle(roomy ? 15 : 10.5, Strong: true);
        var value = new TextStyle(roomy ? 12 : 9, Strong: true);
        var half = width / 2;
        var gap = roomy ? 30 : 24;
        var quantity = $"{Wording.Quantity(_label.Quantity, _texts.Culture)}\u00A0{UnitCodes.Word(_label.Unit, _texts)}";

        _boxes.Add(new(Margin, y - 12.5, width, 1));
        Field(Margin, y, width, _texts["LabelCode"], _label.BuyerCode, code);
        y += code.LineHeight;

        if (_label.Description is { } description)
        {
            Write(Margin, y + 10, _caption.Cut(description, width), _caption);
        }

        y += roomy ? 30 : 24;
        Field(Margin, y, half - 6, _texts["LabelOrder"], _label.CustomerReference, value);
        Field(Margin + half, y, half, _texts["OurReference"], _label.OrderNumber, value);
        Field(Margin, y + gap, half - 6, _texts["Quantity"], quantity, value);
        Field(Margin + half, y + gap, half, _texts[_label.Per is LogisticUnit.Pallet ? "LabelPallet" : "LabelParcel"], _texts.Format("LabelParcelOf", _label.Parcel, _label.Parcels), value);
    }

    private void Field(double x, double y, double width, string caption, string value, TextStyle style)
    {
        Write(x, y, _caption.Cut(caption, width), _caption);
        Write(x, y + style.LineHeight - 2, style.Cut(value, width), style);
    }

    private void Write(double x, double y, string text, TextStyle style) => _words.Add(new(x, y, text, style.Size, style.Strong, style.Ink == Ink.Dark));
}
