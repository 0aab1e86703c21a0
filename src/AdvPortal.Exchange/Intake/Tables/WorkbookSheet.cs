using System.Globalization;
using System.Xml;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>One sheet in memory: the rows that hold something, and what of them is out of sight.</summary>
internal sealed class WorkbookSheet
{
    /// <summary>Sheets run to a million rows by mistake; beyond these no order goes.</summary>
    private const int MostRows = ReadingLimits.LinesPerOrder + 1000;

    private readonly WorkbookFile _file;
    private readonly WorkbookMerges _merges = new();
    private int _row;
    private int _column;

    private WorkbookSheet(WorkbookFile file) => _file = file;

    public List<CellRow> Rows { get; } = [];

    /// <summary>Numbers of the rows that hold something and are not shown.</summary>
    public List<int> HiddenRows { get; } = [];

    /// <summary>Columns that are not shown, from 0.</summary>
    public HashSet<int> HiddenColumns { get; } = [];

    /// <summary>The sheet goes on beyond what is read.</summary>
    public bool IsCut { get; private set; }

    public static WorkbookSheet Read(WorkbookFile file, string part)
    {
        var sheet = new WorkbookSheet(file);
        using var xml = file.Open(part);
        while (xml?.Read() == true && !sheet.IsCut)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "col" when xml.GetAttribute("hidden") is "1" or "true":
                    sheet.HideColumns(xml);
                    break;
                case "row":
                    sheet.ReadRow(xml);
                    break;
                case "mergeCell" when xml.GetAttribute("ref") is { } reference:
                    sheet._merges.Add(reference);
                    break;
            }
        }

        sheet._merges.Repeat(sheet.Rows);
        return sheet;
    }

    private void HideColumns(XmlReader xml)
    {
        for (var column = WorkbookMerges.Number(xml.GetAttribute("min")) - 1; column >= 0 && column < Math.Min(WorkbookMerges.Number(xml.GetAttribute("max")), TableDraft.MostColumns); column++)
        {
            HiddenColumns.Add(column);
        }
    }

    /// <summary>Rows and cells may go without their references (18.3.1.73): each then follows the one before.</summary>
    private void ReadRow(XmlReader xml)
    {
        _row = WorkbookMerges.Number(xml.GetAttribute("r")) is > 0 and var number ? number : _row + 1;
        _column = -1;
        var isHidden = xml.GetAttribute("hidden") is "1" or "true";
        List<Cell> cells = [];
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
                {
                    ReadCell(xml, cells);
                }
            }
        }

        if (!cells.Exists(cell => cell.Text.Length > 0 || cell.Kind == CellKind.NoResult))
        {
            return;
        }

        if (Rows.Count == MostRows)
        {
            IsCut = true;
            return;
        }

        if (isHidden)
        {
            HiddenRows.Add(_row);
        }

        Rows.Add(new(_row, Rows.Count, [.. cells.Select(cell => cell.Text ?? "")], [.. cells.Select(cell => cell.Kind)], cells.Exists(cell => cell.Currency is not null) ? [.. cells.Select(cell => cell.Currency)] : null));
    }

    private void ReadCell(XmlReader xml, List<Cell> cells)
    {
        _column = xml.GetAttribute("r") is { } reference ? WorkbookMerges.ColumnOf(reference) : _column + 1;
        var (type, style) = (xml.GetAttribute("t"), _file.Styles[WorkbookMerges.Number(xml.GetAttribute("s"))]);
        var (value, inline, hasFormula) = ("", "", false);
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType == XmlNodeType.Element)
                {
                    switch (xml.LocalName)
                    {
                        case "f":
                            hasFormula = true;
                            WorkbookFile.RichText(xml);
                            break;
                        case "v":
                            value = WorkbookFile.RichText(xml);
                            break;
                        case "is":
                            inline = WorkbookFile.RichText(xml);
                            break;
                    }
                }
            }
        }

        if (_column is < 0 or >= TableDraft.MostColumns)
        {
            return;
        }

        while (cells.Count <= _column)
        {
            cells.Add(new("", CellKind.Text, null));
        }

        cells[_column] = hasFormula && value.Length == 0 && type is not "str" ? new("", CellKind.NoResult, null) : ValueOf(type, value, inline, style);
    }

    private Cell ValueOf(string? type, string value, string inline, WorkbookStyles.Style style) => type switch
    {
        "s" => new(WorkbookMerges.Number(value) is >= 0 and var at && at < _file.Strings.Count ? _file.Strings[at] : "", CellKind.Text, null),
        "inlineStr" => new(inline, CellKind.Text, null),
        "str" or "d" => new(value, CellKind.Text, null),
        "b" => new(value == "1" ? "TRUE" : "FALSE", CellKind.Text, null),
        "e" => new(value, CellKind.Error, null),
        _ => OfNumber(value, style),
    };

    /// <summary>Numbers without exponent and without the noise of binary fractions (a GTIN is a number to Excel); days are ISO.</summary>
    private Cell OfNumber(string value, WorkbookStyles.Style style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !(Math.Abs(number) < 1e15))
        {
            return new(value, CellKind.Text, null);
        }

        if (style.IsDay && DayOf(number) is { } day)
        {
            return new(day, CellKind.Text, null);
        }

        // A decimal has no smaller unit; what is smaller is the noise of a difference.
        var text = ((decimal)number).ToString(CultureInfo.InvariantCulture);
        return new(style.Zeros > text.Length && number >= 0 && number == Math.Floor(number) ? text.PadLeft(style.Zeros, '0') : text, CellKind.Number, style.Currency);
    }

    private string? DayOf(double serial)
    {
        // Day 60 of the 1900 system is the 29 February that never was (18.17.4.1); FromOADate counts from there on alike.
        var days = _file.Is1904 ? serial + 1462 : serial;
        if (days is < 61 or > 2_958_465)
        {
            return null;
        }

        var instant = DateTime.FromOADate(days);
        return instant.ToString(instant.TimeOfDay.Ticks == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private readonly record struct Cell(string Text, CellKind Kind, string? Currency);
}
