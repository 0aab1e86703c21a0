using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AdvPortal.Browser.Tests;

/// <summary>A tender won, from the client's question to the price of its next order, through nothing but pages.</summary>
[Collection("Browser")]
public sealed class TenderStoryTests(BrowserFixture browsers)
{
    [Fact]
    public async Task D_une_question_au_prix_de_la_commande_suivante()
    {
        await using var portal = browsers.Start();
        var company = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv), ("Sophie Leroy", Role.Manager));
        var client = await company.AClientAsync("Hydraulique Chartraine", "Claire Morel", c => c.Meet("Nadège Rousseau", ContactRole.Buyer, "n.rousseau@chartraine.example", null, "fr"));
        var screw = new Product("VH-M8-30-ZN", "Vis H M8×30 8.8 zinguée", "PCE");
        await company.StoreAsync(screw, new ContractPrice(client.Id, screw.Id, 8.40m, 100, "EUR", new(2026, 1, 1), null, null));
        var asked = await company.DoAsync<OpenInquiry, InquiryView>(u => u.ExecuteAsync(new()
        {
            ClientId = client.Id,
            From = "n.rousseau@chartraine.example",
            FromName = "Nadège Rousseau",
            Subject = "Consultation 2027",
            Body = "Bonjour,\nmerci de chiffrer pour l’an prochain :\nVH-M8-30-ZN : 50 000 et 200 000 pièces",
        }));

        await using var claire = await portal.ADeskAsync();
        await claire.SignInAsync(company, "Claire Morel");
        await claire.GoAsync(company, $"inquiries/{asked.Id.Value}");
        await claire.Link("Ouvrir un appel d’offres").ClickAsync();

        // Rien n’est ressaisi : le client, l’objet, ses mots, l’article et les quantités sont là.
        await Expect(claire.Page.GetByLabel("Objet")).ToHaveValueAsync("Consultation 2027");
        await Expect(claire.Page.GetByLabel("Article")).ToHaveValueAsync("VH-M8-30-ZN");
        await claire.Page.GetByLabel("Remise au plus tard").FillAsync("2020-01-06T12:00");
        await claire.Button("Ouvrir l’appel d’offres").ClickAsync();
        await claire.SeeAsync("La date limite est déjà passée");
        await claire.Page.GetByLabel("Remise au plus tard").FillAsync($"{portal.Clock.GetUtcNow().AddDays(9):yyyy-MM-dd}T12:00");
        await claire.Button("Ouvrir l’appel d’offres").ClickAsync();

        await claire.SeeAsync("déjà au contrat");
        var prices = claire.Page.GetByLabel("Prix HT, 10 · VH-M8-30-ZN");
        await prices.Nth(0).FillAsync("8,10");
        await prices.Nth(1).FillAsync("7,90");
        await prices.Nth(1).BlurAsync();
        await claire.Button("Enregistrer les prix").ClickAsync();
        await claire.SeeAsync("Total au plus 15\u202F800,00\u00A0€");
        await claire.Button("Demander l’approbation").ClickAsync();
        await claire.SeeAsync("l’accord d’un responsable est requis");
        var tender = claire.Page.Url;

        await using (var sophie = await portal.ADeskAsync())
        {
            await sophie.SignInAsync(company, "Sophie Leroy");
            await sophie.GoAsync(company, "tenders?view=ToApprove");
            await sophie.Page.Locator("main a[href^='tenders/0']").First.ClickAsync();
            await sophie.Button("Approuver").ClickAsync();
            await sophie.SeeAsync("Approuvée par Sophie Leroy");
            sophie.AssertNothingWrong();
        }

        await claire.Page.GotoAsync(tender);
        await claire.ReadyAsync();
        await claire.Button("Remettre l’offre").ClickAsync();
        await claire.Button("Envoyer l’offre").ClickAsync();
        await claire.SeeAsync("envoyée à n.rousseau@chartraine.example");
        await claire.Button("Gagné…").ClickAsync();
        await claire.Page.GetByRole(AriaRole.Dialog).GetByLabel("Motif").SelectOptionAsync("Price");
        await claire.Page.GetByRole(AriaRole.Dialog).GetByLabel("Concurrent").FillAsync("Boulonnerie du Nord");
        await claire.Button("Enregistrer le gain").ClickAsync();
        await claire.SeeAsync("Les prix gagnés sont au contrat de Hydraulique Chartraine.");

        await claire.Link("Voir les prix du client").ClickAsync();
        await claire.SeeAsync("7,90");
        await claire.GoAsync(company, $"inquiries/{asked.Id.Value}");
        await Expect(claire.Page.Locator("main a[href^='tenders/0']").First).ToBeVisibleAsync();

        var order = await company.DoAsync<PlaceOrder, OrderView>(u => u.ExecuteAsync(new() { ClientId = client.Id, CustomerReference = "4500187342", Lines = [new() { LineNo = "10", ProductCode = "VH-M8-30-ZN", Quantity = 200_000 }] }));
        await claire.GoAsync(company, $"orders/{order.Id.Value}");
        await claire.SeeAsync("7,90");
        claire.AssertNothingWrong();
    }
}
