using AdvPortal.Domain.Members;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AdvPortal.Browser.Tests;

/// <summary>Two people work through what came in: they see each other, only one of them settles a document, and the next one opens by itself.</summary>
[Collection("Browser")]
public sealed class QueueStoryTests(BrowserFixture browsers)
{
    [Fact]
    public async Task Deux_personnes_devant_le_même_document_se_voient_et_une_seule_le_traite()
    {
        await using var portal = browsers.Start();
        var company = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv), ("Yanis Benali", Role.Adv));
        await using var claire = await portal.ADeskAsync();
        await using var yanis = await portal.ADeskAsync();
        await claire.SignInAsync(company, "Claire Morel");
        await yanis.SignInAsync(company, "Yanis Benali");

        await claire.GoAsync(company, "orders/documents");
        await claire.DropAsync(AFile("4500187342"));
        await claire.DropAsync(AFile("4500187343"));
        await Expect(claire.Page.Locator("tbody tr[data-row]")).ToHaveCountAsync(2);
        await claire.Link("4500187342.csv").ClickAsync();
        await claire.SeeAsync("1 sur 2");

        await yanis.GoAsync(company, "orders/documents");
        await yanis.Link("4500187342.csv").ClickAsync();
        await yanis.SeeAsync("Claire Morel regarde aussi ce document");
        await claire.SeeAsync("Yanis Benali regarde aussi ce document");

        // Yanis a déjà la question sous les yeux quand Claire tranche.
        await yanis.Button("Mettre de côté").ClickAsync();
        await yanis.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await SetAsideAsync(claire);
        await claire.SeeAsync("1 sur 1");
        await Expect(claire.Page.Locator("h1")).ToHaveTextAsync("4500187343.csv");
        await yanis.NotSeeAsync("Claire Morel regarde aussi ce document");
        await yanis.SeeAsync("Quelqu’un vient de traiter ce document");

        await ChooseAsync(yanis);
        await yanis.SeeAsync("Ce document est déjà traité");

        await SetAsideAsync(claire);
        await claire.SeeAsync("La file est vide");
        claire.AssertNothingWrong();
        yanis.AssertNothingWrong();
    }

    [Fact]
    public async Task Des_fichiers_donnés_pendant_que_d_autres_attendent_ne_les_font_pas_perdre()
    {
        await using var portal = browsers.Start();
        var company = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv));
        await using var claire = await portal.ADeskAsync();
        await claire.SignInAsync(company, "Claire Morel");
        await claire.GoAsync(company, "orders/documents");

        // Before the portal can have asked for the first one.
        await claire.GiveInOneBreathAsync([AFile("4500187342"), AFile("4500187343"), AFile("4500187344")]);

        await Expect(claire.Page.Locator("tbody tr[data-row]")).ToHaveCountAsync(3);
        await claire.NotSeeAsync("Non pris");
        claire.AssertNothingWrong();
    }

    private static async Task SetAsideAsync(Desk desk)
    {
        await desk.Button("Mettre de côté").ClickAsync();
        await ChooseAsync(desk);
    }

    private static async Task ChooseAsync(Desk desk)
    {
        var dialog = desk.Page.GetByRole(AriaRole.Dialog);
        await dialog.Locator("select").SelectOptionAsync("Ce n’est pas une commande");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Mettre de côté" }).ClickAsync();
    }

    private static FilePayload AFile(string reference) => new()
    {
        Name = $"{reference}.csv",
        MimeType = "text/csv",
        Buffer = System.Text.Encoding.UTF8.GetBytes($"po_number,line_number,buyer_sku,quantity,unit_price\n{reference},1,4711,5000,8.40\n"),
    };
}
