using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake.Mail;

/// <summary>What people want who do not say so in the words of a form.</summary>
public sealed class MailPurposeTests
{
    [Theory]
    [InlineData("Thanks for the quote. Please go ahead with 150 pcs of BRG-6204. Our PO is AE-10442.", "Re: Quotation Q-3310")]
    [InlineData("Suite à votre devis, nous confirmons la commande de 150 pcs de BRG-6204.", "RE: devis")]
    public void Who_orders_on_a_quotation_orders(string text, string subject) =>
        Assert.Equal(["BRG-6204 150 pcs -"], Eml.Order(Eml.Text(text, subject)).Lines());

    [Theory]
    [InlineData("Merci de nous envoyer votre meilleure offre de prix pour 200 pièces réf. BRG-6204.", "Besoin")]
    [InlineData("Veuillez nous envoyer un devis pour 200 pièces réf. BRG-6204.", "Besoin")]
    [InlineData("Please send us a quotation for 200 pcs of BRG-6204.", "Enquiry")]
    [InlineData("Wir bitten um ein Angebot: 200 Stück BRG-6204.", "Anfrage")]
    public void Who_asks_to_be_sent_a_price_orders_nothing(string text, string subject) =>
        Assert.Equal((ReadingVerdict.NotAnOrder, 0), Eml.Read(Eml.Text(text, subject)) is var reading ? (reading.Verdict, reading.Orders.Count) : default);

    [Theory]
    [InlineData("Concernant notre commande 4500187, passez la ligne 2 de 40 à 60.", "2 60")]
    [InlineData("On PO 4500187 please cancel line 3 and increase line 1 from 1,000 to 1,500 EA.", "3 0,1 1500")]
    [InlineData("Pour la commande 4500187, ramenez la quantité de la ligne 2 à 30.", "2 30")]
    public void A_change_may_be_ordered_without_a_please(string text, string expected)
    {
        var reading = Eml.Read(Eml.Text(text, "Re: confirmation"));

        Assert.Equal(("4500187", ChangeKind.Amendment), (reading.RefersTo, reading.Change?.Kind));
        Assert.Equal(expected, string.Join(',', reading.Change!.Document.Lines.Select(line => $"{line.LineNo} {line.Quantity:0}")));
    }

    [Theory]
    [InlineData("Bonjour. Annulez la commande 4500187.")]
    [InlineData("Hiermit stornieren wir unsere Bestellung 4500187.")]
    public void A_cancellation_may_be_ordered_without_a_please(string text) =>
        Assert.Equal(("4500187", ChangeKind.Cancellation), Eml.Read(Eml.Text(text, "Re: confirmation")) is var reading ? (reading.RefersTo, reading.Change?.Kind) : default);

    [Theory]
    [InlineData("Facture FA-2211", "La facture FA-2211 (12 x REF-3340) ne correspond pas à notre commande 4500-871.")]
    [InlineData("Commande 4500-871", "Nous n'avons toujours pas reçu 12 x REF-3340 de la commande 4500-871.")]
    public void Who_complains_of_an_order_does_not_repeat_it(string subject, string text) => Assert.Empty(Eml.Read(Eml.Text(text, subject)).Orders);

    [Theory]
    [InlineData("Avis de livraison commande 4500-871", "Votre commande 4500-871 (12 x REF-3340) sera livrée le 12/03/2026.")]
    [InlineData("Commande 4500-871", "Votre commande 4500-871 (12 x REF-3340) a été expédiée ce jour.")]
    [InlineData("Invoice INV-2291 for PO 77821", "Please find attached invoice INV-2291: 12 x HX-1001 at $0.42. Please process the payment within 30 days.")]
    public void Who_announces_an_invoice_or_a_delivery_orders_nothing(string subject, string text)
    {
        var reading = Eml.Read(Eml.Text(text, subject));

        Assert.Equal((ReadingVerdict.NotAnOrder, 0), (reading.Verdict, reading.Orders.Count));
        Assert.Contains("other-message", reading.Codes());
    }

    [Fact]
    public void Whose_order_it_is_must_be_said() =>
        Assert.Contains("mail-purpose-unsaid", Eml.Read(Eml.Text("Votre commande 4500-871 : 12 x REF-3340.", "Information")).Codes());

    [Fact]
    public void A_delivery_moved_from_one_day_to_another_comes_on_the_second() =>
        Assert.Equal(new(new DateOnly(2026, 4, 15)), Eml.Read(Eml.Text("Pouvez-vous décaler la livraison de la commande 2026/00451 du 8 mars au 15 avril ?", "Report")).Change?.Document.RequestedDelivery);

    [Fact]
    public void A_condition_of_an_order_does_not_call_it_off() =>
        Assert.Equal(["VH-M8-30-ZN 50 - -"], Eml.Order(Eml.Text("Please ship 50 x VH-M8-30-ZN.\nIf you cannot deliver by 12 March, cancel the order.", "PO 77821")).Lines());

    [Theory]
    [InlineData("Bitte ändern Sie unsere Bestellung 45-20931: Position 1 von 1.200 auf 1.500 Stück. Position 2 bitte stornieren.", "Änderung", "45-20931", "1 1500,2 0")]
    [InlineData("Merci de rajouter 100 x REF-3400 sur la commande 4500187.", "RE: confirmation", "4500187", " 100")]
    [InlineData("Bonjour, merci d'annuler la ligne 2 de la commande 4500187.", "RE: confirmation", "4500187", "2 0")]
    public void A_line_that_is_changed_or_dropped_leaves_the_order_standing(string text, string subject, string number, string expected)
    {
        var reading = Eml.Read(Eml.Text(text, subject));

        Assert.Equal((number, ChangeKind.Amendment), (reading.RefersTo, reading.Change?.Kind));
        Assert.Equal(expected, string.Join(',', reading.Change!.Document.Lines.Select(line => $"{line.LineNo} {line.Quantity:0}")));
    }

    [Theory]
    [InlineData("Salut, il me faut 20 vis et 1 boîte de rondelles assorties, je passe demain.", "commande", "no-lines")]
    [InlineData("Please change the second one of our order to 350.", "Re: confirmation", "mail-change-unread")]
    public void What_is_wanted_and_not_understood_is_for_a_person(string text, string subject, string code)
    {
        var reading = Eml.Read(Eml.Text(text, subject));

        Assert.Equal(ReadingVerdict.NeedsReview, reading.Verdict);
        Assert.Contains(code, reading.Codes());
    }

    [Theory]
    [InlineData("Please supply as per your quotation Q-118: 50 x BX-300", "BX-300")]
    [InlineData("Merci de nous fournir, selon votre devis D-118, 50 x BX-300", "Besoin")]
    [InlineData("Commande 4500-12 : 50 x BX-300. Nous n'avons pas reçu votre nouveau tarif.", "Commande 4500-12")]
    [InlineData("Ci-joint commande 4500-12, facture au siège :\n50 x BX-300", "Commande")]
    [InlineData("50 x BX-300 to Leeds", "Dispatch asap - PO 4500-12")]
    [InlineData("We will take 50 x BX-300", "Re: your offer")]
    public void An_order_that_speaks_of_another_paper_stays_one(string text, string subject) => Assert.Equal(50m, Assert.Single(Eml.Order(Eml.Text(text, subject)).Lines).Quantity);

    [Theory]
    [InlineData("Our order is damaged: 50 x BX-300 arrived wet.", "Delivery")]
    [InlineData("Il nous faut un devis pour 500 pièces réf. BX-300.", "Besoin")]
    public void What_is_damaged_or_asked_a_price_for_is_not_ordered(string text, string subject) => Assert.Equal(ReadingVerdict.NotAnOrder, Eml.Read(Eml.Text(text, subject)).Verdict);
}
