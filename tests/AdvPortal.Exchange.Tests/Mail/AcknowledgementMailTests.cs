using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Mail;
using AdvPortal.Exchange.Tests.Acknowledgements;

namespace AdvPortal.Exchange.Tests.Mail;

public sealed class AcknowledgementMailTests
{
    [Fact]
    public void A_moved_order_says_what_moved_and_why()
    {
        var mail = AcknowledgementMail.Write(Chartraine.Moved());

        Assert.Equal("Votre commande 4500187342\u00A0: acceptée avec modification (notre réf. CV26-04518)", mail.Subject);
        Assert.Equal(
            """
            Bonjour Nathalie Rousseau,

            Nous acceptons votre commande 4500187342 du lundi 23 novembre 2026, avec les modifications ci-dessous.

            Votre entrepôt ne reçoit ni le mercredi ni le jeudi ; livraison confirmée le vendredi 27 novembre.
            Vous nous aviez écrit : « Pas de livraison les mercredis et jeudis à notre entrepôt de Chartres »

            - Toutes les lignes : livraison le vendredi 27 novembre 2026 au lieu du mercredi 25 novembre.

            Livraison le vendredi 27 novembre 2026. Total HT : 1 517,00 €.

            L’accusé de réception complet est joint à ce message. Si un point ne vous convient pas, répondez à ce message.

            Cordialement,
            Claire Morel
            Visserie du Perche
            02 37 00 00 12
            c.morel@visserie-du-perche.example

            """,
            mail.TextBody.Replace('\u00A0', ' ').Replace('\u202F', ' '));
    }

    [Fact]
    public void Each_change_is_a_sentence_with_its_reason()
    {
        var text = AcknowledgementMail.Write(Chartraine.Mixed()).TextBody.Replace('\u00A0', ' ').Replace('\u202F', ' ');

        Assert.Equal(
            [
                "- Lignes 20, 40 : livraison le vendredi 27 novembre 2026 au lieu du mercredi 25 novembre.",
                "- Ligne 20 (0A-VCHC-M6-20) : 2 500 pce au lieu de 3 000. Le reliquat de 500 pièces suit le 4 décembre.",
                "- Ligne 30 (0A-EH-M8-ZN) : déjà livrée.",
                "- Ligne 40 (0A-RP-M8-ZN) : prix net 1,25 EUR / 100 au lieu de 1,15 EUR / 100. Prix du contrat 2026, avenant n° 3.",
                "- Ligne 50 (0A-GJ-M10-120) : refusée. Article arrêté au 30 juin 2026.",
                "- Ligne 70 (0A-BE-M12-A4) : ajoutée. Ajoutée à votre demande du 23 novembre.",
            ],
            text.Split('\n').Where(line => line.StartsWith('-')));
    }

    [Theory]
    [InlineData(AcknowledgementStatus.Received, "bien reçue", "Nous avons bien reçu votre commande")]
    [InlineData(AcknowledgementStatus.Accepted, "acceptée (", "telle que vous l’avez passée")]
    [InlineData(AcknowledgementStatus.Rejected, "refusée", "Nous ne pouvons pas accepter votre commande")]
    public void The_answer_is_in_the_subject_and_in_the_first_sentence(AcknowledgementStatus status, string subject, string opening)
    {
        var mail = AcknowledgementMail.Write(Chartraine.Moved() with { Status = status });

        Assert.Contains(subject, mail.Subject, StringComparison.Ordinal);
        Assert.Contains(opening, mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(status != AcknowledgementStatus.Rejected, mail.TextBody.Contains("Total HT", StringComparison.Ordinal));
    }

    [Fact]
    public void An_English_client_reads_English()
    {
        var mail = AcknowledgementMail.Write(Chartraine.Mixed() with { Language = "en", Notes = [] });

        Assert.Equal("Your order 4500187342: accepted with changes (our ref. CV26-04518)", mail.Subject);
        Assert.Contains("- Lines 20, 40: delivery on Friday 27 November 2026 instead of Wednesday 25 November.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Kind regards,", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_typed_never_becomes_markup()
    {
        var mail = AcknowledgementMail.Write(Chartraine.Moved() with { Notes = [new("<script>", "<b>")], CustomerReference = "<i>" });

        Assert.DoesNotContain("<script>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", mail.HtmlBody, StringComparison.Ordinal);
    }
}
