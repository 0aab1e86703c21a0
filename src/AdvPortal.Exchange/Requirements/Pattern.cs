using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Requirements;

/// <summary>A regular expression that answers in time, whatever the text: matched as usual, and by <see cref="Automata"/> where that takes long.</summary>
/// <remarks>Both find the same. Automata for every pattern of the grammar would take seconds to build and half a gigabyte; texts that need one are written to do harm.</remarks>
internal sealed class Pattern
{
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(100);

    private readonly Regex _usual;
    private readonly Lazy<Automata> _automata;

    // Characters of the shortest text that took too long: from there on nobody waits a second time.
    private volatile int _tooLong = int.MaxValue;

    public Pattern(string pattern) => (_usual, _automata) = (new(pattern, RegexOptions.CultureInvariant, _patience), new(() => new(pattern)));

    public bool IsMatch(string text) => Ask(text, usual => usual.IsMatch(text), automata => automata.IsMatch(text));

    /// <summary>The first match.</summary>
    public Match Match(string text) => Ask(text, usual => usual.Match(text), automata => automata.Match(text));

    /// <summary>All matches from left to right; none overlaps another.</summary>
    public IEnumerable<Match> Matches(string text) => Ask<IEnumerable<Match>>(text, usual => usual.Matches(text).ToList(), automata => automata.Matches(text).ToList());

    public int Count(string text) => Ask(text, usual => usual.Count(text), automata => automata.Count(text));

    private T Ask<T>(string text, Func<Regex, T> usual, Func<Automata, T> automata)
    {
        if (text.Length < _tooLong)
        {
            try
            {
                return usual(_usual);
            }
            catch (RegexMatchTimeoutException)
            {
                _tooLong = Math.Min(_tooLong, text.Length);
            }
        }

        return automata(_automata.Value);
    }
}
