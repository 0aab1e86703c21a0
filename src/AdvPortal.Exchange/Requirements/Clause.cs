using System.Text;
using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Words of a sentence one space apart, with what was read before put in capitals: « pas de livraison DAYS a SITE ».</summary>
internal sealed class Clause
{
    private readonly MappedText _text;
    private readonly List<int> _from = [];
    private readonly List<int> _until = [];
    private readonly Dictionary<int, Mark> _marks = [];
    private readonly List<int> _places = [];

    /// <param name="text">The whole text.</param>
    /// <param name="from">Where the clause begins in it.</param>
    /// <param name="until">The character after it.</param>
    /// <param name="marks">All marks of the text, in order.</param>
    public Clause(MappedText text, int from, int until, IReadOnlyList<Mark> marks)
    {
        (_text, From, Until) = (text, from, until);
        var words = new StringBuilder();

        for (var (at, next) = (from, FirstIn(marks, from)); at < until;)
        {
            if (next < marks.Count && marks[next].From == at)
            {
                var mark = marks[next++];
                Space(words);
                _marks[words.Length] = mark;
                _places.Add(words.Length);
                Append(words, mark.Name, mark.From, mark.Until);
                Space(words);
                at = mark.Until;
                continue;
            }

            var sign = text.Value[at];

            if (char.IsAsciiLetterOrDigit(sign) || char.IsLetter(sign))
            {
                Append(words, sign.ToString(), at, at + 1);
            }
            else
            {
                Space(words);

                if (sign is not (' ' or '\n' or '\'' or '-' or '°' or '*' or '_'))
                {
                    Append(words, sign.ToString(), at, at + 1);
                    Space(words);
                }
            }

            at++;
        }

        Words = words.ToString();
    }

    public int From { get; }

    public int Until { get; }

    public string Words { get; }

    public MappedText Text => _text;

    public Span Span => Trimmed(From, Until);

    public string Verbatim => Span.Of(_text.Original);

    public Hit? Find(Pattern phrase) => phrase.Match(Words) is { Success: true } match ? new(this, match) : null;

    public bool Has(Pattern phrase) => phrase.IsMatch(Words);

    public IEnumerable<Hit> All(Pattern phrase) => phrase.Matches(Words).Select(match => new Hit(this, match));

    /// <summary>The mark that begins at a character of <see cref="Words"/>; null when there is none.</summary>
    public Mark? MarkAt(int index) => _marks.GetValueOrDefault(index);

    public IEnumerable<(int Index, Mark Mark)> MarksIn(int index, int length) =>
        _places.Skip(_places.BinarySearch(index) is var at && at < 0 ? ~at : at).TakeWhile(place => place < index + length).Select(place => (place, _marks[place]));

    /// <summary>Where some of <see cref="Words"/> stand in the folded text.</summary>
    public (int From, int Until) FoldedOf(int index, int length)
    {
        while (length > 0 && Words[index] is ' ')
        {
            (index, length) = (index + 1, length - 1);
        }

        while (length > 0 && Words[index + length - 1] is ' ')
        {
            length--;
        }

        return length <= 0 ? (From, From) : (_from[index], _until[index + length - 1]);
    }

    public Span SpanOf(int index, int length)
    {
        var (from, until) = FoldedOf(index, length);

        return _text.OriginalOf(from, until);
    }

    private Span Trimmed(int from, int until)
    {
        while (from < until && (char.IsWhiteSpace(_text.Value[from]) || _text.Value[from] is '-' or '*' or ',' or ';' or ':'))
        {
            from++;
        }

        while (from < until && (char.IsWhiteSpace(_text.Value[until - 1]) || _text.Value[until - 1] is ',' or ';' or ':'))
        {
            until--;
        }

        return _text.OriginalOf(from, until);
    }

    private void Append(StringBuilder words, string written, int from, int until)
    {
        words.Append(written);
        _from.AddRange(Enumerable.Repeat(from, written.Length));
        _until.AddRange(Enumerable.Repeat(until, written.Length));
    }

    private void Space(StringBuilder words)
    {
        if (words.Length > 0 && words[^1] is not ' ')
        {
            words.Append(' ');
            _from.Add(_until[^1]);
            _until.Add(_until[^1]);
        }
    }

    private static int FirstIn(IReadOnlyList<Mark> marks, int from)
    {
        var (low, high) = (0, marks.Count);

        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = marks[middle].From < from ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>A pattern found in a clause.</summary>
internal readonly record struct Hit(Clause Clause, Match Match)
{
    public int Index => Match.Index;

    public int End => Match.Index + Match.Length;

    public Span Span => Clause.SpanOf(Match.Index, Match.Length);

    public bool Has(string group) => Match.Groups[group].Success;

    public string Word(string group) => Match.Groups[group].Value;

    /// <summary>The words of a group as the client wrote them.</summary>
    public string Verbatim(string group) => Match.Groups[group] is { Success: true } part ? Clause.SpanOf(part.Index, part.Length).Of(Clause.Text.Original) : "";

    public Span SpanOf(string group) => Match.Groups[group] is { Success: true } part ? Clause.SpanOf(part.Index, part.Length) : Span;

    /// <summary>What was read where a group begins; the default when it is not of that type.</summary>
    public T? Value<T>(string group) => Match.Groups[group] is { Success: true } part && Clause.MarkAt(part.Index)?.Value is T value ? value : default;

    public Because Because(params string[] fields) => new(fields, Span.Of(Clause.Text.Original), Span);

    public Because Because(string field, string group) => new([field], Verbatim(group), SpanOf(group));
}
