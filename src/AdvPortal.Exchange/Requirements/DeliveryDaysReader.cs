using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Reads when goods are received: days, hours, dates, holidays, and the hour by which an order is in.</summary>
internal sealed class DeliveryDaysReader
{
    private static readonly Pattern _cutOff = Lexicon.Phrase(
        "(?:(?<deliver>(?:livr|deliver|recept|expedi|arriv)\\w*) (?:\\w+ ){0,3})?(?:commandes?|cde|cdes|orders?|ordering|commander|commandez|ordered)(?<gap>[^;]{0,60}?) (?<h>BEFORE|AT)|(?:cut ?off|heure limite|bouclage|heure de (?:bouclage|cloture)|last orders?|deadline|cloture des commandes|date limite)[^;]{0,50} (?<h2>BEFORE|AT)");
    private static readonly Pattern _brought = Lexicon.Raw(@"\b(?:livr|deliver|receptionn|dechar|arriv|expedie|ship|unload|present|bring|appel|call|phone|contact|prev)");

    private readonly Clause _clause;
    private readonly bool _isHeaded;
    private readonly bool _isRefused;
    private readonly HoursOfDays _hours = new();
    private readonly List<Because> _because = [];
    private readonly List<string> _unresolved = [];
    private readonly List<DatePeriod> _dates = [];
    private Weekdays _open;
    private Weekdays _closed;
    private DeliveryDays _rule = new();

    private DeliveryDaysReader(Clause clause, bool isHeaded, bool isRefused) => (_clause, _isHeaded, _isRefused) = (clause, isHeaded, isRefused);

    /// <param name="clause">What is read.</param>
    /// <param name="isHeaded">Whether a heading before it says that it is about receiving hours.</param>
    /// <param name="isRefused">Whether what stands before is refused, and goes on.</param>
    /// <param name="isTaken">Whether another reader has taken some words for itself.</param>
    /// <param name="everyYear">The words that say that dates come back, if any.</param>
    public static IEnumerable<Found> Read(Clause clause, bool isHeaded, bool isRefused, Func<Span, bool> isTaken, Because? everyYear) =>
        new DeliveryDaysReader(clause, isHeaded, isRefused).Read(isTaken, everyYear);

    private IEnumerable<Found> Read(Func<Span, bool> isTaken, Because? everyYear)
    {
        var cut = CutOff();
        var (statements, unresolved) = StatementReader.Read(_clause, span => isTaken(span) || (cut is { } hour && hour.Overlaps(span)), _isRefused);
        _unresolved.AddRange(unresolved);
        var hadHours = Weekdays.None;

        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];

            // « du lundi au vendredi …, pas l'après-midi »: the hours are those of the days before.
            if (!statement.HasDays && statement.Continues is { HasDays: true } before && statement.Hours.Count > 0 && statement.Dates.Count == 0)
            {
                (statement.Week, statement.HasDays, statement.IsEveryDay) = (before.Week, before.Week is not Weekdays.None, before.IsEveryDay);
            }

            Apply(statement, statements, everyYear);
            hadHours |= statement.Hours.Count > 0 ? statement.Week : Weekdays.None;
        }

        if (_open is not Weekdays.None)
        {
            // A day of which only the hours are said, beside a list of days, is one of them.
            _open = (_open | hadHours) & ~_closed;
            _closed = Weekdays.All & ~_open;
        }

        var windows = _hours.Windows(_open is not Weekdays.None ? _open : Weekdays.All & ~_closed);

        _rule = _rule with { Open = _open, Closed = _closed, Windows = windows.Count > 0 ? windows : null, ClosedDates = _dates.Count > 0 ? _dates : null };

        if (_rule != new DeliveryDays() || _unresolved.Count > 0)
        {
            yield return new(_rule, At(), _because, _unresolved);
        }
    }

    private Span? CutOff()
    {
        foreach (var hit in _clause.All(_cutOff))
        {
            var group = hit.Has("h") ? "h" : "h2";

            if (hit.Value<Hours>(group) is { Until: { } hour } && !hit.Has("deliver") && !_brought.IsMatch(hit.Word("gap")) && (hit.Has("h2") || hit.Word("h") is "BEFORE"))
            {
                _rule = _rule with { CutOff = hour };
                _because.Add(hit.Because("cutOff"));

                return hit.SpanOf(group);
            }
        }

        return null;
    }

    private void Apply(Statement said, IReadOnlyList<Statement> all, Because? everyYear)
    {
        if (said.HasRecurrence && !said.HasDays)
        {
            return;
        }

        if (!said.IsRefused && !said.SpeaksOfDelivery && !_isHeaded && !all.Any(other => other.SpeaksOfDelivery))
        {
            return;
        }

        if (said.Holidays is { } zone && (said.IsRefused || said.DaySpans.Count > 0))
        {
            _rule = _rule with { Holidays = zone };
            _because.AddRange((said.HolidaySpans.Count > 0 ? said.HolidaySpans : said.DaySpans).Select(span => Words(span, "holidays")));
        }

        if (said.ExceptOf is { } general)
        {
            Except(said, general);
        }
        else if (said.IsRefused)
        {
            Refuse(said, everyYear);
        }
        else
        {
            Take(said, all);
        }
    }

    /// <summary>« tous les jours sauf le mercredi », « pas de livraison sauf le mardi », « sauf le vendredi après-midi ».</summary>
    private void Except(Statement said, Statement general)
    {
        if (said.Hours.Count > 0)
        {
            AddHours(said, said.Week, said.IsRefused && (general.Hours.Count == 0 || said.Hours.TrueForAll(each => each.Name is "HALF")));

            if (general.Hours.Count == 0 && said.Hours.Exists(each => each.Name is "RANGE"))
            {
                // « sauf le mercredi de 8 h à 12 h » may give the hours of the other days.
                _unresolved.AddRange(said.Hours.Select(each => each.Span.Of(_clause.Text.Original)));
            }

            return;
        }

        if (said.Week is Weekdays.None)
        {
            return;
        }

        if (general.IsRefused && general.HasDays)
        {
            return;
        }

        if (general.IsRefused && general.Hours.Count == 0 && general.Dates.Count == 0)
        {
            _open |= said.Week;
            Explain(said.DaySpans, "open", "closed");
        }
        else if (general.IsRefused)
        {
            // Hours refused on all other days: nothing is said of these.
            _unresolved.AddRange(said.DaySpans.Select(span => span.Of(_clause.Text.Original)));
        }
        else
        {
            (_open, _closed) = (_open & ~said.Week, _closed | said.Week);
            Explain(said.DaySpans, "closed");
        }
    }

    private void Refuse(Statement said, Because? everyYear)
    {
        if (said.Hours.Count > 0)
        {
            AddHours(said, said.Week, !(said.Closes && said.Hours.TrueForAll(each => each.Name is "AT")));
        }
        else if (said.HasDays)
        {
            _closed |= said.Week;
            _open &= ~said.Week;
            Explain(said.DaySpans, "closed");

            if (said.IsBare && said.DaySpans.Count == 1 && !said.Closes)
            {
                _unresolved.Add(said.DaySpans[0].Of(_clause.Text.Original));
            }
        }
        else if (said.Holidays is null)
        {
            Close(said, everyYear);
        }
    }

    /// <summary>Dates without any delivery; the day of the reopening is a day of work again.</summary>
    private void Close(Statement said, Because? everyYear)
    {
        var reopen = said.Dates.Find(each => each.Mark.Name is "REOPEN");
        var since = said.Dates.Find(each => each.Mark.Name is "SINCE");

        foreach (var (mark, span) in said.Dates.Where(each => each.Mark is { Name: "DATES", Value: Dates }))
        {
            var dates = (Dates)mark.Value!;
            var again = said.Dates.Count == 2 ? (reopen.Mark?.Value as Dates)?.From : null;
            var until = again is { } day && day > dates.From && (dates.From == dates.Until || day == dates.Until) ? day.AddDays(-1) : dates.Until;
            _dates.Add(new(dates.From, until, everyYear is not null));
            Explain([span], "closedDates");
        }

        if (since.Mark?.Value is Dates start && (reopen.Mark ?? said.Dates.Find(each => each.Mark.Name is "UNTIL").Mark) is { Value: Dates end } last && end.From >= start.From)
        {
            _dates.Add(new(start.From, last.Name is "REOPEN" ? end.From.AddDays(-1) : end.Until, everyYear is not null));
            Explain([since.Span], "closedDates");
        }
        else if (said.Dates.Count > 0 && _dates.Count == 0)
        {
            _unresolved.AddRange(said.Dates.Select(each => each.Span.Of(_clause.Text.Original)));
        }

        if (_dates.Count > 0 && everyYear is not null)
        {
            _because.Add(everyYear);
        }
    }

    private void Take(Statement said, IReadOnlyList<Statement> all)
    {
        if (said.Hours.Count > 0)
        {
            AddHours(said, said.Week, isRefused: false);
        }

        if (!said.HasDays || said.Week is Weekdays.None)
        {
            return;
        }

        var days = said.Week;
        var others = all.Where(other => !other.IsRefused && other.ExceptOf is null && other.HasDays);
        var many = System.Numerics.BitOperations.PopCount((uint)others.Aggregate(Weekdays.None, (week, other) => week | other.Week)) >= 3;
        var several = System.Numerics.BitOperations.PopCount((uint)days) > 1;

        var lists = said.OnlyDays
            || said.IsRange
            || (said.Hours.Count == 0 ? !said.IsBare && (said.IsListed || _isHeaded || said.SpeaksOfDelivery) : (several && (said.IsListed || _isHeaded || said.Opens)) || (many && others.Any(other => other.IsRange || other.IsListed)) || (many && _isHeaded));

        if (lists)
        {
            _open |= days;
            Explain(said.DaySpans, "open", "closed");
        }
    }

    private void AddHours(Statement said, Weekdays week, bool isRefused)
    {
        foreach (var (name, hours, span) in said.Hours)
        {
            if (name is "AT" && !said.Closes && !said.Opens)
            {
                _unresolved.Add(span.Of(_clause.Text.Original));
                continue;
            }

            // « ouvre à 8 h », « ferme à 17 h »: an hour alone is where the day begins or ends.
            var real = name is not "AT" ? hours : said.Closes ? new Hours(null, hours.Until) : new Hours(hours.From, null);

            if (isRefused)
            {
                _hours.Refuse(week, real);
            }
            else
            {
                _hours.Take(week, real);
            }

            Explain([span], "windows");
        }

        if (week is not Weekdays.None)
        {
            Explain(said.DaySpans, "windows");
        }
    }

    private void Explain(IEnumerable<Span> spans, params string[] fields) => _because.AddRange(spans.Select(span => Words(span, fields)));

    private Because Words(Span span, params string[] fields) => new(fields, span.Of(_clause.Text.Original), span);

    private (int From, int Until) At() => (_clause.From, _clause.Until);
}
