using System.IO.Compression;
using System.Text;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>Looks into a workbook's archive before a library does: bombs and type definitions stay outside.</summary>
internal static class WorkbookGuard
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>A sheet of 100 000 rows and 20 columns unpacks to about 80 MB of XML.</summary>
    public const int UnpackedBytes = 120 * Megabyte;

    /// <summary>XML packs ten- to fiftyfold; a small entry may do better by chance, so only large ones are held to it.</summary>
    private const int Ratio = 200;

    private const int SmallEntry = Megabyte;

    /// <summary>A workbook with images and fifty sheets has some hundreds of entries.</summary>
    private const int Entries = 2000;

    /// <summary>A DOCTYPE stands before the root element.</summary>
    private const int Prolog = 4096;

    public static bool Admits(Stream stream, ProblemLog log)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > Entries)
            {
                log.Error("table-too-large", null, Place.Text(UnpackedBytes / Megabyte));
                return false;
            }

            var total = 0L;
            var buffer = new byte[64 * 1024];
            foreach (var entry in archive.Entries)
            {
                // The size in the directory is only a claim: the bytes are counted as they come out.
                var (size, hasDtd) = Unpack(entry, buffer, UnpackedBytes - total);
                total += size;
                if (hasDtd)
                {
                    log.Error("xml-dtd", null);
                    return false;
                }

                if (total >= UnpackedBytes || (size > SmallEntry && size / Math.Max(entry.CompressedLength, 1) > Ratio))
                {
                    log.Error("table-too-large", null, Place.Text(UnpackedBytes / Megabyte));
                    return false;
                }
            }

            return true;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            log.Error("table-unreadable", null);
            return false;
        }
        finally
        {
            stream.Position = 0;
        }
    }

    private static (long Size, bool HasDtd) Unpack(ZipArchiveEntry entry, byte[] buffer, long most)
    {
        using var content = entry.Open();
        var size = 0L;
        var hasDtd = false;
        for (int read; size < most && (read = content.ReadAtLeast(buffer, (int)Math.Min(buffer.Length, most), throwOnEndOfStream: false)) > 0; size += read)
        {
            if (size == 0)
            {
                var start = buffer.AsSpan(0, Math.Min(read, Prolog));
                hasDtd = start.IndexOf("<!DOCTYPE"u8) >= 0 || start.IndexOf(Encoding.Unicode.GetBytes("<!DOCTYPE")) >= 0 || start.IndexOf(Encoding.BigEndianUnicode.GetBytes("<!DOCTYPE")) >= 0;
            }
        }

        return (size, hasDtd);
    }
}
