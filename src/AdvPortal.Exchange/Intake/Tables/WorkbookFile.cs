using System.IO.Compression;
using System.Xml;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>The parts of an XLSX workbook (ECMA-376, transitional and strict), read by their own names: no formula is computed, no macro run, nothing outside opened.</summary>
/// <remarks>The libraries at hand tell neither a formula without result from an empty cell nor a hidden row from a shown one; both change what is ordered.</remarks>
internal sealed class WorkbookFile : IDisposable
{
    private const int MostStrings = 2_000_000;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly ZipArchive _archive;
    private readonly string _root;

    /// <exception cref="InvalidDataException">The archive holds no workbook.</exception>
    public WorkbookFile(Stream stream)
    {
        _archive = new(stream, ZipArchiveMode.Read, leaveOpen: true);
        _root = FindRoot();
        var targets = Relations(_root);
        Sheets = ReadSheets(targets);
        Strings = targets.Values.FirstOrDefault(target => target.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)) is { } strings ? ReadStrings(strings) : [];
        Styles = targets.Values.FirstOrDefault(target => target.EndsWith("styles.xml", StringComparison.OrdinalIgnoreCase)) is { } styles && Open(styles) is { } xml ? WorkbookStyles.Read(xml) : WorkbookStyles.None;
        HasMacros = _archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
    }

    public IReadOnlyList<(string Name, bool IsHidden, string Part)> Sheets { get; }

    /// <summary>Days count from 1904-01-01, as old Macintoshes had it (18.17.4.1).</summary>
    public bool Is1904 { get; private set; }

    public bool HasMacros { get; }

    public IReadOnlyList<string> Strings { get; }

    public WorkbookStyles Styles { get; }

    /// <returns>Null for a part that the archive has not.</returns>
    public XmlReader? Open(string part) =>
        _archive.Entries.FirstOrDefault(entry => entry.FullName.Equals(part, StringComparison.OrdinalIgnoreCase)) is { } found ? XmlReader.Create(found.Open(), Settings) : null;

    public void Dispose() => _archive.Dispose();

    private string FindRoot()
    {
        using var xml = Open("_rels/.rels");
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "Relationship" && xml.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true && xml.GetAttribute("Target") is { } target)
            {
                return target.TrimStart('/');
            }
        }

        return "xl/workbook.xml";
    }

    private Dictionary<string, string> Relations(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        Dictionary<string, string> targets = new(StringComparer.Ordinal);
        using var xml = Open($"{folder}_rels/{part[folder.Length..]}.rels");
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
            {
                targets.TryAdd(id, target.StartsWith('/') ? target[1..] : folder + target);
            }
        }

        return targets;
    }

    private List<(string, bool, string)> ReadSheets(Dictionary<string, string> targets)
    {
        using var xml = Open(_root) ?? throw new InvalidDataException();
        List<(string, bool, string)> sheets = [];
        while (xml.Read())
        {
            if (xml.LocalName == "workbookPr")
            {
                Is1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet" && xml.NodeType == XmlNodeType.Element)
            {
                var (name, isHidden) = (xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden");
                for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
                {
                    if (xml.LocalName == "id" && targets.TryGetValue(xml.Value, out var part))
                    {
                        sheets.Add((name, isHidden, part));
                    }
                }
            }
        }

        return sheets;
    }

    private List<string> ReadStrings(string part)
    {
        using var xml = Open(part);
        List<string> strings = [];
        while (xml?.Read() == true && strings.Count < MostStrings)
        {
            if (xml.LocalName == "si" && xml.NodeType == XmlNodeType.Element)
            {
                strings.Add(RichText(xml));
            }
        }

        return strings;
    }

    /// <summary>The text of an item and its runs, without the phonetic one beside them (18.4.8, 18.4.6).</summary>
    public static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (text, depth, isPhonetic) = ("", xml.Depth, false);
        while (xml.Read() && xml.Depth > depth)
        {
            isPhonetic = xml.LocalName == "rPh" ? xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement : isPhonetic;
            if (!isPhonetic && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && text.Length < ReadingLimits.TextLength)
            {
                text += xml.Value;
            }
        }

        return text;
    }
}
