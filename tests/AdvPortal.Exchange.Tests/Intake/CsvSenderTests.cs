using System.Text;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>Exports of the programs that clients order with, each with its own headers; every field is asserted.</summary>
public sealed class CsvSenderTests
{
    [Fact]
    public void A_French_ERP_export_with_packs()
    {
        var order = Reading.Order(
            """
            N° pièce;Date pièce;Code tiers;Réf. fourn.;Code article;Désignation;Qté;Unité;Cond.;P.U. HT;Montant HT;Date liv. souhaitée;Devise
            CF00123;23/11/2026;FVISSE;VH-M8-30-ZN;0A-118;Vis H M8x30 zinguée;5000;PCE;100;0,0840;420,00;04/12/2026;EUR
            CF00123;23/11/2026;FVISSE;ECR-M8-ZN;0A-119;Écrou M8 zingué;2500;PCE;500;0,0310;77,50;04/12/2026;EUR
            """, Encoding.Latin1);

        Assert.Equal(("CF00123", new DateOnly(2026, 11, 23), "EUR", "FVISSE", new(new DateOnly(2026, 12, 4))), (order.OrderNumber, order.IssueDate, order.Currency, order.Buyer!.Id, order.RequestedDelivery));
        Assert.Equal(("VH-M8-30-ZN", "0A-118", "Vis H M8x30 zinguée", 5000m, "PCE", 100m, 0.0840m, 420.00m), Line(order.Lines[0]));
        Assert.Equal(("ECR-M8-ZN", "0A-119", "Écrou M8 zingué", 2500m, "PCE", 500m, 0.0310m, 77.50m), Line(order.Lines[1]));
    }

    [Fact]
    public void A_small_business_export_with_a_head_above_and_totals_below()
    {
        var reading = Reading.Of(
            """
            Bon de commande;BC000457;;;;
            Date;23/11/2026;;Livraison le;11/12/2026;
            Raison sociale;Menuiserie Blin;;Téléphone;02 37 00 00 00;
            Lieu de livraison;Atelier 2;;Email;achats@blin.example;
            ;;;;;
            Lig.;Réf. article;Libellé;Quantité commandée;Prix unitaire net;Total net HT
            1;AG40;Agrafes 40 mm;12 bte;9,90 €;118,80 €
            2;PT35;Pointes 35 mm;5;7,00 €;35,00 €
            Total HT;;;;;153,80 €
            Net à payer;;;;;184,56 €
            """);

        var order = Assert.Single(reading.Orders);
        Assert.Equal(("BC000457", new DateOnly(2026, 11, 23), "EUR", new(new DateOnly(2026, 12, 11))), (order.OrderNumber, order.IssueDate, order.Currency, order.RequestedDelivery));
        Assert.Equal(("Menuiserie Blin", "02 37 00 00 00", "achats@blin.example", "Atelier 2"), (order.Buyer!.Name, order.Buyer.Contact!.Phone, order.Buyer.Contact.Email, order.ShipTo!.Name));
        Assert.Equal((153.80m, 184.56m), (order.Totals!.LineExtension, order.Totals.Payable));
        Assert.Equal((null, "AG40", "Agrafes 40 mm", 12m, "bte", null, 9.90m, 118.80m), Line(order.Lines[0]));
        Assert.Equal((null, "PT35", "Pointes 35 mm", 5m, null, null, 7.00m, 35.00m), Line(order.Lines[1]));
        Assert.Equal(ReadingVerdict.Import, reading.Verdict);
    }

    [Theory]
    [InlineData("Item Number")]
    [InlineData("Item #")]
    [InlineData("Item No.")]
    public void The_number_of_an_item_is_its_code(string header)
    {
        var order = Reading.Order($"PO #,Line,{header},Vendor Item #,Description,Qty Ordered,UOM,Unit Price,Ext Price\n4500123,1,AC-778,MX-10,Hex bolt,100,EA,$1.25,$125.00\n4500123,2,AC-779,MX-11,Washer,50,EA,$4.10,$205.00");

        Assert.Equal(["AC-778 MX-10 1", "AC-779 MX-11 2"], order.Lines.Select(line => $"{line.BuyerCode} {line.SupplierCode} {line.LineNo}"));
    }

    [Fact]
    public void An_item_that_counts_beside_a_material_is_the_number_of_the_line()
    {
        var order = Reading.Order("PO Number;Item;Material;Order Quantity;Price per Unit;Net Value\n4500123;00010;M-8830;100;1,25;125,00\n4500123;00020;M-8831;40;2,50;100,00");

        Assert.Equal(["00010 M-8830 1.25 125.00", "00020 M-8831 2.50 100.00"], order.Lines.Select(line => FormattableString.Invariant($"{line.LineNo} {line.BuyerCode} {line.NetPrice} {line.LineAmount}")));
    }

    [Theory]
    [InlineData("Unit Cost,Per", "12.50,C")]
    [InlineData("Unit Price,Disc %", "12.50,40")]
    [InlineData("List Price,Notes", "12.50,")]
    [InlineData("Unit Price,Qty Cancelled", "12.50,500")]
    public void A_column_that_changes_quantity_or_price_and_is_not_taken_is_shown(string headers, string cells)
    {
        var reading = Reading.Of($"PO Number,Order Date,Currency,Item,Qty,{headers}\n88001,2026-05-21,USD,WX-1,500,{cells}\n88001,2026-05-21,USD,WX-2,500,{cells}");

        Assert.Equal(ReadingVerdict.ImportWithWarnings, reading.Verdict);
        Assert.Contains(reading.Problems, problem => problem.Code == "column-matters");
    }

    [Theory]
    [InlineData("Unit Price,Qty Cancelled", "12.50,0")]
    [InlineData("Unit Price,List Price", "12.50,20.00")]
    [InlineData("Unit Price,Disc %,Ext Price", "12.50,40,6250.00")]
    public void A_column_that_changes_nothing_needs_no_warning(string headers, string cells) =>
        Assert.Equal(ReadingVerdict.Import, Reading.Of($"PO Number,Order Date,Currency,Item,Qty,{headers}\n88001,2026-05-21,USD,WX-1,500,{cells}\n88001,2026-05-21,USD,WX-2,500,{cells}").Verdict);

    [Theory]
    [InlineData("Line Status", "Open", "Cancelled")]
    [InlineData("Statut", "Ouverte", "annulée le 12/03")]
    [InlineData("État ligne", "À livrer", "SOLDEE")]
    [InlineData("Status", "New", "Closed")]
    [InlineData("Cancelled?", "", "X")]
    [InlineData("Ligne annulée (O/N)", "N", "O")]
    [InlineData("Comment", "call first", "CANCELLED - do not ship")]
    [InlineData("Remarque interne", "urgent", "Annulé")]
    public void A_line_that_is_called_off_or_done_with_is_never_ordered_unseen(string header, string open, string over)
    {
        string Csv(string last) => $"PO Number,Order Date,Currency,Item,Qty,Unit Price,{header}\n88001,2026-05-21,USD,WX-1,500,12.50,{open}\n88001,2026-05-21,USD,WX-2,500,12.50,{last}";

        Assert.DoesNotContain("line-cancelled", Reading.Codes(Csv(open)));
        Assert.Equal(ReadingVerdict.NeedsReview, Reading.Of(Csv(over)).Verdict);
        Assert.Equal("row 3", ProblemText.Where(Assert.Single(Reading.Of(Csv(over)).Problems, problem => problem.Code == "line-cancelled"), new("en"))?.Split(',')[0]);
    }

    [Theory]
    [InlineData("Cancelled,Ship State", "0,CL")]
    [InlineData("Finish,Colour", "Closed end,Delivered look")]
    public void Words_of_articles_call_nothing_off(string headers, string cells) =>
        Assert.DoesNotContain("line-cancelled", Reading.Codes($"PO Number,Order Date,Currency,Item,Qty,Unit Price,{headers}\n88001,2026-05-21,USD,WX-1,500,12.50,{cells}"));

    [Fact]
    public void Beside_cases_and_what_they_hold_the_pieces_are_ordered_and_a_price_of_either_is_asked()
    {
        var reading = Reading.Of("PO Number,Order Date,Currency,Item,Cases,Case Pack,Units,Unit Price\n88001,2026-05-21,USD,WX-1,5,12,60,2.50");
        var line = Assert.Single(Assert.Single(reading.Orders).Lines);

        Assert.Equal((60m, "Units", 12m), (line.Quantity, line.Unit, line.PackQuantity));
        Assert.Equal((ReadingVerdict.ImportWithWarnings, true), (reading.Verdict, reading.Problems.Any(problem => problem.Code == "column-matters" && problem.Message.Parts[0] is "Cases")));
    }

    [Theory]
    [InlineData("Cases", "Cases")]
    [InlineData("Nb cartons", "cartons")]
    [InlineData("Qté commandée (pce)", "pce")]
    [InlineData("Quantity", null)]
    [InlineData("Qté (obligatoire)", null)]
    public void A_header_may_say_what_the_quantities_are_of(string header, string? unit)
    {
        var line = Assert.Single(Reading.Order($"po;sku;{header};conditionnement\n1;A;3;12\n").Lines);

        Assert.Equal((3m, unit, 12m), (line.Quantity, line.Unit, line.PackQuantity));
    }

    [Fact]
    public void An_address_over_several_columns_is_read_whole()
    {
        var order = Reading.Order("PO Number,Ship To Name,Ship To Address 1,Ship To Address 2,Ship To City,Ship To State,Ship To Zip,Ship To Country,Item,Qty\n88001,Patterson,55 King St,Dock 4,Cleveland,OH,44105,US,WX-1,5");

        Assert.Equal(new AdvPortal.Exchange.Intake.PostalAddress("55 King St", "44105", "Cleveland", "US", Additional: "Dock 4", Region: "OH"), order.ShipTo!.Address);
    }

    [Fact]
    public void A_column_of_codes_that_holds_none_is_decided_by_a_person() =>
        Assert.Contains("codes-missing", Reading.Codes("PO Number,Order Date,Currency,Item No.,Description,Qty,Unit Price\n88001,2026-05-21,USD,,Hex bolt,500,1.25\n88001,2026-05-21,USD,,Washer,40,2.50"));

    [Fact]
    public void A_line_of_words_alone_is_decided_by_a_person() =>
        Assert.Equal(ReadingVerdict.NeedsReview, Reading.Of("PO Number,Order Date,Description,Qty\n88001,2026-05-21,Hex bolt,500\n88001,2026-05-21,Washer,40").Verdict);

    [Fact]
    public void A_German_SAP_like_export()
    {
        var order = Reading.Order(
            """
            Bestellnummer|Belegdatum|Pos.|Material|Lieferantenartikelnummer|Kurztext|Bezeichnung|Bestellmenge|ME|Preiseinheit|Nettopreis|Nettowert|Liefertermin|Währung
            4500991234|23.11.2026|10|M-8830|VH-M8|kurz|Sechskantschraube M8|1.500,000|ST|100|8,40|126,00|04.12.2026|EUR
            4500991234|23.11.2026|20|M-8831|EC-M8|kurz|Mutter M8|250,000|ST|100|3,10|7,75|11.12.2026|EUR
            """);

        Assert.Equal(("4500991234", new DateOnly(2026, 11, 23), "EUR", null), (order.OrderNumber, order.IssueDate, order.Currency, order.RequestedDelivery));
        Assert.Equal(("VH-M8", "M-8830", "Sechskantschraube M8", 1500.000m, "ST", null, 8.40m, 126.00m), Line(order.Lines[0]));
        Assert.Equal(("10", 100m, new(new DateOnly(2026, 12, 4))), (order.Lines[0].LineNo, order.Lines[0].PriceBaseQuantity, order.Lines[0].RequestedDelivery));
        Assert.Equal(("20", 100m, new(new DateOnly(2026, 12, 11))), (order.Lines[1].LineNo, order.Lines[1].PriceBaseQuantity, order.Lines[1].RequestedDelivery));
    }

    [Fact]
    public void An_English_export_of_a_retailer()
    {
        var order = Reading.Order(
            """
            PO #,PO Date,Ship To,Vendor Part No,Barcode,Item Description,Order Qty,UOM,Pack Size,Unit Cost (GBP),Ext. Price,Need By
            77812,2026-11-23,Store 12,VH-M8,5901234123457,"Hex bolt, M8","1,200",EA,50,0.25,300.00,2026-12-04
            77812,2026-11-23,Store 14,EC-M8,4006381333931,"Nut, M8",600,EA,50,0.10,60.00,2026-12-04
            """);

        Assert.Equal(("77812", new DateOnly(2026, 11, 23), "GBP", new(new DateOnly(2026, 12, 4))), (order.OrderNumber, order.IssueDate, order.Currency, order.RequestedDelivery));
        Assert.Equal(("VH-M8", null, "Hex bolt, M8", 1200m, "EA", 50m, 0.25m, 300.00m), Line(order.Lines[0]));
        Assert.Equal(("5901234123457", "Store 12", "Store 14"), (order.Lines[0].Gtin, order.Lines[0].ShipTo!.Name, order.Lines[1].ShipTo!.Name));
    }

    [Fact]
    public void An_export_of_Sage_fields_without_any_word()
    {
        var order = Reading.Order("DO_Piece;DO_Date;DO_Tiers;AR_Ref;DL_Design;DL_Qte;EU_Enumere;DL_PrixUnitaire;DL_MontantHT;DO_DateLivr\nBC2611;23/11/26;CLAB;VH8;Vis;12,00;U;1,50;18,00;04/12/26\n");

        Assert.Equal(("BC2611", new DateOnly(2026, 11, 23), "CLAB", new(new DateOnly(2026, 12, 4))), (order.OrderNumber, order.IssueDate, order.Buyer!.Id, order.RequestedDelivery));
        Assert.Equal((null, "VH8", "Vis", 12.00m, "U", null, 1.50m, 18.00m), Line(order.Lines[0]));
    }

    [Theory]
    [InlineData("TVA 20 %;;;49,00")]
    [InlineData("Frais de port;;;12,00")]
    [InlineData("Cordialement;;;")]
    [InlineData("Merci de livrer avant 10 h;;;")]
    [InlineData("Signature :;J. Blin;;")]
    public void What_stands_under_the_lines_is_told_and_is_no_line(string row)
    {
        var reading = Reading.Of($"N° de commande client : CC-551;;;\nRéf.;Désignation;Qté UVC;Montant HT\nA-1;Vis;2;5,00\n{row}\nTotal HT;;2;5,00\n");

        Assert.Equal(("CC-551", "A-1", 5.00m), (Assert.Single(reading.Orders).OrderNumber, Assert.Single(reading.Orders[0].Lines).BuyerCode, reading.Orders[0].Totals!.LineExtension));
        Assert.Contains(reading.Problems, problem => problem.Code == "row-unread");
        Assert.Equal(ReadingVerdict.Import, reading.Verdict);
    }

    [Theory]
    [InlineData("100", "100")]
    [InlineData("Carton de 12", "12")]
    [InlineData("x50", "50")]
    [InlineData("10 pcs", "10")]
    [InlineData("vrac", null)]
    [InlineData("12x6", null)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    public void A_pack_is_read_as_people_write_it(string pack, string? pieces)
    {
        var reading = Reading.Of($"po;sku;qty;conditionnement\n1;A;3;{pack}\n");

        Assert.Equal((pieces, 3m), (Assert.Single(reading.Orders).Lines[0].PackQuantity?.ToString(System.Globalization.CultureInfo.InvariantCulture), reading.Orders[0].Lines[0].Quantity));
        Assert.Equal(ReadingVerdict.Import, reading.Verdict);
    }

    private static (string?, string?, string?, decimal?, string?, decimal?, decimal?, decimal?) Line(PurchaseOrderLine line) =>
        (line.SupplierCode, line.BuyerCode, line.Description, line.Quantity, line.Unit, line.PackQuantity, line.NetPrice, line.LineAmount);
}
