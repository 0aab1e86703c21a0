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

    // Bars, what they say under them, and the gap to the next.
    private const double BarBlock = BarHeight + 20;
    private const double Foot = 12;

    // What an address and the contents need in three sizes; below the last, only a name stands above the bars.
    private const double RoomyHead = 250;
    private const double PlainHead = 175;
    private const double SmallHead = 70;
    private const double Least = 18;

    private static readonly TextStyle _caption = new(7) { Ink = Ink.Dark };
    private static readonly TextStyle _interpretation = new(9);

    private readonly ParcelLabel _label;
    private readonly double _width;
    private readonly double _height;
    private readonly double _inner;
    private readonly DocumentTexts _texts;
    private readonly List<LabelWords> _words = [];
    private readonly List<LabelBox> _boxes = [];
    private readonly List<LabelCode> _codes = [];

    private LabelLayout(ParcelLabel label, LabelPaper paper) =>
        (_label, _width, _height, _inner, _texts) = (label, paper.Width, paper.Height, paper.Width - (2 * Margin), DocumentTexts.In(label.Language));

    /// <summary>Whether a label needs the height of an A6 whatever the sheet: bars are not made shorter to save paper.</summary>
    public static bool IsTall(ParcelLabel label) => label.Symbology is Symbology.Gs1128;

    /// <summary>The label on a paper; null when its code cannot be written, or does not fit.</summary>
    public static LabelDrawing? Of(ParcelLabel label, LabelPaper paper) => new LabelLayout(label, paper).Draw();

    /// <summary>
    /// The bars of a GS1-128, from the top: as few as fit the width, the SSCC by itself in the lowest (section 6.6.4.1.1), a count (37) beside what it counts (02).
    /// Null when they do not fit.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<ElementString>>? BarsOf(ParcelLabel label, LabelPaper paper)
    {
        if (label.Elements is not [{ Identifier: "00" } sscc, ..])
        {
            return null;
        }

        List<List<ElementString>> bars = [];

        foreach (var element in label.Elements.Skip(1))
        {
            if (bars.Count > 0 && Fits([.. bars[^1], element], paper))
            {
                bars[^1].Add(element);
            }
            else if (Fits([element], paper) && element.Identifier != "37")
            {
                bars.Add([element]);
            }
            else
            {
                return null;
            }
        }

        return Fits([sscc], paper) && ((bars.Count + 1) * BarBlock) + Foot + (bars.Count == 0 ? 0 : Least) <= paper.Height ? [.. bars, [sscc]] : null;
    }

    private static bool Fits(IReadOnlyList<ElementString> bar, LabelPaper paper) => CodeGrids.Gs1128(bar) is { } grid && grid.Columns * BarModule <= paper.Width;

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

    private LabelDrawing Drawn() => new(_width, _height, _words, _boxes) { Codes = _codes };

    private bool DrawBars()
    {
        if (BarsOf(_label, new(_width, _height)) is not { } bars)
        {
            return false;
        }

        WriteAboveBars(_height - Foot - (bars.Count * BarBlock));
        var bottom = _height - Foot;

        foreach (var bar in bars.Reverse())
        {
            var grid = CodeGrids.Gs1128(bar)!;
            var (text, top, width) = (string.Concat(bar), bottom - 12 - BarHeight, grid.Columns * BarModule);
            _boxes.AddRange(grid.Boxes((_width - width) / 2, top, BarModule, BarHeight));
            _codes.Add(new((_width - width) / 2, top, width, BarHeight, BarModule, Symbology.Gs1128, ElementString.Join(bar), IsGs1: true));
            Write((_width - _interpretation.Width(text)) / 2, bottom - 2, text, _interpretation);
            bottom = top - 8;
        }

        return true;
    }

    private void WriteAboveBars(double room)
    {
        if (room >= PlainHead)
        {
            WriteAddress(Margin, roomy: room >= RoomyHead);
            WriteContents(room >= RoomyHead ? 136 : 92, _inner, roomy: room >= RoomyHead);
            return;
        }

        var line = new TextStyle(8.5, Strong: true);

        if (room >= SmallHead)
        {
            WriteAddress(Margin - 8, roomy: false);
            Write(Margin, room - 2, line.Cut($"{_label.BuyerCode}  ·  {Amount}  ·  {_label.CustomerReference}", _inner), line);
            return;
        }

        Write(Margin, Math.Max(room - 6, line.Size + 2), line.Cut($"{_label.ShipTo.Name}, {_label.ShipTo.Address?.City}".TrimEnd(' ', ','), _inner), line);
    }

    private void DrawSquare(CodeGrid grid)
    {
        if (_height < Short - 1)
        {
            DrawSmall(grid);
            return;
        }

        var roomy = _height >= Tall;
        List<string> said = _label.Elements is { } elements ? [.. _interpretation.Wrap(string.Join(' ', elements), roomy ? _inner : _inner - 108).Take(2)] : [];
        var most = roomy ? 150 : 100;
        var size = _label.Symbology is Symbology.DataMatrix ? Math.Min(most - (roomy ? 10 * said.Count : 0), grid.Columns * MatrixModuleMax) : most;
        var under = roomy ? 11 * said.Count : 0;
        WriteAddress(Margin, roomy);
        WriteContents(roomy ? 136 : 92, roomy ? _inner : _inner - 108, roomy);
        PlaceSquare(grid, roomy ? (_width - size) / 2 : _width - Margin - size, _height - Margin - size - under, size);

        foreach (var (index, line) in said.Index())
        {
            Write(roomy ? (_width - _interpretation.Width(line)) / 2 : Margin, _height - Margin - (11 * (said.Count - 1 - index)), line, _interpretation);
        }
    }

    // The code takes what height there is; the rest says in five lines where to and what.
    private void DrawSmall(CodeGrid grid)
    {
        var edge = Margin / 2;
        var size = Math.Min(_height - (2 * edge), _label.Symbology is Symbology.DataMatrix ? grid.Columns * MatrixModuleMax : double.MaxValue);
        var room = _width - size - (3 * edge);
        var (name, plain) = (new TextStyle(10, Strong: true), new TextStyle(8.5));
        var y = edge;

        foreach (var (text, style) in new[]
        {
            (_label.ShipTo.Name, name),
            ($"{_label.ShipTo.Address?.Postcode} {_label.ShipTo.Address?.City}".Trim(), plain),
            (_label.BuyerCode, new TextStyle(11, Strong: true)),
            (Amount, name),
            (_label.CustomerReference, plain),
            ($"{_label.OrderNumber}  ·  {_texts.Format("LabelParcelOf", _label.Parcel, _label.Parcels)}", plain),
        })
        {
            Write(edge, y += style.LineHeight + 3, style.Cut(text, room), style);
        }

        PlaceSquare(grid, _width - edge - size, edge, size);
    }

    private void PlaceSquare(CodeGrid grid, double x, double y, double size)
    {
        var module = size / grid.Columns;
        _boxes.AddRange(grid.Boxes(x, y, module, module));
        _codes.Add(new(x, y, size, size, module, _label.Symbology, _label is { Symbology: Symbology.DataMatrix, Elements: { } elements } ? ElementString.Join(elements) : _label.Payload, _label is { Symbology: Symbology.DataMatrix, Elements: not null }));
    }

    private string Amount => _label.Holds ?? $"{Wording.Quantity(_label.Quantity, _texts.Culture)}\u00A0{UnitCodes.Word(_label.Unit, _texts)}";

    private void WriteAddress(double y, bool roomy)
    {
        var name = new TextStyle(roomy ? 15 : 11.5, Strong: true);
        var street = new TextStyle(roomy ? 11.5 : 9);
        var address = _label.ShipTo.Address;
        Write(Margin, y += 6, _caption.Cut(_texts.Format("LabelFrom", _label.Sender), _inner), _caption);
        y += roomy ? 6 : 2;

        foreach (var line in name.Wrap(_label.ShipTo.Name, _inner).Take(roomy ? 2 : 1))
        {
            Write(Margin, y += name.LineHeight, line, name);
        }

        foreach (var line in new[] { address?.Street, $"{address?.Postcode} {address?.City}".Trim() }.OfType<string>().Where(line => line.Length > 0))
        {
            Write(Margin, y += street.LineHeight, street.Cut(line, _inner), street);
        }
    }

    private void WriteContents(double y, double width, bool roomy)
    {
        var code = new TextStyle(roomy ? 15 : 10.5, Strong: true);
        var value = new TextStyle(roomy ? 12 : 9, Strong: true);
        var half = width / 2;
        var gap = roomy ? 30 : 24;

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
        Field(Margin, y + gap, half - 6, _texts["Quantity"], Amount, value);
        Field(Margin + half, y + gap, half, _texts[_label.Per is LogisticUnit.Pallet ? "LabelPallet" : "LabelParcel"], _texts.Format("LabelParcelOf", _label.Parcel, _label.Parcels), value);
    }

    private void Field(double x, double y, double width, string caption, string value, TextStyle style)
    {
        Write(x, y, _caption.Cut(caption, width), _caption);
        Write(x, y + style.LineHeight - 2, style.Cut(value, width), style);
    }

    private void Write(double x, double y, string text, TextStyle style) => _words.Add(new(x, y, text, style.Size, style.Strong, style.Ink == Ink.Dark));
}
