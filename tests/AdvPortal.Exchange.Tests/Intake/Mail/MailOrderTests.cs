using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake.Mail;

/// <summary>Orders as people type them.</summary>
public sealed class MailOrderTests
{
    [Fact]
    public void A_French_sentence_orders_by_code_quantity_price_day_and_place()
    {
        var order = Eml.Order(Eml.Text("""
            Bonjour,

            Merci de nous livrer pour le 12 mars :
            - 500 x VH-M8-30-ZN
            - 12 boîtes réf. 1234 à 8,40 €
            - 1 200 rondelles RD-M8-ZN à 3,20 € les 100

            Adresse de livraison :
            Dépôt de Chartres
            12 rue des Lilas
            28000 Chartres

            Cordialement,
            Jeanne Petit
            02 37 00 00 00
            """));

        Assert.Equal(["VH-M8-30-ZN 500 - -", "1234 12 boîtes 8.40", "RD-M8-ZN 1200 - 3.20"], order.Lines());
        Assert.Equal((100m, "rondelles"), (order.Lines[2].PriceBaseQuantity, order.Lines[2].Description));
        Assert.Equal(("4500187", "EUR", new DateOnly(2026, 3, 12)), (order.OrderNumber, order.Currency, order.RequestedDelivery?.Date));
        Assert.Equal(new AdvPortal.Exchange.Intake.PostalAddress("Dépôt de Chartres, 12 rue des Lilas", "28000", "Chartres"), order.ShipTo?.Address);
        Assert.Equal(["1", "2", "3"], order.Lines.Select(line => line.LineNo));
    }

    [Theory]
    [InlineData("Item 887712 qty 1200", "887712 1200 - -")]
    [InlineData("887712 x 1200", "887712 1200 - -")]
    [InlineData("1,200 pcs of 887712", "887712 1200 pcs -")]
    [InlineData("* FST-HCS-062 - 75 ea @ $3.38", "FST-HCS-062 75 ea 3.38")]
    [InlineData("Part number FST-HCS-062, quantity: 75", "FST-HCS-062 75 - -")]
    [InlineData("2) 40 boxes of M8-BOLT-500 at 22.00 each", "M8-BOLT-500 40 boxes 22.00")]
    [InlineData("Code: FST-HCS-062  Qty: 75  UOM: EA  Unit Price: 3.38", "FST-HCS-062 75 EA 3.38")]
    public void English_lines_are_read_however_they_are_put(string line, string expected) =>
        Assert.Equal([expected], Eml.Order(Eml.Text($"Hello,\n\nPlease ship the following for our order:\n\n{line}\n\nThanks,\nGail", "PO 28491")).Lines());

    [Theory]
    [InlineData("VH-M8-30-ZN : 500 pièces", "VH-M8-30-ZN 500 pièces -")]
    [InlineData("• Réf VH-M8-30-ZN, qté 500, PU 0,12 €", "VH-M8-30-ZN 500 - 0.12")]
    [InlineData("500 vis TH M8x30 zinguées réf. VH-M8-30-ZN", "VH-M8-30-ZN 500 - -")]
    [InlineData("2 cartons de 100 écrous EC-M8-ZN", "EC-M8-ZN 2 cartons -")]
    [InlineData("3760123456789 : 24", "? 24 - -")]
    public void French_lines_are_read_however_they_are_put(string line, string expected) =>
        Assert.Equal([expected.Replace("? 24", "3760123456789 24", StringComparison.Ordinal)], Eml.Order(Eml.Text($"Bonjour,\n\nVeuillez enregistrer notre commande :\n\n{line}\n\nCordialement,\nJeanne")).Lines());

    [Fact]
    public void A_sentence_may_order_several_articles()
    {
        var order = Eml.Order(Eml.Text("Bonjour, merci de nous livrer 500 pièces réf. VH-M8-30-ZN et 200 pièces réf. EC-M8-ZN avant le 20/03/2026. Bonne journée"));

        Assert.Equal(["VH-M8-30-ZN 500 pièces -", "EC-M8-ZN 200 pièces -"], order.Lines());
        Assert.Equal(new DateOnly(2026, 3, 20), order.RequestedDelivery?.Date);
    }

    [Fact]
    public void A_table_in_HTML_is_read_by_its_headers()
    {
        var order = Eml.Order(Eml.Html("""
            <html><head><style>p{color:red}</style><title>x</title></head><body><p>Bonjour,</p><p>Voici notre commande n&deg;&nbsp;<b>BC-2026-014</b> :</p>
            <table border=1><tr><th>Référence</th><th>Désignation</th><th>Quantité</th><th>P.U. HT</th></tr>
            <tr><td>VH-M8-30-ZN</td><td>Vis TH M8x30</td><td>1&#8239;500</td><td>0,12</td></tr>
            <tr><td>EC-M8-ZN</td><td>&Eacute;crou M8</td><td>200</td><td>0,05</td></tr></table>
            <div style="display:none">999 x CACHE-001</div><script>order('999 x CACHE-002')</script>
            <p>Livraison souhaitée : 12/03/2026</p></body></html>
            """, "Commande"));

        Assert.Equal(["VH-M8-30-ZN 1500 - 0.12", "EC-M8-ZN 200 - 0.05"], order.Lines());
        Assert.Equal(("BC-2026-014", new DateOnly(2026, 3, 12), "Écrou M8"), (order.OrderNumber, order.RequestedDelivery?.Date, order.Lines[1].Description));
    }

    [Fact]
    public void Columns_aligned_by_hand_are_a_table()
    {
        var order = Eml.Order(Eml.Text("""
            Please supply, PO 77120:

            Item          Description           Qty    Unit   Price
            ------------  --------------------  -----  -----  -----
            887712        Hex bolt M8           1200   EA     0.30
            912061        SS JIC elbow          48     EA     7.66

            Ship to: PATT-ATL-02
            """, "New order", date: "Sat, 18 Apr 2026 10:12:00 -0400"));

        Assert.Equal(["887712 1200 EA 0.30", "912061 48 EA 7.66"], order.Lines());
        Assert.Equal(("77120", "PATT-ATL-02"), (order.OrderNumber, order.ShipTo?.Id));
    }

    [Fact]
    public void A_form_of_labels_is_read_field_by_field_and_known_again()
    {
        const string Form = "Numéro de commande : BC-77\nDate de livraison souhaitée : 12 mars 2026\nArticle : {0}\nQuantité : {1} pce\nArticle : EC-M8-ZN\nQuantité : 20\n";
        var first = Eml.Read(Eml.Text(Form.Replace("{0}", "VH-M8-30-ZN", StringComparison.Ordinal).Replace("{1}", "500", StringComparison.Ordinal), "Commande web"));
        var next = Eml.Read(Eml.Text(Form.Replace("{0}", "RD-M10", StringComparison.Ordinal).Replace("{1}", "7", StringComparison.Ordinal), "Commande web"));

        Assert.Equal(["VH-M8-30-ZN 500 pce -", "EC-M8-ZN 20 - -"], Assert.Single(first.Orders).Lines());
        Assert.Equal("BC-77", first.Orders[0].OrderNumber);
        Assert.Equal(first.Layout?.Fingerprint, next.Layout?.Fingerprint);
        Assert.Contains(new("Numéro de commande", "orderNumber"), first.Layout!.Labels);
    }

    [Fact]
    public void A_person_s_word_on_a_label_overrules_the_reader()
    {
        var message = System.Text.Encoding.UTF8.GetBytes(Eml.Text("Dossier : AB-12\nArticle : VH-M8-30-ZN\nQuantité : 5\n", "Commande"));
        var guide = new ReadingGuide(new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal) { ["dossier"] = "orderNumber" });

        Assert.Equal("AB-12", Assert.Single(DocumentReader.Read(message, null, null, guide).Orders).OrderNumber);
    }

    [Fact]
    public void Signature_and_history_order_nothing()
    {
        var order = Eml.Order(Eml.Text("""
            Bonjour,
            Je vous commande 50 x VH-M8-30-ZN.
            Cordialement
            --
            Jeanne Petit - 12 rue 4500 x FAX-0000-11

            Le lun. 23 févr. 2026 à 10:12, Maison <ventes@maison.example> a écrit :
            > 400 x OLD-CODE-1
            > 300 x OLD-CODE-2
            """));

        Assert.Equal(["VH-M8-30-ZN 50 - -"], order.Lines());
    }

    [Theory]
    [InlineData("On 1 June you wrote:\n> 400 x OLD-CODE-1\n> 300 x OLD-CODE-2\n\nPlease supply 50 x VH-M8-30-ZN.\n\nRegards\nGail")]
    [InlineData("Bonjour,\n\nLe lun. 23 févr. 2026 à 10:12, Maison <ventes@maison.example>\na écrit :\n\n> 400 x OLD-CODE-1\n> Délai : 2 semaines\n\nMerci de livrer :\n50 x VH-M8-30-ZN\n\n> 300 x OLD-CODE-2\n\nCordialement\nJeanne")]
    [InlineData("On 1 June you wrote:\n> Our best price for the quantity that you have asked us for on Monday last, 400 x OLD-CODE-1\nand 300 x OLD-CODE-2\n\nWe order 50 x VH-M8-30-ZN.\n")]
    public void What_is_typed_below_a_quotation_is_the_sender_s_own(string text) =>
        Assert.Equal(["VH-M8-30-ZN 50 - -"], Eml.Order(Eml.Text(text, "Order PO-77")).Lines());

    [Fact]
    public void What_is_typed_below_a_quotation_in_HTML_is_the_sender_s_own() =>
        Assert.Equal(["VH-M8-30-ZN 50 - -"], Eml.Order(Eml.Html("<p>On 1 June 2026 you wrote:</p><blockquote><p>400 x OLD-CODE-1</p></blockquote><p>Please supply 50 x VH-M8-30-ZN.</p>", "Order PO-77")).Lines());

    [Fact]
    public void A_footer_below_what_is_answered_to_is_not_said_by_the_sender() =>
        Assert.DoesNotContain("virus", string.Join(' ', Eml.Order(Eml.Text("Merci de livrer 50 x VH-M8-30-ZN.\n\nLe lun. 23 févr. 2026 à 10:12, Maison a écrit :\n> 400 x OLD-CODE-1\n\nCe message a été vérifié : aucun virus.\n")).Notes), StringComparison.Ordinal);

    [Fact]
    public void Every_order_of_a_message_is_one_of_its_own()
    {
        var reading = Eml.Read(Eml.Text("Merci d'enregistrer nos deux commandes.\n\nCommande n° 4501\n- 10 x VH-M8-30-ZN\n\nCommande n° 4502\n- 20 x EC-M8-ZN\n", "Commandes"));

        Assert.Equal(["4501", "4502"], reading.Orders.Select(order => order.OrderNumber));
        Assert.Equal(["EC-M8-ZN 20 - -"], reading.Orders[1].Lines());
    }

    [Theory]
    [InlineData("Hi,\n\nCan you tell me when PO 5512 ships? We ordered 50 x WDGT-BLUE-L last week.\n", "Re: PO 5512", "mail-asks-after-order")]
    [InlineData("Bonjour,\n\nOù en est notre commande 5512 ?\n- 50 x VH-M8-30-ZN\n", "Commande 5512", "mail-asks-after-order")]
    [InlineData("Please supply against PO-7001:\n\n10 x BX-100\n25 x BX-200\n15 x BX-250\n\nCancel the 5 x BX-300 from our last order.\n", "Order PO-7001", "mail-calls-off")]
    public void What_is_only_spoken_of_or_called_off_is_not_imported_unseen(string text, string subject, string code)
    {
        var reading = Eml.Read(Eml.Text(text, subject));

        Assert.Equal(ReadingVerdict.NeedsReview, reading.Verdict);
        Assert.Contains(code, reading.Codes());
    }

    [Theory]
    [InlineData("- 75 ea FST-HCS-062 @ $3.38", null)]
    [InlineData("1. SKU: FST-HCS-062, Qty: 75, UOM: EA, Unit Price: $3.38", null)]
    [InlineData("Item: FST-HCS-062\nQty: 75\nUnit price: $3.38", null)]
    [InlineData("1. SKU: FST-HCS-062, Qty: 75, Unit Price: USD 3.38", "USD")]
    [InlineData("Item: FST-HCS-062\nQty: 75\nUnit price: USD 3.38", "USD")]
    [InlineData("- 75 ea FST-HCS-062 @ USD 3.38", "USD")]
    [InlineData("1. SKU: FST-HCS-062, Qty: 75, Unit Price: 3.38 EUR/EA", "EUR")]
    [InlineData("- 75 ea FST-HCS-062 @ $3.38\nCurrency: CAD", "CAD")]
    public void A_price_brings_its_currency_and_a_sign_of_several_is_asked(string lines, string? currency)
    {
        var reading = Eml.Read(Eml.Text($"Please supply the following:\n\n{lines}\n", "PO 28491"));

        Assert.Equal(currency, Assert.Single(reading.Orders).Currency);
        Assert.Equal(3.38m, Assert.Single(reading.Orders[0].Lines).NetPrice);
        Assert.Equal(currency is null, reading.Codes().Contains("currency-sign", StringComparer.Ordinal));
        Assert.True(currency is not null || reading.Verdict == ReadingVerdict.ImportWithWarnings);
    }

    [Theory]
    [InlineData("Ship to: 55 King St W, Toronto by 20/06/2026", "55 King St W, Toronto", "2026-06-20")]
    [InlineData("Delivery address: 55 King St W, Toronto (20/06/2026)", "55 King St W, Toronto", "2026-06-20")]
    [InlineData("Ship to: 55 King St W, Toronto, no later than June 20, 2026, dock 4", "55 King St W, Toronto, dock 4", "2026-06-20")]
    [InlineData("Adresse de livraison :\n12 rue du 8 mai 1945, Chartres, avant le 20/06/2026", "12 rue du 8 mai 1945, Chartres", "2026-06-20")]
    [InlineData("Livrer à : 4 place du 19 mars 1962, Lucé", "4 place du 19 mars 1962, Lucé", null)]
    [InlineData("Ship to: 9 S 12 Street, Portland", "9 S 12 Street, Portland", null)]
    public void A_day_behind_an_address_is_none_of_its_street(string place, string street, string? day)
    {
        var order = Eml.Order(Eml.Text($"Please supply:\n- 50 x VH-M8-30-ZN\n\n{place}\n", "Order PO-77"));

        Assert.Equal((street, day), (order.ShipTo?.Address?.Street, order.RequestedDelivery?.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_labelled_price_for_a_hundred_is_not_the_price_of_one()
    {
        var line = Assert.Single(Assert.Single(Eml.Read(Eml.Text("PO Number: PO-9001\n1. SKU: AA-2, Qty: 500, UOM: EA, Unit Price: 3.25 per 100\n", "Order PO-9001")).Orders).Lines);

        Assert.Equal((3.25m, 100m), (line.NetPrice, line.PriceBaseQuantity));
    }

    [Fact]
    public void A_line_without_a_quantity_or_a_code_is_asked()
    {
        var reading = Eml.Read(Eml.Text("Merci de nous livrer :\n- réf. VH-M8-30-ZN\n- 500 rondelles plates M8\n"));

        Assert.Equal(["VH-M8-30-ZN ? - -", "? 500 - -"], Assert.Single(reading.Orders).Lines());
        Assert.Equal(ReadingVerdict.NeedsReview, reading.Verdict);
        Assert.Contains("quantity-missing", reading.Codes());
        Assert.Contains("line-without-code", reading.Codes());
    }

    [Theory]
    [InlineData("pour le 1er avril", "2026-04-01", null)]
    [InlineData("avant le lundi 2 mars", "2026-03-02", null)]
    [InlineData("pour demain", "2026-02-27", null)]
    [InlineData("livraison semaine 12", null, null)]
    [InlineData("pour vendredi prochain", null, "mail-date-two-weeks")]
    [InlineData("pour lundi prochain", "2026-03-02", null)]
    [InlineData("pour fin mars", null, "mail-date-vague")]
    [InlineData("avant le mardi 12 mars", "2026-03-12", "mail-weekday-differs")]
    [InlineData("dès que possible", null, "mail-as-soon-as-possible")]
    public void A_day_in_words_is_taken_only_where_it_is_certain(string words, string? day, string? told)
    {
        var reading = Eml.Read(Eml.Text($"Bonjour,\nMerci de livrer {words}.\n- 50 x VH-M8-30-ZN\n"));

        Assert.Equal(day, Assert.Single(reading.Orders).RequestedDelivery?.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(told is null || reading.Codes().Contains(told, StringComparer.Ordinal), string.Join(' ', reading.Codes()));
    }

    [Theory]
    [InlineData("by next Monday", "Thu, 26 Feb 2026 09:00:00 +0000", "2026-03-02")]
    [InlineData("by next Friday", "Mon, 23 Feb 2026 09:00:00 +0000", null)]
    [InlineData("need-by 4/21", "Tue, 14 Apr 2026 09:22:00 -0400", "2026-04-21")]
    [InlineData("need-by 5/8", "Sat, 18 Apr 2026 10:12:00 -0400", "2026-05-08")]
    [InlineData("no later than March 12th, 2026", "Thu, 26 Feb 2026 09:00:00 +0000", "2026-03-12")]
    public void English_days_count_from_the_day_of_sending(string words, string sent, string? day) =>
        Assert.Equal(day, Eml.Order(Eml.Text($"Hello,\nPlease ship our order {words}.\n- 50 x VH-M8-30-ZN\n", "Order PO-77", date: sent)).RequestedDelivery?.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_week_is_asked_from_Monday_to_Friday() =>
        Assert.Equal(new RequestedDelivery(null, new(2026, 3, 16), new(2026, 3, 20)), Eml.Order(Eml.Text("Merci de livrer semaine 12 :\n- 50 x VH-M8-30-ZN\n")).RequestedDelivery);

    [Fact]
    public void Every_value_of_the_text_has_its_place()
    {
        var original = DocumentReader.Show(System.Text.Encoding.UTF8.GetBytes(Eml.Text("Merci de livrer avant le 12/03/2026 :\n- 50 x VH-M8-30-ZN\n")), null, null);
        var message = Assert.IsType<AdvPortal.Exchange.Intake.Originals.MessagePart>(Assert.Single(original.Parts));

        string Shown(string value) => original.Spots.Where(spot => spot.Value == value).Select(spot => message.Lines[spot.Line].Text.Substring(spot.From, spot.Length)).Single();
        Assert.Equal(("VH-M8-30-ZN", "50", "12/03/2026"), (Shown("orders[0].lines[0].buyerCode"), Shown("orders[0].lines[0].quantity"), Shown("orders[0].requestedDelivery")));
    }
}
