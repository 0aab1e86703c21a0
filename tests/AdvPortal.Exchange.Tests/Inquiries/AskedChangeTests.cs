using AdvPortal.Exchange.Inquiries;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Inquiries;

/// <summary>What is wanted otherwise, in the words in which people want it. It is Monday 23 November 2026.</summary>
public sealed class AskedChangeTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("Pouvez-vous passer la ligne 20 à 400 pièces ?", "20", null, 400)]
    [InlineData("Ligne 20 : 400 au lieu de 300, merci.", "20", null, 400)]
    [InlineData("Merci d’annuler la ligne 20.", "20", null, 0)]
    [InlineData("VH-M8-30-ZN : 6000 pièces au lieu de 5000.", null, "VH-M8-30-ZN", 6000)]
    [InlineData("Réf. CHVH4471 : 6 000 pièces au lieu de 5 000.", null, "CHVH4471", 6000)]
    [InlineData("Passer la ligne 10 de 5 000 à 16\u202F000 pièces", "10", null, 16000)]
    [InlineData("ligne 20 400 pièces au lieu de 300", "20", null, 400)]
    [InlineData("Please change line 10 from 5000 to 6000 pieces.", "10", null, 6000)]
    public void A_line_is_wanted_otherwise(string words, string? line, string? code, int quantity)
    {
        var read = Assert.Single(Read(words).Change!.Document.Lines);

        Assert.Equal((line, code, quantity), (read.LineNo, read.BuyerCode, read.Quantity));
    }

    [Theory]
    [InlineData("Merci de passer la ligne 10 à 1 200 pièces au lieu de 900 et d'ajouter 300 pièces de ZZ-8801-X.", "10  1200", " ZZ-8801-X 300")]
    [InlineData("Passez la ligne 10 à 1200 et la ligne 20 à 500, puis supprimez la ligne 30.", "10  1200", "20  500", "30  0")]
    [InlineData("Please set line 10 to 1200 and remove line 20.", "10  1200", "20  0")]
    public void Several_wishes_of_one_sentence_are_as_many(string words, params string[] wanted) =>
        Assert.Equal(wanted, Read(words).Change!.Document.Lines.Select(line => FormattableString.Invariant($"{line.LineNo} {line.BuyerCode} {line.Quantity:0}")));

    [Theory]
    [InlineData("Livraison souhaitée le 4 décembre.", "2026-12-04")]
    [InlineData("Pouvez-vous livrer vendredi ?", "2026-11-27")]
    [InlineData("Nous ne pourrons pas réceptionner : merci de reporter au 07/12/2026.", "2026-12-07")]
    [InlineData("Merci de ne pas livrer avant le 4 décembre.", "2026-12-04")]
    [InlineData("Pas de livraison avant le 4 décembre.", "2026-12-04")]
    [InlineData("Could you deliver by December 4?", "2026-12-04")]
    public void A_day_is_wanted(string words, string day) => Assert.Equal(DateOnly.Parse(day, null), Day(words));

    [Theory]
    [InlineData("Pas de livraison le mercredi.")]
    [InlineData("Merci de ne pas livrer le 4 décembre.")]
    [InlineData("Aucune livraison les mercredis et jeudis à notre entrepôt.")]
    [InlineData("No delivery on Wednesday, please.")]
    [InlineData("Please do not deliver on December 4.")]
    [InlineData("Où en est notre commande du 3 novembre ?")]
    public void A_day_on_which_nothing_shall_come_is_not(string words) => Assert.Null(Day(words));

    [Fact]
    public void What_is_quoted_and_how_it_is_signed_wants_nothing() => Assert.Empty(Read(
        "Bonjour, merci.\n\nCordialement,\nNathalie Rousseau\nligne 20 : 02 37 12 45 00\n\nLe lun. 23 nov. 2026 à 08:12, Claire Morel <c.morel@visserie.example> a écrit :\n> Ligne 10 : 6000 au lieu de 5000").Change!.Document.Lines);

    private static DocumentReading Read(string words) => AskedChange.In("Commande 4500187342", words, _now, "4500187342");

    private static DateOnly? Day(string words) => Read(words).Change!.Document.RequestedDelivery?.Date;
}
