using System.Globalization;
using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Hours of the day; a missing end is open.</summary>
internal sealed record Hours(TimeOnly? From, TimeOnly? Until);

/// <summary>Reads hours: « 11 h 30 », "8am", « 14:00 », « de 8 à 12h », « avant midi », « le matin ».</summary>
/// <remarks>Marks: RANGE, BEFORE, AFTER, AT (one hour, no limit said), HALF (morning or afternoon), VAGUETIME.</remarks>
internal static class TimeReader
{
    private const string Hour = "(?:[01]?[0-9]|2[0-4])";
    private const string Atom =
        "(?:(?:" + Hour + " ?(?:h|hrs|hr|heures?|hours)(?: ?[0-5][0-9])?|" + Hour + "[:.][0-5][0-9] ?(?:am|pm|a\\.m\\.?|p\\.m\\.?)|" + Hour + ":[0-5][0-9](?: ?h(?:rs)?)?|" + Hour + " ?(?:am|pm|a\\.m\\.?|p\\.m\\.?|o'clock)|(?:0[0-9]|1[0-9]|2[0-3])[0-5][0-9] ?(?:hrs|hours|h)|midi|noon|midday|minuit|midnight))";
    private const string Loose = "(?:" + Atom + "|" + Hour + "(?:[:.][0-5][0-9])?)";

    private static readonly Pattern _vague = Lexicon.Raw(
        @"\b(?:(?:a |en |de |des |tres |plutot |tot |au |in the |by |at |before |the |le |la |vers |d')*(?:fin|debut|milieu|mi|early|late|mid|first thing|end|start|beginning|close|tot|tard)[ -](?:de |d'|in |of |of the |le |the |la |dans la |l')*(?:matinee|matin|apres-midi|apres midi|soiree|journee|morning|mornings|afternoon|afternoons|evening|day|business|poste|service)s?)\b"
        + @"|\b(?:vers|aux alentours de|aux environs de|autour de|around|about|roughly|approximately|circa|environ) (?:les )?" + Atom + @"(?:\b|$)"
        + @"|\b(?:en soiree|le soir|en debut de|aux premieres heures|a la premiere heure|premiere heure|heures? de bureau|heures ouvrables|heures ouvrees|heures creuses|(?:normal |usual |regular )?(?:office|business|working) hours|heures? habituelles?|horaires habituels?|usual hours|in the evenings?|lunch ?time|lunch|pendant la pause|(?:a |pendant )?l'heure du (?:dejeuner|repas)|heures de (?:dejeuner|repas|pause)|pause (?:dejeuner|de midi)|peak hours|heures de pointe|(?:as )?early as possible|(?:le )?plus tot possible|(?:assez |tres )tot|apres la fermeture|avant l'ouverture)\b");

    /// <summary>« pas avant 8, ni après 16 h »: an hour, or something else.</summary>
    private static readonly Pattern _bare = Lexicon.Raw(@"\b(?<a>(?:not before|before|after|avant|apres|until|jusqu'a|des) " + Hour + @")(?:$|[,.;)\n]| (?:and|et|or|ou|ni|nor)\b)");

    private static readonly Pattern _lunch = Lexicon.Raw(@"\b(?:entre )?midi et (?:deux|2 ?h?)\b");

    private static readonly Pattern _range = Lexicon.Raw(
        @"\b(?:(?:de|d'|entre|from|between|a partir de) ?)?(?<a>" + Loose + @") ?(?:a|-|/|et|to|until|till|and|jusqu'a|au) ?(?<b>" + Atom + @")(?:\b|$)|\b(?:(?:de|entre|from|between) )?(?<a2>" + Atom + @") ?(?:a|-|et|to|until|and|jusqu'a) ?(?<b2>" + Loose + @")(?:\b|$)"
        + @"|\b(?:de|entre|from|between) (?<a3>" + Hour + @") (?:a|et|to|and) (?<b3>" + Hour + @") (?:heures|h|hours)\b");

    private static readonly Pattern _before = Lexicon.Raw(
        @"\b(?:(?:au plus tard|avant|jusqu'a|jusque|no later than|not later than|at the latest|latest|before|until|till|by|up to|max|maxi|maximum|prior to|limite)(?: a| :| by| at| de| les)? ?)(?<a>" + Atom + @")(?:\b|$)(?: (?:au plus tard|maxi?(?:mum)?|dernier delai|at the latest|latest))?|\b(?:a )?(?<a2>" + Atom + @") (?:au plus tard|maxi?(?:mum)?|dernier delai|grand maximum|at the latest|latest|dernier carat)\b");

    private static readonly Pattern _after = Lexicon.Raw(
        @"\b(?:a partir de|a compter de|des|apres|passe|from|after|as of|starting at|not before|no earlier than|no sooner than|earliest|au plus tot(?: a)?|past) ?(?<a>" + Atom + @")(?: onwards| au plus tot)?(?:\b|$)|\b(?<a2>" + Atom + @") (?:onwards|at the earliest|au plus tot|et apres)\b");

    private static readonly Pattern _at = Lexicon.Raw(@"\b(?<a>" + Atom + @")(?:\b|$)");

    private static readonly Pattern _afternoon = Lexicon.Raw(@"\b(?:(?:le |les |l'|au |en |the |in the |un |une |a )*(?:apres[ -]?midis?|aprem|afternoons?))\b");

    private static readonly Pattern _morning = Lexicon.Raw(@"\b(?:(?:le |les |l'|au |en |the |in the |un |une |a )*(?<m>matins?|matinees?|mornings?))\b");

    private static readonly Pattern _atom = Lexicon.Raw(@"^(?<h>[0-9]{1,2}?)(?: ?(?:h|hrs|hr|heures?|hours|:|\.) ?)?(?<m>[0-5][0-9])? ?(?:h|hrs|hours|heures|o'clock)?(?<x>am|pm|a\.m\.?|p\.m\.?)?$");

    public static void Read(string folded, Marks marks)
    {
        foreach (var match in _lunch.Matches(folded))
        {
            marks.Add(new("RANGE", match.Index, match.Index + match.Length, new Hours(new(12, 0), new(14, 0))));
        }

        foreach (var match in _vague.Matches(folded))
        {
            marks.Add(new("VAGUETIME", match.Index, match.Index + match.Length));
        }

        // « après-midi » is no hour after noon.
        Halves(folded, _afternoon, marks);
        Limits(folded, _range, "RANGE", marks);
        Limits(folded, _before, "BEFORE", marks);
        Limits(folded, _after, "AFTER", marks);
        Limits(folded, _at, "AT", marks);

        foreach (var match in _bare.Matches(folded))
        {
            marks.Add(new("VAGUETIME", match.Index, match.Index + match.Groups["a"].Length));
        }

        Halves(folded, _morning, marks);
    }

    private static void Halves(string folded, Pattern pattern, Marks marks)
    {
        foreach (var match in pattern.Matches(folded))
        {
            marks.Add(new("HALF", match.Index, match.Index + match.Length, match.Groups["m"].Success ? new Hours(null, new(12, 0)) : new Hours(new(12, 0), null)));
        }
    }

    private static void Limits(string folded, Pattern pattern, string name, Marks marks)
    {
        foreach (var match in pattern.Matches(folded))
        {
            var (a, b) = (First(match, "a"), First(match, "b"));

            if (HoursOf(name, a, b) is { } hours)
            {
                marks.Add(new(name, match.Index, match.Index + match.Length, hours));
            }
        }
    }

    private static string First(Match match, string group) =>
        match.Groups[group] is { Success: true } one ? one.Value : match.Groups[group + "2"] is { Success: true } two ? two.Value : match.Groups[group + "3"].Value;

    private static Hours? HoursOf(string name, string a, string b)
    {
        if (name is not "RANGE")
        {
            return Time(a, "") is not { } hour ? null : name switch { "BEFORE" => new(null, hour), "AFTER" => new(hour, null), _ => new(hour, hour) };
        }

        var (from, until) = (Time(a, Half(b)), Time(b, Half(a)));

        // "8 to 4pm": the half of the day said at the end only is not that of the start when it would come after it.
        if (from >= until && Half(a).Length == 0 && Half(b) is "pm")
        {
            from = Time(a, "am");
        }
        else if (from >= until && Half(b).Length == 0 && Half(a) is "am")
        {
            until = Time(b, "pm");
        }

        return from < until ? new(from, until) : null;
    }

    private static string Half(string atom) => atom.EndsWith("am", StringComparison.Ordinal) || atom.Contains("a.m", StringComparison.Ordinal) ? "am" : atom.EndsWith("pm", StringComparison.Ordinal) || atom.Contains("p.m", StringComparison.Ordinal) ? "pm" : "";

    private static TimeOnly? Time(string atom, string halfIfNone)
    {
        switch (atom.Trim())
        {
            case "midi" or "noon" or "midday":
                return new(12, 0);
            case "minuit" or "midnight":
                return new(23, 59);
        }

        var text = atom.Trim();

        if (text.Length >= 4 && text.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            text = text[..2] + ":" + text[2..4];
        }

        if (_atom.Match(text) is not { Success: true } match)
        {
            return null;
        }

        var hour = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var half = Half(text) is { Length: > 0 } said ? said : halfIfNone;
        hour = half switch { "pm" when hour < 12 => hour + 12, "am" when hour == 12 => 0, _ => hour };

        return hour is >= 0 and < 24 ? new(hour, minute) : null;
    }
}
