using System.Globalization;
using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Requirements;

/// <summary>A date as written: « 24 décembre », « 1/1/2027 », "January 4th", a bare « 2 » before another date, a whole month.</summary>
/// <param name="Day">Null for a whole month.</param>
/// <param name="Month">Null for a day that borrows it from the date behind.</param>
internal sealed record DateAtom(int From, int Until, int? Day, int? Month, int? Year)
{
    private const string Months =
        "janvier|janv|january|jan|fevrier|fevr|fev|february|feb|mars|march|mar|avril|avr|april|apr|mai|may|juin|june|jun|juillet|juil|july|jul|aout|august|aug|septembre|september|sept|sep|octobre|october|oct|novembre|november|nov|decembre|december|dec";

    private const string DayNumber = "(?:0?[1-9]|[12][0-9]|3[01])";
    private const string Year4 = "(?:19|20)[0-9]{2}";

    private static readonly string[] _firstLetters = ["jan", "fev|feb", "mar", "avr|apr", "mai|may", "juin|jun", "juil|jul", "aou|aug", "sep", "oct", "nov", "dec"];

    private static readonly Pattern _named = Lexicon.Raw(
        $@"\b(?:the )?(?<d>{DayNumber})(?:er|e|st|nd|rd|th)?(?: of)?[ -]?(?<m>{Months})\b\.?(?:[ -]?,? ?(?<y>{Year4})\b)?"
        + $@"|\b(?<m2>{Months})\b\.? (?:the )?(?<d2>{DayNumber})(?:st|nd|rd|th)?\b(?:,? (?<y2>{Year4})\b)?"
        + $@"|\b(?<y3>{Year4})-(?<m3>[01][0-9])-(?<d3>[0-3][0-9])\b"
        + $@"|\b(?<d4>{DayNumber})/(?<m4>0?[1-9]|1[0-2])(?:/(?<y4>{Year4}|[0-9]{{2}}))?\b|\b(?<d5>{DayNumber})[.-](?<m5>0?[1-9]|1[0-2])[.-](?<y5>{Year4})\b");

    private static readonly Pattern _month = Lexicon.Raw(
        $@"\b(?<m>janvier|january|fevrier|february|mars|avril|april|juin|june|juillet|july|aout|august|septembre|september|octobre|october|novembre|november|decembre|december|mai)\b(?: (?<y>{Year4})\b)?");

    private static readonly Pattern _bare = Lexicon.Raw($@"\b(?<d>{DayNumber})(?:er|st|nd|rd|th)?\b");

    /// <summary>Whether day and month are figures that read either way round.</summary>
    public bool ReadsBothWays { get; private init; }

    public static IEnumerable<DateAtom> Named(string folded) => _named.Matches(folded).Select(match => Read(match)).OfType<DateAtom>();

    public static IEnumerable<DateAtom> WholeMonths(string folded) =>
        _month.Matches(folded).Select(match => new DateAtom(match.Index, match.Index + match.Length, null, MonthOf(match.Groups["m"].Value), Number(match.Groups["y"])));

    public static IEnumerable<DateAtom> BareDays(string folded) =>
        _bare.Matches(folded).Select(match => new DateAtom(match.Index, match.Index + match.Length, Number(match.Groups["d"]), null, null));

    public bool IsReal => Day is not { } day || Month is not { } month || day <= DateTime.DaysInMonth(Year ?? 2028, month);

    private static DateAtom? Read(Match match)
    {
        foreach (var form in (string[])["", "2", "3", "4", "5"])
        {
            if (match.Groups["d" + form] is { Success: true } day)
            {
                var month = match.Groups["m" + form].Value;
                var year = Number(match.Groups["y" + form]);
                var number = char.IsAsciiDigit(month[0]) ? int.Parse(month, CultureInfo.InvariantCulture) : MonthOf(month);
                var atom = new DateAtom(match.Index, match.Index + match.Length, Number(day), number, year < 100 ? year + 2000 : year)
                {
                    ReadsBothWays = form is "4" or "5" && Number(day) <= 12 && Number(day) != number,
                };

                return number is >= 1 and <= 12 && atom.IsReal ? atom : null;
            }
        }

        return null;
    }

    private static int MonthOf(string name) => 1 + Array.FindIndex(_firstLetters, starts => starts.Split('|').Any(start => name.StartsWith(start, StringComparison.Ordinal)));

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;
}
