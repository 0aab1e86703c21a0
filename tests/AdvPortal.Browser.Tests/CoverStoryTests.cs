using AdvPortal.Application.Orders;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AdvPortal.Browser.Tests;

/// <summary>Somebody is away: a colleague sees the same work, marked as theirs, for as long as it lasts.</summary>
[Collection("Browser")]
public sealed class CoverStoryTests(BrowserFixture browsers)
{
    [Fact]
    public async Task Claire_est_absente_Yanis_répond_pour_elle_et_cela_finit_de_soi_même()
    {
        await using var portal = browsers.Start();
        var company = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv), ("Yanis Benali", Role.Adv), ("Inès Caron", Role.Adv), ("Sophie Leroy", Role.Manager));
        var client = await company.AClientAsync("Serrurerie Lacombe", "Claire Morel");
        await company.StoreAsync(new Product("TF-M10-60-ZN", "Tire-fond 10×60 zingué", "PCE"));
        await company.DoAsync<PlaceOrder, OrderView>(place => place.ExecuteAsync(new()
        {
            ClientId = client.Id,
            CustomerReference = "SL-2026-121",
            RequestedOn = new(2026, 12, 8),
            Lines = [new() { ProductCode = "TF-M10-60-ZN", Quantity = 1000, NetPrice = 51m, PriceBaseQuantity = 100 }],
        }));

        await using (var sophie = await portal.ADeskAsync())
        {
            await sophie.SignInAsync(company, "Sophie Leroy");
            await sophie.GoAsync(company, "team");
            await sophie.Button("Absence").Last.ClickAsync();
            var dialog = sophie.Page.GetByRole(AriaRole.Dialog);
            await dialog.GetByLabel("Qui").SelectOptionAsync(new SelectOptionValue { Label = "Claire Morel" });
            await EnterAsync(dialog, "Premier jour", "23/11/2026");
            await EnterAsync(dialog, "Dernier jour", "27/11/2026");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Déclarer l’absence" }).ClickAsync();

            await sophie.Page.GetByLabel("Suppléant pour Serrurerie Lacombe").SelectOptionAsync(new SelectOptionValue { Label = "Yanis Benali" });
            await sophie.Button("Publier la suppléance").ClickAsync();
            await sophie.SeeAsync("Suppléance de Claire Morel publiée");
            sophie.AssertNothingWrong();
        }

        await using var yanis = await portal.ADeskAsync();
        await yanis.SignInAsync(company, "Yanis Benali");
        await yanis.SeeAsync("Vous remplacez Claire Morel jusqu’au");
        var work = yanis.Page.Locator(".queue-row").Filter(new() { HasText = "Serrurerie Lacombe" });
        await Expect(work.GetByTitle("pour Claire Morel")).ToBeVisibleAsync();

        portal.Clock.Advance(TimeSpan.FromDays(7));
        await yanis.GoAsync(company, "");
        await yanis.NotSeeAsync("Vous remplacez Claire Morel jusqu’au");
        await Expect(work).ToHaveCountAsync(0);
        yanis.AssertNothingWrong();
    }

    private static async Task EnterAsync(ILocator dialog, string label, string day)
    {
        var input = dialog.GetByRole(AriaRole.Textbox, new() { Name = label });
        await input.FillAsync(day);
        await input.PressAsync("Tab");
    }
}
