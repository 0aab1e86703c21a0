using System.Globalization;

namespace AdvPortal.Exchange.Tests.Intake.Mail;

/// <summary>Messages as people write them who have read no guide: their language, their dates, their words for numbers and places.</summary>
public sealed class MailSenderTests
{
    private static string Listed(string line) => Eml.Text($"Bonjour,\n\nMerci de nous livrer :\n\n{line}\n\nCordialement,\nJeanne");

    [Theory]
    [InlineData("deux cartons de gants nitrile (réf. GN-0840)", "GN-0840 2 cartons -")]
    [InlineData("une boîte de vis à bois, référence VB-560", "VB-560 1 boîte -")]
    [InlineData("trois cents pièces réf. EC-M8-ZN", "EC-M8-ZN 300 pièces -")]
    [InlineData("two boxes of EC-M8-ZN", "EC-M8-ZN 2 boxes -")]
    [InlineData("deux cartons de gants nitrile taille 9", "? 2 cartons -")]
    public void A_number_in_words_counts_as_one_in_figures(string line, string expected) =>
        Assert.Equal([expected], Eml.Order(Listed(line)).Lines());

    [Theory]
    [InlineData("- deux palettes maximum par livraison")]
    [InlineData("- une étiquette par carton")]
    [InlineData("- une palette de départ consignée")]
    public void A_condition_with_a_number_in_words_orders_nothing(string line) =>
        Assert.Equal(["VH-M8-30-ZN 50 - -"], Eml.Order(Listed($"- 50 x VH-M8-30-ZN\n{line}")).Lines());

    [Fact]
    public void What_a_unit_counts_is_described_without_its_little_word() =>
        Assert.Equal("chevilles nylon", Eml.Order(Listed("2 cartons de chevilles nylon (réf. CHN-840)")).Lines[0].Description);

    [Theory]
    [InlineData("Voici notre commande n° 4500-871 du 24/02/2026 :", "2026-02-24")]
    [InlineData("Voici notre commande n° 4500-871, en date du 24 février 2026 :", "2026-02-24")]
    [InlineData("Please process our PO 77821 dated 2026-02-24:", "2026-02-24")]
    [InlineData("Vi trasmettiamo il nostro ordine n. 1820/26 del 24/02/2026:", "2026-02-24")]
    [InlineData("Voici notre commande n° 4500-871 du 24/03/2026 :", "2026-02-26")]
    [InlineData("Voici notre commande n° 4500-871, à livrer le 24/03/2026 :", "2026-02-26")]
    public void The_day_behind_an_order_s_number_is_its_own(string sentence, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), Eml.Order(Eml.Text($"{sentence}\n\n- 50 x VH-M8-30-ZN\n", "Order")).IssueDate);

    [Theory]
    [InlineData("Our PO number is 77821.", "77821")]
    [InlineData("Our order is AE-10442.", "AE-10442")]
    [InlineData("Bestellnummer: 45-20931", "45-20931")]
    [InlineData("Adjuntamos nuestro pedido de compra PC-2026-0912.", "PC-2026-0912")]
    [InlineData("Ordine n. 1820/26", "1820/26")]
    public void An_order_s_number_is_known_by_the_word_before_it(string sentence, string expected) =>
        Assert.Equal(expected, Eml.Order(Eml.Text($"{sentence}\n\n- 50 x VH-M8-30-ZN\n", "Order")).OrderNumber);

    [Theory]
    [InlineData("02/20/2026", "2026-03-10", false)]
    [InlineData("20/02/2026", "2026-10-03", false)]
    [InlineData("05/02/2026", "2026-10-03", true)]
    public void A_date_that_reads_one_way_tells_how_the_others_are_meant(string issued, string expected, bool isAsked)
    {
        var reading = Eml.Read(Eml.Text($"Hello,\n\nPlease ship our order:\nOrder date: {issued}\nNeed by: 03/10/2026\n\n- 50 x VH-M8-30-ZN\n\nThanks,\nGail", "PO 77821"));

        Assert.Equal(new(DateOnly.Parse(expected, CultureInfo.InvariantCulture)), Assert.Single(reading.Orders).RequestedDelivery);
        Assert.Equal(isAsked, reading.Codes().Contains("date-both-ways"));
    }

    [Fact]
    public void A_German_order_counts_in_German()
    {
        var order = Eml.Order(Eml.Text("""
            Sehr geehrte Damen und Herren,

            hiermit bestellen wir gemäß Ihrem Angebot:

            Bestelldatum: 24.02.2026
            Liefertermin: 14. März 2026

            Pos. 1: 1.200 Stück Sechskantschraube M8x40, Art.-Nr. SK-0840, Preis 0,1450 EUR/Stück
            Pos. 2: 50 Packungen Unterlegscheibe M8, Art.-Nr. US-08, Preis 6,90 EUR/Packung

            Lieferanschrift:
            Werk 2, Industriestraße 18
            86356 Neusäß

            Rechnungsanschrift:
            Postfach 12 34
            86001 Augsburg

            Mit freundlichen Grüßen
            Petra Huber
            Tel. +49 821 123456
            """, "Bestellung 45-20931"));

        Assert.Equal(["SK-0840 1200 Stück 0.1450", "US-08 50 Packungen 6.90"], order.Lines());
        Assert.Equal(["Sechskantschraube M8x40", "Unterlegscheibe M8"], order.Lines.Select(line => line.Description));
        Assert.Equal(("45-20931", "EUR", new DateOnly(2026, 3, 14)), (order.OrderNumber, order.Currency, order.RequestedDelivery?.Date));
        Assert.Equal(("Neusäß", "Augsburg"), (order.ShipTo?.Address?.City, order.Invoicee?.Address?.City));
    }

    [Theory]
    [InlineData("Código", "Descripción", "Cantidad", "Precio", "Importe")]
    [InlineData("Codice", "Descrizione", "Quantità", "Prezzo unitario", "Importo")]
    [InlineData("Art.-Nr.", "Bezeichnung", "Menge", "Einzelpreis", "Gesamtpreis")]
    public void A_table_under_headers_of_the_neighbours_is_one(params string[] headers)
    {
        string[] values = ["TR-4410", "M6x25", "3.500", "0,08 €", "280,00 €"];
        var order = Eml.Order(Eml.Html($"<p>Pedido 4411</p><table><tr><td>{string.Join("</td><td>", headers)}</td></tr><tr><td>{string.Join("</td><td>", values)}</td></tr></table>", "Pedido 4411"));

        Assert.Equal(["TR-4410 3500 - 0.08"], order.Lines());
        Assert.Equal((280.00m, "EUR"), (order.Lines[0].LineAmount, order.Currency));
    }

    [Theory]
    [InlineData("À livrer à Nantes avant le 12 mars.", "Nantes")]
    [InlineData("Livraison souhaitée le 12/03/2026 à notre atelier de Vierzon (14 rue de la Gaucherie, 18100 Vierzon).", "atelier de Vierzon (14 rue de la Gaucherie, 18100 Vierzon)")]
    [InlineData("Delivery to our Leeds workshop by 18 March please.", "Leeds workshop")]
    [InlineData("livraison au garage, 8 place de la Mairie 61400 Mortagne, le 3 mars si possible", "garage, 8 place de la Mairie")]
    [InlineData("Merci de livrer à réception de ce message.", null)]
    [InlineData("Livraison à notre charge.", null)]
    [InlineData("Please deliver at the latest on 18 March.", null)]
    [InlineData("Livraison à 8 h.", null)]
    public void A_sentence_says_where_the_goods_go(string sentence, string? expected)
    {
        var order = Eml.Order(Eml.Text($"Bonjour,\n\nNotre commande :\n- 50 x VH-M8-30-ZN\n\n{sentence}\n\nCordialement,\nJeanne"));

        Assert.Equal(expected, order.ShipTo?.Address?.Street ?? order.ShipTo?.Name);
    }

    [Fact]
    public void A_whole_address_may_stand_between_a_delivery_and_its_day() =>
        Assert.Equal(new(new DateOnly(2026, 3, 3)), Eml.Order(Listed("- 50 x VH-M8-30-ZN\n\nlivraison au garage, 8 place de la Mairie 61400 Mortagne-au-Perche, le 3 mars")).RequestedDelivery);

    [Fact]
    public void A_sum_under_the_lines_is_none_of_them()
    {
        var order = Eml.Order(Eml.Text("Please ship our order:\n\nItem      Qty   Price\nHX-1001   1000  0.42\n\nSubtotal: 420.00\n", "PO 77821"));

        Assert.Equal(["HX-1001 1000 - 0.42"], order.Lines());
        Assert.Equal(420.00m, order.Totals?.LineExtension);
    }

    [Fact]
    public void Dollars_for_an_American_address_are_American()
    {
        var order = Eml.Order(Eml.Text("Please ship our order:\n\n- 50 x HX-1001 at $0.42\n\nShip to: 2200 Dock St, Milwaukee, WI 53204\n", "PO 77821"));

        Assert.Equal("USD", order.Currency);
    }

    [Fact]
    public void Who_passes_an_order_on_does_not_lend_it_their_telephone()
    {
        var order = Eml.Order(Eml.Text("Pour saisie.\n\nClaire\nTél. : 02 37 00 00 01\n\nDe : Jean Oudin <j@oudin.example>\nEnvoyé : mardi 24 février 2026 17:42\nÀ : Claire\nObjet : Commande 5521\n\nMerci de livrer :\n- 4 x FH-220-10\n", "TR: Commande 5521"));

        Assert.Null(order.Buyer);
    }

    [Theory]
    [InlineData("1) 40 off SHCS M10 x 50, part no. CHC-1050", "CHC-1050 40 off -")]
    [InlineData("- 40 pcs vis 4 x 50 réf. VB-450", "VB-450 40 pcs -")]
    [InlineData("- réf. VB-450 x 50", "VB-450 50 - -")]
    [InlineData("- 4 rouleaux de grillage, réf. GRI-150, à 62,00 € HT le rouleau", "GRI-150 4 rouleaux 62.00")]
    [InlineData("- 250 boulons (votre référence BHM-1680) au prix de 1,12 € l'unité", "BHM-1680 250 - 1.12")]
    public void A_size_is_no_quantity_and_a_price_no_name(string line, string expected) => Assert.Equal([expected], Eml.Order(Listed(line)).Lines());

    [Fact]
    public void A_code_of_ours_is_ours()
    {
        var line = Assert.Single(Eml.Order(Listed("- 250 boulons (votre référence BHM-1680, notre réf. BO-77)")).Lines);

        Assert.Equal(("BHM-1680", "BO-77"), (line.SupplierCode, line.BuyerCode));
    }

    [Fact]
    public void Conditions_order_nothing_and_name_no_day()
    {
        var order = Eml.Order(Listed("- 50 x VH-M8-30-ZN\n\nNotre n° de commande : TP-26-0412.\n\nConditions particulières :\n- 2 exemplaires du bon de livraison\n- Livraison du lundi au jeudi, 7h30 - 11h30"));

        Assert.Equal((1, "TP-26-0412", null), (order.Lines.Count, order.OrderNumber, order.RequestedDelivery));
    }

    [Fact]
    public void A_product_beside_its_EAN_is_its_name()
    {
        var order = Eml.Order(Eml.Html("<table><tr><th>EAN</th><th>Product</th><th>Cases</th><th>Cost per case</th></tr><tr><td>3250613812348</td><td>Chipboard screw</td><td>12</td><td>£25.80</td></tr></table>", "PO HD-2291"));

        Assert.Equal((null, "3250613812348", "Chipboard screw", 25.80m), Assert.Single(order.Lines) is var line ? (line.BuyerCode, line.Gtin, line.Description, line.NetPrice) : default);
    }

    [Theory]
    [InlineData("- 500 VH-M8-25 en deux cartons", "VH-M8-25 500 - -")]
    [InlineData("- VH-M8-25 : 500 pièces, sur une palette", "VH-M8-25 500 pièces -")]
    public void Words_for_how_it_is_packed_do_not_beat_the_figure(string line, string expected) => Assert.Equal([expected], Eml.Order(Listed(line)).Lines());

    [Fact]
    public void A_code_that_ends_in_figures_has_its_quantity_behind_it() =>
        Assert.Equal(["BX-12 50 - -", "BX-14 20 - -"], Eml.Order(Listed("BX-12 x 50, BX-14 x 20")).Lines());

    [Fact]
    public void Whom_it_is_for_ends_no_list() =>
        Assert.Equal(2, Eml.Order(Eml.Text("Attention Sales Department\n\nPlease supply:\n\n- 10 x BX-300\n- 50 pairs of nitrile gloves\n", "PO 4500-77")).Lines.Count);
}
