namespace AdvPortal.Application.Imports;

/// <summary>Says row by row what an import would do, and does nothing.</summary>
[UseCase]
public sealed class PreviewImport(UnitOfWork unitOfWork, TenantClock clock)
{
    // Enough for few questions to the database, few enough that their answers stay small.
    private const int RowsAtATime = 500;

    public async Task<Result<ImportReport>> ExecuteAsync(ImportSheet sheet, CancellationToken ct = default)
    {
        if (sheet.Refusal is { } refusal)
        {
            return refusal;
        }

        var list = ListImport.Of(sheet.Kind, clock);
        var twice = Twice(sheet, list);
        var judged = new List<ImportRow>(sheet.Table.Rows.Count);

        foreach (var rows in list.Parts(sheet, sheet.Table.Rows, RowsAtATime, keeps: false).DefaultIfEmpty([]))
        {
            var read = await unitOfWork.ReadAsync(this, ListImport.NeededFor(sheet.Kind), db => ListImport.Of(sheet.Kind, clock).WriteAsync(db, sheet, rows, twice, keeps: false, ct), ct);

            if (!read.IsOk)
            {
                return read.Refusal;
            }

            judged.AddRange(read.Value);
        }

        // Rows that stay together may stand apart in the file.
        return new ImportReport(sheet.Kind, list.IsWhole ? [.. judged.OrderBy(row => row.Number)] : judged);
    }

    private static Dictionary<int, int> Twice(ImportSheet sheet, ListImport import)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var twice = new Dictionary<int, int>();

        foreach (var row in sheet.Table.Rows)
        {
            if (import.KeyOf(sheet, row) is { } key && !first.TryAdd(key, row.Number))
            {
                twice.Add(row.Number, first[key]);
            }
        }

        return twice;
    }
}
