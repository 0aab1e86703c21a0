using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Imports;
using AdvPortal.Exchange.Intake;
using Microsoft.AspNetCore.Mvc;

namespace AdvPortal.Web.Api;

/// <summary>Lists that are brought in from elsewhere, and one of each kind to start from.</summary>
internal sealed class ImportEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/clients/import", (ReadImportFile read, PreviewImport look, RunImport run, HttpContext http, bool preview = false, string kind = nameof(ImportKind.Clients)) =>
            Kind(kind) is (ImportKind.Clients or ImportKind.Sites or ImportKind.Contacts) and var of ? ImportAsync(read, look, run, http, of, preview) : RefuseAsync(http)).WithTags("Clients").Produces<Answer>().ProducesProblem(StatusCodes.Status413PayloadTooLarge);

        api.MapPost("/products/import", (ReadImportFile read, PreviewImport look, RunImport run, HttpContext http, bool preview = false, string kind = nameof(ImportKind.Products)) =>
            Kind(kind) is (ImportKind.Products or ImportKind.ProductCodes or ImportKind.Prices) and var of ? ImportAsync(read, look, run, http, of, preview) : RefuseAsync(http)).WithTags("Products").Produces<Answer>().ProducesProblem(StatusCodes.Status413PayloadTooLarge);

        api.MapPost("/requirements/import", (ReadImportFile read, PreviewImport look, RunImport run, HttpContext http, bool preview = false) =>
            ImportAsync(read, look, run, http, ImportKind.Requirements, preview)).WithTags("Requirements").Produces<Answer>().ProducesProblem(StatusCodes.Status413PayloadTooLarge);

        api.MapPost("/stock-dates/import", (ReadImportFile read, PreviewImport look, RunImport run, HttpContext http, bool preview = false) =>
            ImportAsync(read, look, run, http, ImportKind.StockDates, preview)).WithTags("Orders").Produces<Answer>().ProducesProblem(StatusCodes.Status413PayloadTooLarge);

        api.MapPost("/shipments/import", (ReadImportFile read, PreviewImport look, RunImport run, HttpContext http, bool preview = false) =>
            ImportAsync(read, look, run, http, ImportKind.Shipments, preview)).WithTags("Deliveries").WithSummary("Takes in what has left from a list (CSV, XLSX) or a message (DESADV, UBL DespatchAdvice)")
            .WithDescription("Rows with one shipment number are one delivery, taken whole but for rows that are refused. The same file again changes nothing. `?preview=true` only looks.").Produces<Answer>().ProducesProblem(StatusCodes.Status413PayloadTooLarge);

        api.MapGet("/imports/{kind}/example", (TenantClock clock, HttpContext http, string kind) => Kind(kind) is { } of
            ? TypedResults.File(ImportExamples.Write(of, clock.Today, CultureInfo.CurrentUICulture), "text/csv; charset=utf-8", $"{kind.ToLowerInvariant()}.csv")
            : Problems.For(StatusCodes.Status404NotFound, http)).WithTags("Clients").WithSummary("A file to start a list from, filled in as an example.").Produces<string>(StatusCodes.Status200OK, "text/csv").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static ImportKind? Kind(string name) => Enum.TryParse<ImportKind>(name, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    private static Task<IResult> RefuseAsync(HttpContext http) => Task.FromResult(Problems.For(StatusCodes.Status400BadRequest, http));

    private static async Task<IResult> ImportAsync(ReadImportFile read, PreviewImport look, RunImport run, HttpContext http, ImportKind kind, bool preview)
    {
        if (await FileBody.ReadAsync(http, ReadImportFile.MostBytes) is not var (bytes, name))
        {
            return Problems.For(StatusCodes.Status413PayloadTooLarge, http);
        }

        var table = await read.ExecuteAsync(kind, bytes, name, http.RequestAborted);

        if (!table.IsOk)
        {
            return Problems.For(table.Refusal, http);
        }

        var sheet = ImportSheet.Of(kind, table.Value);
        var report = preview ? await look.ExecuteAsync(sheet, http.RequestAborted) : await run.ExecuteAsync(sheet, progress: null, http.RequestAborted);

        return report.IsOk ? TypedResults.Ok(Answer.Of(sheet, report.Value, preview)) : Problems.For(report.Refusal, http);
    }

    /// <param name="Columns">What each column was taken for.</param>
    /// <param name="Problems">What was wrong with the file beyond its rows.</param>
    internal sealed record Answer(
        ImportKind Kind, bool Preview, IReadOnlyList<Column> Columns, int Created, int Changed, int Unchanged, int Refused, IReadOnlyList<ImportRow> Rows, IReadOnlyList<Problem> Problems)
    {
        public static Answer Of(ImportSheet sheet, ImportReport report, bool preview) => new(
            report.Kind, preview, [.. sheet.Table.Headers.Zip(sheet.Columns, (heading, field) => new Column(heading, field))],
            report.Created, report.Changed, report.Unchanged, report.Refused, report.Rows, sheet.Table.Problems);
    }

    internal sealed record Column(string Heading, ImportField? Field);
}

/// <summary>Says with the refusal what is wrong with the file, and where in it.</summary>
internal sealed class UnreadableLists : IDescribeRefusal
{
    public void Complete(ProblemDetails problem, Refusal refusal)
    {
        if (refusal is ImportUnreadable unreadable)
        {
            problem.Extensions["problems"] = unreadable.Problems;
        }
    }
}
