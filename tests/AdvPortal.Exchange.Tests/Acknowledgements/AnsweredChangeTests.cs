using System.Text;
using System.Xml.Linq;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Mail;
using UglyToad.PdfPig;

namespace AdvPortal.Exchange.Tests.Acknowledgements;

/// <summary>The answer to a client's change, as a person and as a machine reads it.</summary>
public sealed class AnsweredChangeTests
{
    private static readonly XNamespace _cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    private static readonly XNamespace _cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    [Fact]
    public void The_XML_names_the_change_and_gives_each_line_its_code()
    {
        var response = XDocument.Parse(Encoding.UTF8.GetString(UblOrderResponse.Write(Chartraine.Amended())).TrimStart('\uFEFF')).Root!;
        var reference = response.Element(_cac + "AdditionalDocumentReference")!;

        Assert.Equal(("AR26-04518-2", "CA"), ((string)response.Element(_cbc + "ID")!, (string)response.Element(_cbc + "OrderResponseCode")!));
        Assert.Equal(("CHG-7", "2026-11-24", "230"), ((string)reference.Element(_cbc + "ID")!, (string)reference.Element(_cbc + "IssueDate")!, (string)reference.Element(_cbc + "DocumentTypeCode")!));
        Assert.Equal(
            [("10", "3", "6000"), ("30", "7", "5000"), ("60", "1", "250"), ("40", "2", "0")],
            response.Descendants(_cac + "LineItem").Select(line => ((string)line.Element(_cbc + "ID")!, (string)line.Element(_cbc + "LineStatusCode")!, (string)line.Element(_cbc + "Quantity")!)));
        Assert.Equal("Depuis la version 1\u00A0: quantité 6\u202F000 au lieu de 5\u202F000, livraison ven. 27 nov. 2026 au lieu de jeu. 26 nov.", (string)response.Descendants(_cac + "LineItem").First().Element(_cbc + "Note")!);
        Assert.Equal(4, response.Descendants(_cac + "OrderLineReference").Count());
    }

    [Fact]
    public void The_message_names_the_change_and_gives_each_line_its_code()
    {
        var segments = Segments(Chartraine.Amended());

        Assert.Contains("BGM+231+AR26-04518-2+4+CA", segments);
        Assert.Equal(segments.IndexOf("RFF+ACW:CHG-7") + 1, segments.IndexOf("DTM+171:20261124:102"));
        Assert.Equal(["LIN+10+3", "LIN+30+7", "LIN+60+1", "LIN+40+2"], segments.Where(segment => segment.StartsWith("LIN", StringComparison.Ordinal)));
        Assert.Contains(segments, segment => segment.StartsWith("FTX+AAI+++Depuis la version 1 ?: quantité 6 000 au lieu de 5 000", StringComparison.Ordinal));
        Assert.StartsWith("UNB+UNOC:3", segments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChangeAnswer.Refused, AcknowledgementStatus.Rejected, "27+RE")]
    [InlineData(ChangeAnswer.Cancelled, AcknowledgementStatus.Accepted, "29+AP")]
    public void A_refusal_and_a_cancellation_have_the_codes_of_theirs(ChangeAnswer answer, AcknowledgementStatus status, string expected) =>
        Assert.Contains($"BGM+231+AR26-04518-2+{expected}", Segments(Chartraine.Amended() with { Status = status, Answers = new(answer, "CHG-7") }));

    [Fact]
    public void A_person_reads_what_changed_since_the_version_before()
    {
        using var pdf = PdfDocument.Open(AcknowledgementPdf.Write(Chartraine.Amended()));
        var text = string.Concat(pdf.GetPages().Select(page => page.Text));

        Assert.All(
            ["version 2", "Modification CHG-7", "Modification acceptée avec différences", "Depuis la version 1", "quantité 6\u202F000 au lieu", "Ligne ajoutée", "Ligne supprimée à votre demande", "10\u202F000",
             "Modification refusée, la ligne reste inchangée", "La quantité demandée n’est pas disponible."],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_mail_says_it_line_by_line()
    {
        var mail = AcknowledgementMail.Write(Chartraine.Amended());
        var text = mail.TextBody.Replace('\u00A0', ' ').Replace('\u202F', ' ');

        Assert.Equal("Votre commande 4500187342\u00A0: modification acceptée avec différences (notre réf. CV26-04518)", mail.Subject);
        Assert.Equal(
            [
                "- Ligne 10 (0A-VH-M8-30-ZN) : depuis la version 1 : quantité 6 000 au lieu de 5 000, livraison ven. 27 nov. 2026 au lieu de jeu. 26 nov.",
                "- Ligne 30 (0A-EH-M8-ZN) : modification refusée, la ligne reste telle que confirmée. La quantité demandée n’est pas disponible.",
                "- Ligne 60 (0A-BE-M12-A4) : ajoutée.",
                "- Ligne 40 (0A-RP-M8-ZN) : supprimée.",
            ],
            text.Split('\n').Where(line => line.StartsWith('-')));
    }

    [Theory]
    [InlineData(ChangeAnswer.Taken, "Nous avons modifié votre commande")]
    [InlineData(ChangeAnswer.Refused, "Nous ne pouvons pas modifier votre commande")]
    [InlineData(ChangeAnswer.Cancelled, "nous avons annulé votre commande")]
    [InlineData(ChangeAnswer.CancellationRefused, "Nous ne pouvons pas annuler votre commande")]
    public void Each_answer_opens_with_what_was_decided(ChangeAnswer answer, string opening) =>
        Assert.Contains(opening, AcknowledgementMail.Write(Chartraine.Amended() with { Answers = new(answer, "CHG-7") }).TextBody, StringComparison.Ordinal);

    [Theory]
    [InlineData("fr", "La marchandise est déjà en préparation. Départ demain")]
    [InlineData("en", "The goods are already being prepared. Départ demain")]
    public void A_refusal_gives_its_reason_and_the_words_of_whoever_decided(string language, string expected)
    {
        Assert.Equal(expected, ChangeReason.OfRefusal(AmendmentRefusal.InPreparation, " Départ demain ", language));
        Assert.Equal("Départ demain", ChangeReason.OfRefusal(AmendmentRefusal.Other, "Départ demain", language));
    }

    private static List<string> Segments(Acknowledgement acknowledgement) =>
        [.. Encoding.Latin1.GetString(EdifactOrdrsp.Write(acknowledgement)).Split("'\n", StringSplitOptions.RemoveEmptyEntries)];
}
