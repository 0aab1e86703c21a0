using System.Globalization;
using System.Resources;

namespace AdvPortal.Exchange.Intake;

/// <summary>Words problems in French (the default) or English.</summary>
public static class ProblemText
{
    private const string WordSign = "word:";

    private const string SegmentSign = "edi-";

    /// <summary>A place in a file in a file: its name, then the key and the parts of the place in it.</summary>
    internal const string InFile = "where-in-file";

    private static readonly ResourceManager Texts = new("AdvPortal.Exchange.Texts.Problems", typeof(ProblemText).Assembly);
    private static readonly ResourceManager Segments = new("AdvPortal.Exchange.Texts.Segments", typeof(ProblemText).Assembly);

    /// <summary>Words what only names a text of this library: the explanation of a segment.</summary>
    public static string Say(Message message, CultureInfo culture) =>
        message is { Key: InFile, Parts: [var name, string inner, ..] }
            ? string.Format(culture, Text(InFile, culture), name, Say(new Message(inner, [.. message.Parts.Skip(2)]), culture))
            : string.Format(culture, Text(message.Key, culture), [.. message.Parts.Select(part => Part(part.ToString() ?? "", culture))]);

    public static string Say(Problem problem, CultureInfo culture) => Say(problem.Message, culture);

    /// <summary>The place in the file in words ("UNT of message 1"), or null for the file as a whole.</summary>
    public static string? Where(Problem problem, CultureInfo culture) => problem.Where is null ? null : Say(problem.Where, culture);

    /// <summary>A part that is itself a word to translate (a role, a kind).</summary>
    internal static string Word(string key) => WordSign + key;

    /// <summary>What a line of an original says, in words; null where it speaks for itself.</summary>
    public static string? Explain(Originals.TextLine line, CultureInfo culture) => line.Explanation is null ? null : Say(line.Explanation, culture);

    /// <summary>Whether the words for segments have an entry of that name.</summary>
    internal static bool Has(string key) => Segments.GetString(key, CultureInfo.InvariantCulture) is not null;

    private static string Part(string part, CultureInfo culture) =>
        part.StartsWith(WordSign, StringComparison.Ordinal) ? Text(part[WordSign.Length..], culture)
        : DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("d", culture)
        : part;

    private static string Text(string key, CultureInfo culture) =>
        (key.StartsWith(SegmentSign, StringComparison.Ordinal) ? Segments : Texts).GetString(key, culture) ?? throw new InvalidOperationException($"Texts/Problems has no entry {key}.");
}
