using AdvPortal.Exchange.Intake;
using static AdvPortal.Exchange.Tests.Intake.WorkbookFixture;

namespace AdvPortal.Exchange.Tests.Intake;

public sealed class WorkbookOrderTests
{
    private static readonly object?[] Headers = ["Réf.", "Désignation", "Qté", "Unité", "P.U. HT", "Montant HT"];

    [Fact]
    public void A_French_order_sheet_is_read_with_its_head_its_lines_and_its_total()
    {
        var reading = new WorkbookFixture().Sheet("Commande",
        [
            ["Ateliers du Loir SAS"],
            ["12 rue des Forges, 28200 Châteaudun"],
            null,
            ["Bon de commande n° BC-2026-118 du 23/11/2026"],
            ["Livraison souhaitée :", new DateOnly(2026, 12, 4), null, "Contact :", "Inès Faure"],
            ["Fournisseur", "Visserie du Perche", null, "E-mail", "i.faure@ateliers.example"],
            ["Livrer à :", "Dépôt Vendôme"],
            [null, "3 quai Nord"],
            [null, "41100 Vendôme"],
            null,
            Headers,
            [Styled(421, Code), "Vis H M8", 1500, "pce", Styled(8.4000000000000004, Euros), Formula("C12*E12", "12600")],
            ["ECR-8", "Écrou M8", 2000.5, "pce", Styled(1.234, Euros), Formula("C13*E13", "2468.617")],
            [null, null, null, null, "Total HT", Formula("SUM(F12:F13)", "15068.617")],
            [null, null, null, null, "Total TTC", 18082.34],
        ]).Read();

        var order = Assert.Single(reading.Orders);
        Assert.Equal(("BC-2026-118", new DateOnly(2026, 11, 23), "EUR", new(new DateOnly(2026, 12, 4))), (order.OrderNumber, order.IssueDate, order.Currency, order.RequestedDelivery));
        Assert.Equal(("Ateliers du Loir SAS", "Inès Faure", "i.faure@ateliers.example", "Visserie du Perche"), (order.Buyer!.Name, order.Buyer.Contact!.Name, order.Buyer.Contact.Email, order.Supplier!.Name));
        Assert.Equal(("Dépôt Vendôme", new("3 quai Nord", "41100", "Vendôme")), (order.ShipTo!.Name, order.ShipTo.Address));
        Assert.Equal((15068.617m, 18082.34m), (order.Totals!.LineExtension, order.Totals.Payable));
        Assert.Equal(("00421", "Vis H M8", 1500m, "pce", 8.4m, 12600m), Line(order.Lines[0]));
        Assert.Equal(("ECR-8", "Écrou M8", 2000.5m, "pce", 1.234m, 2468.617m), Line(order.Lines[1]));
        Assert.Equal(ReadingVerdict.Import, reading.Verdict);
    }

    [Fact]
    public void Of_several_sheets_the_order_is_read_and_the_others_are_named()
    {
        var reading = new WorkbookFixture()
            .Sheet("Tarif", [["Référence", "Désignation", "Prix"], ["A", "Vis", 2.5]])
            .Sheet("Commande", [["Commande n°", "4500187"], Headers, ["A", "Vis", 3, "pce", 2.5, 7.5]])
            .Sheet("Stock", [["Référence", "Qté"], ["A", 900]])
            .Sheet("Caché", [["Référence", "Qté"], ["A", 1]], state: "hidden")
            .Read();

        Assert.Equal(("4500187", 3m), (Assert.Single(reading.Orders).OrderNumber, reading.Orders[0].Lines[0].Quantity));
        Assert.Equal([("sheet-unread", "Tarif"), ("sheet-unread", "Stock"), ("sheet-hidden", "Caché")], reading.Problems.Where(problem => problem.Code.StartsWith("sheet-", StringComparison.Ordinal)).Select(problem => (problem.Code, (string)problem.Message.Parts[0])));
    }

    [Fact]
    public void A_sheet_for_each_order_makes_an_order_of_each()
    {
        var reading = new WorkbookFixture()
            .Sheet("Chartres", [["PO", "A-1"], ["sku", "qty"], ["X", 1]])
            .Sheet("Tours", [["PO", "A-2"], ["sku", "qty"], ["Y", 2]])
            .Sheet("Tours (suite)", [["PO", "A-2"], ["sku", "qty"], ["Z", 3]])
            .Read();

        Assert.Equal([("A-1", "X"), ("A-2", "Y Z")], reading.Orders.Select(order => (order.OrderNumber!, string.Join(' ', order.Lines.Select(line => line.BuyerCode)))));
    }

    [Fact]
    public void A_problem_names_its_sheet_where_several_hold_orders()
    {
        var reading = new WorkbookFixture().Sheet("Chartres", [["PO", "A-1"], ["sku", "qty"], ["X", 1]]).Sheet("Tours", [["PO", "A-2"], ["sku", "qty"], ["Y", "deux"]]).Read();

        Assert.Equal("sheet “Tours”, row 3, column “qty”", ProblemText.Where(Assert.Single(reading.Problems, problem => problem.Code == "number-invalid"), new("en")));
    }

    [Fact]
    public void Two_tables_of_a_sheet_are_two_orders_when_each_names_its_own()
    {
        var reading = new WorkbookFixture().Sheet("Bons",
        [
            ["Commande n°", "B-1"], Headers, ["A", "Vis", 1, "pce", 2, 2], ["Total", null, null, null, null, 2], null,
            ["Commande n°", "B-2"], ["Qté", "Code article"], [5, "B"],
        ]).Read();

        Assert.Equal([("B-1", "A", 1m), ("B-2", "B", 5m)], reading.Orders.Select(order => (order.OrderNumber!, order.Lines[0].BuyerCode!, order.Lines[0].Quantity!.Value)));
    }

    [Fact]
    public void What_is_hidden_is_read_and_told()
    {
        var reading = new WorkbookFixture().Sheet("Feuil1", [["PO", "1"], ["sku", "qty", "prix"], ["A", 1, 2], ["B", 1, 2]], hiddenRows: [4], hiddenColumn: 3).Read();

        Assert.Equal(2, Assert.Single(reading.Orders).Lines.Count);
        Assert.Contains(reading.Problems, problem => problem.Code == "hidden-rows" && problem.Message.Parts[1] is "4");
        Assert.Contains(reading.Problems, problem => problem.Code == "hidden-column" && problem is { Severity: ProblemSeverity.Warning } && problem.Message.Parts[1] is "prix");
    }

    [Fact]
    public void A_merged_number_counts_once_and_a_merged_text_for_every_row()
    {
        var order = Assert.Single(new WorkbookFixture().Sheet("Feuil1", [["po", "sku", "qty", "date souhaitée"], ["7", "A", 10, new DateOnly(2026, 12, 1)], [null, "B", null, null], [null, "C", 3, null]], merges: "A2:A4 C2:C3 D2:D4 A1:A1").Read().Orders);

        Assert.Equal(("7", new(new DateOnly(2026, 12, 1))), (order.OrderNumber, order.RequestedDelivery));
        Assert.Equal([10m, null, 3m], order.Lines.Select(line => line.Quantity));
    }

    [Theory]
    [InlineData("#N/A", 2, "number-invalid")]
    [InlineData("#REF!", 0, "cell-error")]
    public void A_cell_in_error_is_no_value(string sign, int column, string code)
    {
        object?[] row = ["A", "Vis", 1, "pce", 2, 2];
        row[column] = Error(sign);
        Assert.Contains(new WorkbookFixture().Sheet("x", [Headers, row]).Read().Problems, problem => problem.Code == code);
    }

    [Fact]
    public void A_quantity_whose_formula_was_never_computed_is_missing_and_not_nought()
    {
        var reading = new WorkbookFixture().Sheet("x", [Headers, ["A", "Vis", Formula("B1*2", null), "pce", 2, null]]).Read();

        Assert.Null(Assert.Single(reading.Orders).Lines[0].Quantity);
        Assert.Contains(reading.Problems, problem => problem.Code == "formula-without-result" && problem.Severity == ProblemSeverity.Warning);
        Assert.Contains(reading.Problems, problem => problem.Code == "quantity-missing");
    }

    [Fact]
    public void A_number_of_a_cell_reads_one_way_and_a_text_in_the_style_of_the_file()
    {
        var lines = Assert.Single(new WorkbookFixture().Sheet("x", [Headers, ["A", "Vis", 1.234, "pce", "2,50", null], ["B", "Vis", "1 250", "pce", "1,250", null]]).Read().Orders).Lines;

        Assert.Equal([1.234m, 1250m], lines.Select(line => line.Quantity!.Value));
        Assert.Equal([2.50m, 1.250m], lines.Select(line => line.NetPrice!.Value));
    }

    [Fact]
    public void Of_a_list_to_fill_in_only_what_has_a_quantity_is_ordered()
    {
        object?[][] rows = [Headers, .. Enumerable.Range(1, 20).Select(i => new object?[] { $"A-{i}", "Vis", i is 3 or 7 ? i : null, "pce", 2, Formula("x", i is 3 or 7 ? $"{2 * i}" : "0") }), [null, null, null, null, null, 0]];
        var reading = new WorkbookFixture().Sheet("Bon", rows).Read();

        Assert.Equal(["A-3", "A-7"], Assert.Single(reading.Orders).Lines.Select(line => line.BuyerCode!));
        Assert.Contains(reading.Problems, problem => problem.Code == "articles-not-ordered" && problem.Message.Parts[0] is "18");
    }

    [Fact]
    public void A_form_that_nobody_filled_in_orders_nothing()
    {
        var reading = new WorkbookFixture().Sheet("Bon", [Headers, ["A", "Vis", null, "pce", 2], ["B", "Écrou", 0, "pce", 2]]).Read();

        Assert.Equal(ReadingVerdict.NotAnOrder, reading.Verdict);
        Assert.Contains(reading.Problems, problem => problem.Code == "no-quantities");
    }

    [Fact]
    public void Macros_are_told_and_never_run() =>
        Assert.Contains(new WorkbookFixture().WithMacros().Sheet("x", [Headers, ["A", "Vis", 1]]).Read().Problems, problem => problem.Code == "macros-not-run");

    [Fact]
    public void A_thousand_ghost_rows_make_no_line()
    {
        object?[][] rows = [Headers, ["A", "Vis", 1, "pce", 2, 2], .. Enumerable.Repeat(new object?[] { "", null, " ", null }, 1000)];
        var reading = new WorkbookFixture().Sheet("x", rows).Read();

        Assert.Single(Assert.Single(reading.Orders).Lines);
        Assert.DoesNotContain(reading.Problems, problem => problem.Code == "row-unread");
    }

    [Theory]
    [InlineData("hostile/xlsx/59746_NoRowNums.xlsx", "no-order-columns")]
    [InlineData("hostile/xlsx/SampleSS.strict.xlsx", "no-order-columns")]
    [InlineData("hostile/xlsx/xlsx-corrupted.xlsx", "workbook-broken")]
    [InlineData("hostile/xlsx/poc-xmlbomb.xlsx", "xml-dtd")]
    public void A_hostile_workbook_makes_no_order(string file, string code)
    {
        var reading = DocumentReader.Read(CaseFiles.Bytes(file), null, null);

        Assert.Empty(reading.Orders);
        Assert.Contains(reading.Problems, problem => problem.Code == code);
    }

    [Fact]
    public void A_workbook_cut_anywhere_is_still_answered()
    {
        var bytes = new WorkbookFixture().Sheet("x", [Headers, ["A", "Vis", 1]]).Bytes();
        for (var length = 0; length < bytes.Length; length += 7)
        {
            Assert.DoesNotContain(DocumentReader.Read(bytes.AsMemory(0, length), null, null).Problems, problem => problem.Code == "reader-failed");
        }
    }

    [Fact]
    public void A_workbook_with_bytes_turned_over_is_still_answered()
    {
        var random = new Random(20261125);
        var sound = new WorkbookFixture().Sheet("x", [["PO", "1"], Headers, ["A", Formula("1", "2"), 1, Styled(3, Euros), new DateOnly(2026, 12, 1), Error("#N/A")], [null, "B"]], hiddenRows: [4], hiddenColumn: 2, merges: "A3:A4 B1:C9").Bytes();
        for (var round = 0; round < 500; round++)
        {
            var bytes = sound.ToArray();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(32, 127);
            }

            Assert.DoesNotContain(DocumentReader.Read(bytes, null, null).Problems, problem => problem.Code == "reader-failed");
        }
    }

    private static (string?, string?, decimal?, string?, decimal?, decimal?) Line(PurchaseOrderLine line) => (line.BuyerCode, line.Description, line.Quantity, line.Unit, line.NetPrice, line.LineAmount);
}
