using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Days of the week: one more of a list, or the beginning of another statement.</summary>
internal sealed partial class StatementReader
{
    private static readonly Pattern _list = Lexicon.Raw(@"^ (?:(?:,|et|ou|ni|and|or|nor|les?|la|on|the|&|/|du|de|des|also|aussi|egalement|all day|toute la journee|plus|as well as|ainsi que|tous) )*$");
    private static readonly Pattern _including = Lexicon.Raw(@"^ (?:, |\( ?)?(?:(?:et|and|ou|or) )?(?:meme|y compris|even|including|also|aussi|egalement)(?: (?:le|les|on))* $");
    private static readonly Pattern _own = Lexicon.Raw(@"^ ?,? ?(?:c est|ce sera|est|il|on|nous|we|is|it s|it is|:|uniquement|seulement|only|matin uniquement|until|jusqu|de)\b|^ ?:");
    private static readonly Pattern _article = Lexicon.Raw(@"^(?:le|la|les|ni|on|du) ");

    private void TakeDays(Mark mark, Span span, int at, int end)
    {
        var between = _lastDaysEnd < 0 ? "" : _clause.Words[_lastDaysEnd..at].Trim();
        var isList = _now.HasDays && _lastContent is "DAYS" && _list.IsMatch(" " + between + " ");
        var hoursBehind = HoursBehind(end);

        if (_now is { IsEveryDay: true, IsRefused: false } && _including.IsMatch(" " + between + " "))
        {
            // « tous les jours, même le samedi »: it is one of them already.
            _now.DaySpans.Add(span);
        }
        else if (isList && !OwnPredicate(end) && !(hoursBehind && _now.IsRefused && _clause.Words[at..end] is "DAYS" && HasArticle(span)))
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
}
