using System.Globalization;
using System.Text;
using System.Xml;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>What the number formats of a workbook say of its numbers: days, leading zeros, currencies (ECMA-376, 18.8.30).</summary>
internal sealed class WorkbookStyles
{
    public static readonly WorkbookStyles None = new();

    private readonly List<Style> _styles = [];

    /// <param name="index">The <c>s</c> of a cell.</param>
    public Style this[int index] => index >= 0 && index < _styles.Count ? _styles[index] : default;

    public static WorkbookStyles Read(XmlReader xml)
    {
        var styles = new WorkbookStyles();
        Dictionary<int, string> formats = [];
        var isInCells = false;
        using (xml)
        {
            while (xml.Read())
            {
                if (xml.LocalName == "cellXfs")
                {
                    isInCells = xml.NodeType == XmlNodeType.Element;
                }
                else if (xml.LocalName == "numFmt" && xml.NodeType == XmlNodeType.Element && xml.GetAttribute("formatCode") is { } code)
                {
                    formats[Number(xml.GetAttribute("numFmtId"))] = code;
                }
                else if (isInCells && xml.LocalName == "xf" && xml.NodeType == XmlNodeType.Element)
                {
                    var id = Number(xml.GetAttribute("numFmtId"));
                    styles._styles.Add(formats.TryGetValue(id, out var format) ? Of(format) : new(IsBuiltInDay(id), 0, null));
                }
            }
        }

        return styles;
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    // 18.8.30: 14 to 22 everywhere, 27 to 36 and 50 to 58 in the East; 45 to 47 are times.
    private static bool IsBuiltInDay(int id) => id is >= 14 and <= 17 or 22 or >= 27 and <= 36 or >= 50 and <= 58;

    private static Style Of(string format)
    {
        var (bare, isQuoted) = (new StringBuilder(), false);
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (format[i] is '\\' or '_' or '*')
            {
                i++;
            }
            else if (format[i] == '[' && format.IndexOf(']', i) is > 0 and var end)
            {
                i = end;
            }
            else if (!isQuoted)
            {
                bare.Append(char.ToLowerInvariant(format[i]));
            }
        }

        var signs = bare.ToString();
        var isDay = !signs.Contains("general", StringComparison.Ordinal) && !signs.Contains('0', StringComparison.Ordinal) && !signs.Contains('#', StringComparison.Ordinal) && signs.AsSpan().IndexOfAny('d', 'y') >= 0;
        return new(isDay, signs.Length > 1 && signs.All(sign => sign == '0') ? signs.Length : 0, CurrencyOf(format));
    }

    private static string? CurrencyOf(string format)
    {
        foreach (var code in (ReadOnlySpan<string>)["EUR", "USD", "GBP", "CHF", "CAD"])
        {
            if (format.Contains(code, StringComparison.Ordinal))
            {
                return code;
            }
        }

        return format.Contains('€', StringComparison.Ordinal) ? "EUR"
            : format.Contains('£', StringComparison.Ordinal) ? "GBP"
            : format.Contains("[$$", StringComparison.Ordinal) || format.Contains("\"$\"", StringComparison.Ordinal) || format.Contains("\\$", StringComparison.Ordinal) ? "$"
            : null;
    }

    /// <param name="IsDay">The number is a day's serial number.</param>
    /// <param name="Zeros">As many digits are shown, with zeros in front: an article's code kept as a number; 0 when not.</param>
    /// <param name="Currency">As the format shows it.</param>
    internal readonly record struct Style(bool IsDay, int Zeros, string? Currency);
}
