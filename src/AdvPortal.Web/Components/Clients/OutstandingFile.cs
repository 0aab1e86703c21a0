using AdvPortal.Application.Orders;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Clients;

/// <summary>What a client still waits for as rows of a file, the client's codes first.</summary>
internal static class OutstandingFile
{
    private static readonly string[] _columns = ["Site", "Reference", "Order", "Line", "BuyerCode", "ProductCode", "Description", "Ordered", "Shipped", "Outstanding", "Unit", "Requested", "Promised", "Status"];

    public static IReadOnlyList<string> Headings(IStringLocalizer<Texts> text) => [.. _columns.Select(column => text[$"Outstanding.{column}"].Value)];

    public static IAsyncEnumerable<IReadOnlyList<object?>> Cells(ReadOutstanding.Outstanding outstanding, IStringLocalizer<Texts> text) =>
        outstanding.Places.SelectMany(place => place.Lines.Select(line => Cells(place, line, text))).ToAsyncEnumerable();

    private static IReadOnlyList<object?> Cells(ReadOutstanding.Place place, ReadOutstanding.Row line, IStringLocalizer<Texts> text) =>
    [
        place.Name, line.Reference, line.Number, line.LineNo, line.BuyerCode, line.ProductCode, line.Description, line.Ordered, line.Shipped, line.Outstanding, line.Unit,
        line.RequestedOn, line.PromisedOn, text.Word(line.Status),
    ];
}
