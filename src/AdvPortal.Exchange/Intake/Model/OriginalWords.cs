using System.Text;
using System.Text.Json;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Requirements;

namespace AdvPortal.Exchange.Intake.Model;

/// <summary>The words of a document as one text, each of which knows where it stands in the original: what a language model is shown, and what its answer must be found in.</summary>
public sealed class OriginalWords
{
    private const int QuoteMaxLength = 600;

    private readonly List<WordsLine> _lines = [];
    private readonly MappedText _folded;
    private readonly string _search;

    private OriginalWords(DocumentOriginal original, int characters)
    {
        var text = new StringBuilder();

        foreach (var line in original.Parts.SelectMany(WordsLine.Of))
        {
            if (text.Length + line.Text.Length > characters)
            {
                IsCut = true;
                break;
            }

            _lines.Add(line with { Start = text.Length });
            text.Append(line.Text).Append('\n');
        }

        Text = text.ToString();
        Message = original.Parts.OfType<MessagePart>().FirstOrDefault();
        _folded = MappedText.Fold(Text);
        _search = _folded.Value.Replace('\n', ' ');
    }

    public string Text { get; }

    /// <summary>The document is longer: what follows was not shown.</summary>
    public bool IsCut { get; }

    /// <summary>The message that the words came in; null for a file without one.</summary>
    internal MessagePart? Message { get; }

    internal IEnumerable<string> Lines => _lines.Select(line => line.Text);

    /// <param name="characters">How many of the document may be shown; the line that goes beyond is left out, and so are those after it.</param>
    public static OriginalWords Of(DocumentOriginal original, int characters) => new(original, characters);

    /// <summary>The question as JSON: what a client wrote stands in it as data, whatever it says.</summary>
    public string ToJson() => JsonSerializer.Serialize(new { Text }, JsonSerializerOptions.Web);

    /// <summary>Where some words stand, word for word but for quotes, spaces, accents and capitals; null when they do not, or only as a part of longer ones.</summary>
    /// <param name="within">Sought in there only; null for the whole text.</param>
    /// <param name="besides">Places that others have.</param>
    internal Span? Find(string? words, Span? within = null, IReadOnlyCollection<Span>? besides = null)
    {
        if (words is null or { Length: > QuoteMaxLength } || MappedText.Fold(words).Value.Replace('\n', ' ').Trim() is not { } quote || !quote.Any(char.IsLetterOrDigit))
        {
            return null;
        }

        for (var at = 0; (at = _search.IndexOf(quote, at, StringComparison.Ordinal)) >= 0; at++)
        {
            var found = _folded.OriginalOf(at, at + quote.Length);

            if (!IsJoined(at) && !IsJoined(at + quote.Length) && (within is not { } row || (row.Offset <= found.Offset && found.End <= row.End)) && besides?.Any(other => other.Offset < found.End && found.Offset < other.End) is not true)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The places of a part of the text in the original: one for each line that it touches, none for what has no place.</summary>
    internal IEnumerable<Spot> SpotsOf(string value, Span at) =>
        _lines.Where(line => line.Start < at.End && at.Offset < line.Start + line.Text.Length)
            .Select(line => line.SpotOf(value, Math.Max(0, at.Offset - line.Start), Math.Min(line.Text.Length, at.End - line.Start))).OfType<Spot>();

    /// <summary>Half a number, a code or a date is another one: « 25/11 » of 25/11/2027, « VH-M8 » of VH-M8-30.</summary>
    private bool IsJoined(int at)
    {
        return (IsSign(at - 1) && IsSign(at)) || (IsJoint(at) && IsSign(at - 1) && IsSign(at + 1)) || (IsJoint(at - 1) && IsSign(at - 2) && IsSign(at));

        bool IsSign(int index) => index >= 0 && index < _search.Length && char.IsLetterOrDigit(_search[index]);

        bool IsJoint(int index) => index >= 0 && index < _search.Length && _search[index] is '.' or ',' or '/' or '-' or '_' or '+';
    }
}
