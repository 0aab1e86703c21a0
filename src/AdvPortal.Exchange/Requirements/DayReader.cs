using System.Text.RegularExpressions;
using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Days of the week as one group of words.</summary>
/// <param name="IsRange">Said from one to the other, or as a whole (« en semaine »): a list of receiving days rather than days of which something is said.</param>
/// <param name="Holidays">« jours ouvrés » leave the public holidays out.</param>
/// <param name="IsBare">One day without article or plural: « livraison mardi » may be next Tuesday.</param>
internal sealed record Days(Weekdays Week, bool IsRange = false, HolidayZone? Holidays = null, bool IsBare = false);

/// <summary>Reads days of the week, and holidays.</summary>
/// <remarks>Marks: DAYS, ALLDAYS, HOLIDAYS (a zone we know; null for the French ones, whatever zone the clause then names), FOREIGN (holidays of no calendar we know), RECUR (an alternation no field holds), ONEDAY (one particular day).</remarks>
internal static class DayReader
{
    private const string Full = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?";
    private const string Short = "(?:lun|mar|mer|jeu|ven|vend|sam|dim|mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)\\b\\.?";
    private const string Name = "(?:" + Full + "|" + Short + ")";
    private const string Article = "(?:(?:le|les|du|de|des|on|the|every|each|chaque|tous les|toutes les|a|au|ce|nos|our) )*";
    private const string Ordinal = "(?:1er|1ers|premier|premiers|deuxieme|2e|2eme|troisieme|3e|quatrieme|dernier|derniers|first|second|third|fourth|last|1st|2nd|3rd|4th)";

    private static readonly string[] _starts = ["lun|mon", "mar|tue", "mer|wed", "jeu|thu", "ven|fri", "sam|sat", "dim|sun"];

    private static readonly Pattern _recur = Lexicon.Raw(
        @"\b(?:(?:un|une|1|l'un) (?:" + Full + @"|jour|semaine|week-end) sur (?:deux|trois|quatre|2|3|4)|(?:tous|toutes) les (?:deux|trois|quatre|quinze|2|3|15|10) (?:" + Full + @"|jours|semaines)|every (?:other|second|two|third|2|3|fortnight) ?(?:" + Full + @"|days?|weeks?)?|alternat(?:e|ing) (?:" + Full + @"|weeks?|days?)|"
        + @"(?:le |les |the |on the |chaque |every )*" + Ordinal + @"(?: (?:et|and|ou|or) (?:le |the )?" + Ordinal + @")? (?:" + Full + @"|jours?(?: ouvres?| ouvrables?)?|semaines?|days?|working days?|weeks?)(?: (?:de |du |de chaque |of (?:the |each |every )?|in (?:the |each )?)(?:mois|month|trimestre|quarter|annee|year|semestre))|(?:le |les )?(?:" + Full + @" )?(?:des |les )?semaines? (?:paires?|impaires?)|(?:" + Full + @" )?(?:of |in |on )?(?:even|odd) weeks|fortnightly|(?:une|1) fois (?:par|sur) (?:semaine|mois|quinzaine|deux|trois)|"
        + @"(?:once|twice|two times|deux fois|2 fois) (?:a |par |per )(?:week|month|semaine|mois)|(?:fin|debut|milieu|mid|end|start|beginning|courant) (?:de |du |d'|of |of the )?(?:semaine|week|mois|month)|mi-semaine|midweek|mid-week|jours? de (?:marche|foire)|market days?|veilles? de (?:jours? )?(?:feries?|fetes?|week-end)|days? before (?:a )?(?:bank|public) holidays?|(?:les )?ponts|certains jours|some days|(?:un|deux|trois|one|two|three) (?:jours?|days?) (?:par|a|per) (?:semaine|week))\b");

    private static readonly Pattern _inVague = Lexicon.Raw(@"\b(?:(?:en|a la|at the|in the|par) )$");

    private static readonly Pattern _foreign = Lexicon.Raw(
        @"\b(?:(?:(?:les |the |our |uk |us |english |scottish |on )*bank holidays?)|(?:jours? )?feries? (?:belges?|suisses?|luxembourgeois|allemands?|anglais|britanniques?|italiens?|espagnols?|neerlandais|locaux|de (?:belgique|suisse)|en (?:belgique|suisse|allemagne|italie|espagne)|(?:au |du )luxembourg)|(?:belgian|dutch|german|swiss|british|uk|us|english|irish|scottish|italian|spanish|local|national) (?:public |bank |national )?holidays?|(?:public|national) holidays? (?:in|of) (?:the )?(?:uk|netherlands|germany|belgium|switzerland|italy|spain|ireland|england|scotland)|statutory holidays?|federal holidays?)\b");

    private static readonly Pattern _holidays = Lexicon.Raw(@"\b(?:(?:les |des |et |de |du |the |french |on |ni )*(?:jours? ferie?s?|ferie?s|(?:french )?(?:public|national) holidays?)(?: (?:francais|de france|legaux|nationaux|in france))?)\b");

    private static readonly Pattern _namedHoliday = Lexicon.Raw(@"\b(?:vendredi saint|lundi de (?:paques|pentecote)|easter monday|good friday|jeudi de l'ascension|whit monday|pentecote|ascension|toussaint|(?:le )?26 decembre(?: \(?saint-etienne\)?)?,? ?\)|boxing day)\b");

    private static readonly Pattern _one = Lexicon.Raw(@"\b(?:(?:le |on |ce |this |next |last |de |depuis )*(?:" + Full + @") (?:dernier|prochain|passe|last|next|suivant)\b(?: a)?|(?:ce|this|next|last) (?:coming )?(?:" + Full + @")|yesterday(?:'s)?|tomorrow|hier|avant-hier|demain|aujourd'hui|today|ce matin|cet apres-midi|this (?:morning|afternoon))\b");

    private static readonly Pattern _all = Lexicon.Raw(@"\b(?:(?:tous|toutes) les jours(?: de la semaine)?|chaque jour|n'importe quel jour|toute la semaine|every day|any day|each day|daily|all days|seven days a week|7 ?j ?(?:/|sur) ?7|7 jours sur 7|all week(?: long)?|quotidien\w*|7 days a week)\b");

    private static readonly Pattern _whole = Lexicon.Raw(
        @"\b(?:(?:(?:les |des |le |la |du |en |aux |on |the )*(?:jours? (?<open>ouvres?)|jours? (?<six>ouvrables?)|(?<open2>(?:working|business) days?)))|(?<week>(?:en|la|pendant la|during the) semaine|(?:on )?week ?days?|during the week)|(?<end>(?:le |les |en |du |des |at |on |at the |the |over the |tous les |ni )*(?:week[ -]?ends?)|(?:le |les |du |des )we\b))(?: uniquement)?\b");

    private static readonly Pattern _range = Lexicon.Raw(
        @"\b(?:(?:du|de|from|between|entre le|entre|le|les) )?(?<a>" + Name + @") ?(?:au|a|to|-|jusqu'au|through|thru|until|till|and including|/?>) ?(?:le )?(?<b>" + Name + @")(?: (?:inclus|included|inclusive|compris))?");

    private static readonly Pattern _list = Lexicon.Raw(@"\b(?:" + Article + @")(?<a>" + Name + @")(?<more>(?: ?(?:,|/|et|ou|and|or|&|\+|ni|-|puis|as well as|ainsi que|, et|, and|, or|, ou) ?" + Name + @")*)");

    /// <summary>« M. Samedi » is a name.</summary>
    private static readonly Pattern _person = Lexicon.Raw(@"(?:^|[^a-z])(?:m\.|mr\.?|mme\.?|mlle|mrs\.?|ms\.?|monsieur|madame|miss) $");

    private static readonly Pattern _full = Lexicon.Raw("^" + Full + "$");

    private static readonly Pattern _company = Lexicon.Raw(@"^ ?(?::|matins?|apres|[0-9]|mornings?|afternoons?|uniquement|only|\))");

    private static readonly Pattern _name = Lexicon.Raw(Name);

    public static void Read(string folded, bool isEnglish, Marks marks)
    {
        foreach (var match in _namedHoliday.Matches(folded))
        {
            marks.Add(new("NAMEDHOLIDAY", match.Index, match.Index + match.Length));
        }

        All("RECUR", _recur, folded, marks, _ => null);
        All("FOREIGN", _foreign, folded, marks, _ => null);
        All("HOLIDAYS", _holidays, folded, marks, _ => null);
        All("ONEDAY", _one, folded, marks, _ => null);
        All("ALLDAYS", _all, folded, marks, _ => null);
        All("DAYS", _whole, folded, marks, Whole);
        All("DAYS", _range, folded, marks, match => Range(match, isEnglish, folded));
        All("DAYS", _list, folded, marks, match => List(match, isEnglish, folded));
    }

    private static void All(string name, Pattern pattern, string folded, Marks marks, Func<Match, Days?> value)
    {
        foreach (var match in pattern.Matches(folded))
        {
            var (from, until) = (match.Index, match.Index + match.Length);
            from += match.Value.Length - match.Value.TrimStart().Length;

            if (name is "RECUR" && _inVague.Match(folded[Math.Max(0, from - 10)..from]) is { Success: true } before)
            {
                from -= before.Length;
            }

            var days = value(match);

            if (name is not "DAYS" || days is not null)
            {
                marks.Add(new(name, from, until, days));
            }
        }
    }

    private static Days? Whole(Match match) => match switch
    {
        _ when match.Groups["open"].Success || match.Groups["open2"].Success => new((Weekdays)31, true, HolidayZone.FrMetropole),
        _ when match.Groups["six"].Success => new((Weekdays)63, true, HolidayZone.FrMetropole),
        _ when match.Groups["week"].Success => new((Weekdays)31, true),
        _ => new(Weekdays.Saturday | Weekdays.Sunday),
    };

    private static Days? Range(Match match, bool isEnglish, string folded)
    {
        if (DayOf(match.Groups["a"].Value) is not (>= 0 and var first) || DayOf(match.Groups["b"].Value) is not (>= 0 and var last) || first == last || !IsDay(match.Groups["a"].Value, isEnglish) || !IsDay(match.Groups["b"].Value, isEnglish))
        {
            return null;
        }

        var week = Weekdays.None;

        for (var day = first; ; day = (day + 1) % 7)
        {
            week |= (Weekdays)(1 << day);

            if (day == last)
            {
                return new(week, true);
            }
        }
    }

    private static Days? List(Match match, bool isEnglish, string folded)
    {
        var names = _name.Matches(match.Value).Select(each => each.Value).ToList();
        var end = match.Index + match.Length;

        if (_person.IsMatch(folded[Math.Max(0, match.Index - 12)..match.Index]))
        {
            return null;
        }

        // « mer » alone is the sea, "sun" the sun, « mar » a month: short names stand in company, before a point, a colon or an hour.
        if (names is [var only] && !char.IsAsciiLetter(only[^1]) is var dotted && names[0].TrimEnd('.').Length <= 5 && !_full.IsMatch(names[0].TrimEnd('.'))
            && !(dotted || _company.IsMatch(folded[end..Math.Min(folded.Length, end + 12)])))
        {
            return null;
        }

        return names.TrueForAll(name => IsDay(name, isEnglish)) ? new(names.Aggregate(Weekdays.None, (week, name) => week | (Weekdays)(1 << DayOf(name))), IsBare: names is [var one] && IsBare(match, one, isEnglish)) : null;
    }

    private static bool IsBare(Match match, string name, bool isEnglish) =>
        name.TrimEnd('.').Length > 5 && !name.EndsWith('s') && !(isEnglish ? match.Value.StartsWith("every", StringComparison.Ordinal) || match.Value.StartsWith("each", StringComparison.Ordinal) : match.Value.Trim().Length > name.Length);

    private static int DayOf(string name) => Array.FindIndex(_starts, starts => starts.Split('|').Any(start => name.StartsWith(start, StringComparison.Ordinal)));

    private static bool IsDay(string name, bool isEnglish) => name.TrimEnd('.') switch
    {
        "mon" or "sun" or "sat" or "tue" => isEnglish,
        "mar" or "mer" or "lun" or "jeu" or "ven" => !isEnglish,
        _ => true,
    };
}
