namespace AdvPortal.Exchange.Requirements;

/// <summary>Words that turn a statement: « pas », « uniquement », and those that speak of deliveries again.</summary>
internal sealed partial class StatementReader
{
    private void Refuse(int at, int end, bool closes)
    {
        var next = _clause.MarksIn(end, _clause.Words.Length - end).Select(pair => pair.Mark.Name).FirstOrDefault(name => name is "DAYS" or "ALLDAYS" or "RANGE" or "BEFORE" or "AFTER" or "AT" or "HALF" or "DATES" or "HOLIDAYS" or "RECUR");
        var isAhead = next is not null && _clause.Words.IndexOf(';', end) is var stop && (stop < 0 || _clause.MarksIn(end, stop - end).Any());

        if (_now.HasContent && !(_now.IsRefused && _lastContentEnd < 0) && !(_now.ExceptOf is not null && _now.Hours.Count == 0 && !_now.HasDays))
        {
            var takesDays = _now.HasDays && _now.Hours.Count == 0 && !_now.IsRefused && _now.Dates.Count == 0;
            var takesHours = _now.Hours.Count > 0 && !_now.IsRefused && !(isAhead && next is not null);
            // « À partir du 1er mars, plus rien le samedi »: the day is refused, the date says since when.
            var takesDates = _now is { HasDays: false, Hours.Count: 0, Dates.Count: > 0 } && !(isAhead && next is not ("DATES" or "HOLIDAYS" or "RECUR") && _now.Dates.TrueForAll(each => each.Mark.Name is "SINCE" or "UNTIL"));

            // « Les jours fériés d’Alsace sont chômés. »
            var takesHolidays = !isAhead && _now is { HasDays: false, Hours.Count: 0, Dates.Count: 0, Holidays: not null };

            if (takesHolidays || takesDates || (takesDays && !(isAhead && next is "DAYS" or "ALLDAYS" or "HOLIDAYS")) || takesHours)
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
}
