using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AdvPortal.Browser.Tests;

/// <summary>An order goes out in two deliveries: what there is leaves first, the back order follows, and what the client refuses is sent again.</summary>
[Collection("Browser")]
public sealed class DeliveryStoryTests(BrowserFixture browsers)
{
    [Fact]
    public async Task Une_livraison_partielle_part_avec_un_reliquat_qui_reste_à_planifier()
    {
        await using var portal = browsers.Start();
        var company = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv), ("Malik Sanchez", Role.Logistics));
        var client = await company.AClientAsync("Serrurerie Lacombe", "Claire Morel", c => c.OpenSite("Atelier", "Europe/Paris", PostalAddress.Empty));
        await company.StoreAsync(new Product("TF-M10-60-ZN", "Tire-fond 10×60 zingué", "PCE"));
        await AConfirmedOrderAsync(company, client);
        await using var malik = await portal.ADeskAsync();
        await malik.SignInAsync(company, "Malik Sanchez");
        await malik.GoAsync(company, "deliveries");

        // Au clavier : planifier, puis déplacer d’un jour.
        var plan = malik.Page.Locator(".board-left").GetByRole(AriaRole.Button);
        await plan.FocusAsync();
        await plan.PressAsync("Enter");
        var card = malik.Page.Locator("a.board-card");
        await Expect(card).ToContainTextAsync("BL26-00001");
        await Expect(malik.Page.Locator(".board-left .board-card")).ToHaveCountAsync(0);
        await card.FocusAsync();
        await card.PressAsync("ArrowRight");
        await malik.SeeAsync("BL26-00001 déplacée au");
        Assert.Empty(await malik.ViolationsAsync("deliveries"));
        await card.PressAsync("Enter");

        // Il n’y a que 600 pièces : le reste attend.
        await Expect(malik.Page.Locator("h1")).ToHaveTextAsync("BL26-00001");
        await malik.Button("Modifier").ClickAsync();
        await malik.Page.GetByLabel("Quantité").FillAsync("600");
        await malik.Button("Modifier la livraison").ClickAsync();
        await Expect(malik.Page.Locator(".tbl .num b")).ToHaveTextAsync("600");
        await malik.Button("Emballer").First.ClickAsync();
        await malik.Button("Emballer la livraison").ClickAsync();
        await malik.SeeAsync("Emballée");
        await malik.Button("Expédier").First.ClickAsync();
        await malik.Page.GetByLabel("N° de suivi").FillAsync("HP42");
        await malik.Button("Expédier la livraison").ClickAsync();
        await malik.SeeAsync("Expédiée");
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(await malik.FetchAsync(malik.Link("Bon de livraison"))), StringComparison.Ordinal);
        Assert.Empty(await malik.ViolationsAsync("deliveries/{id}"));

        await malik.Button("Noter la livraison").First.ClickAsync();
        await malik.Page.GetByLabel("Reçu par").FillAsync("Karim Haddad");
        await malik.Button("Noter la livraison").Last.ClickAsync();
        await malik.SeeAsync("Livrée");
        await malik.DropAsync(new() { Name = "bl.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7"u8.ToArray() });
        await Expect(malik.Link("bl.pdf")).ToBeVisibleAsync();

        // Le reliquat est à planifier.
        await malik.GoAsync(company, "deliveries");
        await Expect(malik.Page.Locator(".board-left .board-card")).ToContainTextAsync("400");
        malik.AssertNothingWrong();
    }

    private static async Task AConfirmedOrderAsync(Company company, Client client)
    {
        var order = await company.DoAsync<PlaceOrder, OrderView>(place => place.ExecuteAsync(new()
        {
            ClientId = client.Id,
            SiteId = client.Sites[0].Id,
            CustomerReference = "SL-2026-121",
            RequestedOn = new(2026, 11, 25),
            Lines = [new() { ProductCode = "TF-M10-60-ZN", Quantity = 1000, NetPrice = 51m, PriceBaseQuantity = 100 }],
        }));

        foreach (var finding in order.Findings.Where(f => f.State is FindingState.Open))
        {
            order = await company.DoAsync<WaiveFinding, OrderView>(waive => waive.ExecuteAsync(order.Id, finding.Id, new("Convenu", "Karim Haddad"), order.Version));
        }

        await company.DoAsync<ConfirmOrder, OrderView>(confirm => confirm.ExecuteAsync(order.Id, order.Version));
    }
}
