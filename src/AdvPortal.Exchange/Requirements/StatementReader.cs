using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Goes through a clause from left to right and takes apart what it says of days and hours.</summary>
internal sealed class StatementReader
{
    private static readonly Pattern _refusing = Lexicon.Phrase(
        "(?:(?:ne|n) (?:[a-z]+ ){0,5}?(?:plus))|plus (?:de|d|aucune?|rien|jamais)|pas|aucune?|aucuns?|rien|jamais|ni|sans|evit(?:er|ez|e)|interdit\\w*|impossibles?|exclue?s?|proscri\\w+|indisponibles?|refus\\w+|no|not|never|nothing|don t|cannot|can t|won t|doesn t|isn t|aren t|avoid\\w*|without|unable|none|nor|unavailable|non");
    private static readonly Pattern _notRefusing = Lexicon.Phrase("n hesit\\w+ pas|n oubli\\w+ pas|pas de (?:probleme|souci|soucis)|au plus (?:tard|tot)|no later|no earlier|not later|not before|not earlier|no sooner|sans faute|sans exception|without fail|no problem|do not hesitate|don t hesitate|don t forget|please note|ne sommes ouverts|non stop|sans interruption|plus (?:de )?NUM|pas que|not only|pas seulement|sans rendez vous");
    private static readonly Pattern _closing = Lexicon.Phrase("{closed}");
    private static readonly Pattern _restricting = Lexicon.Phrase("{only}|(?:ne|n) (?:\\w+ ){1,4}?(?:plus )?(?:(?:de |des |les |vos |la |aucune )*(?:livraisons?|receptions?|camions?|marchandises?|colis) )?(?:que|qu)");
    private static readonly Pattern _excluding = Lexicon.Phrase("{except}");
    private static readonly Pattern _delivering = Lexicon.Phrase("{deliver}|{delivery}|goods|marchandises?|colis|pallets?|palettes?|planifi\\w+|plan|schedul\\w+|venir|venez|arriv\\w+|come|passer|passez|ne prend|jours?|days?");
    private static readonly Pattern _opening = Lexicon.Phrase("{open}|matin de reception|jours? de (?:livraison|reception)|delivery days|receiving days");
    private static readonly Pattern _turning = Lexicon.Phrase("mais|but|par contre|en revanche|however|cependant|toutefois|tandis que|alors que|whereas|while|puis");
    private static readonly Pattern _alsace = Lexicon.Phrase("alsac\\w+|mosell\\w+|concordat\\w*|droit local|alsace moselle");

    private readonly Clause _clause;
    private readonly Dictionary<int, string> _cues = [];
    private readonly Func<Span, bool> _isTaken;
    private readonly List<Statement> _done = [];
    private Statement _now;
    private int _lastDaysEnd = -1;
    private int _lastContentEnd = -1;
    private string _lastContent = "";
    private bool _onlyNext;

    private StatementReader(Clause clause, Func<Span, bool> isTaken, bool isRefused)
    {
        (_clause, _isTaken, _now) = (clause, isTaken, new() { IsRefused = isRefused, SpeaksOfDelivery = isRefused });
        Cue("deliver", _delivering);
        Cue("open", _opening);
        Cue("turn", _turning);
        Cue("only", _restricting);
        Cue("not", _refusing);
        Cue("closed", _closing);
        Cue("except", _excluding);

        foreach (var hit in clause.All(_notRefusing))
        {
            for (var at = hit.Index; at < hit.End; at++)
            {
                if (_cues.TryGetValue(at, out var cue) && cue is "not")
                {
                    _cues.Remove(at);
                }
            }
        }
    }

    public List<string> Unresolved { get; } = [];

    /// <param name="clause">What is read.</param>
    /// <param name="isTaken">Whether another reader has taken some words for itself.</param>
    /// <param name="isRefused">Whether the « pas » of what stands before goes on: « pas de livraison le lundi à Dijon et le mardi à Beaune ».</param>
    public static (IReadOnlyList<Statement> Statements, IReadOnlyList<string> Unresolved) Read(Clause clause, Func<Span, bool> isTaken, bool isRefused)
    {
        var reader = new StatementReader(clause, isTaken, isRefused);
        reader.Go();

        return (reader._done, reader.Unresolved);
    }

    /// <summary>A cue stands at its last word: « ne … plus », « ne … que ».</summary>
    private void Cue(string name, Pattern phrase)
    {
        foreach (var hit in _clause.All(phrase))
        {
            var last = hit.Match.Value.LastIndexOf(' ');
            _cues[name is "not" or "only" && last >= 0 && hit.Match.Value.StartsWith('n') ? hit.Index + last + 1 : hit.Index] = name;
        }
    }

    private void Go()
    {
        var words = _clause.Words;

        for (var at = 0; at < words.Length;)
        {
            var end = words.IndexOf(' ', at);
            end = end < 0 ? words.Length : end;

            if (end > at)
            {
                Take(at, end);
            }

            at = end + 1;
        }

        Close();
    }

    private void Take(int at, int end)
    {
        if (_clause.MarkAt(at) is { } mark)
        {
            var span = _clause.SpanOf(at, end - at);

            if (!_isTaken(span))
            {
                Take(mark, span, at, end);
            }

            return;
        }

        if (_clause.Words[at] is ';')
        {
            Begin(new());
        }

        switch (_cues.GetValueOrDefault(at))
        {
            case ("not" or "closed") and var cue:
                Refuse(at, end, cue is "closed");
                break;
            case "except":
                Begin(new() { ExceptOf = _now, IsRefused = !_now.IsRefused, SpeaksOfDelivery = _now.SpeaksOfDelivery });
                _now.Words.Add(_clause.SpanOf(at, end - at));
                break;
            case "only":
                Restrict(at, end);
                break;
            case "turn":
                Begin(new() { SpeaksOfDelivery = _now.SpeaksOfDelivery, Continues = _now });
                break;
            case ("deliver" or "open") and var spoken:
                Speak(at, end, spoken is "open");
                break;
        }
    }

    private void Take(Mark mark, Span span, int at, int end)
    {
        switch (mark.Name)
        {
            case "DAYS" or "ALLDAYS":
                TakeDays(mark, span, at, end);
                break;
            case "RANGE" or "BEFORE" or "AFTER" or "AT" or "HALF" when mark.Value is Hours hours:
                // « tous les jours sauf le week-end, avant 10 h »: the hours are not those of the exception.
                if (_now is { ExceptOf: not null, HasDays: true, Hours.Count: 0 } && AfterLastContent(at).Contains(',', StringComparison.Ordinal))
                {
                    Begin(new() { SpeaksOfDelivery = true });
                }

                _now.Hours.Add((mark.Name, hours, span));
                Content(mark.Name, end);
                break;
            case "DATES" when IsAside(at):
                break;
            case "DATES" or "SINCE" or "UNTIL" or "REOPEN":
                _now.Dates.Add((mark, span));
                Content("DATES", end);
                break;
            case "HOLIDAYS":
                _now.Holidays = _clause.Has(_alsace) ? HolidayZone.FrAlsaceMoselle : HolidayZone.FrMetropole;
                _now.HolidaySpans.Add(span);
                Content("HOLIDAYS", end);
                break;
            case "FOREIGN":
                Unresolved.Add(span.Of(_clause.Text.Original));
                break;
            case "NAMEDHOLIDAY" when !_clause.Words.Contains("HOLIDAYS", StringComparison.Ordinal):
                Unresolved.Add(span.Of(_clause.Text.Original));
                _now.HasRecurrence = true;
                break;
            case "RECUR" or "ONEDAY":
                _now.HasRecurrence = true;
                break;
        }
    }

    /// <summary>« les jours fériés (…, 26 décembre) »: a date in parentheses tells which holidays are meant.</summary>
    private bool IsAside(int at) =>
        _clause.Words.IndexOf("HOLIDAYS", StringComparison.Ordinal) is >= 0 and var holidays && holidays < at && _clause.Words.LastIndexOf('(', at) is var open && open > holidays && _clause.Words.LastIndexOf(')', at) < open;

    private void TakeDays(Mark mark, Span span, int at, int end)
    {
        var between = _lastDaysEnd < 0 ? "" : _clause.Words[_lastDaysEnd..at].Trim();
        var isList = _now.HasDays && _lastContent is "DAYS" && _list.IsMatch(" " + between + " ");
        var hoursBehind = HoursBehind(end);

        if (isList && !OwnPredicate(end) && !(hoursBehind && _now.IsRefused && _clause.Words[at..end] is "DAYS" && HasArticle(span)))
        {
            Add(mark, span);
        }
        else if (_now.HasDays)
        {
            var goesOn = _list.IsMatch(" " + AfterLastContent(at) + " ");
            Begin(new() { IsRefused = goesOn && !OwnPredicate(end) && _now.IsRefused, Closes = goesOn && _now.Closes, OnlyDays = goesOn && _now.OnlyDays, IsListed = _now.IsListed, SpeaksOfDelivery = _now.SpeaksOfDelivery, Opens = _now.Opens });
            Add(mark, span);
        }
        else if (_now.Hours.Count > 0 && hoursBehind && AfterLastContent(at).Length > 0)
        {
            Begin(new() { IsRefused = _now.IsRefused && _list.IsMatch(" " + AfterLastContent(at) + " "), SpeaksOfDelivery = _now.SpeaksOfDelivery, IsListed = _now.IsListed });
            Add(mark, span);
        }
        else
        {
            Add(mark, span);
        }

        if (_onlyNext)
        {
            (_now.OnlyDays, _onlyNext) = (true, false);
        }

        _lastDaysEnd = end;
        Content("DAYS", end);
    }

    private static readonly Pattern _list = Lexicon.Raw(@"^ (?:(?:,|et|ou|ni|and|or|nor|les?|la|on|the|&|/|du|de|des|also|aussi|egalement|all day|toute la journee|plus|as well as|ainsi que|tous) )*$");
    private static readonly Pattern _own = Lexicon.Raw(@"^ ?,? ?(?:c est|ce sera|est|il|on|nous|we|is|it s|it is|:|uniquement|seulement|only|matin uniquement|until|jusqu|de)\b|^ ?:");

    private static readonly Pattern _article = Lexicon.Raw(@"^(?:le|la|les|ni|on|du) ");

    private bool HasArticle(Span span) => _article.IsMatch(MappedText.Fold(span.Of(_clause.Text.Original)).Value);

    private bool OwnPredicate(int end) => _own.IsMatch(_clause.Words[end..Math.Min(_clause.Words.Length, end + 24)]);

    private string AfterLastContent(int at) => _lastContentEnd < 0 || _lastContentEnd > at ? "" : _clause.Words[_lastContentEnd..at].Trim();

    /// <summary>Whether hours follow before the next days.</summary>
    private bool HoursBehind(int end)
    {
        foreach (var (_, mark) in _clause.MarksIn(end, _clause.Words.Length - end))
        {
            if (mark.Name is "RANGE" or "BEFORE" or "AFTER" or "AT" or "HALF")
            {
                return true;
            }

            if (mark.Name is "DAYS" or "ALLDAYS" or "SITE")
            {
                return false;
            }
        }

        return false;
    }

    private void Add(Mark mark, Span span)
    {
        var days = mark.Value as Days;
        (_now.HasDays, _now.IsEveryDay) = (true, _now.IsEveryDay || mark.Name is "ALLDAYS");
        (_now.Week, _now.IsRange) = (_now.Week | (days?.Week ?? Weekdays.None), _now.IsRange || days?.IsRange == true);
        _now.IsBare = days?.IsBare == true && _now.DaySpans.Count == 0;
        _now.Holidays ??= days?.Holidays is null ? null : _clause.Has(_alsace) ? HolidayZone.FrAlsaceMoselle : days.Holidays;
        _now.DaySpans.Add(span);
        _now.IsListed |= _now.SpeaksOfDelivery;
    }

    private void Refuse(int at, int end, bool closes)
    {
        var next = _clause.MarksIn(end, _clause.Words.Length - end).Select(pair => pair.Mark.Name).FirstOrDefault(name => name is "DAYS" or "ALLDAYS" or "RANGE" or "BEFORE" or "AFTER" or "AT" or "HALF" or "DATES" or "HOLIDAYS" or "RECUR");
        var isAhead = next is not null && _clause.Words.IndexOf(';', end) is var stop && (stop < 0 || _clause.MarksIn(end, stop - end).Any());

        if (_now.HasContent && !(_now.IsRefused && _lastContentEnd < 0) && !(_now.ExceptOf is not null && _now.Hours.Count == 0 && !_now.HasDays))
        {
            var takesDays = _now.HasDays && _now.Hours.Count == 0 && !_now.IsRefused && _now.Dates.Count == 0;
            var takesHours = _now.Hours.Count > 0 && !_now.IsRefused && !(isAhead && next is not null);
            var takesDates = _now is { HasDays: false, Hours.Count: 0, Dates.Count: > 0 };

            if (takesDates || (takesDays && !(isAhead && next is "DAYS" or "ALLDAYS" or "HOLIDAYS")) || takesHours)
            {
                (_now.IsRefused, _now.Closes) = (true, _now.Closes || closes);
                _now.Words.Add(_clause.SpanOf(at, end - at));
                return;
            }

            if (!(_now.IsRefused && closes && !isAhead))
            {
                Begin(new() { Continues = _now });
            }
        }

        (_now.IsRefused, _now.Closes, _now.SpeaksOfDelivery) = (_now.ExceptOf is null || _now.IsRefused, _now.Closes || closes, true);
        _now.Words.Add(_clause.SpanOf(at, end - at));
    }

    /// <summary>« uniquement » goes with what comes next in its part of the clause, else with what came before.</summary>
    private void Restrict(int at, int end)
    {
        var stop = _clause.Words.IndexOfAny([',', ';', '.'], end);
        var next = _clause.MarksIn(end, (stop < 0 ? _clause.Words.Length : stop) - end).Select(pair => pair.Mark.Name).FirstOrDefault(name => name is "DAYS" or "ALLDAYS" or "RANGE" or "BEFORE" or "AFTER" or "HALF" or "AT");
        _now.SpeaksOfDelivery = true;
        _now.Words.Add(_clause.SpanOf(at, end - at));

        if (next is "DAYS")
        {
            _onlyNext = true;
        }
        else if (next is null && _lastContentEnd >= 0 && _now.HasDays && !_now.IsRefused)
        {
            var gap = _now.Hours.Count > 0 && _clause.Words[_lastDaysEnd..at].Contains(',', StringComparison.Ordinal);
            _now.OnlyDays = !gap && !_clause.Words[_lastContentEnd..at].Contains(" PALLET", StringComparison.Ordinal);
        }
    }

    private void Speak(int at, int end, bool opens)
    {
        // « Hors jours fériés, nous recevons … »: the exception came first.
        if (_now.ExceptOf is not null && _now.HasContent && AfterLastContent(at).Contains(',', StringComparison.Ordinal))
        {
            Begin(new());
        }
        else if (_now.IsRefused && _now.ExceptOf is null && _now.HasContent && _lastContentEnd >= 0 && (opens || AfterLastContent(at).IndexOfAny([',', ':']) >= 0))
        {
            Begin(new());
        }

        (_now.SpeaksOfDelivery, _now.Opens) = (true, _now.Opens || opens);
    }

    private void Content(string name, int end) => (_lastContent, _lastContentEnd) = (name, end);

    private void Begin(Statement next)
    {
        Close();
        _now = next;
    }

    private void Close()
    {
        if (_now.HasContent || _now.ExceptOf is not null)
        {
            _done.Add(_now);
        }
    }
}
