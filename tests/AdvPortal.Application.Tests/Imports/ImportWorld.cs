using System.Text;
using AdvPortal.Application.Imports;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Application.Tests.Imports;

/// <summary>Lists as people send them, seen and brought in.</summary>
internal static class ImportWorld
{
    public static ImportSheet Sheet(ImportKind kind, string csv) => ImportSheet.Of(kind, TableReader.Read(Encoding.UTF8.GetBytes(csv), "list.csv"));

    public static Task<ImportReport> LookAsync(this World world, ImportKind kind, string csv) => world.LookAsync(Sheet(kind, csv));

    public static async Task<ImportReport> LookAsync(this World world, ImportSheet sheet) => Ok(await world.Get<PreviewImport>().ExecuteAsync(sheet));

    public static Task<ImportReport> ImportAsync(this World world, ImportKind kind, string csv) => world.ImportAsync(Sheet(kind, csv));

    public static async Task<ImportReport> ImportAsync(this World world, ImportSheet sheet) => Ok(await world.Get<RunImport>().ExecuteAsync(sheet));

    public static IEnumerable<ImportOutcome> Outcomes(this ImportReport report) => report.Rows.Select(row => row.Outcome);

    /// <summary>"C12 ImportNotANumber".</summary>
    public static IEnumerable<string> Problems(this ImportReport report) => report.Rows.SelectMany(row => row.Problems).Select(problem => $"{problem.Cell} {problem.Message.Key}".Trim());

    private static ImportReport Ok(Result<ImportReport> result)
    {
        Assert.Null(result.Refusal);

        return result.Value!;
    }
}
