using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>Pages as programs print them that nobody here has seen.</summary>
public sealed class PdfSenderTests
{
    private static readonly double[] Columns = [40, 110, -330, 350, -430, -540];

    private static PrintedOrder Page(string title = "BON DE COMMANDE N° BC-118") => new PrintedOrder()
        .Title(40, 50, "Hydraulique Chartraine").At(40, 66, "12 rue des Fonderies", "28000 Chartres").Title(40, 120, title);

    private static PrintedOrder Lines(PrintedOrder page) => page
        .Headers(250, Columns, "Référence", "Désignation", "Quantité", "Unité", "P.U. HT", "Montant HT")
        .Row(266, Columns, "VH-M8x40", "Vis M8", "1 500", "pce", "0,08", "120,00");

    [Theory]
    [InlineData("PEDIDO Nº 26/003318 del 24/11/2026", "26/003318", "Código", "Descripción", "Cantidad", "Ud.", "Precio", "Importe")]
    [InlineData("ORDINE DI ACQUISTO N. 2026/OA/1443 del 24/11/2026", "2026/OA/1443", "Codice articolo", "Descrizione", "Quantità", "U.M.", "Prezzo unit.", "Importo")]
    [InlineData("Bestellung Nr. 871120 vom 24.11.2026", "871120", "Art.-Nr.", "Bezeichnung", "Menge", "ME", "Einzelpreis", "Gesamtpreis")]
    public void An_order_of_the_neighbours_is_one(string title, string number, params string[] headers)
    {
        using var pdf = Page(title).Headers(250, Columns, headers).Row(266, Columns, "TA-0830", "M8x30", "4.500", "UD", "0,110", "495,00");
        var order = pdf.Order();

        Assert.Equal((number, new DateOnly(2026, 11, 24)), (order.OrderNumber, order.IssueDate));
        var line = Assert.Single(order.Lines);
        Assert.Equal(("TA-0830", "M8x30", 4500m, "UD", 0.110m, 495.00m), (line.BuyerCode, line.Description, line.Quantity, line.Unit, line.NetPrice, line.LineAmount));
    }

    [Theory]
    [InlineData("AVENANT À LA COMMANDE", ChangeKind.Amendment)]
    [InlineData("MODIFICATION DE COMMANDE", ChangeKind.Amendment)]
    [InlineData("STORNIERUNG", ChangeKind.Cancellation)]
    public void What_changes_an_order_is_none(string title, ChangeKind kind)
    {
        using var pdf = Lines(Page(title).At(40, 150, "Commande n° 4500912233 — modification n° 1 du 26/11/2026"));
        var reading = pdf.Read();

        Assert.Equal(("4500912233", kind, 0), (reading.RefersTo, reading.Change?.Kind, reading.Orders.Count));
    }

    [Theory]
    [InlineData("FACTURA")]
    [InlineData("PREVENTIVO")]
    [InlineData("CONFERMA D'ORDINE")]
    public void What_else_the_neighbours_print_is_no_order(string title)
    {
        using var pdf = Lines(Page(title));

        Assert.Equal((ReadingVerdict.NotAnOrder, 0), pdf.Read() is var reading ? (reading.Verdict, reading.Orders.Count) : default);
    }

    [Fact]
    public void What_stands_under_the_tax_is_no_line()
    {
        using var pdf = Lines(Page()).At(400, 290, "Total HT").Row(290, Columns, "", "", "", "", "", "120,00")
            .At(400, 304, "TVA 20 %").Row(304, Columns, "", "", "", "", "", "24,00").At(400, 318, "Total TTC").Row(318, Columns, "", "", "", "", "", "144,00 €")
            .Row(340, Columns, "Crédit Mutuel", "IBAN FR76 1027", "80001200", "BIC", "CMCIFR2A");
        var order = pdf.Order();

        Assert.Equal(["VH-M8x40"], order.Lines.Select(line => line.BuyerCode));
        Assert.Equal(new(120.00m, 144.00m), order.Totals);
    }

    [Fact]
    public void The_digits_of_an_account_are_no_quantity()
    {
        using var pdf = Lines(Page()).Row(282, Columns, "Crédit Mutuel", "IBAN FR76 1027", "120002045678", "BIC");

        Assert.Single(pdf.Order().Lines);
    }

    [Fact]
    public void A_number_in_groups_and_its_unit_share_a_cell()
    {
        double[] columns = [40, 110, -400, -540];
        using var pdf = Page().Headers(250, columns, "Référence", "Désignation", "Qté", "Prix unitaire").Row(266, columns, "VH-M8x40", "Vis M8", "2 000,00 Unité(s)", "0,08");

        Assert.Equal((2000.00m, "Unité(s)"), Assert.Single(pdf.Order().Lines) is var line ? (line.Quantity, line.Unit) : default);
    }

    [Fact]
    public void A_product_beside_its_code_is_its_name()
    {
        double[] columns = [40, 110, -400, -540];
        using var pdf = Page("Purchase Order PO-118").Headers(250, columns, "SKU", "Product", "Qty", "Unit price").Row(266, columns, "HD5501", "Chipboard screw", "144", "2.15");

        Assert.Equal(("HD5501", "Chipboard screw"), Assert.Single(pdf.Order().Lines) is var line ? (line.BuyerCode, line.Description) : default);
    }

    [Theory]
    [InlineData("P.O. No. : 20418", "20418")]
    [InlineData("Commande 4501277810 / 24.11.2026", "4501277810")]
    public void A_number_is_known_by_its_label(string label, string number)
    {
        using var pdf = Lines(Page("Commande").At(340, 90, label));

        Assert.Equal(number, pdf.Order().OrderNumber);
    }

    [Fact]
    public void The_day_under_the_title_is_the_order_s()
    {
        using var pdf = Lines(Page().At(40, 136, "du 23/11/2026"));

        Assert.Equal(new DateOnly(2026, 11, 23), pdf.Order().IssueDate);
    }

    [Fact]
    public void Who_orders_is_the_company_and_its_buyer_the_contact()
    {
        using var pdf = Lines(new PrintedOrder().Title(240, 50, "COMMANDE").Strong(40, 80, "N° commande").Strong(200, 80, "Acheteur").Strong(400, 80, "Devise")
            .At(40, 92, "BC-0079122").At(200, 92, "Mme Paquet").At(400, 92, "EUR")
            .Strong(40, 130, "Donneur d'ordre").At(40, 142, "Carrosserie Vidal & Fils", "Avenue de l'Europe", "26000 Valence"));
        var buyer = pdf.Order().Buyer!;

        Assert.Equal(("Carrosserie Vidal & Fils", "Valence", "Mme Paquet"), (buyer.Name, buyer.Address?.City, buyer.Contact?.Name));
    }

    [Fact]
    public void The_small_line_over_the_window_says_who_writes()
    {
        using var pdf = Lines(new PrintedOrder().At(40, 60, "Kessler Antriebstechnik GmbH · Am Hang 7 · 73430 Aalen").At(40, 76, "Visserie du Perche", "12 rue des Forges", "28400 Nogent-le-Rotrou").Title(40, 160, "Bestellung Nr. 871120"));
        var order = pdf.Order();

        Assert.Equal(("Kessler Antriebstechnik GmbH", "Am Hang 7", "73430"), (order.Buyer?.Name, order.Buyer?.Address?.Street, order.Buyer?.Address?.Postcode));
        Assert.Equal("Visserie du Perche", order.Supplier?.Name);
    }

    [Fact]
    public void A_narrow_box_breaks_names_and_towns()
    {
        using var pdf = Lines(Page().Strong(40, 160, "Ship to").Strong(300, 160, "Vendor")
            .At(40, 172, "Granite State Fasteners,", "Inc.", "77 Commerce Park Rd", "Bedford, NH 03110").At(300, 172, "Visserie du Perche", "12 rue des Forges", "28400 Nogent-le-", "Rotrou"));
        var order = pdf.Order();

        Assert.Equal(("Granite State Fasteners, Inc.", "77 Commerce Park Rd"), (order.ShipTo?.Name, order.ShipTo?.Address?.Street));
        Assert.Equal(("28400", "Nogent-le-Rotrou"), (order.Supplier?.Address?.Postcode, order.Supplier?.Address?.City));
    }

    [Fact]
    public void A_narrow_column_breaks_labels_values_and_words()
    {
        using var pdf = Lines(Page()).At(110, 278, "Date de livraison :").At(110, 290, "14.12.2026").At(110, 302, "Votre référence : VH-TI-").At(110, 314, "0512").At(110, 326, "filetage 1-").At(110, 338, "1/2");
        var line = Assert.Single(pdf.Order().Lines);

        Assert.Equal(("VH-TI-0512", new DateOnly(2026, 12, 14), "Vis M8 filetage 1-1/2"), (line.SupplierCode, line.RequestedDelivery?.Date, line.Description));
    }

    [Fact]
    public void A_text_between_rules_of_its_own_is_a_remark()
    {
        using var pdf = Page().Headers(250, Columns, "Référence", "Désignation", "Quantité", "Unité", "P.U. HT", "Montant HT").Rule(255)
            .Row(266, Columns, "VH-M8x40", "Vis M8", "1 500", "pce", "0,08", "120,00").Rule(271)
            .At(110, 282, "Joindre les certificats").Rule(287)
            .Row(298, Columns, "EC-M8", "Écrou M8", "200", "pce", "0,05", "10,00").Rule(303);
        var lines = pdf.Order().Lines;

        Assert.Equal(("Vis M8", "Joindre les certificats"), (lines[0].Description, Assert.Single(lines[0].Notes)));
    }

    [Theory]
    [InlineData("Livraison : 17/12/2026 à Rivoire & Fils, 21 rue Pasteur, 42000 Saint-Étienne", "Saint-Étienne")]
    [InlineData("Livraison : le 17/12/2026 à Rivoire & Fils, 21 rue Pasteur, 42000 Saint-Étienne", "Saint-Étienne")]
    [InlineData("À livrer au silo de Digny, route de Senonches — au plus tard le 17 décembre 2026", null)]
    [InlineData("Notes: Deliver by 17/12/2026. Call before.", null)]
    public void A_sentence_says_when_and_where(string sentence, string? city)
    {
        using var pdf = Lines(Page().At(40, 170, sentence));
        var order = pdf.Order();

        Assert.Equal(new(new DateOnly(2026, 12, 17)), order.RequestedDelivery);
        Assert.Equal(city, order.ShipTo?.Address?.City);
    }

    [Fact]
    public void A_letter_orders_without_a_table()
    {
        using var pdf = new PrintedOrder().Strong(40, 50, "Mairie de Longny").At(40, 62, "1 place de l'Hôtel de Ville", "61290 Longny-au-Perche")
            .At(40, 110, "Objet : bon de commande n° 2026-0447").At(40, 134, "Madame, Monsieur,")
            .At(40, 158, "Veuillez nous fournir les articles suivants, pour le 10 décembre 2026 :")
            .At(40, 182, "- 30 tire-fonds, réf. TF-10120, à 0,85 € HT l'unité", "- 4 rouleaux de grillage, réf. GRI-150, à 62,00 € HT le rouleau").At(40, 230, "Facturation sur Chorus Pro, SIRET 216 102 302 00018.");
        var reading = pdf.Read();
        var order = Assert.Single(reading.Orders);

        Assert.Equal(("2026-0447", "EUR", new DateOnly(2026, 12, 10), "Mairie de Longny"), (order.OrderNumber, order.Currency, order.RequestedDelivery?.Date, order.Buyer?.Name));
        Assert.Equal([("TF-10120", 30m, 0.85m), ("GRI-150", 4m, 62.00m)], order.Lines.Select(line => (line.BuyerCode!, line.Quantity!.Value, line.NetPrice!.Value)));
        Assert.Contains(reading.Problems, problem => problem is { Code: "pdf-no-table", Severity: ProblemSeverity.Warning });
    }

    [Fact]
    public void A_letter_that_speaks_of_goods_orders_none()
    {
        using var pdf = new PrintedOrder().Strong(40, 50, "Mairie de Longny").At(40, 110, "Veuillez nous envoyer un devis pour 30 tire-fonds, réf. TF-10120.", "Merci de votre réponse sous huit jours.");

        Assert.Equal((ReadingVerdict.NotAnOrder, 0), pdf.Read() is var reading ? (reading.Verdict, reading.Orders.Count) : default);
    }

    [Fact]
    public void Codes_and_descriptions_share_a_column_of_two_tiers()
    {
        double[] columns = [40, 70, -400, -540];
        using var pdf = Page("Purchase Order PO-118").Headers(238, columns, "", "Part Number /").Headers(250, columns, "Line", "Description", "Quantity", "Unit Price").Row(266, columns, "1", "RP-STUD-58", "600", "1.45").At(70, 278, "Stud bolt 5/8-").At(70, 290, "11 x 4 B7");

        Assert.Equal(("RP-STUD-58", "Stud bolt 5/8-11 x 4 B7"), Assert.Single(pdf.Order().Lines) is var line ? (line.BuyerCode, line.Description) : default);
    }

    [Fact]
    public void A_supplier_s_number_over_its_name_is_no_name()
    {
        using var pdf = Lines(Page().At(300, 160, "Fournisseur : F00412").At(300, 172, "Visserie du Perche", "12 rue des Forges", "28400 Nogent-le-Rotrou"));

        Assert.Equal("Visserie du Perche", pdf.Order().Supplier?.Name);
    }
}
