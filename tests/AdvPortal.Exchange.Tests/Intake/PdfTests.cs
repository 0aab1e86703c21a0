using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

public sealed class PdfTests
{
    private static readonly double[] Columns = [40, 110, -350, 360, -450, -550];

    /// <summary>As a French buyer's software prints it: letterhead, window address, labels, a table with rules, sums, a footer.</summary>
    private static PrintedOrder French() => new PrintedOrder()
        .Title(40, 50, "Hydraulique Chartraine")
        .At(40, 66, "12 rue des Fonderies", "28000 Chartres", "Tél. : 02 37 11 22 33", "SIRET 123 456 789 00011 – TVA FR40123456789")
        .At(340, 90, "Visserie du Perche SAS", "ZI de la Croix Blanche", "61400 Mortagne-au-Perche")
        .Title(40, 160, "BON DE COMMANDE N° BC-2026-118")
        .At(40, 180, "Date de commande : 23/11/2026", "Date de livraison souhaitée : 04/12/2026", "Votre contrat n° : CT-77", "Devise : EUR")
        .Strong(40, 240, "Livrer à").Strong(300, 240, "Facturer à")
        .At(40, 254, "Usine de Lucé – quai 4", "8 avenue Gustave Eiffel", "28110 Lucé", "GLN 3012345678902")
        .At(300, 254, "Hydraulique Chartraine – Comptabilité", "BP 12", "28001 Chartres Cedex", "factures@chartraine.example")
        .Rule(306).Headers(318, Columns, "Référence", "Désignation", "Quantité", "Unité", "P.U. HT", "Montant HT").Rule(324)
        .Row(336, Columns, "VH-M8x40", "Vis tête hexagonale M8 x 40", "1 500", "pce", "0,084", "126,00").Rule(342)
        .Row(354, Columns, "EC-M8", "Écrou frein M8,", "2 000", "pce", "0,05", "100,00")
        .Row(366, Columns, "", "zingué blanc, classe 8")
        .At(110, 378, "Votre réf. : 4711").Rule(384)
        .At(110, 396, "Frais de port").Row(396, Columns, "", "", "1", "u", "12,50", "12,50").Rule(402)
        .At(400, 430, "Total HT").Row(430, Columns, "", "", "", "", "", "238,50 €")
        .At(400, 444, "TVA 20 %").Row(444, Columns, "", "", "", "", "", "47,70 €")
        .At(400, 458, "Total TTC").Row(458, Columns, "", "", "", "", "", "286,20 €")
        .At(40, 800, "Hydraulique Chartraine – SAS au capital de 50 000 € – RCS Chartres 123 456 789").At(520, 820, "Page 1/1");

    [Fact]
    public void A_French_order_is_read_with_its_blocks_and_sums()
    {
        using var pdf = French();
        var reading = pdf.Read();
        var order = Assert.Single(reading.Orders);

        Assert.Equal(("BC-2026-118", new DateOnly(2026, 11, 23), "EUR", "CT-77"), (order.OrderNumber, order.IssueDate, order.Currency, order.ContractReference));
        Assert.Equal(new(new DateOnly(2026, 12, 4)), order.RequestedDelivery);
        Assert.Equal(("Hydraulique Chartraine", "FR40123456789", "28000", "Chartres"), (order.Buyer!.Name, order.Buyer.VatId, order.Buyer.Address!.Postcode, order.Buyer.Address.City));
        Assert.Equal(("Visserie du Perche SAS", "61400"), (order.Supplier!.Name, order.Supplier.Address!.Postcode));
        Assert.Equal(("Usine de Lucé – quai 4", "8 avenue Gustave Eiffel", "Lucé", "3012345678902"), (order.ShipTo!.Name, order.ShipTo.Address!.Street, order.ShipTo.Address.City, order.ShipTo.Gln));
        Assert.Equal(("Hydraulique Chartraine – Comptabilité", "factures@chartraine.example"), (order.Invoicee!.Name, order.Invoicee.Contact!.Email));
        Assert.Equal(new(238.50m, 286.20m), order.Totals);
        Assert.Equal(3, order.Lines.Count);
        Assert.Equal(("VH-M8x40", "Vis tête hexagonale M8 x 40", 1500m, "pce", 0.084m, 126.00m), (order.Lines[0].BuyerCode, order.Lines[0].Description, order.Lines[0].Quantity, order.Lines[0].Unit, order.Lines[0].NetPrice, order.Lines[0].LineAmount));
        Assert.Equal(("Écrou frein M8, zingué blanc, classe 8", "4711"), (order.Lines[1].Description, order.Lines[1].SupplierCode));
        Assert.DoesNotContain(reading.Problems, problem => problem.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void Every_value_has_its_place_on_the_page()
    {
        using var pdf = French();
        var original = PrintedOrder.Show(pdf.ToBytes());
        var page = Assert.IsType<Exchange.Intake.Originals.PagePart>(Assert.Single(original.Parts));

        Assert.Equal((595, 842), (page.Width, page.Height));
        Assert.Contains(page.Texts, text => text.Text == "Référence" && text.IsBold);
        Assert.NotEmpty(page.Strokes);
        foreach (var value in (string[])["orders[0].orderNumber", "orders[0].issueDate", "orders[0].requestedDelivery", "orders[0].buyer.name", "orders[0].shipTo.gln", "orders[0].invoicee.name", "orders[0].totals.payable", "orders[0].lines[1].description", "orders[0].lines[1].supplierCode", "orders[0].lines[2].quantity"])
        {
            Assert.Contains(original.Spots, spot => spot.Value == value && spot.Box is { Width: > 0, Height: > 0 });
        }

        var quantity = original.Spots.Single(spot => spot.Value == "orders[0].lines[0].quantity").Box!;
        Assert.InRange(quantity.X, 310, 340);
        Assert.InRange(quantity.Y, 325, 336);
    }

    [Fact]
    public void A_table_goes_on_over_pages_with_wrapped_descriptions_and_carried_sums()
    {
        var columns = (double[])[40, 70, 170, -420, -490, -550];
        using var pdf = new PrintedOrder().Title(40, 60, "Purchase Order 4500187342").At(40, 80, "Order date: 2026-11-23", "Deliver by: 2026-12-04")
            .Headers(130, columns, "Pos", "Part no.", "Description", "Qty", "Unit price", "Amount");
        for (var i = 0; i < 20; i++)
        {
            pdf.Row(150 + (i * 30), columns, $"{(i + 1) * 10}", $"HX-{100 + i}", "Hexagon socket screw with a", "1,000", "2.50", "2,500.00").At(170, 161 + (i * 30), "long name that goes on");
        }

        pdf.At(420, 780, "Carried forward   50,000.00").At(280, 820, "Page 1 of 2").NextPage()
            .Title(40, 60, "Purchase Order 4500187342").At(40, 100, "continued")
            .Headers(130, columns, "Pos", "Part no.", "Description", "Qty", "Unit price", "Amount")
            .Row(150, columns, "210", "HX-120", "The last screw", "4", "0.25", "1.00")
            .At(420, 180, "Total").Row(180, columns, "", "", "", "", "", "50,001.00").At(280, 820, "Page 2 of 2");
        var order = pdf.Order();

        Assert.Equal(21, order.Lines.Count);
        Assert.Equal(["10", "200", "210"], [order.Lines[0].LineNo, order.Lines[19].LineNo, order.Lines[20].LineNo]);
        Assert.All(order.Lines.Take(20), line => Assert.Equal(("Hexagon socket screw with a long name that goes on", 1000m, 2.50m), (line.Description, line.Quantity, line.NetPrice)));
        Assert.Equal(50001.00m, order.Totals!.LineExtension);
        Assert.Empty(order.Lines.SelectMany(line => line.Notes));
    }

    [Fact]
    public void Labels_may_stand_above_their_values()
    {
        using var pdf = new PrintedOrder().Title(40, 60, "Commande")
            .Strong(40, 100, "N° de commande").Strong(180, 100, "Date").Strong(300, 100, "Livraison souhaitée").Strong(440, 100, "Devise")
            .At(40, 114, "CF00981").At(180, 114, "12 mars 2026").At(300, 114, "27/03/2026").At(440, 114, "EUR")
            .Headers(160, [40, 150, -400], "Article", "Libellé", "Qté")
            .Row(176, [40, 150, -400], "A-1", "Rondelle", "10 PCE")
            .Row(190, [40, 150, -400], "A-2", "Goujon", "2 CT");
        var order = pdf.Order();

        Assert.Equal(("CF00981", new DateOnly(2026, 3, 12), "EUR"), (order.OrderNumber, order.IssueDate, order.Currency));
        Assert.Equal(new(new DateOnly(2026, 3, 27)), order.RequestedDelivery);
        Assert.Equal([(10m, "PCE"), (2m, "CT")], order.Lines.Select(line => (line.Quantity!.Value, line.Unit!)));
    }

    [Fact]
    public void Prices_per_hundred_and_discounts_are_taken_for_what_they_are()
    {
        var columns = (double[])[40, 110, -330, -410, -470, -550];
        using var pdf = new PrintedOrder().Title(40, 60, "Bon de commande n° 77 du 23/11/2026")
            .Headers(120, columns, "Réf.", "Désignation", "Qté", "Prix unitaire", "Remise", "Montant")
            .Row(136, columns, "A", "Vis", "1 000", "12,50 / 100", "", "125,00")
            .Row(150, columns, "B", "Clé", "10", "20,00", "10 %", "180,00");
        var reading = pdf.Read();
        var lines = Assert.Single(reading.Orders).Lines;

        Assert.Equal(("77", new DateOnly(2026, 11, 23)), (reading.Orders[0].OrderNumber, reading.Orders[0].IssueDate));
        Assert.Equal((12.50m, 100m), (lines[0].NetPrice, lines[0].PriceBaseQuantity));
        Assert.Equal(18.00m, lines[1].NetPrice);
        Assert.Contains(reading.Problems, problem => problem.Code == "discount-taken");
        Assert.DoesNotContain(reading.Problems, problem => problem.Code == "line-amount-differs");
    }

    [Fact]
    public void Lines_without_a_code_notes_and_days_of_their_own_are_kept_with_their_line()
    {
        var columns = (double[])[40, -330, -400, 420];
        using var pdf = new PrintedOrder().Title(40, 60, "PURCHASE ORDER").At(40, 84, "PO No.: 4711").At(40, 96, "Vendor: Visserie du Perche")
            .Headers(140, columns, "Description", "Quantity", "Price", "Delivery date")
            .Row(156, columns, "Special bracket to drawing 88-12", "5 EA", "€ 31.00", "13/12/2026")
            .At(40, 168, "Note: certificate 3.1 with the goods, to be sent to the quality department before the goods")
            .Row(190, columns, "Mounting set", "1 SET", "€ 9.90", "20/12/2026");
        var order = pdf.Order();

        Assert.Equal(2, order.Lines.Count);
        Assert.Equal(["Note: certificate 3.1 with the goods, to be sent to the quality department before the goods"], order.Lines[0].Notes);
        Assert.Equal((5m, "EA", new DateOnly(2026, 12, 13)), (order.Lines[0].Quantity, order.Lines[0].Unit, order.Lines[0].RequestedDelivery!.Date));
        Assert.Equal(("4711", "EUR", "Visserie du Perche"), (order.OrderNumber, order.Currency, order.Supplier!.Name));
    }

    [Fact]
    public void A_line_whose_printed_status_calls_it_off_is_decided_by_a_person()
    {
        var columns = (double[])[40, 200, -360, 420];
        using var pdf = new PrintedOrder().Title(40, 60, "Bon de commande n° 1001")
            .Headers(100, columns, "Référence", "Désignation", "Quantité", "Statut")
            .Row(116, columns, "A", "Vis", "10", "Confirmée").Row(130, columns, "B", "Écrou", "20", "Annulée");
        var reading = pdf.Read();

        Assert.Equal(ReadingVerdict.NeedsReview, reading.Verdict);
        Assert.Equal("Annulée", Assert.Single(reading.Problems, problem => problem.Code == "line-cancelled").Message.Parts[0]);
    }

    [Fact]
    public void A_table_of_two_tiers_has_the_code_of_each_line_above_its_description()
    {
        var columns = (double[])[40, 90, -330, 340, -440, -550];
        using var pdf = new PrintedOrder().Title(40, 60, "Purchase Order 4500187342").At(40, 80, "Order date: 2026-11-23", "Currency: EUR")
            .Headers(130, [40, 90], "Item", "Material").Headers(141, columns, "", "Description", "Order qty", "Unit", "Price per unit", "Net value").Rule(146)
            .Row(160, [40, 90], "00010", "VH-M8-30").Row(171, columns, "", "Hexagon bolt", "100", "EA", "1.25", "125.00").Row(182, columns, "", "zinc plated")
            .Row(201, [40, 90], "00020", "EC-M8").Row(212, columns, "", "Lock nut", "40", "EA", "2.50", "100.00")
            .At(340, 241, "Total net value").Row(241, columns, "", "", "", "", "", "225.00");
        var lines = pdf.Order().Lines;

        Assert.Equal([("00010", "VH-M8-30", 100m, 1.25m), ("00020", "EC-M8", 40m, 2.50m)], lines.Select(line => (line.LineNo, line.BuyerCode, line.Quantity!.Value, line.NetPrice!.Value)));
        Assert.Equal(["Hexagon bolt zinc plated", "Lock nut"], lines.Select(line => line.Description));
    }

    [Fact]
    public void Codes_that_a_header_of_two_tiers_announces_and_no_line_has_are_asked()
    {
        var columns = (double[])[40, 90, -330, 340, -440];
        using var pdf = new PrintedOrder().Title(40, 60, "Purchase Order 4500187342").At(40, 80, "Order date: 2026-11-23", "Currency: EUR")
            .Headers(130, [90], "Material").Headers(141, columns, "Pos", "Description", "Order qty", "Unit", "Price per unit").Rule(146)
            .Row(160, columns, "1", "Hexagon bolt", "100", "EA", "1.25").Row(174, columns, "2", "Lock nut", "40", "EA", "2.50");
        var reading = pdf.Read();

        Assert.Equal(["Hexagon bolt", "Lock nut"], Assert.Single(reading.Orders).Lines.Select(line => line.Description));
        Assert.Equal((ReadingVerdict.NeedsReview, "Material"), (reading.Verdict, Assert.Single(reading.Problems, problem => problem.Code == "codes-missing").Message.Parts[0]));
    }

    [Fact]
    public void A_line_of_names_that_part_in_a_million_ways_is_read_at_once()
    {
        using var pdf = new PrintedOrder().Title(40, 60, "Purchase Order 1").NextPage(3000).Headers(100, [40], string.Join(' ', Enumerable.Repeat("Unit Price", 30)) + " nothing");

        Assert.DoesNotContain("reader-failed", pdf.Read().Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Another_number_is_another_order()
    {
        var columns = (double[])[40, 200, -400];
        using var pdf = new PrintedOrder().Title(40, 60, "Bon de commande n° 1001")
            .Headers(100, columns, "Référence", "Désignation", "Quantité").Row(116, columns, "A", "Vis", "10")
            .Title(40, 400, "Bon de commande n° 1002")
            .Headers(440, columns, "Référence", "Désignation", "Quantité").Row(456, columns, "B", "Écrou", "20")
            .NextPage().Title(40, 60, "Bon de commande n° 1003")
            .Headers(100, columns, "Référence", "Désignation", "Quantité").Row(116, columns, "C", "Clé", "30");
        var orders = pdf.Read().Orders;

        Assert.Equal(["1001", "1002", "1003"], orders.Select(order => order.OrderNumber!), StringComparer.Ordinal);
        Assert.Equal(["A 10", "B 20", "C 30"], orders.Select(order => $"{Assert.Single(order.Lines).BuyerCode} {order.Lines[0].Quantity}"), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("DEVIS N° D-118", "un devis")]
    [InlineData("Facture FA-2026-12", "une facture")]
    [InlineData("Order confirmation 4711", "une confirmation de commande")]
    [InlineData("Bon de livraison n° 12", "un bon de livraison")]
    [InlineData("Request for Quotation RFQ-12", "une demande de prix")]
    [InlineData("PRO FORMA INVOICE", "une facture pro forma")]
    public void What_is_no_order_is_said_and_makes_none(string title, string name)
    {
        using var pdf = new PrintedOrder().Title(40, 60, title).At(40, 90, "Votre commande n° : 4500187342")
            .Headers(140, [40, 200, -400], "Référence", "Désignation", "Quantité").Row(156, [40, 200, -400], "A", "Vis", "10");
        var reading = pdf.Read();

        Assert.Equal(ReadingVerdict.NotAnOrder, reading.Verdict);
        Assert.Empty(reading.Orders);
        Assert.Contains(name, ProblemText.Say(Assert.Single(reading.Problems), new("fr")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Annulation de commande", ChangeKind.Cancellation)]
    [InlineData("Order Change", ChangeKind.Amendment)]
    public void A_change_is_linked_to_its_order(string title, ChangeKind kind)
    {
        using var pdf = new PrintedOrder().Title(40, 60, title).At(40, 90, "Commande n° : 4500187342")
            .Headers(140, [40, 200, -400], "Référence", "Désignation", "Quantité").Row(156, [40, 200, -400], "A", "Vis", "10");
        var reading = pdf.Read();

        Assert.Equal(("4500187342", kind, ReadingVerdict.NeedsReview), (reading.RefersTo, reading.Change!.Kind, reading.Verdict));
        Assert.Empty(reading.Orders);
    }

    [Fact]
    public void A_page_that_shows_only_a_picture_is_said_to_be_one()
    {
        using var builder = new UglyToad.PdfPig.Writer.PdfDocumentBuilder();
        var page = builder.AddPage(595, 842);
        page.AddPng(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), new(0, 0, 595, 842));
        var reading = PrintedOrder.Read(builder.Build());

        Assert.Equal(("pdf-picture", ReadingVerdict.NotAnOrder), (Assert.Single(reading.Problems).Code, reading.Verdict));
    }

    [Fact]
    public void A_layout_is_known_again_whatever_is_ordered_and_read_as_a_person_said()
    {
        static PrintedOrder Order(string number, string article) => new PrintedOrder().Title(40, 60, "Bon de commande").At(40, 84, $"Ordre achat : {number}")
            .Headers(140, [40, 200, -400], "Réf. interne ACME", "Nom commercial", "Quantité").Row(156, [40, 200, -400], article, "Vis", "10");
        using var first = Order("PX/1", "A-1");
        using var second = Order("PX/2", "B-2");
        var guide = new ReadingGuide(new Dictionary<string, string> { ["Réf. interne ACME"] = "lines.supplierCode", ["Nom commercial"] = "lines.description" }, new Dictionary<string, string> { ["Ordre achat"] = "orderNumber" });
        var (known, taught) = (first.Read(), second.Read(guide));

        Assert.Equal(known.Layout!.Fingerprint, taught.Layout!.Fingerprint);
        Assert.Contains(new("Ordre achat", null), known.Layout.Labels);
        Assert.Equal(("PX/2", "B-2", "Vis"), (taught.Orders[0].OrderNumber, taught.Orders[0].Lines[0].SupplierCode, taught.Orders[0].Lines[0].Description));
        Assert.Contains(new("Ordre achat", "orderNumber", IsGuided: true), taught.Layout.Labels);
    }

    [Fact]
    public void Lines_may_be_written_as_labels_with_values()
    {
        using var pdf = new PrintedOrder().At(40, 60, "Purchase Order", "PO Number: PO-77", "Buyer: Pellucid Wholesale Ltd", "Line 1: SKU: WDGT-BLUE-L Qty: 40 UOM: EA Unit Price: 12.50", "Line 2: SKU: WDGT-RED Qty: 8 UOM: EA Unit Price: 3.00", "Currency: USD");
        var order = pdf.Order();

        Assert.Equal(("PO-77", "USD", "Pellucid Wholesale Ltd"), (order.OrderNumber, order.Currency, order.Buyer!.Name));
        Assert.Equal([("WDGT-BLUE-L", 40m, 12.50m), ("WDGT-RED", 8m, 3.00m)], order.Lines.Select(line => (line.BuyerCode!, line.Quantity!.Value, line.NetPrice!.Value)));
    }

    [Fact]
    public void A_page_that_was_printed_sideways_is_turned()
    {
        var columns = (double[])[40, 200, -400];
        using var upright = new PrintedOrder().Title(40, 60, "Bon de commande n° 1001").Headers(100, columns, "Référence", "Désignation", "Quantité").Row(116, columns, "A", "Vis", "10");
        using var source = UglyToad.PdfPig.PdfDocument.Open(upright.ToBytes());
        using var builder = new UglyToad.PdfPig.Writer.PdfDocumentBuilder();
        builder.AddPage(source, 1).SetRotation(new(90));
        var order = Assert.Single(PrintedOrder.Read(builder.Build()).Orders);

        Assert.Equal(("1001", "Vis", 10m), (order.OrderNumber, order.Lines[0].Description, order.Lines[0].Quantity));
    }

    [Theory]
    [InlineData("Order date: 03/04/2026", "Deliver by: 05/06/2026", true)]
    [InlineData("Order date: 03/24/2026", "Deliver by: 05/06/2026", false)]
    public void A_day_that_reads_both_ways_is_asked_unless_another_tells(string issued, string wanted, bool isAsked)
    {
        using var pdf = new PrintedOrder().Title(40, 60, "Purchase Order 4711").At(40, 84, issued, wanted)
            .Headers(140, [40, 200, -400], "Item no.", "Description", "Qty").Row(156, [40, 200, -400], "A", "Screw", "10");
        var reading = pdf.Read();

        Assert.Equal(isAsked, reading.Problems.Any(problem => problem.Code == "date-both-ways"));
        Assert.Equal(new(isAsked ? new DateOnly(2026, 6, 5) : new DateOnly(2026, 5, 6)), reading.Orders[0].RequestedDelivery);
    }

    [Fact]
    public void Of_many_pages_the_first_thirty_are_shown_and_the_rest_is_said()
    {
        using var pdf = new PrintedOrder().Title(40, 60, "Bon de commande n° 1001");
        for (var page = 2; page <= 33; page++)
        {
            pdf.NextPage().At(40, 60, $"Conditions générales d’achat, article {page}");
        }

        var parts = PrintedOrder.Show(pdf.ToBytes()).Parts;

        Assert.Equal(31, parts.Count);
        Assert.True(Assert.IsType<Exchange.Intake.Originals.TextPart>(parts[^1]).IsCut);
    }

    [Fact]
    public void Sums_may_stand_under_their_words_and_a_carriage_is_no_line()
    {
        var columns = (double[])[40, 200, -360, -450, -550];
        using var pdf = new PrintedOrder().Title(40, 60, "Commande n° 12")
            .Headers(100, columns, "Code article", "Désignation", "Quantité", "Prix net", "Total HT")
            .Row(116, columns, "A", "Vis", "10", "1,00", "10,00").Row(130, columns, "B", "Écrou", "20", "1,00", "20,00")
            .Headers(200, [60, 200, 340, 460], "Total HT", "TVA", "Total TTC", "Acompte")
            .Row(214, [60, 200, 340, 460], "30,00", "6,00", "36,00", "0,00");
        var order = pdf.Order();

        Assert.Equal(2, order.Lines.Count);
        Assert.Equal(new(30.00m, 36.00m), order.Totals);
    }

    [Fact]
    public void A_label_may_name_two_things_and_a_code_stand_in_brackets()
    {
        var columns = (double[])[40, -330, -420, -550];
        using var pdf = new PrintedOrder().Title(40, 60, "Purchase order")
            .At(40, 90, "PO number/date", "4500187342 / 23.11.2026")
            .Headers(140, columns, "Description", "Qty", "Unit Price", "Amount")
            .Row(156, columns, "[FURN_7777] Office Chair", "5.00 Units", "70.00", "€ 350.00")
            .At(40, 168, "black, with armrests")
            .Row(200, columns, "Untaxed Amount", "", "", "€ 350.00").Row(214, columns, "Total", "", "", "€ 420.00");
        var order = pdf.Order();

        Assert.Equal(("4500187342", new DateOnly(2026, 11, 23), "EUR"), (order.OrderNumber, order.IssueDate, order.Currency));
        Assert.Equal(("FURN_7777", "Office Chair black, with armrests", 5.00m, "Units"), (order.Lines[0].BuyerCode, order.Lines[0].Description, order.Lines[0].Quantity, order.Lines[0].Unit));
        Assert.Equal(new(350.00m, 420.00m), order.Totals);
    }

    [Fact]
    public void Headers_of_several_heights_run_through_each_other()
    {
        var columns = (double[])[40, 100, 170, -400, -470, -550];
        using var pdf = new PrintedOrder().Title(40, 60, "Commande fournisseur")
            .Headers(90, [40, 140, 240], "Numéro", "Date", "Affaire").Row(104, [40, 140, 240], "CF002918", "23/11/2026", "A-77")
            .Headers(140, [40, 100, 170, 370, 440, 515], "", "Réf.", "", "Qté", "P.U.", "Montant")
            .Headers(145, [40, 100, 170, 370, 440, 515], "Réf.", "", "Désignation", "", "", "")
            .Headers(150, [40, 100, 170, 345, 440, 515], "", "fourn.", "", "commandée", "HT", "HT")
            .Row(170, columns, "100234", "VH-M8", "Vis", "1 500", "0,084", "126,00").Row(184, columns, "100235", "EC-M8", "Écrou", "2 000", "0,05", "100,00");
        var order = pdf.Order();

        Assert.Equal(("CF002918", new DateOnly(2026, 11, 23)), (order.OrderNumber, order.IssueDate));
        Assert.Equal(("100235", "EC-M8", "Écrou", 2000m, 0.05m, 100.00m), (order.Lines[1].BuyerCode, order.Lines[1].SupplierCode, order.Lines[1].Description, order.Lines[1].Quantity, order.Lines[1].NetPrice, order.Lines[1].LineAmount));
    }
}
