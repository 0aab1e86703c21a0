namespace AdvPortal.Domain.Common;

/// <summary>What strangers write, so that it can be kept: a database takes neither half a character nor the one that is none.</summary>
public static class WholeText
{
    /// <summary>The beginning of a text, in at most <paramref name="most"/> UTF-16 units. A character of two that would be cut is left out; U+0000 becomes a space.</summary>
    public static string Cut(string text, int most)
    {
        var end = text.Length <= most ? text.Length : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;

        return text[..end].Replace('\0', ' ');
    }
}
