using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Requirements;
using Microsoft.Playwright;

namespace AdvPortal.Browser.Tests;

/// <summary>A late delivery told in time: from the workshop's word to the client's mailbox.</summary>
[Collection("Browser")]
public sealed class PromiseStoryTests(BrowserFixture browsers)
{
    [Fact]
    public async Task Un_retard_annoncé_par_l_atelier_est_reprogrammé_et_le_client_prévenu_avant_la_date()
    {
        await using var portal = browsers.Start();
        var (company, order) = await AVisserieAsync(portal);
        await using var claire = await portal.ADeskAsync();
        await claire.SignInAsync(company, "Claire Morel");
        portal.Clock.Advance(TimeSpan.FromSeconds(10));

        // L’atelier annonce le zingage pour vendredi : la promesse de vendredi ne tient plus.
        await claire.GoAsync(company, $"orders/{order.Id.Value}");
        await claire.Button("Disponibilité…").ClickAsync();
        await claire.Page.GetByLabel("Disponible à partir du").FillAsync("27/11/2026");
        await claire.Page.GetByLabel("Attend", new() { Exact = false }).First.FillAsync("Zingage attendu");
        await claire.Button("Enregistrer la disponibilité").ClickAsync();
        await claire.SeeAsync("Promesse du ven. 27 nov. à risque.");
        await claire.SeeAsync("Première date possible");

        // La première date possible est proposée avec ses raisons ; la cause est obligatoire.
        await claire.Button("Reprogrammer…").ClickAsync();
        await claire.SeeAsync("Pourquoi cette date");
        await claire.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Reprogrammer", Exact = true }).ClickAsync();
        await claire.SeeAsync("Choisissez la cause.");
        await claire.Page.GetByLabel("Cause").SelectOptionAsync("Retard d’un fournisseur");
        await claire.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Reprogrammer", Exact = true }).ClickAsync();
        await claire.SeeAsync("Client pas encore prévenu.");

        await claire.Button("Prévenir le client").ClickAsync();
        await claire.SeeAsync("Nathalie Rousseau (n.rousseau@hydraulique-chartraine.example)");
        Assert.Contains("au lieu du vendredi 27 novembre", await claire.Page.GetByLabel("Message").Or(claire.Page.Locator("textarea")).First.InputValueAsync(), StringComparison.Ordinal);
        await claire.Button("Envoyer l’avis").ClickAsync();
        await claire.SeeAsync("L’avis de nouvelle date part à l’instant");

        portal.Clock.Advance(TimeSpan.FromSeconds(10));
        await claire.GoAsync(company, "mailbox");
        await claire.SeeAsync("nouvelle date de livraison");
        await claire.GoAsync(company, $"orders/{order.Id.Value}");
        await claire.SeeAsync("Registre des promesses");
        await claire.NotSeeAsync("Client pas encore prévenu");
        Assert.Equal(2, await claire.Page.Locator(".ledger .chip.ok").CountAsync());
        Assert.Empty(await claire.ViolationsAsync("orders/{id}"));
        claire.AssertNothingWrong();
    }

    private static async Task<(Company Company, OrderView Order)> AVisserieAsync(RunningPortal portal)
    {
        var company = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv));
        var client = await company.AClientAsync("Hydraulique Chartraine", "Claire Morel", c =>
        {
            c.OpenSite("Entrepôt de Chartres", "Europe/Paris", new("4 rue du Silo", "28000", "Chartres", "FR"), "3019876500023");
            c.Meet("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@hydraulique-chartraine.example", phone: null, language: null);
        });
        await company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30 8.8 zinguée", "PCE"));
        await company.DoAsync<CreateRequirement, RequirementView>(create => create.ExecuteAsync(client.Id, new()
        {
            Sentence = "Pas de livraison le lundi",
            Source = new(SourceKind.Email, "Karim Haddad", new(2026, 2, 3)),
            Severity = Severity.AutoFix,
            ValidFrom = new(2026, 2, 3),
            Rule = new DeliveryDays { Closed = Weekdays.Monday },
        }));
        var order = await company.DoAsync<PlaceOrder, OrderView>(place => place.ExecuteAsync(new()
        {
            ClientId = client.Id,
            CustomerReference = "4500187342",
            RequestedOn = new(2026, 11, 27),
            Lines = [new() { LineNo = "10", ProductCode = "VH-M8-30-ZN", Quantity = 5000, NetPrice = 8.40m, PriceBaseQuantity = 100 }],
        }));

        return (company, await company.DoAsync<ConfirmOrder, OrderView>(confirm => confirm.ExecuteAsync(order.Id, order.Version)));
    }
}
