using System.Globalization;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Edifact;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake.Xml;

/// <summary>What the parts of a reader of XML share: the cursor, the problems, the currencies met, the places of values and what was left unread.</summary>
/// <param name="spots">Null when nobody looks.</param>
internal sealed class XmlContext(XmlCursor xml, ProblemLog log, SpotDraft? spots)
{
    /// <summary>Owner of values that are read to be told, not taken: their places are dropped.</summary>
    public const string NotTaken = "~";

    /// <summary>The reference of a change, which stands beside its document.</summary>
    public const string RefersTo = "~refersTo";

    private const int LongestSample = 120;

    private readonly Dictionary<string, (string Sample, int Line, int Count)> _unread = new(StringComparer.Ordinal);

    private (int Line, int From, int Length) _currencyPlace;

    public XmlCursor Xml => xml;

    public ProblemLog Log => log;

    /// <summary>Currencies of the amounts, in the order they were met.</summary>
    public List<string> Currencies { get; } = [];

    /// <summary>The values read next belong to a part of the document: <c>buyer.</c></summary>
    /// <returns>What they belonged to before, for <see cref="Leave"/>.</returns>
    public string? Enter(string part)
    {
        var before = spots?.Owner;
        spots?.Owner = before + part;
        return before;
    }

    public string? EnterLine(int index) => spots is null ? null : Enter(OriginalDraft.LineOf(index));

    public void Leave(string? before) => spots?.Owner = before ?? "";

    /// <summary>The values of a part were read and are not taken.</summary>
    public void Forget(string part) => spots?.Forget(part);

    /// <summary>Ends the document: its places become those of an order or of a change.</summary>
    /// <param name="document">Its name in the reading, with its point: <c>orders[0].</c></param>
    public void Give(string document) => spots?.Give(document);

    /// <summary>Remembers where the value read last stands, under its name in the document.</summary>
    public void Found(string field) => Found(field, xml.Place);

    /// <summary>The same for a value that was read before, when it is known to be taken.</summary>
    public void Found(string field, (int Line, int From, int Length) place)
    {
        if (spots is not null && place.Length > 0)
        {
            spots.Found(field, place.Line, place.From, place.Length);
        }
    }

    public void FoundNote(int count) => Found(NoteName(count - 1));

    /// <summary>The name of a note among those of its owner, counted from 0.</summary>
    public string NoteName(int index) => spots is null ? "" : string.Create(CultureInfo.InvariantCulture, $"notes[{index}]");

    /// <summary>The text of the present element, and its place.</summary>
    public string? Text(string field)
    {
        var text = xml.Text();
        Found(field);
        return text;
    }

    /// <summary>An attribute of the present element, and its place.</summary>
    public string? Attribute(string name, string field)
    {
        var value = xml.Attribute(name);
        Found(field);
        return value;
    }

    /// <summary>The text of one child of the present element, and its place.</summary>
    public string? Inner(string child, string? field = null)
    {
        string? text = null;
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == child && text is null)
            {
                text = xml.Text();
                if (field is not null)
                {
                    Found(field);
                }
            }
        }

        return text;
    }

    public Message Here => Place.Element(xml.Name, xml.Line);

    /// <summary>An amount and its currency; null with a problem when it is no number.</summary>
    public decimal? Amount(string? field = null)
    {
        if (xml.Attribute("currencyID") is { } currency && !Currencies.Contains(currency, StringComparer.Ordinal) && Currencies.Count < 10)
        {
            _currencyPlace = Currencies.Count == 0 ? xml.Place : _currencyPlace;
            Currencies.Add(currency);
        }

        return Number(field);
    }

    public decimal? Number(string? field = null)
    {
        var (name, line) = (xml.Name, xml.Line);
        var text = field is null ? xml.Text() : Text(field);
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
    public DateOnly? Date(string? field = null)
    {
        var (name, line) = (xml.Name, xml.Line);
        if ((field is null ? xml.Text() : Text(field)) is not { } text)
        {
            return null;
        }

        if (TryDate(text, out var date))
        {
            return date;
        }

        log.Error("date-invalid", Place.Element(name, line), text);
        return null;
    }

    private static bool TryDate(string text, out DateOnly date)
    {
        date = default;
        return text.Length >= 10
            && (text.Length == 10 || text[10] is 'Z' or '+' or '-' or 'T')
            && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    /// <summary>A moment of UN/CEFACT (<c>udt:DateTimeString</c> with the format of 2379), or an xs:date; null with a problem when it is none.</summary>
    public EdifactDate? Moment(string? field)
    {
        EdifactDate? moment = null;
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            var (name, line, format) = (xml.Name, xml.Line, xml.Attribute("format"));
            if ((field is null ? xml.Text() : Text(field)) is not { } text)
            {
                continue;
            }

            moment = EdifactDate.Parse(text, format ?? "") ?? (format is null && TryDate(text, out var day) ? new(day, day) : null);
            if (moment is null)
            {
                log.Error("date-invalid", Place.Element(name, line), text);
            }
        }

        return moment;
    }

    /// <summary>A truth of UN/CEFACT, in its <c>udt:Indicator</c>.</summary>
    public bool Indicator() => Inner("Indicator") is "true" or "1";

    /// <summary>The currency that only amounts name, and every other one than the document's.</summary>
    public void TellCurrencies(OrderDraft order)
    {
        if (order.Currency is null && Currencies is [var only])
        {
            order.Currency = only;
            Found("currency", _currencyPlace);
            log.Warning("currency-from-amounts", null, only);
            return;
        }

        foreach (var other in Currencies.Where(currency => currency != order.Currency))
        {
            log.Warning("second-currency", null, other);
        }
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
