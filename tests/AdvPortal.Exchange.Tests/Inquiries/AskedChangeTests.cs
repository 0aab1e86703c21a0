using System.Globalization;
using AdvPortal.Exchange.Inquiries;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Inquiries;

/// <summary>What is wanted otherwise, in the words in which people want it. It is Monday 23 November 2026.</summary>
public sealed class AskedChangeTests
{
    private const string Unsure = "mail-change-unsure";

    private static readonly DateTimeOffset _now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("Pouvez-vous passer la ligne 20 à 400 pièces ?", "20  400")]
    [InlineData("Ligne 20 : 400 au lieu de 300, merci.", "20  400")]
    [InlineData("Merci d’annuler la ligne 20.", "20  0")]
    [InlineData("Pouvez-vous supprimer la ligne 20 ?", "20  0")]
    [InlineData("VH-M8-30-ZN : 6000 pièces au lieu de 5000.", " VH-M8-30-ZN 6000")]
    [InlineData("VH-M8-30 400 pièces au lieu de 300", " VH-M8-30 400")]
    [InlineData("RP-12-A4 500 pièces au lieu de 400", " RP-12-A4 500")]
    [InlineData("Réf. CHVH4471 : 6 000 pièces au lieu de 5 000.", " CHVH4471 6000")]
    [InlineData("Passer la ligne 10 de 5 000 à 16\u202F000 pièces", "10  16000")]
    [InlineData("ligne 20 400 pièces au lieu de 300", "20  400")]
    [InlineData("Please change line 10 from 5000 to 6000 pieces.", "10  6000")]
    [InlineData("Ligne 10 : 6000 au lieu de 5000. Finalement, passez la ligne 10 à 7000.", "10  7000")]
    public void A_line_is_wanted_otherwise(string words, string wanted) => Assert.Equal([wanted], Lines(words));

    [Theory]
    [InlineData("Merci de passer la ligne 10 à 1 200 pièces au lieu de 900 et d'ajouter 300 pièces de ZZ-8801-X.", "10  1200", " ZZ-8801-X 300")]
    [InlineData("Passez la ligne 10 à 1200 et la ligne 20 à 500, puis supprimez la ligne 30.", "10  1200", "20  500", "30  0")]
    [InlineData("Passez la ligne 10 à 1 200, la ligne 20 à 500", "10  1200", "20  500")]
    [InlineData("Ligne 10 : 600 au lieu de 500, ligne 20 : 400 au lieu de 300", "10  600", "20  400")]
    [InlineData("Livrez la ligne 20 le 4 décembre. Annulez la ligne 10.", "10  0")]
    [InlineData("Ajoutez 200 pièces de EH-M8-ZN et ajoutez 100 pièces de EH-M8-ZN", " EH-M8-ZN 200", " EH-M8-ZN 100")]
    [InlineData("Please set line 10 to 1200 and remove line 20.", "10  1200", "20  0")]
    public void Several_wishes_of_one_sentence_are_as_many(string words, params string[] wanted) => Assert.Equal(wanted, Lines(words));

    [Theory]
    [InlineData("Vous nous facturez la ligne 10 à 8,40 € au lieu de 8,10 €.")]
    [InlineData("La ligne 10 à 8,10 € et non 8,40 €.")]
    [InlineData("Merci de changer le prix de la ligne 10 de 8,40 à 8,10.")]
    [InlineData("Passez la livraison de la ligne 20 à 8 h.")]
    [InlineData("Please check line 10 to 30.")]
    [InlineData("Merci de ne pas annuler la ligne 20.")]
    [InlineData("N'annulez pas la ligne 10.")]
    [InlineData("Pourquoi la ligne 20 a-t-elle été annulée ?")]
    [InlineData("La ligne 20 est-elle annulée ?")]
    [InlineData("Merci de ne pas\nannuler la ligne 20.")]
    [InlineData("Pas besoin d'annuler la ligne 20.")]
    [InlineData("We cannot cancel line 20.")]
    [InlineData("Vous avez annulé la ligne 20 par erreur, merci de la remettre.")]
    [InlineData("Avez-vous annulé la ligne 10 et la ligne 20 ?")]
    [InlineData("Merci de supprimer 100 pièces sur la ligne 20.")]
    [InlineData("Merci d'annuler le reliquat de la ligne 20.")]
    [InlineData("Please drop-ship line 20 to Lyon.")]
    [InlineData("Nous avons reçu 200 pièces au lieu de 300 sur la ligne 20.")]
    [InlineData("Votre accusé indique 400 pièces au lieu de 300 pour la ligne 20.")]
    [InlineData("Il manque 50 pièces de RP-M8-ZN dans la livraison.")]
    [InlineData("Où en sont les 200 pièces de RP-M8-ZN ?")]
    [InlineData("VH-M8-30-ZN : 8,10 € au lieu de 8,40 €")]
    [InlineData("Votre délai pour la ligne 20 est de 2 à 3 semaines ?")]
    [InlineData("Merci de passer le délai de la ligne 20 à 3 semaines.")]
    [InlineData("Please change delivery of line 20 to 2 pm.")]
    [InlineData("Ligne 20 : longueur 40 au lieu de 30.")]
    [InlineData("Vous nous comptez la ligne 10 à 8,40 au lieu de 8,10.")]
    [InlineData("Passez la ligne 20 à 100 pièces de plus.")]
    [InlineData("Suite à votre mail sur la ligne 20, merci de supprimer la ligne 10.")]
    [InlineData("Appelez-moi au 02 37 12 45 00 avant 17 h.")]
    [InlineData("Bonjour, où en est notre commande 4500187342 ?")]
    public void Money_hours_and_what_is_not_to_be_done_change_no_line(string words) => Assert.Empty(Lines(words));

    [Theory]
    [InlineData("Merci de changer le prix de la ligne 10 de 8,40 à 8,10.")]
    [InlineData("Merci de ne pas annuler la ligne 20.")]
    [InlineData("Pourquoi la ligne 20 a-t-elle été annulée ?")]
    [InlineData("Livrez le 4 ou le 7 décembre.")]
    [InlineData("Livraison le 4 décembre. Livraison le 7 décembre.")]
    [InlineData("Merci de livrer les lignes 10 et 20 le 4 décembre.")]
    [InlineData("Merci de livrer la ligne 20 le 4 décembre, le reste comme prévu.")]
    [InlineData("Livraison le 4 décembre pour la ligne 20.")]
    [InlineData("Pouvez-vous livrer les rondelles RP-M8-ZN le 4 décembre ?")]
    [InlineData("Passez la ligne 10 à 1200 et livrez le 4 décembre.")]
    [InlineData("Merci d'annuler la ligne 20 et de livrer le reste le 4 décembre.")]
    [InlineData("Livraison le 7 décembre plutôt que le 4 décembre.")]
    [InlineData("La livraison annoncée le 11 décembre ne nous convient pas.")]
    [InlineData("Supprimez la ligne 10 et la 20.")]
    [InlineData("Gardez la ligne 20, supprimez la ligne 10.")]
    [InlineData("Passez la ligne 30 à 400 et supprimez les lignes 10 et 20.")]
    public void What_may_be_meant_otherwise_is_told(string words)
    {
        Assert.Contains(Unsure, Read(words).Problems.Select(problem => problem.Code));
        Assert.Null(Read(words).Change!.Document.RequestedDelivery);
    }

    [Theory]
    [InlineData("Livraison souhaitée le 4 décembre.", "2026-12-04")]
    [InlineData("Pouvez-vous livrer vendredi ?", "2026-11-27")]
    [InlineData("Nous ne pourrons pas réceptionner : merci de reporter au 07/12/2026.", "2026-12-07")]
    [InlineData("Livraison prévue le 30 novembre : merci de reporter au 7 décembre.", "2026-12-07")]
    [InlineData("Merci de reporter la livraison de la commande 4500187342 au 7 décembre, merci d’avance.", "2026-12-07")]
    [InlineData("Could you deliver by December 4?", "2026-12-04")]
    [InlineData("We need delivery no later than December 4.", "2026-12-04")]
    public void A_day_is_wanted(string words, string day) => Assert.Equal(day, Day(words)?.ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Pas de livraison le mercredi.")]
    [InlineData("Merci de ne pas livrer le 4 décembre.")]
    [InlineData("Pas de livraison avant le 4 décembre.")]
    [InlineData("Livraison le 4 décembre impossible pour nous.")]
    [InlineData("La livraison était prévue pour le 27 novembre : où en est-elle ?")]
    [InlineData("Nous sommes fermés pour les réceptions de marchandises le 4 décembre.")]
    [InlineData("Ne livrez pas le 4 décembre.")]
    [InlineData("Nous ne pourrons pas réceptionner le 4 décembre.")]
    [InlineData("Livraison impossible le 4 décembre.")]
    [InlineData("Nous serons fermés pour inventaire le 4 décembre.")]
    [InlineData("Pas de livraison avant 10 h le 4 décembre.")]
    [InlineData("Nous avons été livrés le 20 novembre.")]
    [InlineData("Aucune livraison les mercredis et jeudis à notre entrepôt.")]
    [InlineData("No delivery on Wednesday, please.")]
    [InlineData("We cannot receive deliveries on December 4.")]
    [InlineData("Please do not deliver on December 4.")]
    [InlineData("Où en est notre commande du 3 novembre ?")]
    public void A_day_on_which_nothing_shall_come_is_not(string words) => Assert.Null(Day(words));

    [Fact]
    public void What_is_quoted_and_how_it_is_signed_wants_nothing() => Assert.Empty(Lines(
        "Bonjour, merci.\n\nCordialement,\nNathalie Rousseau\nligne 20 : 02 37 12 45 00\n\nLe lun. 23 nov. 2026 à 08:12, Claire Morel <c.morel@visserie.example> a écrit :\n> Ligne 10 : 6000 au lieu de 5000"));

    [Theory]
    [InlineData("set ref ", "7")]
    [InlineData("ligne ", "1 ")]
    [InlineData("passer ", "à ")]
    [InlineData("livrer ", "le ")]
    [InlineData("", "ligne 1 ")]
    public void Endless_words_are_read_or_given_up_and_never_break(string begin, string endless)
    {
        var words = begin + string.Concat(Enumerable.Repeat(endless, 2000));

        Assert.NotNull(Read(words).Change);
    }

    private static DocumentReading Read(string words) => AskedChange.In("Commande 4500187342", words, _now, "4500187342");

    private static IEnumerable<string> Lines(string words) => Read(words).Change!.Document.Lines.Select(line => FormattableString.Invariant($"{line.LineNo} {line.BuyerCode} {line.Quantity:0.##}"));

    private static DateOnly? Day(string words) => Read(words).Change!.Document.RequestedDelivery?.Date;
}
