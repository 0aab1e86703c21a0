using System.Text.RegularExpressions;
using AdvPortal.Application.Deliveries;
using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AdvPortal.Browser.Tests;

/// <summary>What a client asks is answered from the book in three clicks; what it complains of ends in a rule that the next order obeys.</summary>
[Collection("Browser")]
public sealed class InquiryStoryTests(BrowserFixture browsers)
{
    private const string Buyer = "n.rousseau@chartraine.example";

    [Fact]
    public async Task Où_en_est_notre_commande_reçoit_sa_réponse_en_trois_clics()
    {
        await using var portal = browsers.Start();
        var company = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv), ("Nadia Petit", Role.Adv));
        var client = await AClientAsync(company);
        await AnOrderAsync(company, client, "4500187342");
        var asked = await AskAsync(company, client, "Commande 4500187342", "Bonjour, où en est notre commande 4500187342 ?");

        await using var claire = await portal.ADeskAsync();
        await claire.SignInAsync(company, "Claire Morel");
        await claire.GoAsync(company, "inquiries");
        await claire.Page.Locator("a.inbox-row").ClickAsync();
        await claire.Button("Insérer l’état de la commande").ClickAsync();
        await Expect(claire.Page.GetByLabel("Votre réponse")).ToHaveValueAsync(new Regex("0A-114", RegexOptions.None, TimeSpan.FromSeconds(1)));

        // Une collègue ouvre la même question : chacune voit l’autre.
        await using (var nadia = await portal.ADeskAsync())
        {
            await nadia.SignInAsync(company, "Nadia Petit");
            await nadia.GoAsync(company, $"inquiries/{asked.Id.Value}");
            await nadia.SeeAsync("Claire Morel lit aussi cette conversation");
            await claire.SeeAsync("Nadia Petit lit aussi cette conversation");
            nadia.AssertNothingWrong();
        }

        await claire.Button("Envoyer et passer à la suivante").ClickAsync();
        await claire.SeeAsync("Réponse envoyée à Nadège Rousseau");
        await claire.GoAsync(company, $"inquiries/{asked.Id.Value}");
        await Expect(claire.Page.Locator(".msg.us")).ToContainTextAsync("0A-114");
        await Expect(claire.Page.Locator(".msg.us")).ToContainTextAsync("11 décembre");
        claire.AssertNothingWrong();
    }

    [Fact]
    public async Task Deux_conversations_n_en_font_plus_qu_une_et_une_autre_en_fait_deux()
    {
        await using var portal = browsers.Start();
        var company = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv));
        var client = await AClientAsync(company);
        var first = await AskAsync(company, client, "Étiquettes", "Où vont les étiquettes ?");
        var second = await AskAsync(company, client, "Étiquettes, suite", "Et le papier vert ?");

        await using var claire = await portal.ADeskAsync();
        await claire.SignInAsync(company, "Claire Morel");
        await claire.GoAsync(company, $"inquiries/{first.Id.Value}");
        await claire.Button("Réunir avec une autre").ClickAsync();
        await claire.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Radio).CheckAsync();
        Assert.Empty(await claire.ViolationsAsync("inquiries/{id}, merge"));
        await claire.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Réunir" }).ClickAsync();
        await claire.Page.WaitForURLAsync($"**/inquiries/{second.Id.Value}");
        await Expect(claire.Page.Locator(".msg")).ToHaveCountAsync(2);

        // Le papier vert est une autre affaire.
        await claire.Button("Séparer des messages").ClickAsync();
        await claire.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Checkbox).Last.CheckAsync();
        await claire.Page.GetByRole(AriaRole.Dialog).GetByLabel("Objet").FillAsync("Papier vert");
        Assert.Empty(await claire.ViolationsAsync("inquiries/{id}, split"));
        await claire.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Séparer" }).ClickAsync();
        await Expect(claire.Page.Locator(".inbox-head h2")).ToHaveTextAsync("Papier vert");
        await Expect(claire.Page.Locator(".msg")).ToHaveCountAsync(1);
        claire.AssertNothingWrong();
    }

    [Fact]
    public async Task Une_demande_de_changement_devient_un_avenant_sans_ressaisie()
    {
        await using var portal = browsers.Start();
        var company = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv));
        var client = await AClientAsync(company);
        var order = await AnOrderAsync(company, client, "4500187342");
        var asked = await AskAsync(company, client, "Commande 4500187342", "Bonjour, sur notre commande 4500187342, merci de passer la ligne 10 à 1 200 pièces.");

        await using var claire = await portal.ADeskAsync();
        await claire.SignInAsync(company, "Claire Morel");
        await claire.GoAsync(company, $"inquiries/{asked.Id.Value}");
        await claire.Link("En faire un avenant").ClickAsync();
        var dialog = claire.Page.GetByRole(AriaRole.Dialog);

        await Expect(dialog.GetByLabel("Quantité de la ligne 10")).ToHaveValueAsync("1200");
        await Expect(dialog.GetByLabel("Motif")).ToHaveValueAsync(new Regex("^Demandé par Nadège Rousseau le ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Empty(await claire.ViolationsAsync("orders/{id}, amend"));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Modifier la commande" }).ClickAsync();

        await claire.SeeAsync($"Commande {order.Number} modifiée, à valider de nouveau");
        await claire.Page.WaitForURLAsync($"**/orders/{order.Id.Value}");
        claire.AssertNothingWrong();
    }

    [Fact]
    public async Task Une_livraison_fausse_devient_un_8D_un_avoir_une_exigence_et_une_commande_suivante_juste()
    {
        await using var portal = browsers.Start();
        var company = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv));
        var client = await AClientAsync(company);
        var delivery = await ADeliveryAsync(company, await AnOrderAsync(company, client, "4500187342"));
        var asked = await AskAsync(company, client, $"Livraison {delivery.Number}", $"Bonjour, sur {delivery.Number} deux cartons ne portent aucune étiquette. Merci de coller un QR code sur chaque colis.");

        await using var claire = await portal.ADeskAsync();
        await claire.SignInAsync(company, "Claire Morel");
        await claire.GoAsync(company, $"inquiries/{asked.Id.Value}");
        await claire.Link("En faire une réclamation").ClickAsync();

        // Rien n’est ressaisi : la livraison et ses lignes, l’objet, les mots, qui l’a dit.
        await Expect(claire.Page.GetByLabel("Objet")).ToHaveValueAsync($"Livraison {delivery.Number}");
        await Expect(claire.Page.GetByLabel("Mots du client")).ToHaveValueAsync(new Regex("QR code", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await claire.Page.GetByLabel("10", new() { Exact = true }).CheckAsync();
        await claire.Page.GetByLabel("Quantité contestée").FillAsync("800");
        await claire.Page.GetByLabel("Nature").SelectOptionAsync("Logistics");
        Assert.Empty(await claire.ViolationsAsync("complaints/new"));

        // Partie un instant, elle retrouve ce qu’elle avait saisi.
        await claire.SeeAsync("Brouillons enregistrés");
        await claire.Page.ReloadAsync();
        await claire.ReadyAsync();
        await claire.Button("Reprendre la saisie").ClickAsync();
        await Expect(claire.Page.GetByLabel("Quantité contestée")).ToHaveValueAsync("800");
        await claire.Button("Ouvrir la réclamation").ClickAsync();
        await Expect(claire.Page.Locator("h1")).ToHaveTextAsync("RC26-00001");
        var complaint = claire.Page.Url;

        await claire.Page.Locator(".complaint-step textarea").FillAsync("Claire Morel");
        await KeepAndFinishAsync(claire, 1);
        await claire.Page.GetByLabel("Le problème, tel que nous le comprenons").FillAsync("Deux cartons sans étiquette");
        await KeepAndFinishAsync(claire, 2);
        await PlanAndFinishAsync(claire, 3, "Étiqueter le stock");
        await claire.Page.GetByLabel("Cause racine").FillAsync("L’usage du client n’était écrit nulle part");
        await claire.Page.GetByLabel("Nature de la cause").SelectOptionAsync("Labelling");
        await claire.Page.GetByLabel("De quel côté").SelectOptionAsync("Us");
        await KeepAndFinishAsync(claire, 4);
        await PlanAndFinishAsync(claire, 5, "Écrire l’exigence");
        await claire.Page.GetByLabel("Vérification de l’efficacité").FillAsync("Colis contrôlés");
        await KeepAndFinishAsync(claire, 6);

        // L’avoir.
        await claire.Button("Décider").ClickAsync();
        await claire.Page.Locator(".complaint-decide").GetByLabel("Avoir", new() { Exact = true }).CheckAsync();
        await claire.Button("Enregistrer").First.ClickAsync();
        await claire.Button("Demander l’avoir").ClickAsync();
        await claire.SeeAsync("Avoir AV26-00001");

        // L’exigence, dans les mots du client.
        await claire.Link("Créer l’exigence").ClickAsync();
        await claire.Button("Publier la version 1").ClickAsync();
        await Expect(claire.Page.Locator("h1")).ToHaveTextAsync("RC26-00001");
        await claire.SeeAsync("Aucune commande concernée depuis");
        await FinishAsync(claire, 7);
        await claire.Button("Écrire au client").ClickAsync();
        await claire.Button("Envoyer la réponse").ClickAsync();
        await claire.SeeAsync("Réponse au client");
        await claire.Button("Clôturer la réclamation").ClickAsync();
        await claire.SeeAsync("Clôturée");

        // La commande suivante part étiquetée comme il le demande, et la réclamation le montre.
        portal.Clock.Advance(TimeSpan.FromHours(1));
        var next = await AnOrderAsync(company, client, "4500187399");
        var packed = await APackedDeliveryAsync(company, next);
        await claire.GoAsync(company, $"deliveries/{packed.Id.Value}");
        await claire.SeeAsync("QR");
        await claire.Page.GotoAsync(complaint);
        await claire.ReadyAsync();
        await Expect(claire.Link(next.Number)).ToBeVisibleAsync();
        await claire.GoAsync(company, $"inquiries/{asked.Id.Value}");
        await Expect(claire.Link("RC26-00001")).ToBeVisibleAsync();
        claire.AssertNothingWrong();
    }

    private static async Task KeepAndFinishAsync(Desk desk, int step)
    {
        await desk.Page.Locator(".complaint-step").GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await FinishAsync(desk, step);
    }

    private static async Task PlanAndFinishAsync(Desk desk, int step, string what)
    {
        await desk.Page.GetByLabel("Action").FillAsync(what);
        await desk.Button("Ajouter").First.ClickAsync();
        await desk.Page.GetByLabel(what, new() { Exact = true }).CheckAsync();

        // One thing at a time: what is clicked before the tick was taken in is not heard.
        await desk.SeeAsync("1 sur 1 faites");
        await FinishAsync(desk, step);
    }

    // What the step still lacked has been said once nothing is lacking.
    private static async Task FinishAsync(Desk desk, int step)
    {
        await Expect(desk.Text("Pour terminer")).ToHaveCountAsync(0);
        await desk.Button($"Terminer l’étape {step}").ClickAsync();
        await Expect(desk.Button($"Terminer l’étape {step}")).ToHaveCountAsync(0);
    }

    private static async Task<Client> AClientAsync(Company company)
    {
        var client = await company.AClientAsync("Hydraulique Chartraine", "Claire Morel", c =>
        {
            c.Meet("Nadège Rousseau", ContactRole.Buyer, Buyer, null, "fr");
            c.OpenSite("Atelier", "Europe/Paris", PostalAddress.Empty);
        });
        var screw = new Product("VH-M8-30-ZN", "Vis H M8×30 8.8 zinguée", "PCE");
        await company.StoreAsync(screw, new ContractPrice(client.Id, screw.Id, 8.40m, 100, "EUR", new(2026, 1, 1), null, null), new BuyerCode(client.Id, "0A-114", screw.Id));

        return client;
    }

    private static Task<InquiryView> AskAsync(Company company, Client client, string subject, string body) =>
        company.DoAsync<OpenInquiry, InquiryView>(u => u.ExecuteAsync(new() { ClientId = client.Id, From = Buyer, FromName = "Nadège Rousseau", Subject = subject, Body = body }));

    private static async Task<OrderView> AnOrderAsync(Company company, Client client, string reference)
    {
        var order = await company.DoAsync<PlaceOrder, OrderView>(place => place.ExecuteAsync(new()
        {
            ClientId = client.Id,
            SiteId = client.Sites[0].Id,
            CustomerReference = reference,
            RequestedOn = new(2026, 12, 11),
            Lines = [new() { LineNo = "10", BuyerCode = "0A-114", ProductCode = "VH-M8-30-ZN", Quantity = 1000, NetPrice = 8.40m, PriceBaseQuantity = 100 }],
        }));

        foreach (var finding in order.Findings.Where(f => f.State is FindingState.Open))
        {
            order = await company.DoAsync<WaiveFinding, OrderView>(waive => waive.ExecuteAsync(order.Id, finding.Id, new("Convenu", "Karim Haddad"), order.Version));
        }

        return await company.DoAsync<ConfirmOrder, OrderView>(confirm => confirm.ExecuteAsync(order.Id, order.Version));
    }

    private static async Task<DeliveryView> ADeliveryAsync(Company company, OrderView order)
    {
        var delivery = await APackedDeliveryAsync(company, order);
        delivery = await company.DoAsync<ShipDelivery, DeliveryView>(u => u.ExecuteAsync(delivery.Id, new(), delivery.Version));

        return await company.DoAsync<DeliverDelivery, DeliveryView>(u => u.ExecuteAsync(delivery.Id, new() { ReceivedBy = "Paul Garnier" }, delivery.Version));
    }

    private static async Task<DeliveryView> APackedDeliveryAsync(Company company, OrderView order)
    {
        var delivery = await company.DoAsync<PlanDelivery, DeliveryView>(u => u.ExecuteAsync(new() { Orders = [order.Id] }));

        return await company.DoAsync<PackDelivery, DeliveryView>(u => u.ExecuteAsync(delivery.Id, new() { Parcels = 2 }, delivery.Version));
    }
}
