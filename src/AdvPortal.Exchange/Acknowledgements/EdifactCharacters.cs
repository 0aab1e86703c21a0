using System.Text;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>How text is put into an interchange: Latin-1 (UNOC), which every partner reads, or UTF-8 (UNOW, syntax 4) when a name needs more.</summary>
internal sealed class EdifactCharacters
{
    public static readonly EdifactCharacters Latin1 = new() { Encoding = Encoding.Latin1, Syntax = ["UNOC", "3"] };
    public static readonly EdifactCharacters Utf8 = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Syntax = ["UNOW", "4"] };

    private EdifactCharacters() { }

    public required Encoding Encoding { get; init; }

    /// <summary>Components 0001 and 0002 of S001.</summary>
    public required IReadOnlyList<string> Syntax { get; init; }

    public bool CanWrite(string text) => this == Utf8 || Fold(text).All(character => character < '\u0100');

    /// <summary>Text as it may stand in the interchange: no control characters, and in Latin-1 plain signs for typographic ones.</summary>
    public string Write(string text) =>
        string.Concat((this == Utf8 ? Whole(text) : Fold(text)).Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character));

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);

        foreach (var character in Whole(text).Normalize(NormalizationForm.FormC))
        {
            folded.Append(character switch
            {
                '\u2018' or '\u2019' => "'",
                '\u201C' or '\u201D' => "\"",
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => "-",
                '\u2026' => "...",
                '\u202F' or '\u00A0' or '\u2009' => " ",
                '\u20AC' => "EUR",
                '\u0152' => "OE",
                '\u0153' => "oe",
                _ => character.ToString(),
            });
        }

        return folded.ToString();
    }

    // Half of a surrogate pair is no text.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
