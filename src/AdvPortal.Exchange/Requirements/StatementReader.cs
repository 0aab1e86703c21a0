using AdvPortal.Domain.Common.Calendars;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Goes through a clause from left to right and takes apart what it says of days and hours.</summary>
internal sealed partial class StatementReader
{
    private static readonly Pattern _alsace = Lexicon.Phrase("alsac\\w+|mosell\\w+|concordat\\w*|droit local|alsace moselle");

    private readonly Clause _clause;
    private readonly StatementCues _cues;
    private readonly Func<Span, bool> _isTaken;
    private readonly List<Statement> _done = [];
    private Statement _now;
    private int _lastDaysEnd = -1;
    private int _lastContentEnd = -1;
    private string _lastContent = "";
    private bool _onlyNext;

    private StatementReader(Clause clause, Func<Span, bool> isTaken, bool isRefused)
    {
        (_clause, _cues, _isTaken, _now) = (clause, new(clause), isTaken, new() { IsRefused = isRefused, SpeaksOfDelivery = isRefused });
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

        switch (_cues.At(at))
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
