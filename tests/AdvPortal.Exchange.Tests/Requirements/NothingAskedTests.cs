namespace AdvPortal.Exchange.Tests.Requirements;

/// <summary>Sentences that speak of deliveries and ask for nothing lasting.</summary>
public sealed class NothingAskedTests
{
    [Theory]
    [InlineData("Pouvez-vous me dire si vous livrez le samedi ?")]
    [InlineData("Nous envisageons de fermer le quai le vendredi après-midi.")]
    [InlineData("Bonjour, la commande 45871236 n'est toujours pas arrivée, merci de nous dire quand elle sera livrée.")]
    [InlineData("Peut-être que nous fermerons le vendredi à partir de septembre, on vous dira.")]
    [InlineData("La livraison prévue demain peut être décalée à vendredi.")]
    [InlineData("Je suis en congés du 2 au 20 août, voyez avec Marc.")]
    [InlineData("Do you deliver on Saturdays to Leeds?")]
    [InlineData("Vous trouverez en pièce jointe notre commande. Livraison souhaitée le 12 janvier.")]
    [InlineData("M. Lundi est notre nouveau responsable réception.")]
    [InlineData("Le camion est arrivé en retard mardi dernier.")]
    [InlineData("We might change our delivery days next year.")]
    [InlineData("N'hésitez pas à nous appeler au 05 49 00 00 00 pour toute question.")]
    public void Nothing_lasting_is_asked(string text) => Assert.Equal("", Spoken.Said(Spoken.Read(text, "DC de Lens|Leeds branch")));
}
