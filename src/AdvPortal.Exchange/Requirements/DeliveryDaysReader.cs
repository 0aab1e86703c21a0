using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Reads when goods are received: days, hours, dates, holidays, and the hour by which an order is in.</summary>
internal sealed partial class DeliveryDaysReader
{
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
        var cut = CutOffReader.Read(_clause);

        if (cut is { } late)
        {
            _rule = _rule with { CutOff = late.Hour };
            _because.Add(late.Because);
        }

        var (statements, unresolved) = StatementReader.Read(_clause, span => isTaken(span) || (cut is { } hour && hour.At.Overlaps(span)), _isRefused);
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
