using System.Text.RegularExpressions;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Requirements;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace AdvPortal.Browser.Tests;

/// <summary>What a client once said is asked again: they answer without an account, and a person here decides what follows.</summary>
[Collection("Browser")]
public sealed partial class ReconfirmationStoryTests(BrowserFixture browsers)
{
    private const string Days = "Pas de livraison le mercredi à notre entrepôt de Chartres";
    private const string Codes = "Il faut rajouter les chiffres '0A-' devant nos codes produits";
    private const string NewCodes = "Depuis janvier, c’est '0B-' devant nos codes produits";

    [Fact]
    public async Task Claire_demande_la_cliente_confirme_et_corrige_sans_compte_et_Claire_voit_les_deux()
    {
        await using var portal = browsers.Start();
        var company = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv));
        var client = await company.AClientAsync("Hydraulique Chartraine", "Claire Morel", c => c.Meet("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@hydraulique-chartraine.example", phone: null, language: null));
        await RequireAsync(company, client, Days, new DeliveryDays { Closed = Weekdays.Wednesday });
        await RequireAsync(company, client, Codes, new ProductCode { Prefix = "0A-" });

        await using var claire = await portal.ADeskAsync();
        await claire.SignInAsync(company, "Claire Morel");
        await claire.GoAsync(company, $"clients/{client.Id.Value}");
        var sheet = Read(await claire.FetchAsync(claire.Link("Fiche à faire signer")));
        Assert.Contains(Days, sheet, StringComparison.Ordinal);
        Assert.Contains("Toujours vrai", sheet, StringComparison.Ordinal);

        await claire.Button("Faire reconfirmer").ClickAsync();
        await claire.Button("Envoyer la demande").ClickAsync();
        await claire.SeeAsync("Demande envoyée à Nathalie Rousseau");
        await claire.SeeAsync("Reconfirmation demandée le");
        var link = await LinkInMailboxAsync(claire, company);

        // Chez la cliente : un téléphone, aucun compte, et rien d’autre à voir.
        await using (var nathalie = await portal.ADeskAsync(width: 390))
        {
            await nathalie.Page.GotoAsync(link);
            await nathalie.SeeAsync("Vos exigences sont-elles toujours les bonnes");
            await nathalie.NotSeeAsync("Claire Morel");
            await PointOf(nathalie, Days).GetByText("Toujours vrai").ClickAsync();
            await PointOf(nathalie, Codes).GetByText("À corriger").ClickAsync();
            await PointOf(nathalie, Codes).GetByRole(AriaRole.Textbox).FillAsync(NewCodes);
            await nathalie.Page.GetByLabel("Un mot à ajouter").FillAsync("Merci d’avoir demandé");
            await nathalie.Page.GetByLabel("Votre nom").FillAsync("Nathalie Rousseau");
            await nathalie.Button("Envoyer ma réponse").ClickAsync();
            await nathalie.SeeAsync("Merci, votre réponse est enregistrée");

            await nathalie.Page.GotoAsync(link);
            await nathalie.SeeAsync("Ce lien ne mène plus nulle part");
            await nathalie.NotSeeAsync(Days);
            nathalie.AssertNothingWrong();
        }

        await claire.GoAsync(company, "");
        await claire.Page.Locator(".queue-row").Filter(new() { HasText = "corrigée par le client" }).GetByRole(AriaRole.Link, new() { Name = "Réviser" }).ClickAsync();
        await Expect(claire.Page.GetByLabel("Dans ses mots")).ToHaveValueAsync(NewCodes);
        await Expect(claire.Page.GetByLabel("Dit par")).ToHaveValueAsync("Nathalie Rousseau");
        await claire.SeeAsync("Corrigée par le client");

        await claire.GoAsync(company, $"clients/{client.Id.Value}");
        await claire.SeeAsync("Karim Haddad, reconfirmée le");
        await claire.SeeAsync("1 exigence confirmée, 1 corrigée");
        await claire.SeeAsync("Merci d’avoir demandé");
        await claire.SeeAsync("Exigences reconfirmées ou corrigées par le client");
        claire.AssertNothingWrong();
    }

    private static ILocator PointOf(Desk desk, string sentence) => desk.Page.Locator("fieldset").Filter(new() { HasText = sentence });

    private static async Task<string> LinkInMailboxAsync(Desk desk, Company company)
    {
        await desk.GoAsync(company, "mailbox");
        await desk.Page.Locator(".mail-row").First.ClickAsync();
        await desk.Page.GetByText("Texte seul").ClickAsync();

        return Secret().Match(await desk.Page.Locator("pre.mail-body").InnerTextAsync()).Value;
    }

    private static Task<RequirementView> RequireAsync(Company company, Client client, string sentence, Rule rule) => company.DoAsync<CreateRequirement, RequirementView>(create => create.ExecuteAsync(client.Id, new()
    {
        Sentence = sentence,
        Source = new(SourceKind.Email, "Karim Haddad", new(2025, 2, 3)),
        Severity = Severity.Block,
        Rule = rule,
    }));

    private static string Read(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);

        return string.Concat(document.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
    }

    // The mail leads to the public address; a test has a port of its own.
    [GeneratedRegex("/[^/\\s]+/confirm/[0-9a-f]{64}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();
}
