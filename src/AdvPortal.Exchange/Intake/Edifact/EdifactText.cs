using System.Text;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Edifact;

/// <summary>Bytes of an interchange to text, by the syntax identifier of its UNB (ISO 9735-1, 0001: UNOA to UNOY).</summary>
internal static class EdifactText
{
    public static string Decode(ReadOnlySpan<byte> bytes, ProblemLog log)
    {
        var declared = Declared(bytes);
        var isAscii = System.Text.Ascii.IsValid(bytes);
        if (isAscii || bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) || bytes.Length > 1 && bytes[0] is 0xFE or 0xFF)
        {
            return isAscii && !bytes.Contains((byte)0) ? Encoding.ASCII.GetString(bytes) : FileText.Decode(bytes, log);
        }

        // Much software writes UTF-8 whatever it declares; text in an eight-bit set is practically never valid UTF-8.
        var isUtf8 = System.Text.Unicode.Utf8.IsValid(bytes);
        if (isUtf8 != (declared == "UNOY") && declared.Length > 0)
        {
            log.Add(isUtf8 ? ProblemSeverity.Info : ProblemSeverity.Warning, "charset-differs", null, declared, isUtf8 ? "UTF-8" : "8 bit");
        }
        else if (!isUtf8 && declared is "UNOA" or "UNOB")
        {
            log.Info("charset-differs", null, declared, "8 bit");
        }

        if (isUtf8)
        {
            return FileText.Decode(bytes, log);
        }

        var text = Charset(declared) is { } charset ? charset.GetString(bytes) : FileText.DecodeBytewise(bytes);
        return text.Contains('\0') ? FileText.Decode(Encoding.UTF8.GetBytes(text), log) : text;
    }

    private static string Declared(ReadOnlySpan<byte> bytes)
    {
        var unb = bytes[..Math.Min(bytes.Length, 64)].IndexOf("UNB"u8);
        return unb >= 0 && unb + 8 <= bytes.Length ? Encoding.ASCII.GetString(bytes.Slice(unb + 4, 4)) : "";
    }

    private static Encoding? Charset(string declared) => declared switch
    {
        "UNOD" => Iso(2),
        "UNOE" => Iso(5),
        "UNOF" => Iso(7),
        "UNOG" => Iso(3),
        "UNOH" => Iso(4),
        "UNOI" => Iso(6),
        "UNOJ" => Iso(8),
        "UNOK" => Iso(9),
        _ => null,
    };

    private static Encoding? Iso(int part) => CodePagesEncodingProvider.Instance.GetEncoding(28590 + part);
}
