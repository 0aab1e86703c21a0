using System.Collections.Frozen;
using AdvPortal.Application.Deliveries;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Application.Imports;

/// <summary>Imports the rows that nothing speaks against, a batch at a time; those refused hold nobody up.</summary>
[UseCase]
public sealed class RunImport(UnitOfWork unitOfWork, PreviewImport preview, KeepFindings keep, TenantClock clock, CurrentMember member, CurrentRequest request)
{
    // As many rows as one history entry tells in full.
    private const int RowsAtATime = ChangeRecord.MostRowsOfAKind;
    private const int MostTries = 3;

    private static readonly FrozenDictionary<int, int> _none = FrozenDictionary<int, int>.Empty;

    /// <param name="sheet">The list, with what its columns mean.</param>
    /// <param name="progress">Told how many rows have been written so far.</param>
    /// <param name="ct">Stops between two batches; what was written stays.</param>
    public async Task<Result<ImportReport>> ExecuteAsync(ImportSheet sheet, IProgress<int>? progress = null, CancellationToken ct = default)
    {
        var repeated = new RepeatedWork(request.TakeKey(), unitOfWork, member, clock);
        var judged = await preview.ExecuteAsync(sheet, ct);

        if (!judged.IsOk)
        {
            return judged.Refusal;
        }

        if (await repeated.ClaimAsync<Result<ImportReport>>(ct) is { } answered)
        {
            return answered;
        }

        var results = judged.Value.Rows.ToDictionary(row => row.Number);
        var before = results.ToDictionary(row => row.Key, row => row.Value.Outcome);
        var list = ListImport.Of(sheet.Kind, clock);
        var written = 0;

        // What is new of something whole is known by the rest of it.
        var wanted = sheet.Table.Rows.Where(row => IsNews(row) || (list.IsWhole && before[row.Number] is ImportOutcome.Same)).ToList();

        foreach (var batch in list.Parts(sheet, wanted, RowsAtATime, keeps: true).Where(batch => batch.Any(IsNews)))
        {
            foreach (var row in await WriteAsync(sheet, batch, ct))
            {
                results[row.Number] = row;
            }

            progress?.Report(written += batch.Length);
            await repeated.RenewAsync(ct);
        }

        // What stands in the way of goods that are gone is kept where somebody can settle it.
        if (results.Values.Select(row => row.Unmet).OfType<OrderId>().Distinct().ToList() is { Count: > 0 } unmet)
        {
            await keep.ExecuteAsync(unmet, null, [Moments.Planning, Moments.Packing, Moments.Labelling], ct);
        }

        return await repeated.AnswerAsync<Result<ImportReport>>(new ImportReport(sheet.Kind, [.. judged.Value.Rows.Select(row => results[row.Number])]));

        bool IsNews(TableRow row) => before[row.Number] is ImportOutcome.Create or ImportOutcome.Change;
    }

    private async Task<IReadOnlyList<ImportRow>> WriteAsync(ImportSheet sheet, TableRow[] rows, CancellationToken ct, int attempt = 1)
    {
        var list = ListImport.Of(sheet.Kind, clock);
        var result = await unitOfWork.RunAsync<Result<List<ImportRow>>>(
            this, ListImport.NeededFor(sheet.Kind), _ => list.Subject ?? member.TenantId!.Value, async db =>
            {
                // Two lists with the same rows would wait for each other's rows in different orders.
                await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"import:{member.TenantId!.Value}"}, 0))", ct);

                return await list.WriteAsync(db, sheet, rows, _none, keeps: true, ct);
            },
            ct);

        if (result.IsOk)
        {
            return result.Value;
        }

        if (list.IsWhole)
        {
            return result.Refusal is ChangedMeanwhile && attempt < MostTries
                ? await WriteAsync(sheet, rows, ct, attempt + 1)
                : [.. rows.Select(row => new ImportRow(row.Number, ImportOutcome.Refuse, null, [], [new(null, null, result.Refusal.Message)]))];
        }

        // Somebody else wrote one of them at this moment: the others are not to pay for it.
        if (rows.Length > 1)
        {
            var alone = new List<ImportRow>();

            foreach (var row in rows)
            {
                alone.AddRange(await WriteAsync(sheet, [row], ct));
            }

            return alone;
        }

        return [new(rows[0].Number, ImportOutcome.Refuse, null, [], [new(null, null, result.Refusal.Message)])];
    }
}
