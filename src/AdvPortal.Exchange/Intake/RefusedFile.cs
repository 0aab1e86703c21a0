namespace AdvPortal.Exchange.Intake;

/// <summary>
/// Files that are not even kept: programs, archives and pictures, known by their first bytes (file(1), magic numbers) and never by their name.
/// A workbook or a text document is a ZIP file too, and says what it holds (ECMA-376, part 2); an empty one is a broken file, which is kept.
/// </summary>
public static class RefusedFile
{
    private static readonly byte[][] _marks =
    [
        // Programs: Windows, Linux, macOS (both byte orders, and several in one), WebAssembly, scripts.
        "MZ"u8.ToArray(), [0x7F, .. "ELF"u8], [0xFE, 0xED, 0xFA], [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE], [0, .. "asm"u8], "#!"u8.ToArray(),

        // Archives: RAR, 7-Zip, gzip, bzip2, xz, Zstandard, Microsoft cabinet.
        "Rar!"u8.ToArray(), [.. "7z"u8, 0xBC, 0xAF], [0x1F, 0x8B], "BZh"u8.ToArray(), [0xFD, .. "7zXZ"u8], [0x28, 0xB5, 0x2F, 0xFD], "MSCF"u8.ToArray(),

        // Pictures: PNG, JPEG, GIF, TIFF (both byte orders).
        [0x89, .. "PNG"u8], [0xFF, 0xD8, 0xFF], "GIF87a"u8.ToArray(), "GIF89a"u8.ToArray(), [.. "II*"u8, 0], [.. "MM"u8, 0, (byte)'*'],
    ];

    public static bool Is(ReadOnlySpan<byte> bytes)
    {
        foreach (var mark in _marks)
        {
            // Two letters may begin any text; a program says more that no text holds.
            if (bytes.StartsWith(mark) && (mark.Length > 2 || mark[0] is not (byte)'M' || bytes.IndexOf((byte)0) >= 0))
            {
                return true;
            }
        }

        return IsAt(bytes, 0, "RIFF"u8) && IsAt(bytes, 8, "WEBP"u8)
            || IsAt(bytes, 257, "ustar"u8)
            || (bytes.StartsWith("PK\u0003\u0004"u8) && bytes.IndexOf("[Content_Types].xml"u8) < 0);
    }

    private static bool IsAt(ReadOnlySpan<byte> bytes, int place, ReadOnlySpan<byte> mark) => bytes.Length >= place + mark.Length && bytes[place..].StartsWith(mark);
}
