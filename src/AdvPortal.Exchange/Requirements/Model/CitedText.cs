namespace AdvPortal.Exchange.Requirements.Model;

/// <summary>The sentences that a model was asked about, to look up what it says that they say: word for word, but for quotes, spaces, accents and capitals.</summary>
internal sealed class CitedText
{
    private const int QuoteMaxLength = 300;
    private const int GroupedFrom = 4;

    private readonly ModelQuestion _question;
    private readonly MappedText _text;
    private readonly string _folded;

    public CitedText(ModelQuestion question)
    {
        (_question, _text) = (question, MappedText.Fold(question.Text));
        _folded = _text.Value.Replace('\n', ' ');
    }

    public InterpretationContext Context => _question.Context;

    public string Verbatim(Span at) => at.Of(_question.Text);

    /// <summary>Where some words stand as whole words; null when they do not, or are no words.</summary>
    public Span? Find(string? words)
    {
        if (words is null or { Length: > QuoteMaxLength } || Bare(words) is not { } quote || !quote.Any(char.IsAsciiLetterOrDigit))
        {
            return null;
        }

        for (var at = 0; (at = _folded.IndexOf(quote, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (IsWhole(at, at + quote.Length) && _text.OriginalOf(at, at + quote.Length) is var span && _question.Asked.Any(sentence => sentence.Offset <= span.Offset && span.End <= sentence.End))
            {
                return span;
            }
        }

        return null;
    }

    /// <summary>Whether a value is dictated in these sentences; how the figures of a long one are grouped says nothing.</summary>
    public bool States(string value) =>
        Find(value) is not null || (Dense(value) is { Length: >= GroupedFrom } wanted && _question.Asked.Any(sentence => Dense(sentence.Of(_question.Text)).Contains(wanted, StringComparison.Ordinal)));

    /// <summary>The sentence around some words; the words alone where it is longer than a requirement may quote.</summary>
    public Span SentenceOf(Span words) =>
        _question.Asked.First(sentence => sentence.Offset <= words.Offset && words.End <= sentence.End) is var sentence && sentence.Length <= Domain.Requirements.RequirementRevision.SentenceMaxLength ? sentence : words;

    private bool IsWhole(int from, int until) =>
        (from == 0 || !char.IsLetterOrDigit(_folded[from - 1]) || !char.IsLetterOrDigit(_folded[from]))
        && (until == _folded.Length || !char.IsLetterOrDigit(_folded[until]) || !char.IsLetterOrDigit(_folded[until - 1]));

    private static string Bare(string words) => MappedText.Fold(words).Value.Replace('\n', ' ').Trim();

    private static string Dense(string words) => string.Concat(MappedText.Fold(words).Value.Where(sign => sign is not (' ' or '\n' or '.' or '"' or '-' or '/' or '(' or ')')));
}
