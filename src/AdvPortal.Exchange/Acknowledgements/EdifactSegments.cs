using System.Text;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>Segments of an EDIFACT message being written: separators released, idle elements left out, text cut to what a component may hold.</summary>
internal sealed class EdifactSegments(EdifactCharacters characters)
{
    private readonly StringBuilder _text = new();

    public int Count { get; private set; }

    /// <summary>Each element is a list of components; empty ones at the end of an element or a segment are left out, as ISO 9735 wants.</summary>
    public void Add(string tag, params ReadOnlySpan<IReadOnlyList<string?>> elements)
    {
        var segment = new StringBuilder(tag);

        foreach (var components in elements)
        {
            var element = string.Join(':', components.Select(component => Release(characters.Write(component ?? ""))));
            segment.Append('+').Append(element[..Kept(element, ':')]);
        }

        _text.Append(segment.ToString(0, Kept(segment.ToString(), '+'))).Append("'\n");
        Count++;
    }

    /// <summary>Text in pieces of at most <paramref name="size"/> characters, cut between words where that is possible.</summary>
    public IEnumerable<string> Pieces(string text, int size)
    {
        var rest = characters.Write(text).Trim();

        while (rest.Length > size)
        {
            var space = rest.LastIndexOf(' ', size);
            var cut = space > size / 2 ? space : char.IsHighSurrogate(rest[size - 1]) ? size - 1 : size;
            yield return rest[..cut].TrimEnd();
            rest = rest[cut..].TrimStart();
        }

        if (rest.Length > 0)
        {
            yield return rest;
        }
    }

    public byte[] ToBytes() => characters.Encoding.GetBytes("UNA:+.? '\n" + _text);

    private static string Release(string text)
    {
        var released = new StringBuilder(text.Length);

        foreach (var character in text)
        {
            released.Append(character is '+' or ':' or '\'' or '?' ? "?" : "").Append(character);
        }

        return released.ToString();
    }

    // A separator behind an odd number of release characters is text.
    private static int Kept(string text, char separator)
    {
        var end = text.Length;

        while (end > 0 && text[end - 1] == separator && text[..(end - 1)].Reverse().TakeWhile(character => character == '?').Count() % 2 == 0)
        {
            end--;
        }

        return end;
    }
}
