using System.Globalization;
using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Csv;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>A date in running text: certain, or told with what it may be.</summary>
/// <param name="Day">Null where it is no certain day.</param>
/// <param name="End">Of a week; null for a day.</param>
/// <param name="Doubt">The code of the problem; null where the day is certain.</param>
internal sealed record WordDate(int Start, int Length, string Text, DateOnly? Day, DateOnly? End = null, string? Doubt = null);

/// <summary>Finds the dates in a line: figures, months by name, days of the week and « demain » counted from the day of sending, weeks (ISO 8601).</summary>
internal static partial class WordDates
{
    /// <summary>A day without a year is the next one; further away than this it may be a past one.</summary>
    private const int FarthestMonths = 9;

    private static readonly string[] Months = ["jan|ene|gen", "fév|fev|feb", "mar|mär", "avr|apr|abr", "mai|may|mag", "juin|jun|giu", "juil|jul|lug", "aoû|aou|aug|ago", "sep|set", "oct|okt|ott", "nov", "déc|dec|dez|dic"];
    private static readonly string[] Weekdays = ["dim|sun", "lun|mon", "mar|tue", "mer|wed", "jeu|thu", "ven|fri", "sam|sat"];

    public static IReadOnlyList<WordDate> In(string line, MailStyle style)
    {
        List<WordDate> found = [];
        foreach (Match match in Shapes().Matches(line))
        {
            if (Read(match, style) is { } date && !found.Exists(other => match.Index < other.Start + other.Length))
            {
                found.Add(date);
            }
        }

        return found;
    }

    private static WordDate? Read(Match match, MailStyle style)
    {
        string Group(string name) => match.Groups[name].Value;
        return match.Groups["iso"].Success ? Whole(match, CellDate.TryParse(match.Value, out var iso) ? iso : null)
            : match.Groups["a"].Success ? OfFigures(match, style)
            : match.Groups["month"].Success ? OfMonth(match, Group("day"), Group("month"), Group("year"), Group("weekday"), style)
            : match.Groups["month2"].Success ? OfMonth(match, Group("day2"), Group("month2"), Group("year2"), Group("weekday2"), style)
            : match.Groups["week"].Success ? OfWeek(match, style)
            : match.Groups["near"].Success ? OfNear(match, style)
            : match.Groups["part"].Success ? Doubtful(match, null, "mail-date-vague")
            : OfWeekday(match, style);
    }

    private static WordDate? OfFigures(Match match, MailStyle style)
    {
        var (a, b) = (Number(match.Groups["a"]), Number(match.Groups["b"]));
        var year = match.Groups["y"].Success ? Number(match.Groups["y"]) : (int?)null;
        year += year < 100 ? 2000 : 0;
        var (dayFirst, monthFirst) = (Day(b, a, year, style), Day(a, b, year, style));
        if (dayFirst is null || monthFirst is null || dayFirst == monthFirst)
        {
            return (dayFirst ?? monthFirst) is { } only ? Whole(match, only) : null;
        }

        return style.DayFirst is { } told ? Whole(match, told ? dayFirst : monthFirst)
            : style.IsFrench ? Whole(match, dayFirst)
            : new(match.Index, match.Length, match.Value, style.IsAmerican ? monthFirst : dayFirst, Doubt: "date-both-ways");
    }

    private static WordDate? OfMonth(Match match, string day, string month, string year, string weekday, MailStyle style)
    {
        var number = 1 + Array.FindIndex(Months, starts => Begins(month, starts));
        var read = Day(number, int.Parse(day, CultureInfo.InvariantCulture), year.Length > 0 ? int.Parse(year, CultureInfo.InvariantCulture) : null, style);
        return read is null ? null
            : weekday.Length > 0 && !Begins(weekday, Weekdays[(int)read.Value.DayOfWeek]) ? new(match.Index, match.Length, match.Value, read, Doubt: "mail-weekday-differs")
            : Whole(match, read);
    }

    /// <summary>Monday to Friday of the week; without a year the next one to come.</summary>
    private static WordDate? OfWeek(Match match, MailStyle style)
    {
        var week = Number(match.Groups["week"]);
        if (style.SentOn is not { } sent || week is < 1 or > 53)
        {
            return null;
        }

        var year = ISOWeek.GetYear(sent.ToDateTime(default));
        year += week < ISOWeek.GetWeekOfYear(sent.ToDateTime(default)) ? 1 : 0;
        if (week > ISOWeek.GetWeeksInYear(year))
        {
            return null;
        }

        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return new(match.Index, match.Length, match.Value, monday, monday.AddDays(4));
    }

    private static WordDate? OfNear(Match match, MailStyle style) => style.SentOn is { } sent
        ? Whole(match, sent.AddDays(match.Groups["near"].Value.ToLowerInvariant() switch { "demain" or "tomorrow" => 1, "aujourd'hui" or "aujourd’hui" or "today" => 0, _ => 2 }))
        : Doubtful(match, null, "mail-date-vague");

    /// <summary>« Vendredi prochain » of a Monday is this week's to some and the next one's to others: taken only where both are the same.</summary>
    private static WordDate? OfWeekday(Match match, MailStyle style)
    {
        var name = match.Groups["name"].Success ? match.Groups["name"].Value : match.Groups["name2"].Value;
        var wanted = Array.FindIndex(Weekdays, starts => Begins(name, starts));
        if (style.SentOn is not { } sent)
        {
            return Doubtful(match, null, "mail-date-vague");
        }

        var ahead = (wanted - (int)sent.DayOfWeek + 7) % 7;
        var coming = sent.AddDays(ahead == 0 ? 7 : ahead);
        var isNext = match.Groups["next"].Success;
        var isThisWeek = ISOWeek.GetWeekOfYear(coming.ToDateTime(default)) == ISOWeek.GetWeekOfYear(sent.ToDateTime(default));
        return (isNext && isThisWeek) || (!isNext && ahead == 0) ? Doubtful(match, coming, "mail-date-two-weeks") : Whole(match, coming);
    }

    private static DateOnly? Day(int month, int day, int? year, MailStyle style)
    {
        if (month is < 1 or > 12 || day < 1 || year is < 1990 or > 2100)
        {
            return null;
        }

        if (year is { } told)
        {
            return day <= DateTime.DaysInMonth(told, month) ? new(told, month, day) : null;
        }

        if (style.SentOn is not { } sent)
        {
            return null;
        }

        var next = sent.Year + (month < sent.Month || (month == sent.Month && day < sent.Day) ? 1 : 0);
        return day <= DateTime.DaysInMonth(next, month) && new DateOnly(next, month, day) is var read && read <= sent.AddMonths(FarthestMonths) ? read : null;
    }

    private static WordDate? Whole(Match match, DateOnly? day) => day is null ? null : new(match.Index, match.Length, match.Value, day);

    private static WordDate Doubtful(Match match, DateOnly? nearest, string doubt) => new(match.Index, match.Length, match.Value, null, nearest, doubt);

    private static bool Begins(string word, string starts) => Array.Exists(starts.Split('|'), start => word.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private const string MonthName = "janvier|janv|january|jan|février|fevrier|févr|fev|february|feb|mars|march|mar|avril|avr|april|apr|mai|may|juin|june|jun|juillet|juil|july|jul|août|aout|august|aug|septembre|september|sept|sep|octobre|october|oct|novembre|november|nov|décembre|decembre|december|déc|dec"
        + "|januar|februar|märz|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre";
    private const string WeekdayName = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday";

    [GeneratedRegex(
        @"(?<![\w./-])(?:"
        + @"(?<iso>\d{4}-\d{2}-\d{2})"
        + @"|(?<a>\d{1,2})(?<mark>[/.-])(?<b>\d{1,2})(?:\k<mark>(?<y>\d{4}|\d{2}))(?![\d/-])|(?<a>\d{1,2})/(?<b>\d{1,2})(?![\d/])"
        + $@"|(?:(?<weekday>{WeekdayName}),?\s+)?(?<day>\d{{1,2}})(?:er|st|nd|rd|th|\.(?=\s+(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)\b))?\s+(?:(?:of|de)\s+)?(?<month>{MonthName})\.?(?:,?\s+(?:de\s+)?(?<year>\d{{4}}))?(?!\w)"
        + $@"|(?:(?<weekday2>{WeekdayName}),?\s+)?(?<month2>{MonthName})\.?\s+(?<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?<year2>\d{{4}}))?(?!\w)"
        + @"|(?:semaine|week|sem\.?|wk|kw|cw|s)\s?(?:n°\s?)?(?<week>\d{1,2})(?!\w)"
        + @"|(?<near>après-demain|demain|aujourd['’]hui|the day after tomorrow|tomorrow|today)(?!\w)"
        + $@"|(?<part>(?:fin|début|mi|courant|end of|early|mid|beginning of)[ -](?:{MonthName})|(?:la )?semaine prochaine|next week|(?:fin|milieu|début) de (?:la )?semaine(?: prochaine)?|sous\s\d+\s(?:jours?|h|heures|semaines?)(?: ouvrés| ouvrables)?|within\s\d+\s(?:business\s|working\s)?(?:days?|weeks?|hours?))(?!\w)"
        + $@"|(?:(?<next>next)\s+(?<name>{WeekdayName})|(?<name2>{WeekdayName})(?:\s+(?<next>prochain))?)(?!\w)"
        + ")",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Shapes();
}
