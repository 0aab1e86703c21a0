using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Requirements;
using AdvPortal.Web.Tests.Shared;
using AngleSharp.Dom;
using Bunit;

namespace AdvPortal.Web.Tests.Requirements;

/// <summary>Each part of the editor fills its rule in, empties it again, and reads it back in French.</summary>
public sealed class RulePartsTests : ShellContext
{
    public static TheoryData<Rule, string> Words { get; } = new()
    {
        { new Packaging { MultipleOf = 50 }, "Quantités par multiples de 50." },
        { new Packaging { PalletType = PalletType.Eur, MaxHeightCm = 180, MaxWeightKg = 800.5m, NoMixedPallets = true }, "Palettes EUR (EPAL) uniquement. Palettes de 180 cm de haut au plus. Palettes ou colis de 800,5 kg au plus. Un seul article par palette." },
        { new MinimumOrder { Amount = 500, CarriagePaidFrom = 1000, Currency = "EUR", Quantity = 10 }, "Pas de commande en dessous de 500,00_€ HT. Pas de commande en dessous de 10 unités. Le port est à notre charge à partir de 1~000,00_€ HT, à celle du client en dessous." },
        { new PartialDelivery { Allowed = false }, "Toutes les lignes arrivent ensemble, à la date de la dernière." },
        { new PartialDelivery { Allowed = true }, "Chaque ligne arrive à sa date." },
        { new BackOrder { Policy = BackOrderPolicy.Cancel }, "Un reliquat est soldé." },
        { new RequiredDocuments { DeliveryNoteCopies = 2, Certificate = Certificate.Type31, Language = "de", SendInvoiceTo = "factures@chartraine.example" }, "Bons de livraison, exemplaires_: 2. Avec la marchandise_: certificat de réception 3.1. Langue des documents_: allemand. La facture part à factures@chartraine.example." },
        { new Reference { Required = true, Pattern = @"^45\d{8}$", Where = Documents.Invoice | Documents.Label }, @"Rien n’est confirmé sans la référence de commande du client. Elle a la forme ^45\d{8}$. Elle est rappelée sur_: facture et étiquette." },
        { new ContactFirst { Who = "magasin", Phone = "0237000000", BeforeHours = 24 }, "Avant chaque livraison, prévenir 24 h plus tôt_: magasin (0237000000)." },
        { new ContactFirst { Phone = "0237000000" }, "Avant chaque livraison, prévenir_: 0237000000." },
        { new ContactFirst { BeforeHours = 2 }, "Avant chaque livraison, prévenir 2 h plus tôt_: le client." },
        { new Instruction { Text = "Camion avec hayon" }, "À faire et à cocher_: Camion avec hayon" },
        { new Packaging(), "Rien n’est encore dit." },
        { new MinimumOrder { Currency = "EUR" }, "Rien n’est encore dit." },
        { new PartialDelivery(), "Rien n’est encore dit." },
        { new BackOrder(), "Rien n’est encore dit." },
        { new RequiredDocuments(), "Rien n’est encore dit." },
        { new Reference(), "Rien n’est encore dit." },
        { new ContactFirst(), "Rien n’est encore dit." },
        { new Instruction(), "Rien n’est encore dit." },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void A_rule_is_read_back_in_plain_French(Rule rule, string words) =>
        Assert.Equal(words.Replace('_', '\u00A0').Replace('~', '\u202F'), RuleWords.Of(rule, Text));

    [Fact]
    public async Task Packs_and_pallets_are_filled_in()
    {
        var edited = Edit<PackagingPart, Packaging>(new());

        await edited.TypeAsync("Vendu par", "2.5");
        await edited.TypeAsync("Type de palette", "Chep");
        await edited.TypeAsync("Hauteur maximale, en cm", "180");
        await edited.TypeAsync("Poids maximal, en kg", "800");
        await edited.ClickAsync("Un seul article par palette");
        Assert.Equal(new Packaging { MultipleOf = 2.5m, PalletType = PalletType.Chep, MaxHeightCm = 180, MaxWeightKg = 800, NoMixedPallets = true }, edited.Rule);

        await edited.TypeAsync("Vendu par", "");
        await edited.TypeAsync("Type de palette", "");
        await edited.ClickAsync("Un seul article par palette");
        Assert.Equal(new Packaging { MaxHeightCm = 180, MaxWeightKg = 800 }, edited.Rule);
    }

    [Fact]
    public async Task A_minimum_and_the_carriage_are_filled_in()
    {
        var edited = Edit<MinimumOrderPart, MinimumOrder>((MinimumOrder)RuleKinds.Of(new MinimumOrder()).Empty());

        await edited.TypeAsync("Minimum de commande HT", "500.50");
        await edited.TypeAsync("Franco de port à partir de, HT", "1000");
        await edited.TypeAsync("Devise", "chf");
        await edited.TypeAsync("Quantité minimale, toutes lignes", "10");

        Assert.Equal(new MinimumOrder { Amount = 500.50m, CarriagePaidFrom = 1000, Currency = "CHF", Quantity = 10 }, edited.Rule);
    }

    [Fact]
    public async Task One_delivery_or_several_is_chosen()
    {
        var edited = Edit<PartialDeliveryPart, PartialDelivery>(new() { Allowed = false });
        await edited.ChooseAsync("En plusieurs fois");

        Assert.Equal(new PartialDelivery { Allowed = true }, edited.Rule);
    }

    [Fact]
    public async Task What_becomes_of_back_orders_is_chosen()
    {
        var edited = Edit<BackOrderPart, BackOrder>(new());
        await edited.ChooseAsync("Demander au client");

        Assert.Equal(new BackOrder { Policy = BackOrderPolicy.Ask }, edited.Rule);
    }

    [Fact]
    public async Task Papers_are_filled_in()
    {
        var edited = Edit<RequiredDocumentsPart, RequiredDocuments>(new());

        await edited.TypeAsync("Bons de livraison, exemplaires", "3");
        await edited.TypeAsync("Certificat", "Origin");
        await edited.TypeAsync("Langue des documents", "de");
        await edited.TypeAsync("Facture envoyée à", " factures@chartraine.example ");
        Assert.Equal(new RequiredDocuments { DeliveryNoteCopies = 3, Certificate = Certificate.Origin, Language = "de", SendInvoiceTo = "factures@chartraine.example" }, edited.Rule);

        await edited.TypeAsync("Certificat", "");
        await edited.TypeAsync("Langue des documents", "");
        Assert.Equal(new RequiredDocuments { DeliveryNoteCopies = 3, SendInvoiceTo = "factures@chartraine.example" }, edited.Rule);
    }

    [Fact]
    public async Task A_reference_is_tried_on_its_form()
    {
        var edited = Edit<ReferencePart, Reference>(new());

        await edited.ClickAsync("Obligatoire");
        await edited.TypeAsync("Forme attendue", @"^45\d{8}$");
        await edited.ClickAsync("BL");
        Assert.Equal(new Reference { Required = true, Pattern = @"^45\d{8}$", Where = Documents.DeliveryNote }, edited.Rule);

        await edited.Labelled("Essayer avec une référence").InputAsync("4500187342");
        Assert.Equal("convient", edited.Part.Find(".codes b").TextContent);
        await edited.Labelled("Essayer avec une référence").InputAsync("4711");
        Assert.Equal("ne convient pas", edited.Part.Find(".codes b").TextContent);
    }

    [Fact]
    public async Task A_form_that_could_run_long_is_refused_while_it_is_typed()
    {
        var edited = Edit<ReferencePart, Reference>(new());
        await edited.TypeAsync("Forme attendue", "(a+)+$");

        Assert.Contains("(a+)+$", edited.Part.Find("[role='alert']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_taken_however_it_is_written()
    {
        var edited = Edit<ContactFirstPart, ContactFirst>(new());

        await edited.TypeAsync("Qui prévenir", "magasin");
        await edited.TypeAsync("Téléphone", "+33 (0)2 37.00-00/00");
        await edited.TypeAsync("Heures avant la livraison", "24");

        Assert.Equal(new ContactFirst { Who = "magasin", Phone = "+33237000000", BeforeHours = 24 }, edited.Rule);
        Assert.Null(edited.Rule.Check());
    }

    [Fact]
    public async Task An_instruction_is_written()
    {
        var edited = Edit<InstructionPart, Instruction>(new());
        await edited.TypeAsync("Consigne", "Camion avec hayon");

        Assert.Equal(new Instruction { Text = "Camion avec hayon" }, edited.Rule);
    }

    private Edited<TPart, TRule> Edit<TPart, TRule>(TRule rule) where TPart : RulePart<TRule> where TRule : Rule => new(this, rule);

    /// <summary>A part on a page that keeps what it changes.</summary>
    private sealed class Edited<TPart, TRule> where TPart : RulePart<TRule> where TRule : Rule
    {
        public Edited(BunitContext page, TRule rule)
        {
            Rule = rule;
            Part = page.Render<TPart>(it => it.Add(part => part.Rule, rule).Add(part => part.RuleChanged, changed => Rule = (TRule)changed));
        }

        public TRule Rule { get; private set; }

        public IRenderedComponent<TPart> Part { get; }

        public Task TypeAsync(string label, string text) => ThenShowAsync(Labelled(label).ChangeAsync(text));

        public Task ClickAsync(string text) => ThenShowAsync(Part.FindAll("button").Single(button => button.TextContent.Trim() == text).ClickAsync());

        public Task ChooseAsync(string text) => ThenShowAsync(Part.FindAll("label").Single(label => label.TextContent.Trim() == text).QuerySelector("input")!.ChangeAsync("on"));

        private async Task ThenShowAsync(Task act)
        {
            await act;
            Part.Render(again => again.Add(part => part.Rule, Rule));
        }

        public IElement Labelled(string label) =>
            Part.FindAll("label").Single(each => each.QuerySelector(".lab")?.FirstChild?.TextContent.Trim() == label).QuerySelector("input,select,textarea")!;
    }
}
