using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake.Mail;

/// <summary>What is no order, what changes one, and what must not be believed.</summary>
public sealed class MailKindTests
{
    private const string Order = "Merci de livrer :\n- 50 x VH-M8-30-ZN\n";
    private const string Csv = "Commande;Article;Quantité\nBC-1;VH-M8-30-ZN;50\n";

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\n", "Re: votre confirmation", "mail-auto-reply")]
    [InlineData("", "Absence du bureau : Jeanne Petit", "mail-auto-reply")]
    [InlineData("X-Autoreply: yes\n", "Bonjour", "mail-auto-reply")]
    [InlineData("Precedence: bulk\n", "Nos promotions", "mail-automatic")]
    [InlineData("List-Unsubscribe: <mailto:x@y.example>\n", "Newsletter", "mail-automatic")]
    public void What_a_machine_answers_orders_nothing(string heads, string subject, string code)
    {
        var reading = Eml.Read(Eml.Text("Je suis absente jusqu'au 12 mars.", subject, heads));

        Assert.Equal(ReadingVerdict.NotAnOrder, reading.Verdict);
        Assert.Contains(code, reading.Codes());
    }

    [Fact]
    public void A_bounce_does_not_order_what_it_returns()
    {
        var reading = Eml.Read(Eml.Text($"--b\nContent-Type: text/plain\n\nUndelivered\n--b\nContent-Type: message/rfc822\n\n{Eml.Text(Order)}\n--b--\n", "Returned mail", type: "multipart/report; report-type=delivery-status; boundary=b"));

        Assert.Empty(reading.Orders);
        Assert.Contains("mail-bounce", reading.Codes());
    }

    [Fact]
    public void A_purchasing_system_that_sends_by_itself_still_orders() =>
        Assert.Single(Eml.Read(Eml.Text(Order, heads: "Auto-Submitted: auto-generated\n")).Orders);

    [Theory]
    [InlineData("Merci de nous faire un devis pour 500 x VH-M8-30-ZN.", "Demande de prix", "mail-asks-price")]
    [InlineData("Bonjour, il manquait 12 boîtes réf. 1234-AB dans la livraison d'hier.", "Réclamation", "mail-complains")]
    [InlineData("Bonjour, pouvez-vous me rappeler ?", "Bonjour", "mail-no-order")]
    public void What_asks_or_complains_orders_nothing(string text, string subject, string code)
    {
        var reading = Eml.Read(Eml.Text(text, subject));

        Assert.Equal(ReadingVerdict.NotAnOrder, reading.Verdict);
        Assert.Contains(code, reading.Codes());
    }

    [Fact]
    public void Articles_without_a_word_of_ordering_are_asked()
    {
        var reading = Eml.Read(Eml.Text("500 x VH-M8-30-ZN", "Bonjour"));

        Assert.Equal(ReadingVerdict.NeedsReview, reading.Verdict);
        Assert.Contains("mail-purpose-unsaid", reading.Codes());
    }

    [Theory]
    [InlineData("Merci de modifier la commande 4500187 : ligne 2, 75 au lieu de 50.", "2", null, 75)]
    [InlineData("Veuillez passer la quantité de la réf. VH-M8-30-ZN de 50 à 75 sur la commande 4500187.", null, "VH-M8-30-ZN", 75)]
    [InlineData("Merci de supprimer la ligne 3 de la commande 4500187.", "3", null, 0)]
    [InlineData("Please amend our order 4500187: add 20 x EC-M8-ZN.", null, "EC-M8-ZN", 20)]
    public void A_change_says_what_the_order_shall_be(string text, string? lineNo, string? code, int quantity)
    {
        var reading = Eml.Read(Eml.Text($"Bonjour,\n{text}\nCordialement\nJeanne", "Modification commande 4500187"));

        Assert.Equal(("4500187", ChangeKind.Amendment, ReadingVerdict.NeedsReview), (reading.RefersTo, reading.Change?.Kind, reading.Verdict));
        var line = Assert.Single(reading.Change!.Document.Lines);
        Assert.Equal((lineNo, code, (decimal)quantity), (line.LineNo, line.BuyerCode, line.Quantity));
    }

    [Fact]
    public void A_postponement_is_a_change_of_the_day()
    {
        var reading = Eml.Read(Eml.Text("Bonjour, merci de reporter la livraison de la commande 4500187 au 12 mars 2026.", "Report commande 4500187"));

        Assert.Equal(("4500187", new DateOnly(2026, 3, 12)), (reading.RefersTo, reading.Change?.Document.RequestedDelivery?.Date));
    }

    [Theory]
    [InlineData("Bonjour,\nNous annulons notre commande 4500187.", "Annulation")]
    [InlineData("Merci d'annuler la commande n° 4500187.", "Annulation commande 4500187")]
    public void A_cancellation_refers_to_its_order(string text, string subject)
    {
        var reading = Eml.Read(Eml.Text(text, subject));

        Assert.Equal(("4500187", ChangeKind.Cancellation), (reading.RefersTo, reading.Change?.Kind));
        Assert.Empty(reading.Orders);
    }

    [Theory]
    [InlineData("Received-SPF: fail (example) client-ip=192.0.2.1\n")]
    [InlineData("Authentication-Results: mx.example; spf=pass; dmarc=fail\n")]
    public void A_sender_whom_the_server_doubts_is_looked_at(string heads)
    {
        var reading = Eml.Read(Eml.Text(Order, heads: heads));

        Assert.Equal(ReadingVerdict.NeedsReview, reading.Verdict);
        Assert.Contains("mail-sender-unproved", reading.Codes());
    }

    [Theory]
    [InlineData("4 Storgata, 0155 Oslo, Norway", "NOK", "", false)]
    [InlineData("4 Storgata, 0155 Oslo, Norway", "EUR", "", false)]
    [InlineData("4 Storgata, 0155 Oslo, Norway", "USD", "", true)]
    [InlineData("4 Storgata, 0155 Oslo, Norway", "USD", "Account ID: OSLO-4\n", false)]
    [InlineData("12 rue des Lilas, 28000 Chartres, France", "GBP", "", true)]
    [InlineData("100 Commerce St, Los Angeles, CA", "USD", "", false)]
    public void Prices_of_nobody_s_country_from_a_buyer_without_a_number_are_decided_by_a_person(string address, string currency, string account, bool isAsked)
    {
        var reading = Eml.Read(Eml.Text($"Purchase Order\n\nPO Number: PO-77\n{account}\nBuyer:\n  Company: Nordic Trading\n  Address: {address}\n\nLine Items:\n  1. SKU: VH-M8-30-ZN, Qty: 5, Unit Price: 45.00\n\nCurrency: {currency}\n", "PO-77"));

        Assert.Equal(isAsked, reading.Codes().Contains("mail-currency-foreign", StringComparer.Ordinal));
        Assert.True(!isAsked || reading.Verdict == ReadingVerdict.NeedsReview);
    }

    [Fact]
    public void A_program_makes_an_order_a_fraud()
    {
        var reading = Eml.Read(Eml.With(Order, "Commande 4500187", ("bon_de_commande.pdf.exe", "application/pdf", "%PDF-1.4")));

        Assert.Equal((ReadingVerdict.NotAnOrder, 0), (reading.Verdict, reading.Orders.Count));
        Assert.Contains("mail-program-attached", reading.Codes());
    }

    [Fact]
    public void New_bank_details_behind_a_false_link_are_a_fraud()
    {
        var reading = Eml.Read(Eml.Html("<p>Suite à notre changement de RIB, vérifiez notre commande : <a href='http://192.0.2.7/x'>www.client.example</a></p>"));

        Assert.Equal(ReadingVerdict.NotAnOrder, reading.Verdict);
        Assert.Contains("mail-phishing", reading.Codes());
    }

    [Fact]
    public void Terms_of_payment_are_no_fraud() =>
        Assert.Single(Eml.Read(Eml.Text(Order + "\nPaiement par virement à 30 jours.\n")).Orders);

    [Fact]
    public void What_is_encrypted_is_asked_in_the_clear()
    {
        var reading = Eml.Read(Eml.Text("MIAGCSqGSIb3DQEHA6CAMIACAQA=", type: "application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m"));

        Assert.Equal(ReadingVerdict.NeedsReview, reading.Verdict);
        Assert.Contains("mail-encrypted", reading.Codes());
    }

    [Fact]
    public void An_announced_file_that_is_not_there_is_asked_for()
    {
        var reading = Eml.Read(Eml.Text("Bonjour,\nVeuillez trouver ci-joint notre commande.\nCordialement"));

        Assert.Equal(ReadingVerdict.NeedsReview, reading.Verdict);
        Assert.Contains("mail-file-missing", reading.Codes());
    }

    [Fact]
    public void Attachments_win_over_the_text_and_are_each_an_order()
    {
        var reading = Eml.Read(Eml.With("Ci-joint nos commandes.\n- 9 x TEXT-ONLY-9", "Commandes", ("a.csv", "text/csv", Csv), ("b.csv", "application/octet-stream", Csv.Replace("BC-1", "BC-2", StringComparison.Ordinal))));

        Assert.Equal(["BC-1", "BC-2"], reading.Orders.Select(order => order.OrderNumber));
        Assert.Contains("mail-text-orders-too", reading.Codes());
    }

    [Fact]
    public void The_same_order_in_two_files_is_one()
    {
        var reading = Eml.Read(Eml.With("Ci-joint notre commande.", "Commande BC-1", ("a.csv", "text/csv", Csv), ("copie.csv", "text/csv", Csv)));

        Assert.Single(reading.Orders);
        Assert.Contains("mail-order-twice", reading.Codes());
    }

    [Fact]
    public void The_text_completes_what_the_file_leaves_open()
    {
        var order = Assert.Single(Eml.Read(Eml.With("Ci-joint notre commande BC-9, à livrer avant le 12 mars. Ne pas fractionner.", "Commande", ("a.csv", "text/csv", "Article;Quantité\nVH-M8-30-ZN;50\n"))).Orders);

        Assert.Equal(("BC-9", new DateOnly(2026, 3, 12)), (order.OrderNumber, order.RequestedDelivery?.Date));
        Assert.Contains("Ne pas fractionner", order.Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_of_a_file_names_the_file()
    {
        var reading = Eml.Read(Eml.With("Ci-joint notre commande.", "Commande", ("a.csv", "text/csv", "Commande;Article;Quantité\nBC-1;VH-M8-30-ZN;beaucoup\n")));

        Assert.Contains("pièce jointe « a.csv », rangée 2, colonne « Quantité »", reading.Problems.Select(problem => ProblemText.Where(problem, new("fr"))?.Replace('\u00A0', ' ')));
    }

    [Fact]
    public void A_message_passed_on_as_a_file_keeps_its_own_sender()
    {
        var inner = Eml.Text(Order).Replace("j.petit@client.example", "achats@autre.example", StringComparison.Ordinal);
        var reading = Eml.Read(Eml.Text($"--b\nContent-Type: text/plain\n\nPour traitement.\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b--\n", "Tr: Commande", type: "multipart/mixed; boundary=b"));

        Assert.Single(reading.Orders);
        Assert.Equal(("achats@autre.example", "m1@client.example"), (reading.Sender?.Address, reading.Sender?.MessageId));
        Assert.Contains("mail-forwarded", reading.Codes());
    }

    [Theory]
    [InlineData("De : Paul Achat <paul@autre.example>\nEnvoyé : mercredi 25 février 2026 10:12\nÀ : ventes@maison.example\nObjet : Commande BC-77\n\n")]
    [InlineData("---------- Forwarded message ---------\nFrom: Paul Achat <paul@autre.example>\nDate: Wed, Feb 25, 2026 at 10:12 AM\nSubject: Commande BC-77\nTo: <ventes@maison.example>\n\n")]
    public void A_message_passed_on_in_the_text_is_read_under_its_own_sender(string heads)
    {
        var reading = Eml.Read(Eml.Text($"Pour traitement SVP\n\n{heads}{Order}", "TR: Commande BC-77"));

        Assert.Equal("BC-77", Assert.Single(reading.Orders).OrderNumber);
        Assert.Equal("paul@autre.example", reading.Sender?.Address);
    }

    [Fact]
    public void Messages_in_messages_are_read_two_deep()
    {
        static string Wrap(string inner) => Eml.Text($"--b{inner.Length}\nContent-Type: message/rfc822\n\n{inner}\n--b{inner.Length}--\n", "Tr: commande", type: $"multipart/mixed; boundary=b{inner.Length}");

        Assert.Single(Eml.Read(Wrap(Wrap(Eml.Text(Order)))).Orders);
        Assert.Empty(Eml.Read(Wrap(Wrap(Wrap(Eml.Text(Order))))).Orders);
    }

    [Fact]
    public void Pictures_are_left_alone_and_that_is_said()
    {
        var reading = Eml.Read(Eml.With(Order, "Commande 4500187", ("logo.png", "image/png", "\u0089PNG")));

        Assert.Single(reading.Orders);
        Assert.Contains("mail-images-ignored", reading.Codes());
    }

    [Fact]
    public void Heads_are_decoded()
    {
        var reading = Eml.Read(Eml.Text(Order, "=?UTF-8?Q?Commande_n=C2=B0_4500187_=E2=80=94_d=C3=A9p=C3=B4t?=").Replace("Jeanne Petit", "=?iso-8859-1?Q?Zo=E9_Petit?=", StringComparison.Ordinal));

        Assert.Equal(("Zoé Petit", "j.petit@client.example", "Commande n° 4500187 — dépôt"), (reading.Sender?.Name, reading.Sender?.Address, reading.Sender?.Subject));
    }
}
