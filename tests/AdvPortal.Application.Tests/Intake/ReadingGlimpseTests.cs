using AdvPortal.Application.Intake;
using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Application.Tests.Intake;

public sealed class ReadingGlimpseTests
{
    [Fact]
    public void A_row_shows_of_several_orders_whose_they_are_and_of_a_change_what_it_asks()
    {
        var several = RowOf(new(DocumentFormat.Csv, ReadingVerdict.NeedsReview, [new(ProblemSeverity.Info, "i", new("i")), new(ProblemSeverity.Error, "e", new("e")), new(ProblemSeverity.Warning, "w", new("w"))], [AnOrder("BC-1", 2), AnOrder("BC-2", 3)]));
        var change = RowOf(new(DocumentFormat.Email, ReadingVerdict.NeedsReview, [], [], "BC-7", new(ChangeKind.Cancellation, AnOrder("BC-8", 1) with { Buyer = null }), new("Jeanne Petit", "j.petit@client.example", null, null)));

        Assert.Equal(("Serrurerie Lacombe", null, 5, null, "e"), (several.Sender, several.Reference, several.Lines, several.TotalNet, several.Problem!.Code));
        Assert.Equal(("Jeanne Petit", "BC-8", 1, 12.5m, "EUR", ChangeKind.Cancellation), (change.Sender, change.Reference, change.Lines, change.TotalNet, change.Currency, change.Change));
        Assert.Equal(("BC-7", 0), RowOf(new(DocumentFormat.Email, ReadingVerdict.NotAnOrder, [], [], "BC-7")) is var none ? (none.Reference, none.Lines) : default);
    }

    [Fact]
    public void A_row_costs_no_more_memory_for_all_the_lines_of_its_file()
    {
        var (small, large) = (Received(AReading(1)), Received(AReading(3000)));
        var few = Cost(small);

        Assert.Equal(3000, OrderDocumentView.Glimpse(large)!.Orders[0].Lines);
        Assert.InRange(Cost(large), 0, few + 1024);
    }

    private static DocumentReading AReading(int lines) => new(DocumentFormat.Csv, ReadingVerdict.Import, [], [AnOrder("BC-1", lines)]);

    private static long Cost(OrderDocument document)
    {
        OrderDocumentView.Glimpse(document);
        var before = GC.GetAllocatedBytesForCurrentThread();
        OrderDocumentView.Glimpse(document);

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static PurchaseOrder AnOrder(string number, int lines) => new()
    {
        OrderNumber = number,
        Currency = "EUR",
        Buyer = new() { Name = "Serrurerie Lacombe" },
        Totals = new(12.5m),
        Lines = [.. Enumerable.Range(1, lines).Select(no => new PurchaseOrderLine { LineNo = $"{no}", BuyerCode = "VH-M8" })],
    };

    private static ReadIntakeQueue.Row RowOf(DocumentReading reading) => ReadIntakeQueue.Row.Of(Received(reading), TimeSpan.FromHours(24));

    private static OrderDocument Received(DocumentReading reading)
    {
        var document = new OrderDocument([1], "commande.csv", "text/csv", null, default);
        document.WasRead("csv", "needs-review", OrderDocumentView.Write(reading), isOrder: true);

        return document;
    }
}
