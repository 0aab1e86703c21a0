using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Orders;
using AdvPortal.Exchange.Lists;
using AdvPortal.Web.Components.Clients;
using AdvPortal.Web.Components.Orders;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Api;

/// <summary>Lists as files, written while they are read: a hundred thousand rows take no more memory than one.</summary>
internal sealed class ExportEndpoints : IMapEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Csv = "text/csv";

    private enum Format { Xlsx, Csv }

    public static void Map(IEndpointRouteBuilder api)
    {
        // The filter is that of the page's address; ?ids= names orders one by one instead.
        api.MapGet("/orders/export", async (ExportOrderBook export, TenantClock clock, IStringLocalizer<Texts> text, HttpContext http, string? ids, string format = "xlsx") =>
            Known(format) is { } kind && Ids(ids, out var only)
                ? Ended((await export.ExecuteAsync(
                    BookFilter.Parse(http.Request.QueryString.Value ?? ""), only,
                    rows => WriteAsync(http, kind, text["Nav.OrderBook"], [.. BookFile.Columns.Select(column => text[$"Book.Column.{column}"].Value)], BookFile.Cells(rows, clock, text)), http.RequestAborted)).Refusal, http)
                : Problems.For(StatusCodes.Status400BadRequest, http)).WithTags("Orders").Produces<Stream>(StatusCodes.Status200OK, Workbook, Csv);

        // All that a client still waits for, by site, in the client's codes.
        api.MapGet("/clients/{id:guid}/outstanding", async (ReadOutstanding read, IStringLocalizer<Texts> text, Guid id, HttpContext http, string format = "xlsx") =>
        {
            if (Known(format) is not { } kind)
            {
                return Problems.For(StatusCodes.Status400BadRequest, http);
            }

            var outstanding = await read.ExecuteAsync(new(id), http.RequestAborted);

            if (outstanding.IsOk)
            {
                await WriteAsync(http, kind, outstanding.Value.ClientName, OutstandingFile.Headings(text), OutstandingFile.Cells(outstanding.Value, text));
            }

            return Ended(outstanding.Refusal, http);
        }).WithTags("Clients").Produces<Stream>(StatusCodes.Status200OK, Workbook, Csv);
    }

    private static Format? Known(string format) => QueryName.Fits<Format>(format, out var known) ? known : null;

    private static bool Ids(string? ids, out IReadOnlyList<OrderId>? only)
    {
        var named = ids?.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(each => Guid.TryParse(each, out var id) ? new OrderId(id) : (OrderId?)null).ToList();
        only = named?.OfType<OrderId>().ToList();

        return named is null || (named.Count <= ChangeOrders.Most && !named.Contains(null));
    }

    // Refused before a byte is written; afterwards there is nothing to add.
    private static IResult Ended(Refusal? refusal, HttpContext http) => refusal is null ? Results.Empty : Problems.For(refusal, http);

    private static async Task WriteAsync(HttpContext http, Format format, string title, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows)
    {
        var name = string.Concat(title.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-')).Trim().Replace(' ', '-');
        http.Response.ContentType = format is Format.Csv ? $"{Csv}; charset=utf-8" : Workbook;
        http.Response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}.{(format is Format.Csv ? "csv" : "xlsx")}";

        await (format is Format.Csv
            ? CsvList.WriteAsync(http.Response.Body, WithHeadings(headings, rows), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr", http.RequestAborted)
            : XlsxList.WriteAsync(http.Response.Body, title, headings, rows, http.RequestAborted));
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> WithHeadings(IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows)
    {
        yield return headings;

        await foreach (var row in rows)
        {
            yield return row;
        }
    }
}
