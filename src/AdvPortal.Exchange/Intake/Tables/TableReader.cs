using System.Globalization;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>Reads CSV and XLSX lists for import. Never throws; an unreadable file is an empty table with its problem.</summary>
/// <remarks>Workbooks are untrusted zip archives: outside tests, read them through <see cref="LimitedReader"/>.</remarks>
public static class TableReader
{
    /// <param name="bytes">The file as received; its content decides what it is.</param>
    /// <param name="fileName">Not needed to read; kept so that callers need not care which kind wants it.</param>
    public static Table Read(ReadOnlyMemory<byte> bytes, string? fileName)
    {
        _ = fileName;
        var draft = new TableDraft();
        try
        {
            Fill(draft, bytes);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            draft.Log.Error("table-failed", null, bug.GetType().Name);
        }

        return draft.Build();
    }

    /// <summary>A table that could not be read, and why.</summary>
    public static Table Failed(string code, params object[] parts) => new([], [], [new(ProblemSeverity.Error, code, new(code, parts))]);

    private static void Fill(TableDraft draft, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length is 0 or > ReadingLimits.DocumentBytes)
        {
            draft.Log.Error(bytes.IsEmpty ? "empty-file" : "too-large", null, (ReadingLimits.DocumentBytes / 1024 / 1024).ToString(CultureInfo.InvariantCulture));
            return;
        }

        switch (Recognition.Of(bytes.Span))
        {
            case Recognition.Family.Spreadsheet:
                WorkbookTable.Fill(draft, bytes);
                break;
            case Recognition.Family.EncryptedOffice:
                draft.Log.Error("table-encrypted", null);
                break;
            case Recognition.Family.OldSpreadsheet:
                draft.Log.Error("table-old-spreadsheet", null);
                break;
            case Recognition.Family.Text:
                CsvTable.Fill(draft, bytes);
                break;
            default:
                draft.Log.Error("table-unreadable", null);
                break;
        }
    }
}
