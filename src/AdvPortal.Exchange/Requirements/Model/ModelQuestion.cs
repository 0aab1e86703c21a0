using System.Text.Json;

namespace AdvPortal.Exchange.Requirements.Model;

/// <summary>What a language model is asked where the grammar abstains: the sentences that were not understood, and nothing of the rest of the text.</summary>
/// <param name="Text">The whole text, as the client wrote it.</param>
/// <param name="Asked">The sentences that are asked about, in order: no other words may be cited.</param>
public sealed record ModelQuestion(string Text, IReadOnlyList<Span> Asked, InterpretationContext Context)
{
    private const int SiteCharacters = 2_000;

    /// <param name="characters">How many of the text may be asked about; a sentence that goes beyond is left out, and so are those after it.</param>
    /// <returns>Null when the grammar understood all of it, or nothing fits.</returns>
    public static ModelQuestion? Of(string text, Interpretation read, InterpretationContext context, int characters)
    {
        var left = read is { Proposals: [], Left: [] } ? [Beginning(text, Math.Min(characters, read.UnreadFrom ?? text.Length))] : read.Left;
        var (asked, room) = (new List<Span>(), characters);

        foreach (var sentence in left)
        {
            if (sentence.Length > room)
            {
                break;
            }

            asked.Add(sentence);
            room -= sentence.Length;
        }

        return asked.Exists(sentence => sentence.Length > 0) ? new(text, asked, context) : null;
    }

    /// <summary>The question as JSON: what a client wrote stands in it as data, whatever it says.</summary>
    public string ToJson()
    {
        var room = SiteCharacters;

        return JsonSerializer.Serialize(
            new { Context.ReceivedOn, Sites = Context.Sites.TakeWhile(site => (room -= site.Length) >= 0), Sentences = Asked.Select(sentence => sentence.Of(Text)) },
            DomainJson.Options);
    }

    private static Span Beginning(string text, int length)
    {
        var end = length >= text.Length ? text.Length : text.LastIndexOfAny(['.', '!', '?', '\n'], length - 1) + 1;

        return new(0, text.AsSpan(0, end).TrimEnd().Length);
    }
}
