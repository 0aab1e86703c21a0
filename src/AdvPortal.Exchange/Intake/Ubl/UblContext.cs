using System.Globalization;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Ubl;

/// <summary>What the parts of the UBL reader share: the cursor, the problems, the currencies met and what was left unread.</summary>
internal sealed class UblContext(XmlCursor xml, ProblemLog log)
{
    private const int LongestSample = 120;

    private readonly Dictionary<string, (string Sample, int Line, int Count)> _unread = new(StringComparer.Ordinal);

    public XmlCursor Xml => xml;

    public ProblemLog Log => log;

    /// <summary>Currencies of the amounts, in the order they were met.</summary>
    public List<string> Currencies { get; } = [];

    public Message Here => Place.Element(xml.Name, xml.Line);

    /// <summary>An amount and its currency; null with a problem when it is no number.</summary>
    public decimal? Amount()
    {
        if (xml.Attribute("currencyID") is { } currency && !Currencies.Contains(currency, StringComparer.Ordinal) && Currencies.Count < 10)
        {
            Currencies.Add(currency);
        }

        return Number();
    }

    public decimal? Number()
    {
        var (name, line) = (xml.Name, xml.Line);
        var text = xml.Text();
        if (text is null)
        {
            return null;
        }

        if (Numbers.TryParseXml(text, out var number))
        {
            return number;
        }

        log.Error("number-invalid", Place.Element(name, line), text);
        return null;
    }

    /// <summary>xs:date, with or without zone; the day of an xs:dateTime. Null with a problem when it is no date.</summary>
    public DateOnly? Date()
    {
        var (name, line) = (xml.Name, xml.Line);
        if (xml.Text() is not { } text)
        {
            return null;
        }

        if (text.Length >= 10
            && (text.Length == 10 || text[10] is 'Z' or '+' or '-' or 'T')
            && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        log.Error("date-invalid", Place.Element(name, line), text);
        return null;
    }

    /// <summary>Remembers an element that is not taken over, once per name with an example and a count.</summary>
    public void LeaveUnread(string parent)
    {
        var name = $"{parent}/{xml.Name}";
        if (_unread.TryGetValue(name, out var present))
        {
            _unread[name] = present with { Count = present.Count + 1 };
        }
        else if (_unread.Count < ReadingLimits.ProblemsOfAKind)
        {
            var line = xml.Line;
            _unread[name] = (xml.Sample(LongestSample), line, 1);
        }
    }

    public void TellUnread()
    {
        foreach (var (name, unread) in _unread.Where(entry => entry.Value.Sample.Length > 0))
        {
            log.Info("unread-element", Place.Element(name[(name.LastIndexOf('/') + 1)..], unread.Line), name, unread.Sample, Place.Text(unread.Count));
        }
    }

    /// <summary>True for the names under which GS1 location numbers go: 0088 in Peppol, GLN, EAN in older documents.</summary>
    public static bool IsLocationNumber(string? scheme, string? id) => id is not null && Gs1.LooksLikeGln(id) && scheme is "0088" or "GLN" or "EAN" or "EAN.UCC" or "iso6523-actorid-upis:0088";
}
