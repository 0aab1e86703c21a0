using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace AdvPortal.Exchange.Lists;

/// <summary>Writes a list as a workbook of one sheet (ECMA-376, 5th edition, part 1), row by row: none of them is kept. Texts are texts, whatever they begin with: nothing in it is computed.</summary>
public static class XlsxList
{
    /// <summary>Of one cell (ECMA-376 leaves it open, every spreadsheet cuts there).</summary>
    private const int MostCharacters = 32_767;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";

    // The places of the formats among the cellXfs below.
    private const int Date = 1;
    private const int Amount = 2;
    private const int Heading = 3;

    private static readonly int _dayZero = new DateOnly(1899, 12, 30).DayNumber;

    private static readonly (string Name, string Content)[] _parts =
    [
        ("[Content_Types].xml",
            $"""<Types xmlns="{Packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
        ("_rels/.rels", $"""<Relationships xmlns="{Packages}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/_rels/workbook.xml.rels",
            $"""<Relationships xmlns="{Packages}/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>"""),
        ("xl/styles.xml",
            $"""<styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>"""),
    ];

    /// <param name="output">Where to; it stays open, and need not be able to seek.</param>
    /// <param name="sheet">What the sheet is called; what a name cannot hold is left out (18.2.19), and at most 31 characters of it stay.</param>
    /// <param name="headings">The first row.</param>
    /// <param name="rows">Cells: text, <see cref="decimal"/> (two decimals are shown), <see cref="int"/>, <see cref="DateOnly"/>, or null for an empty one.</param>
    /// <param name="ct">Ends it; what is written by then is no workbook.</param>
    public static async Task WriteAsync(Stream output, string sheet, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken ct)
    {
        await using var patient = new PatientStream(output);
        await using var package = await ZipArchive.CreateAsync(patient, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);

        foreach (var (name, content) in _parts)
        {
            await WriteAsync(package, name, content, ct);
        }

        await WriteAsync(package, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{Escape(NameOf(sheet))}" sheetId="1" r:id="rId1"/></sheets></workbook>""", ct);
        await WriteSheetAsync(package, headings, rows, ct);
    }

    private static async Task WriteSheetAsync(ZipArchive package, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken ct)
    {
        await using var part = await package.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).OpenAsync(ct);
        await using var sheet = new StreamWriter(part, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024, leaveOpen: true);
        var row = new StringBuilder();

        await sheet.WriteAsync($"""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>""");
        await WriteAsync(headings, Heading);

        await foreach (var cells in rows.WithCancellation(ct))
        {
            await WriteAsync(cells, ofText: 0);
        }

        await sheet.WriteAsync("</sheetData></worksheet>");

        async Task WriteAsync(IReadOnlyList<object?> cells, int ofText)
        {
            row.Clear().Append("<row>");

            foreach (var cell in cells)
            {
                Append(row, cell, ofText);
            }

            await sheet.WriteAsync(row.Append("</row>"), ct);
        }
    }

    // Cells in a row, and rows in a sheet, need no address: they stand one behind the other (18.3.1.4, 18.3.1.73).
    private static void Append(StringBuilder row, object? cell, int ofText) => _ = cell switch
    {
        null => row.Append("<c/>"),
        decimal number => row.Append(CultureInfo.InvariantCulture, $"""<c s="{Amount}"><v>{number}</v></c>"""),
        int number => row.Append(CultureInfo.InvariantCulture, $"<c><v>{number}</v></c>"),
        DateOnly day => row.Append(CultureInfo.InvariantCulture, $"""<c s="{Date}"><v>{day.DayNumber - _dayZero}</v></c>"""),
        _ => row.Append(CultureInfo.InvariantCulture, $"""<c s="{ofText}" t="inlineStr"><is><t xml:space="preserve">{Escape(cell.ToString() ?? "")}</t></is></c>"""),
    };

    private static async Task WriteAsync(ZipArchive package, string name, string content, CancellationToken ct)
    {
        await using var part = await package.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        await part.WriteAsync(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8"?>{content}"""), ct);
    }

    private static string NameOf(string sheet)
    {
        var name = string.Concat(sheet.Where(c => c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\') && !char.IsControl(c))).Trim('\'', ' ');

        return name.Length == 0 ? "1" : name.Length > 31 ? name[..31] : name;
    }

    // What XML cannot hold is left out (XML 1.0, 2.2).
    private static string Escape(string text)
    {
        var cut = text.Length > MostCharacters ? text[..MostCharacters] : text;
        var sound = new StringBuilder(cut.Length);

        for (var i = 0; i < cut.Length; i++)
        {
            if (char.IsHighSurrogate(cut[i]) && i + 1 < cut.Length && char.IsLowSurrogate(cut[i + 1]))
            {
                sound.Append(cut[i]).Append(cut[++i]);
            }
            else if (!char.IsSurrogate(cut[i]) && XmlConvert.IsXmlChar(cut[i]))
            {
                _ = cut[i] switch
                {
                    '&' => sound.Append("&amp;"),
                    '<' => sound.Append("&lt;"),
                    '>' => sound.Append("&gt;"),
                    '"' => sound.Append("&quot;"),
                    var c => sound.Append(c),
                };
            }
        }

        return sound.ToString();
    }
}
