using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Requirements;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AdvPortal.Browser.Tests;

/// <summary>A supplier is late: the orders of the week are promised anew together, with the keyboard.</summary>
[Collection("Browser")]
public sealed class OrderBookStoryTests(BrowserFixture browsers)
{
    [Fact]
    public async Task Trois_commandes_sont_reprogrammées_ensemble_celle_qui_ne_le_peut_pas_dit_pourquoi_et_tout_se_reprend()
    {
        await using var portal = browsers.Start();
        var company = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv));
        var lacombe = await company.AClientAsync("Serrurerie Lacombe", "Claire Morel");
        var beaulieu = await company.AClientAsync("Garage Beaulieu", "Claire Morel");
        await company.StoreAsync(new Product("TF-M10-60-ZN", "Tire-fond 10×60 zingué", "PCE"));
        await company.DoAsync<CreateRequirement, RequirementView>(create => create.ExecuteAsync(beaulieu.Id, new()
        {
            Sentence = "Fermé le vendredi",
            Source = new(SourceKind.Call, "Paul Beaulieu"),
            Severity = Severity.Block,
            Rule = new DeliveryDays { Closed = Weekdays.Friday },
        }));
        await AConfirmedOrderAsync(company, lacombe, "SL-1");
        await AConfirmedOrderAsync(company, lacombe, "SL-2");
        await AConfirmedOrderAsync(company, beaulieu, "GB-1");

        await using var claire = await portal.ADeskAsync();
        await claire.SignInAsync(company, "Claire Morel");
        await claire.GoAsync(company, "orders");
        await Expect(claire.Page.Locator(".tab[aria-current] i")).ToHaveTextAsync("3");

        // Ctrl+A choisit toute la page, Espace en retire une, P montre l’aperçu.
        await claire.Page.Locator("main").FocusAsync();
        await claire.Page.Keyboard.PressAsync("Control+a");
        await claire.SeeAsync("Sélection : 3");
        await claire.Page.Keyboard.PressAsync("p");
        await Expect(claire.Page.GetByRole(AriaRole.Complementary, new() { Name = "Aperçu" }).GetByText("1re date confirmée").First).ToBeVisibleAsync();

        await claire.Button("Reprogrammer").First.ClickAsync();
        var dialog = claire.Page.GetByRole(AriaRole.Dialog);
        var day = dialog.GetByRole(AriaRole.Textbox, new() { Name = "Nouvelle date de livraison" });
        await day.FillAsync("27/11/2026");
        await day.PressAsync("Tab");
        await dialog.GetByLabel("Cause").SelectOptionAsync(new SelectOptionValue { Value = "Supplier" });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Reprogrammer 3 commandes" }).ClickAsync();

        await claire.SeeAsync("Modifiées : 2, refusées : 1");
        await Expect(claire.Page.Locator(".book-refused li")).ToHaveCountAsync(1);
        await Expect(claire.Page.Locator("tbody tr").Filter(new() { HasText = "ven. 27 nov." })).ToHaveCountAsync(2);

        await claire.Button("Annuler").ClickAsync();
        await claire.SeeAsync("2 commandes sont comme avant");
        await Expect(claire.Page.Locator("tbody tr").Filter(new() { HasText = "ven. 27 nov." })).ToHaveCountAsync(0);
        claire.AssertNothingWrong();
    }

    private static async Task AConfirmedOrderAsync(Company company, Client client, string reference)
    {
        var placed = await company.DoAsync<PlaceOrder, OrderView>(place => place.ExecuteAsync(new()
        {
            ClientId = client.Id,
            CustomerReference = reference,
            RequestedOn = new(2026, 11, 25),
            Lines = [new() { ProductCode = "TF-M10-60-ZN", Quantity = 1000, NetPrice = 51m, PriceBaseQuantity = 100 }],
        }));

        foreach (var finding in placed.Findings.Where(f => f.State is Domain.Orders.FindingState.Open))
        {
            await company.DoAsync<WaiveFinding, OrderView>(waive => waive.ExecuteAsync(placed.Id, finding.Id, new("Convenu", "Karim"), null));
        }

        await company.DoAsync<ConfirmOrder, OrderView>(confirm => confirm.ExecuteAsync(placed.Id, null));
    }
}
