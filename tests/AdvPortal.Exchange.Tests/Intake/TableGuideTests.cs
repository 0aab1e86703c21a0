using System.Text;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>A layout that was mapped once is read so from then on, and every value shows where it stands.</summary>
public sealed class TableGuideTests
{
    private const string Unknown = "Bidule;Truc;Machin;Remarques\nA-1;12;1,250;x\nB-2;3;2,500;y\n";

    [Fact]
    public void Headers_nobody_knows_are_offered_to_be_mapped()
    {
        var reading = Reading.Of(Unknown);

        Assert.Empty(reading.Orders);
        Assert.Equal([("Bidule", null), ("Truc", null), ("Machin", null), ("Remarques", "lines.note")], reading.Layout!.Columns.Select(place => (place.Text, place.Field)));
    }

    [Fact]
    public void A_mapped_layout_is_read_as_a_person_said()
    {
        var reading = Read(Unknown, Guide("bidule=lines.buyerCode", "Truc =lines.quantity", "Machin=lines.netPrice", "Remarques=") with { DecimalMark = ',', Currency = "EUR" });

        var order = Assert.Single(reading.Orders);
        Assert.Equal(("A-1", 12m, 1.250m, "EUR"), (order.Lines[0].BuyerCode, order.Lines[0].Quantity, order.Lines[0].NetPrice, order.Currency));
        Assert.Empty(order.Lines[0].Notes);
        Assert.All(reading.Layout!.Columns, place => Assert.True(place.IsGuided));
        Assert.DoesNotContain(reading.Problems, problem => problem.Code is "number-both-ways" or "column-unread");
    }

    [Fact]
    public void The_fingerprint_follows_the_headers_and_never_the_values()
    {
        var first = Reading.Of("Commande n°;1\ncode article;qté\nA;1\n").Layout!;

        Assert.Equal(first.Fingerprint, Reading.Of("Commande n°;2\nDate;23/11/2026\nCode article;Qté\nB;9\nC;8\n").Layout!.Fingerprint);
        Assert.NotEqual(first.Fingerprint, Reading.Of("Commande n°;1\ncode article;qté;prix\nA;1;2\n").Layout!.Fingerprint);
        Assert.Equal([("Commande n°", "orderNumber")], first.Labels.Select(place => (place.Text, place.Field)));
    }

    [Fact]
    public void A_list_without_headers_is_guided_by_the_numbers_of_its_columns()
    {
        var reading = Read("A-1;7;3\nB-2;8;4\n", Guide("1=lines.supplierCode", "2=", "3=lines.quantity"));

        Assert.Equal([("A-1", 3m), ("B-2", 4m)], Assert.Single(reading.Orders).Lines.Select(line => (line.SupplierCode!, line.Quantity!.Value)));
        Assert.DoesNotContain(reading.Problems, problem => problem.Code == "header-missing");
    }

    [Theory]
    [InlineData(true, 5, 6)]
    [InlineData(false, 6, 5)]
    public void A_date_that_reads_both_ways_follows_the_guide(bool dayFirst, int day, int month)
    {
        var reading = Read("po;sku;qty;delivery date\n1;A;1;05/06/2026\n", Guide() with { DayFirst = dayFirst });

        Assert.Equal(new DateOnly(2026, month, day), Assert.Single(reading.Orders).RequestedDelivery!.Date);
        Assert.DoesNotContain(reading.Problems, problem => problem.Code == "date-both-ways");
    }

    [Fact]
    public void One_date_that_can_only_be_month_first_turns_the_others()
    {
        var order = Reading.Order("po;sku;qty;delivery date\n1;A;1;05/06/2026\n1;B;1;05/21/2026\n");

        Assert.Equal([new(2026, 5, 6), new(2026, 5, 21)], order.Lines.Select(line => line.RequestedDelivery!.Date!.Value));
    }

    [Fact]
    public void A_label_is_read_or_left_alone_as_a_person_said()
    {
        var guide = new ReadingGuide(new Dictionary<string, string>(), new Dictionary<string, string> { ["Dossier"] = "orderNumber", ["Client"] = "" });
        var order = Assert.Single(Read("Dossier :;D-77\nClient;Nous-mêmes\ncode article;qté\nA;1\n", guide).Orders);

        Assert.Equal(("D-77", null), (order.OrderNumber, order.Buyer));
    }

    [Fact]
    public void Two_columns_of_one_name_are_told() => Assert.Contains("header-ambiguous", Reading.Codes("po;sku;qty;total;total\n1;A;1;2;3\n"));

    [Fact]
    public void A_sign_that_several_currencies_share_is_asked_and_then_known()
    {
        Assert.Contains("currency-sign", Reading.Codes("po;sku;qty;price\n1;A;1;$2.50\n"));
        Assert.Equal("CAD", Assert.Single(Read("po;sku;qty;price\n1;A;1;$2.50\n", Guide() with { Currency = "CAD" }).Orders).Currency);
    }

    [Fact]
    public void Every_value_of_a_delimited_file_shows_its_cell()
    {
        var original = DocumentReader.Show(Encoding.UTF8.GetBytes("Commande n°;4500187\n\nCode article;Qté;Date souhaitée\nA;1;25/11/2026\nB;2;26/11/2026\n"), null, null);

        var part = Assert.IsType<TablePart>(Assert.Single(original.Parts));
        Assert.Equal("4500187", Cell(part, original, "orders[0].orderNumber"));
        Assert.Equal("B", Cell(part, original, "orders[0].lines[1].buyerCode"));
        Assert.Equal("2", Cell(part, original, "orders[0].lines[1].quantity"));
        Assert.Equal("26/11/2026", Cell(part, original, "orders[0].lines[1].requestedDelivery"));
        Assert.Equal("Qté", part.Rows[part.HeaderRow].Cells[1]);
    }

    [Fact]
    public void Every_value_of_a_workbook_shows_its_cell_on_its_sheet()
    {
        var original = DocumentReader.Show(new WorkbookFixture()
            .Sheet("Tarif", [["Référence", "Prix"], ["A", 2]])
            .Sheet("Commande", [["PO Number:", "P-1"], null, ["sku", "qty"], ["A", 7]]).Bytes(), null, null);

        Assert.Equal(["Tarif", "Commande"], original.Parts.Select(part => part.Name!));
        var quantity = Assert.Single(original.Spots, spot => spot.Value == "orders[0].lines[0].quantity");
        Assert.Equal((1, "7", 4), (quantity.Part, Cell((TablePart)original.Parts[1], original, quantity.Value), ((TablePart)original.Parts[1]).Rows[quantity.Line].Number));
        Assert.Equal("P-1", Cell((TablePart)original.Parts[1], original, "orders[0].orderNumber"));
    }

    [Fact]
    public void A_long_table_is_shown_cut_and_says_so()
    {
        var original = DocumentReader.Show(Encoding.UTF8.GetBytes("po;sku;qty\n" + string.Concat(Enumerable.Repeat("1;A;1\n", 3000))), null, null);

        var part = Assert.IsType<TablePart>(Assert.Single(original.Parts));
        Assert.Equal((2000, true), (part.Rows.Count, part.IsCut));
        Assert.All(original.Spots, spot => Assert.InRange(spot.Line, 0, 1999));
    }

    [Theory]
    [InlineData("po;sku;qty;price\n1;A;1;2,5\n", "point-virgule", "UTF-8", "virgule décimale", "rangée 1")]
    [InlineData("sep=|\npo|sku|qty|price\n1|A|1|2.5\n", "barre verticale", "UTF-8", "point décimal", "rangée 2")]
    [InlineData("po,sku,qty\n1,A,1\n", "virgule,", "UTF-8", "aucune décimale", "rangée 1")]
    [InlineData("A-1\t2\nB-2\t3\n", "tabulation", "UTF-8", "aucune décimale", "sans en-têtes")]
    public void How_a_delimited_file_was_read_is_said(string text, params string[] words)
    {
        var said = ProblemText.Say(Assert.Single(Reading.Of(text).Problems, problem => problem.Code == "csv-detected"), new("fr"));

        Assert.All(words, word => Assert.Contains(word, said, StringComparison.Ordinal));
    }

    private static ReadingGuide Guide(params string[] columns) => new(columns.Select(column => column.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]), new Dictionary<string, string>());

    private static DocumentReading Read(string text, ReadingGuide guide) => DocumentReader.Read(Encoding.UTF8.GetBytes(text), null, null, guide);

    private static string Cell(TablePart part, DocumentOriginal original, string value) =>
        Assert.Single(original.Spots, spot => spot.Value == value) is var spot ? part.Rows[spot.Line].Cells[spot.From] : "";
}
