using System.Collections.Frozen;
using System.Text;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace AdvPortal.Exchange.Printing;

/// <summary>One weight of the font of our documents: its file and how wide each character is, so that text can be measured before it is set.</summary>
internal sealed class Inter
{
    public static readonly Inter Regular = new("Inter-Regular.ttf");
    public static readonly Inter SemiBold = new("Inter-SemiBold.ttf");

    private const char Missing = '\u25A1';

    private readonly FrozenDictionary<char, double> _advances;

    private Inter(string file)
    {
        using var stream = typeof(Inter).Assembly.GetManifestResourceStream(file)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        var font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(bytes));
        var advances = new Dictionary<char, double>();

        for (var code = ' '; code < '\uD800'; code++)
        {
            if (font.WindowsUnicodeCMap!.CharacterCodeToGlyphIndex(code) > 0 && font.TryGetAdvanceWidth(code, out var width))
            {
                advances[code] = width / font.GetUnitsPerEm();
            }
        }

        (File, _advances) = (bytes, advances.ToFrozenDictionary());
    }

    public ReadOnlyMemory<byte> File { get; }

    /// <summary>In points, for text set in <paramref name="size"/> points and already made <see cref="Printable"/>.</summary>
    public double Width(string text, double size) => text.Sum(character => _advances[character]) * size;

    /// <summary>Accents joined to their letters, control characters as spaces, a box for what the font cannot show.</summary>
    public string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);

        foreach (var rune in Sound(text).EnumerateRunes())
        {
            printable.Append(
                rune.IsBmp && _advances.ContainsKey((char)rune.Value) ? (char)rune.Value
                : Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? ' '
                : Missing);
        }

        return printable.ToString();
    }

    // Half of a surrogate pair is no text: normalisation would throw on it, so it is replaced first.
    private static string Sound(string text)
    {
        var sound = new StringBuilder(text.Length);

        foreach (var rune in text.EnumerateRunes())
        {
            sound.Append(rune == Rune.ReplacementChar ? Missing.ToString() : rune.ToString());
        }

        return sound.ToString().Normalize(NormalizationForm.FormC);
    }
}
