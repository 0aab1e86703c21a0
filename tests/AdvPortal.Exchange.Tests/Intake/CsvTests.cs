using System.Globalization;
using System.Text;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

public sealed class CsvTests
{
    private const string French =
        """
        Commande n°;4500187342
        Date commande;23/11/2026
        Client;Usine de Chartres

        Réf;Désignation;Qté;Unité;P.U. HT (€);Montant HT;Date souhaitée;Remise
        0A-VH-M8;"Vis ""H"" M8; zinguée";1 500;pce;8,40;12 600,00;25/11/2026;5 %
        =CMD();Écrou;2 000,5;pce;1,234;2468,617;26/11/2026;
        Total HT;;;;;15 068,62;;
        """;

    [Theory]
    [InlineData("utf-8", ';')]
    [InlineData("utf-16", ';')]
    [InlineData("utf-16BE", '\t')]
    [InlineData("utf-8", '|')]
    [InlineData("windows-1252", ';')]
    public void A_French_export_is_read_whatever_its_encoding_and_delimiter(string encoding, char delimiter)
    {
        var known = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var text = French.Replace(';', delimiter).Replace("M8" + delimiter + " ", "M8; ", StringComparison.Ordinal);
        byte[] bytes = [.. known.GetPreamble(), .. known.GetBytes(text)];
        var reading = DocumentReader.Read(bytes, null, null);

        var order = Assert.Single(reading.Orders);
        Assert.Equal(("4500187342", "EUR", "Usine de Chartres"), (order.OrderNumber, order.Currency, order.Buyer!.Name));
        Assert.Equal(new(2026, 11, 23), order.IssueDate);
        Assert.Equal(15068.62m, order.Totals!.LineExtension);
        Assert.Equal(2, order.Lines.Count);
        Assert.Equal(("0A-VH-M8", "Vis \"H\" M8; zinguée", 1500m, 8.40m, 12600.00m), (order.Lines[0].BuyerCode, order.Lines[0].Description, order.Lines[0].Quantity, order.Lines[0].NetPrice, order.Lines[0].LineAmount));
        Assert.Equal(("=CMD()", 2000.5m, 1.234m), (order.Lines[1].BuyerCode, order.Lines[1].Quantity, order.Lines[1].NetPrice));
        Assert.Equal(new(new DateOnly(2026, 11, 26)), order.Lines[1].RequestedDelivery);
        Assert.Contains(reading.Problems, problem => problem.Code == "column-unread");
    }

    [Theory]
    [InlineData("1\u202F234,50", "1234.50")]
    [InlineData("1\u00A0234,50 €", "1234.50")]
    [InlineData("1'234.50", "1234.50")]
    [InlineData("1.234,50", "1234.50")]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("\u22123", "-3")]
    [InlineData("0,125", "0.125")]
    public void Numbers_are_read_as_people_write_them(string cell, string number)
    {
        Assert.True(Exchange.Intake.Csv.CellNumber.TryParse(cell, ',', out var read));
        Assert.Equal(number, read.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("12a")]
    [InlineData("1,2,3")]
    [InlineData("1e5")]
    [InlineData("--1")]
    [InlineData("9999999999999999")]
    public void What_is_no_number_is_none(string cell) => Assert.False(Exchange.Intake.Csv.CellNumber.TryParse(cell, ',', out _));

    [Theory]
    [InlineData("2026-11-25")]
    [InlineData("25/11/2026")]
    [InlineData("25.11.26")]
    [InlineData("2026-11-25T10:00:00")]
    [InlineData("25/11/2026 10:00")]
    [InlineData("25 novembre 2026")]
    [InlineData("25 November 2026")]
    public void Days_are_read_as_people_write_them(string cell)
    {
        Assert.True(Exchange.Intake.Csv.CellDate.TryParse(cell, out var day));
        Assert.Equal(new(2026, 11, 25), day);
    }

    [Fact]
    public void A_thousand_or_one_follows_the_other_numbers_of_the_file()
    {
        Assert.Equal(1000m, Reading.Order("sku,qty,price\nA,\"1,000\",2.50\n").Lines[0].Quantity);
        Assert.Equal(1.000m, Reading.Order("code article;qté;prix\nA;1,000;2,50\n").Lines[0].Quantity);
        Assert.Contains("number-both-ways", Reading.Codes("code article;qté\nA;1,000\n"));
    }

    [Fact]
    public void Rows_are_gathered_by_their_order_number()
    {
        var reading = Reading.Of("po_number;sku;qty\n1;A;1\n2;B;2\n1;C;3\n");

        Assert.Equal(["1", "2"], reading.Orders.Select(order => order.OrderNumber!), StringComparer.Ordinal);
        Assert.Equal(["A", "C"], reading.Orders[0].Lines.Select(line => line.BuyerCode!), StringComparer.Ordinal);
    }

    [Fact]
    public void Lines_that_start_like_a_comment_are_lines() => Assert.Equal("#", Reading.Of("po;sku;qty\n1;B;1\n#;C;1").Orders[1].OrderNumber);

    [Theory]
    [InlineData("po;sku;qty;date souhaitée\n1;A;x;\n", "number-invalid")]
    [InlineData("po;sku;qty;date souhaitée\n1;A;1;31/02/2026\n", "date-invalid")]
    [InlineData("po;sku;qty\n1;A;1;9\n", "row-too-long")]
    [InlineData("po;sku;qty;currency\n1;A;1;EUR\n1;B;1;USD\n", "values-differ")]
    [InlineData("po;sku;qty;delivery date\n1;A;1;05/06/2026\n", "date-both-ways")]
    [InlineData("po;sku;qty;price\n1;A;1;1,5\n1;B;1;1.5\n", "mixed-decimal-marks")]
    [InlineData("A-1;2\nB-2;3\n", "header-missing")]
    [InlineData("name;town\nA;B\n", "no-order-columns")]
    [InlineData("po;sku;qty\n1;A;à définir\n1;à définir;2", "placeholder")]
    public void What_is_doubtful_is_told(string text, string code) => Assert.Contains(code, Reading.Codes(text));

    [Fact]
    public void Prose_with_commas_is_no_table() =>
        Assert.Equal(DocumentFormat.Unknown, Reading.Of("Bonjour, merci de livrer 3 palettes.\nCordialement, Karim\nusine, quai 4, sonner\n").Format);
}
