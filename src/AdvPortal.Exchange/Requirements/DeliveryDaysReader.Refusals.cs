using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>What is refused, what is taken out of it, and the dates without any delivery.</summary>
internal sealed partial class DeliveryDaysReader
{
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
}
