using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>Writes small workbooks as spreadsheets write them, with the oddities that a test is about.</summary>
internal sealed class WorkbookFixture
{
    /// <summary>Styles of the fixture's cells: a French day, an amount in euros, an article's code of five digits.</summary>
    public const int Day = 1, Euros = 2, Code = 3;

    private readonly List<(string Name, string State, string Xml)> _sheets = [];
    private bool _hasMacros;

    /// <param name="rows">Each a sequence of texts, numbers, days or cells in XML; null for an empty cell, and a null row is left out.</param>
    public WorkbookFixture Sheet(string name, object?[]?[] rows, string state = "visible", int[]? hiddenRows = null, int? hiddenColumn = null, string merges = "")
    {
        var xml = new StringBuilder("<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>");
        xml.Append(hiddenColumn is { } column ? $"<cols><col min='{column}' max='{column}' hidden='1'/></cols>" : "").Append("<sheetData>");
        for (var r = 0; r < rows.Length; r++)
        {
            if (rows[r] is { } cells)
            {
                xml.Append(CultureInfo.InvariantCulture, $"<row r='{r + 1}'{(hiddenRows?.Contains(r + 1) == true ? " hidden='1'" : "")}>");
                xml.Append(string.Concat(cells.Select((cell, c) => Cell($"{(char)('A' + c)}{r + 1}", cell)))).Append("</row>");
            }
        }

        xml.Append("</sheetData>").Append(merges.Length == 0 ? "" : $"<mergeCells>{string.Concat(merges.Split(' ').Select(merge => $"<mergeCell ref='{merge}'/>"))}</mergeCells>").Append("</worksheet>");
        _sheets.Add((name, state, xml.ToString()));
        return this;
    }

    public WorkbookFixture WithMacros()
    {
        _hasMacros = true;
        return this;
    }

    public DocumentReading Read(ReadingGuide? guide = null) => DocumentReader.Read(Bytes(), "order.xlsx", null, guide);

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>");
            Add(archive, "_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>");
            Add(archive, "xl/workbook.xml", $"<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>{string.Concat(_sheets.Select((sheet, i) => $"<sheet name='{SecurityElement.Escape(sheet.Name)}' sheetId='{i + 1}' state='{sheet.State}' r:id='s{i}'/>"))}</sheets></workbook>");
            Add(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{string.Concat(_sheets.Select((_, i) => $"<Relationship Id='s{i}' Type='x/worksheet' Target='worksheets/sheet{i + 1}.xml'/>"))}<Relationship Id='st' Type='x/styles' Target='styles.xml'/></Relationships>");
            Add(archive, "xl/styles.xml", "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/><numFmt numFmtId='165' formatCode='#,##0.00\\ &quot;€&quot;'/><numFmt numFmtId='166' formatCode='00000'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/></cellXfs></styleSheet>");
            for (var i = 0; i < _sheets.Count; i++)
            {
                Add(archive, $"xl/worksheets/sheet{i + 1}.xml", _sheets[i].Xml);
            }

            if (_hasMacros)
            {
                Add(archive, "xl/vbaProject.bin", "Sub Auto_Open()");
            }
        }

        return stream.ToArray();
    }

    /// <summary>A cell as its XML: <c>s</c>, <c>t</c>, formula and value.</summary>
    public static Xml Formula(string formula, string? value) => new($"<f>{SecurityElement.Escape(formula)}</f>{(value is null ? "<v/>" : $"<v>{value}</v>")}");

    public static Xml Styled(double number, int style) => new($"<v>{number.ToString("R", CultureInfo.InvariantCulture)}</v>", $" s='{style}'");

    public static Xml Error(string sign) => new($"<v>{sign}</v>", " t='e'");

    private static string Cell(string reference, object? value) => value switch
    {
        null => "",
        Xml xml => $"<c r='{reference}'{xml.Attributes}>{xml.Inner}</c>",
        string text => $"<c r='{reference}' t='inlineStr'><is><t xml:space='preserve'>{SecurityElement.Escape(text)}</t></is></c>",
        DateOnly day => Cell(reference, Styled(day.ToDateTime(default).ToOADate(), Day)),
        IFormattable number => $"<c r='{reference}'><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
        _ => throw new ArgumentException("No cell.", nameof(value)),
    };

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    internal sealed record Xml(string Inner, string Attributes = "");
}
