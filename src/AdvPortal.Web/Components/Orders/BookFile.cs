using AdvPortal.Application.Common;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Orders;

/// <summary>The order book as rows of a file, in the reader's words.</summary>
internal static class BookFile
{
    /// <summary>Under which words of the book each column stands.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["Number", "Reference", "Client", "Site", "Lines", "LinesShipped", "OpenLines", "Received", "Requested", "Promised", "Gap", "Status", "Standing", "Requirements", "Amount", "Outstanding", "Currency", "Owner", "ActingOwner"];

    public static async IAsyncEnumerable<IReadOnlyList<object?>> Cells(IAsyncEnumerable<BookRow> rows, TenantClock clock, IStringLocalizer<Texts> text)
    {
        await foreach (var row in rows)
        {
            yield return
            [
                row.Number, row.Reference, row.ClientName, row.SiteName, row.Lines, row.ShippedLines, row.OpenLines, clock.DayOf(row.ReceivedAt), row.RequestedOn, row.PromisedOn, row.Gap,
                text.Word(row.Status), row.Standing is PromiseStanding.None ? null : text.Word(row.Standing), text.List([.. row.Kinds.Select(kind => text[$"Rule.{kind}"].Value)]),
                row.TotalNet, row.OutstandingNet, row.Currency, row.OwnerName, row.ActingOwnerName,
            ];
        }
    }
}
