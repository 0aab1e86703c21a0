using System.Text;

namespace AdvPortal.Exchange.Intake.Drafts;

/// <summary>Bytes to text where the file itself does not say how: byte order mark, else UTF-8 when it is valid, else Windows-1252.</summary>
internal static class FileText
{
    internal static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text without byte order mark and without NUL (PostgreSQL stores none), and what was lost on the way.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, ProblemLog log)
    {
        var text = DecodeAny(bytes);
        if (text.Contains('\0'))
        {
            log.Warning("control-characters", null);
            text = text.Replace('\0', ' ');
        }

        TellLostCharacters(text, log);
        return text;
    }

    /// <summary>U+FFFD in the text: letters were lost before the file reached us, and are shown as such.</summary>
    private static void TellLostCharacters(ReadOnlySpan<char> text, ProblemLog log)
    {
        var lost = text.Count('\uFFFD');
        if (lost > 0)
        {
            log.Warning("characters-lost", null, Place.Text(lost));
        }
    }

    public static string DecodeAny(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
        {
            return Encoding.UTF32.GetString(bytes[4..]);
        }

        return Utf16(bytes) is { } utf16 ? utf16.Encoding.GetString(bytes[utf16.Skip..]) : DecodeBytewise(bytes);
    }

    /// <summary>How <see cref="DecodeAny"/> reads the bytes, as encodings are commonly called.</summary>
    public static string NameOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? "UTF-8"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? "UTF-32"
        : Utf16(bytes) is not null ? "UTF-16"
        : System.Text.Unicode.Utf8.IsValid(bytes) ? "UTF-8"
        : "Windows-1252";

    /// <summary>Valid UTF-8, else Windows-1252, which gives every byte a character.</summary>
    public static string DecodeBytewise(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Windows1252.GetString(bytes);

    private static (Encoding Encoding, int Skip)? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (Encoding.Unicode, 2);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (Encoding.BigEndianUnicode, 2);
        }

        // Without a mark, Latin text in UTF-16 has a zero in nearly every second byte.
        var sample = bytes[..Math.Min(bytes.Length & ~1, 512)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        return sample.Length < 8 ? null
            : odd > sample.Length * 2 / 5 && even == 0 ? (Encoding.Unicode, 0)
            : even > sample.Length * 2 / 5 && odd == 0 ? (Encoding.BigEndianUnicode, 0)
            : null;
    }
}
