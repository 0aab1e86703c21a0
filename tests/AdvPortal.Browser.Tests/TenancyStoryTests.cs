using AdvPortal.Application.Contracts;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Requirements;
using static Microsoft.Playwright.Assertions;

namespace AdvPortal.Browser.Tests;

/// <summary>Two companies in one browser, and the addresses of one in the hands of the other.</summary>
[Collection("Browser")]
public sealed class TenancyStoryTests(BrowserFixture browsers)
{
    [Fact]
    public async Task Deux_entreprises_dans_un_navigateur_ne_se_mêlent_pas()
    {
        await using var portal = browsers.Start();
        var visserie = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv));
        var comptoir = await portal.ACompanyAsync("Comptoir Beauceron");
        await comptoir.AlsoHireAsync("Claire Morel", Role.Adv, visserie);
        await visserie.AClientAsync("Serrurerie Lacombe", "Claire Morel");
        await comptoir.AClientAsync("Cantines du Loir", "Claire Morel");

        await using var claire = await portal.ADeskAsync();
        await claire.SignInAsync(visserie, "Claire Morel");
        await claire.GoAsync(visserie, "clients");
        await claire.SeeAsync("Serrurerie Lacombe");
        await claire.NotSeeAsync("Cantines du Loir");

        await claire.Page.Locator("button.tenant").ClickAsync();
        await claire.Page.Locator("#tenant-menu").GetByText("Comptoir Beauceron").ClickAsync();
        await claire.Page.WaitForURLAsync($"**/{comptoir.Slug}/**");
        await claire.GoAsync(comptoir, "clients");
        await claire.SeeAsync("Cantines du Loir");
        await claire.NotSeeAsync("Serrurerie Lacombe");
        claire.AssertNothingWrong();

        await claire.Page.Locator("[popovertarget=member-menu]").ClickAsync();
        await claire.Button("Se déconnecter").ClickAsync();
        await claire.Page.WaitForURLAsync($"**/{comptoir.Slug}/sign-in");
        await claire.Page.GotoAsync($"/{visserie.Slug}/clients");
        await Expect(claire.Page.GetByLabel("Mot de passe")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Une_étrangère_qui_colle_les_adresses_d_une_autre_entreprise_ne_trouve_rien()
    {
        await using var portal = browsers.Start();
        var visserie = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv));
        var comptoir = await portal.ACompanyAsync("Comptoir Beauceron", ("Léa Simon", Role.Admin));
        var client = await visserie.AClientAsync("Serrurerie Lacombe", "Claire Morel");
        var order = await visserie.DoAsync<PlaceOrder, OrderView>(place => place.ExecuteAsync(new()
        {
            ClientId = client.Id,
            CustomerReference = "SL-2026-121",
            Lines = [new() { ProductCode = "TF-M10-60-ZN", Quantity = 1000, NetPrice = 51m }],
        }));
        var document = await visserie.DoAsync<ReceiveOrderDocument, OrderDocumentView>(receive => receive.ExecuteAsync("Serrurerie Lacombe"u8.ToArray(), "commande.csv", "text/csv", client.Id));
        var requirement = await visserie.DoAsync<CreateRequirement, RequirementView>(create => create.ExecuteAsync(client.Id, new()
        {
            Sentence = "Serrurerie Lacombe ne reçoit pas le lundi",
            Source = new(SourceKind.Email, "Luc Berger"),
            Severity = Severity.Warn,
            Rule = new DeliveryDays { Closed = Weekdays.Monday },
        }));
        var handoff = await visserie.DoAsync<StartHandoff, HandoffView>(start => start.ExecuteAsync(new() { Client = new(Name: "Serrurerie Lacombe") }));

        await using var lea = await portal.ADeskAsync();
        await lea.SignInAsync(comptoir, "Léa Simon");

        foreach (var path in new[]
        {
            $"orders/{order.Id.Value}", $"clients/{client.Id.Value}", $"clients/{client.Id.Value}/edit", $"orders/documents/{document.Id.Value}", $"requirements/{requirement.Id.Value}", $"handoffs/{handoff.Id.Value}",
        })
        {
            // Under her own company's address, and under the other's.
            await lea.Page.GotoAsync($"/{comptoir.Slug}/{path}");
            await lea.SeeAsync("introuvable");
            await lea.NotSeeAsync("Serrurerie Lacombe");
            await lea.Page.GotoAsync($"/{visserie.Slug}/{path}");
            await Expect(lea.Page.GetByLabel("Mot de passe").Or(lea.Text("introuvable")).First).ToBeVisibleAsync();
            await lea.NotSeeAsync("Serrurerie Lacombe");
        }

        foreach (var path in new[]
        {
            $"orders/{order.Id.Value}", $"clients/{client.Id.Value}", $"orders/{order.Id.Value}/labels", $"order-documents/{document.Id.Value}/content", $"requirements/{requirement.Id.Value}", $"handoffs/{handoff.Id.Value}",
        })
        {
            Assert.Equal(404, (await lea.Context.APIRequest.GetAsync($"/{comptoir.Slug}/api/v1/{path}")).Status);
            Assert.NotEqual(200, (await lea.Context.APIRequest.GetAsync($"/{visserie.Slug}/api/v1/{path}", new() { MaxRedirects = 0 })).Status);
        }
    }
}
