namespace AdvPortal.Exchange.Requirements;

/// <summary>Days of the calendar, both ends included.</summary>
internal sealed record Dates(DateOnly From, DateOnly Until);

/// <summary>Reads dates, periods and whole months; the year that is not said is the next to come.</summary>
/// <remarks>
/// Marks: DATES (days or a period), SINCE (from a day on), UNTIL (through a day), REOPEN (open again that day), VAGUEDATE (no day can be told).
/// An end « au soir » or « au matin » is a working day, and stands outside.
/// </remarks>
internal static class DateReader
{
    private const string Weekday = "(?:(?:le|les|the|on|ce|du) )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)\\.?,? )?(?:le |the )?";

    private static readonly Pattern _vague = Lexicon.Raw(
        @"\b(?:(?:a |de |des |la |le |en |vers |a la |early |late |in )*(?:mi|fin|debut|courant|mid|end of|end|beginning of|start of|early|late|first week of|last week of|milieu|premiere quinzaine|deuxieme quinzaine|premiere semaine|derniere semaine)[ -](?:du mois de |de |d'|in |of )?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december|mois|annee|l'annee|semaine prochaine|month|year))\b"
        + @"|\b(?:(?:pendant|durant|avant|apres|a|entre|pour|during|over|after|before|from|as of|in|at|until|jusqu'a) )?(?:(?:la |l'|the |cet |cette |ce |en |this |next |d')(?:rentree|ete|hiver|printemps|automne|summer(?: holidays)?|winter|spring|autumn|periode estivale|saison|season)|(?:les |la |le |the )?(?:vacances (?:scolaires|de noel|de paques|d'ete)|fetes(?: de fin d'annee)?|school holidays|holiday season|summer holidays|festive (?:season|period)|christmas(?: period| holidays| break)?|noel(?: et (?:le )?(?:nouvel an|jour de l'an))?|paques|easter|semaine prochaine|next week|mois prochain|next month|cette semaine|this week|prochainement|semaines? [0-9]{1,2}|weeks? [0-9]{1,2}))\b"
        + @"|\bd'ici (?:peu|quelques (?:jours|semaines|mois)|[a-z0-9]+ (?:jours|semaines|mois))\b|\bdans (?:quelques|[0-9]+|deux|trois) (?:jours|semaines|mois)\b|\bin (?:a few|[0-9]+|two|three) (?:weeks|months)(?: time)?\b");

    private static readonly Pattern _since = Lexicon.Raw(
        @"(?:\ba (?:compter|dater) d[ue]?|\ba partir d[ue]?|\bdes|\bdepuis|\bapplicable (?:le|au|des)|\ben vigueur (?:le|au)|\bvalable des|\bas of|\bas from|\bfrom|\bstarting(?: from| on)?|\beffective(?: from| as of)?|\bwith effect from|\bsince|\bbeginning(?: on)?|\bcommencing(?: on)?)(?: le| la| the| ce)? ?" + Weekday + "$");

    private static readonly Pattern _till = Lexicon.Raw(@"(?:\bjusqu'(?:au|a|en|a la fin de)|\bjusque|\buntil(?: and including| the end of)?|\btill|\bthrough|\bup to(?: and including)?|\bvalable jusqu'au)(?: le| the| fin)? ?" + Weekday + "$");

    private static readonly Pattern _reopen = Lexicon.Raw(
        @"(?:\breouver(?:ture|t)\w*|\brouvr\w+|\breouvr\w+|\breprise\w*|\breprend\w*|\bretour|\breopen\w*|\bback(?: open)?|\bopen again|\bresum\w+|\brestart\w*)(?: [a-z']+){0,3}?(?: ?:| le| on| from| a partir du| des)? ?" + Weekday + "$");

    private static readonly Pattern _opening = Lexicon.Raw(@"(?:(?:\bdu|\bentre|\bfrom|\bbetween|\bde)(?: le| the)? ?|\ble |\bles |\bthe |\bon |\ben |\bau |\bin |\bfor |\bpour |\bpendant |\bdurant |\bduring |\b(?:tout|toute|whole|entire|all|all of|the whole)(?: le| the| of)? (?:mois de |mois d'|month of )?|\bmois de |\bmois d'|\bmonth of )?(?:le |tout le |the |the whole )?(?:mois d['e] ?|month of )?" + Weekday + "$");

    private static readonly Pattern _joins = Lexicon.Raw(@"^(?: au soir| soir| (?:au )?matin| midi| evening| morning| inclus| compris| included| inclusive)?,? ?(?:(?<to>au|a|jusqu'au|jusqu'a|to|until|till|through|thru|-|/)|(?<and>,|et|and|&|ou|or|et le|and on|ainsi que))(?: inclus)? ?(?:le |les |the )?(?:fin )?" + Weekday + "$");

    private static readonly Pattern _between = Lexicon.Raw(@"\b(?:entre|between) (?:le |the )?[a-z. ]{0,12}$");

    private static readonly Pattern _after = Lexicon.Raw(@"^,? ?(?<all>au soir|soir|dans la soiree|apres la journee|evening|in the evening|au matin|matin|morning|in the morning|inclus|inclusivement|compris|included|inclusive|au soir inclus|exclus?|\(?inclus\)?|\(?inclusive\)?)\b\)?");

    public static void Read(string folded, DateOnly today, bool isEnglish, Marks marks)
    {
        foreach (var match in _vague.Matches(folded))
        {
            // "I may …", « en fin de semaine » are not for here; a vague time of the year is kept for its sentence to flag.
            marks.Add(new("VAGUEDATE", match.Index, match.Index + match.Length));
        }

        var atoms = Atoms(folded, marks);

        for (var i = 0; i < atoms.Count;)
        {
            i += ReadOne(folded, atoms, i, today, isEnglish, marks);
        }
    }

    /// <summary>Days, whole months, and bare numbers where a date behind lends them its month.</summary>
    private static List<DateAtom> Atoms(string folded, Marks marks)
    {
        var named = DateAtom.Named(folded).Where(atom => marks.IsFree(atom.From, atom.Until)).ToList();
        var months = DateAtom.WholeMonths(folded).Where(atom => marks.IsFree(atom.From, atom.Until) && !named.Exists(each => each.From < atom.Until && atom.From < each.Until));
        var known = named.Concat(months).OrderBy(atom => atom.From).ToList();
        var bare = DateAtom.BareDays(folded).Where(atom => marks.IsFree(atom.From, atom.Until)).ToList();
        var taken = new bool[folded.Length + 1];
        known.ForEach(atom => taken.AsSpan(atom.From, atom.Until - atom.From).Fill(true));

        for (var i = bare.Count - 1; i >= 0; i--)
        {
            var (atom, next) = (bare[i], known.Find(each => each.From >= bare[i].Until));

            if (!taken[atom.From] && next is { Day: not null } && next.From - atom.Until <= 24 && _joins.IsMatch(folded[atom.Until..next.From]))
            {
                known.Insert(known.IndexOf(next), atom with { Month = next.Month });
                taken.AsSpan(atom.From, atom.Until - atom.From).Fill(true);
            }
            else if (!taken[atom.From] && known.FindLast(each => each.Until <= atom.From) is { Day: not null } before && atom.From - before.Until <= 6 && IsEnglishTail(folded, before, atom))
            {
                known.Insert(known.IndexOf(before) + 1, atom with { Month = before.Month });
                taken.AsSpan(atom.From, atom.Until - atom.From).Fill(true);
            }
        }

        return known;
    }

    /// <summary>« December 24 to 26 », « 24 December-2 » does not exist: the month stands before.</summary>
    private static bool IsEnglishTail(string folded, DateAtom before, DateAtom atom) =>
        char.IsAsciiLetter(folded[before.From]) && folded[before.Until..atom.From].Trim() is "to" or "-" or "and" or "through" && !(atom.Until < folded.Length && folded[atom.Until] is ':' or 'h' or '.');

    private static int ReadOne(string folded, List<DateAtom> atoms, int i, DateOnly today, bool isEnglish, Marks marks)
    {
        var (first, last, used, isList) = (atoms[i], atoms[i], 1, false);
        var cutLast = After(folded, first);
        var cutFirst = cutLast;

        if (i + 1 < atoms.Count && atoms[i + 1].From - first.Until < 40 && _joins.Match(folded[first.Until..atoms[i + 1].From]) is { Success: true } join)
        {
            isList = join.Groups["and"].Success && !_between.IsMatch(folded[Math.Max(0, first.From - 24)..first.From]);
            (last, used) = (atoms[i + 1], 2);
            cutLast = After(folded, last);
        }

        if (isEnglish && (first.ReadsBothWays || last.ReadsBothWays))
        {
            marks.Add(new("VAGUEDATE", first.From, last.Until));
            return used;
        }

        if (isList && !AreNeighbours(first, last))
        {
            // « les 24 et 31 décembre »: two days, not a period; each is marked by itself.
            var start = Start(folded, first, _opening);
            Add(marks, new("DATES", start, first.Until, Solve(first, first, today, "", "")));
            return 1;
        }

        var solved = Solve(first, last, today, used == 2 && !isList ? cutFirst.Word : "", used == 2 && !isList ? cutLast.Word : "");

        if (solved is null)
        {
            Add(marks, new("VAGUEDATE", first.From, last.Until));
            return used;
        }

        var before = folded[Math.Max(0, first.From - 60)..first.From];
        var (name, intro) = used == 2 ? ("DATES", _opening) : _reopen.IsMatch(before) ? ("REOPEN", _reopen) : _till.IsMatch(before) ? ("UNTIL", _till) : _since.IsMatch(before) ? ("SINCE", _since) : ("DATES", _opening);

        if (name is "UNTIL" && cutLast.Word is "morning")
        {
            solved = solved with { Until = solved.Until.AddDays(-1) };
        }
        else if (name is "SINCE" && cutLast.Word is "evening")
        {
            solved = solved with { From = solved.From.AddDays(1) };
        }

        Add(marks, new(name, Start(folded, first, intro), name is "DATES" && used == 1 && cutLast.Word is "morning" or "evening" ? last.Until : cutLast.Until, solved));
        return used;
    }

    private static bool AreNeighbours(DateAtom first, DateAtom last) =>
        (first, last) is ({ Day: null, Month: { } one }, { Day: null, Month: { } other }) ? other == one % 12 + 1 : first.Month == last.Month && last.Day == first.Day + 1;

    private static int Start(string folded, DateAtom atom, Pattern intro)
    {
        var from = Math.Max(0, atom.From - 60);

        return intro.Match(folded[from..atom.From]) is { Success: true } match ? from + match.Index : atom.From;
    }

    private static (string Word, int Until) After(string folded, DateAtom atom)
    {
        var match = _after.Match(folded[atom.Until..Math.Min(folded.Length, atom.Until + 30)]);
        var word = match.Value switch
        {
            var said when said.Contains("soir", StringComparison.Ordinal) || said.Contains("evening", StringComparison.Ordinal) || said.Contains("apres la", StringComparison.Ordinal) => "evening",
            var said when said.Contains("matin", StringComparison.Ordinal) || said.Contains("morning", StringComparison.Ordinal) => "morning",
            _ => "",
        };

        return (word, match.Success ? atom.Until + match.Length : atom.Until);
    }

    /// <summary>The next time this period is not over yet; null when there is no such period.</summary>
    private static Dates? Solve(DateAtom first, DateAtom last, DateOnly today, string cutFirst, string cutLast)
    {
        for (var year = last.Year ?? first.Year ?? today.Year; year <= (last.Year ?? first.Year ?? today.Year) + 4; year++)
        {
            if (Day(last, last.Year ?? year, atEnd: true) is not { } until)
            {
                continue;
            }

            var from = Day(first, first.Year ?? until.Year, atEnd: false);
            from = from > until && first.Year is null ? Day(first, until.Year - 1, atEnd: false) : from;
            (from, until) = (cutFirst is "evening" ? from?.AddDays(1) : from, cutLast is "morning" ? until.AddDays(-1) : until);

            if (from <= until && (last.Year is not null || first.Year is not null || until >= today))
            {
                return new(from.Value, until);
            }
        }

        return null;
    }

    private static DateOnly? Day(DateAtom atom, int year, bool atEnd)
    {
        // A text may be said to come from the first or the last days that a calendar has: nothing lies before or after.
        if (year <= DateOnly.MinValue.Year || year >= DateOnly.MaxValue.Year)
        {
            return null;
        }

        var (month, days) = (atom.Month!.Value, DateTime.DaysInMonth(year, atom.Month.Value));
        var day = atom.Day ?? (atEnd ? days : 1);

        return day <= days ? new(year, month, day) : null;
    }

    private static void Add(Marks marks, Mark mark) => _ = mark.Value is not null || mark.Name is "VAGUEDATE" ? marks.Add(mark) : false;
}
