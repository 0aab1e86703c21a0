using System.Globalization;
using System.Xml;
using MiniExcelLibs;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>Reads the first sheet of an XLSX workbook as a list.</summary>
internal static class WorkbookTable
{
    public static void Fill(TableDraft draft, ReadOnlyMemory<byte> bytes)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        if (!WorkbookGuard.Admits(stream, draft.Log))
        {
            return;
        }

        try
        {
            var sheets = stream.GetSheetNames();
            if (sheets.Count > 1)
            {
                draft.Log.Info("table-other-sheets", null, sheets.Count.ToString(CultureInfo.InvariantCulture));
            }

            var number = 0;
            foreach (IDictionary<string, object?> row in stream.Query(useHeaderRow: false, excelType: ExcelType.XLSX))
            {
                number++;
                if (!draft.Add(number, [.. row.Values.Take(TableDraft.MostColumns + 1).Select(Text)]))
                {
                    return;
                }
            }
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or InvalidOperationException or FormatException or KeyNotFoundException or NullReferenceException or ArgumentException or OverflowException or IndexOutOfRangeException or NotSupportedException or IOException)
        {
            // The library tells a broken workbook by whatever it trips over.
            draft.Log.Error("table-unreadable", null);
        }
    }

    /// <summary>Numbers lose nothing and stay without exponent (a GTIN is a number to Excel); days are ISO.</summary>
    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
