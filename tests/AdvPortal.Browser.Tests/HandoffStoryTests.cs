using System.Text.RegularExpressions;
using AdvPortal.Application.Demo;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace AdvPortal.Browser.Tests;

/// <summary>The whole way of a client, from the signed contract to the first acknowledged order, through nothing but pages.</summary>
[Collection("Browser")]
public sealed partial class HandoffStoryTests(BrowserFixture browsers)
{
    private const string Wednesdays = "Pas de livraison les mercredis et jeudis à notre entrepôt de Chartres";
    private const string Labels = "Merci de bien ajouter des étiquettes avec QR code sur vos colis";
    private const string Codes = "Il faut rajouter les chiffres '0A-' devant nos codes produits";

    [Fact]
    public async Task Du_contrat_signé_par_Marc_à_l_ARC_envoyé_par_Claire()
    {
        await using var portal = browsers.Start();
        var company = await portal.ACompanyAsync("Visserie du Perche", ("Marc Dubois", Role.Sales), ("Claire Morel", Role.Adv));
        await company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30 8.8 zinguée", "PCE"), new Product("EH-M8-ZN", "Écrou H M8 cl. 8 zingué", "PCE"), new Product("RP-M8-ZN", "Rondelle plate M8 zinguée", "PCE"));
        await MarcHandsTheClientOverAsync(portal, company);

        await using var claire = await portal.ADeskAsync();
        await claire.SignInAsync(company, "Claire Morel");
        await claire.GoAsync(company, "handoffs");
        await claire.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Hydraulique Chartraine" }).First.ClickAsync();
        await claire.Button("Accepter le relais").ClickAsync();
        await claire.SeeAsync("Relais accepté, le client est dans le portefeuille");

        var handoff = claire.Page.Url.Split('?')[0];
        await WriteRequirementAsync(claire, handoff, Wednesdays, async () =>
        {
            await Expect(claire.Page.Locator(".day-toggle.closed")).ToHaveTextAsync(["mer. fermé", "jeu. fermé"]);
            await Expect(claire.Page.Locator(".req-editor").GetByRole(AriaRole.Combobox, new() { Name = "Site", Exact = true })).ToHaveValueAsync(Id());
        }, "Bloquante");
        await WriteRequirementAsync(claire, handoff, Labels, () => Expect(claire.Page.Locator(".req-editor").GetByLabel("Règle")).ToHaveValueAsync("labelling"), "Automatique");
        await WriteRequirementAsync(claire, handoff, Codes, () => Expect(claire.Page.GetByLabel("Devant nos codes")).ToHaveValueAsync("0A-"), "Automatique");

        // La commande demande le mercredi 25 ; la première date possible est le vendredi 27.
        await claire.GoAsync(company, "orders");
        await claire.DropAsync(new() { Name = "4500187342.edi", MimeType = "application/EDIFACT", Buffer = DemoOrderFile.Write(DateOnly.FromDateTime(portal.Clock.GetUtcNow().Date)) });
        await claire.Link("Ouvrir la commande").ClickAsync();
        await claire.SeeAsync(Wednesdays);
        await claire.SeeAsync(Labels);
        await claire.SeeAsync(Codes);
        await claire.Page.GetByRole(AriaRole.Button, new() { NameRegex = AcceptFriday() }).ClickAsync();
        await claire.Page.GetByRole(AriaRole.Button, new() { NameRegex = ApplyContractPrice() }).ClickAsync();
        await claire.SeeAsync("Tout est réglé");
        await claire.Button("Confirmer et envoyer l’ARC").ClickAsync();
        await Expect(claire.Link("Imprimer les étiquettes")).ToBeVisibleAsync();

        // Huit secondes pour reprendre sa parole, puis l’ARC part.
        portal.Clock.Advance(TimeSpan.FromSeconds(10));
        await claire.GoAsync(company, "mailbox");
        await claire.Page.Locator(".mail-row").First.ClickAsync();
        await claire.SeeAsync("n.rousseau@hydraulique-chartraine.example");
        using var answer = PdfDocument.Open(await claire.FetchAsync(claire.Page.Locator(".mail-files a[download$='.pdf']")));
        Assert.Contains("0A-VH-M8-30-ZN", string.Join('\n', answer.GetPages().Select(page => page.Text)), StringComparison.Ordinal);
        claire.AssertNothingWrong();
    }

    private static async Task MarcHandsTheClientOverAsync(RunningPortal portal, Company company)
    {
        await using var marc = await portal.ADeskAsync();
        await marc.SignInAsync(company, "Marc Dubois");
        await marc.GoAsync(company, "handoffs");
        await marc.Button("Nouveau relais").ClickAsync();
        await Expect(marc.Button("Transmettre à l’ADV")).ToBeDisabledAsync();

        await TypeAsync(marc, "Nom du client", "Hydraulique Chartraine");
        await TypeAsync(marc, "Code client", "C-0147");
        await TypeAsync(marc, "GLN", "3019876500016");
        await TypeAsync(marc, "Réf. contrat", "CC-2026-118");
        await TypeAsync(marc, "Signé le", "20/11/2026");
        await TypeAsync(marc, "Commence le", "23/11/2026");
        await TypeAsync(marc, "Finit le", "31/12/2027");
        await marc.Page.GetByLabel("À la fin du contrat").SelectOptionAsync("Il s’arrête");

        await StepAsync(marc, "Sites et contacts");
        await marc.Button("Ajouter un site").ClickAsync();
        await TypeAsync(marc, "Nom du site", "Entrepôt de Chartres");
        await TypeAsync(marc, "Code postal", "28000");
        await TypeAsync(marc, "Ville", "Chartres");
        await TypeAsync(marc, "GLN", "3019876500023");
        await MeetAsync(marc, 0, "Nathalie Rousseau", "n.rousseau@hydraulique-chartraine.example");
        await MeetAsync(marc, 1, "Julien Petit", "compta@hydraulique-chartraine.example");

        await StepAsync(marc, "Prix");

        foreach (var (at, code, price) in new[] { (0, "VH-M8-30-ZN", "8.4"), (1, "EH-M8-ZN", "3.1"), (2, "RP-M8-ZN", "1.25") })
        {
            await marc.Button("Ajouter un prix").ClickAsync();
            await TypeAsync(marc, "Notre article", code, at);
            await TypeAsync(marc, "Prix net", price, at);
            await TypeAsync(marc, "Pour", "100", at);
        }

        await StepAsync(marc, "Exigences du client");
        await SayAsync(marc, 0, "Des jours ou des heures de livraison", Wednesdays);
        await SayAsync(marc, 1, "Un étiquetage ou un emballage", Labels);
        await SayAsync(marc, 2, "Ses propres codes articles", Codes);

        foreach (var question in new[] { "Des documents à joindre", "Une consigne sur les livraisons partielles", "Une façon de facturer" })
        {
            await Question(marc, question).GetByText("Non", new() { Exact = true }).ClickAsync();
        }

        await marc.SeeAsync("Rien ne manque.");
        await marc.Button("Transmettre à l’ADV").ClickAsync();
        await marc.SeeAsync("Relais transmis à l’ADV");
        marc.AssertNothingWrong();
    }

    /// <summary>The portal reads the client's sentence; Claire looks, and puts it in force.</summary>
    private static async Task WriteRequirementAsync(Desk desk, string handoff, string sentence, Func<Task> look, string severity)
    {
        await desk.Page.GotoAsync($"{handoff}?step=Requirements");
        await desk.ReadyAsync();
        await desk.Page.Locator(".card-row").Filter(new() { HasText = sentence }).GetByRole(AriaRole.Link, new() { Name = "Écrire l’exigence" }).ClickAsync();
        await desk.Page.Locator(".reading mark").First.WaitForAsync();
        await look();
        await Expect(desk.Page.GetByRole(AriaRole.Radiogroup, new() { Name = "Gravité" }).GetByRole(AriaRole.Radio, new() { Name = severity })).ToBeCheckedAsync();
        await desk.Button("Publier la version 1").ClickAsync();
        await desk.SeeAsync("est en vigueur");
    }

    private static async Task StepAsync(Desk desk, string step)
    {
        await desk.Page.GetByLabel("Étapes").GetByText(step, new() { Exact = true }).ClickAsync();
        await desk.Page.Locator(".wizard-step[aria-current=step]").Filter(new() { HasText = step }).WaitForAsync();
    }

    private static async Task MeetAsync(Desk desk, int at, string name, string email)
    {
        await desk.Button("Ajouter un contact").ClickAsync();
        await TypeAsync(desk, "Nom", name, at);
        await TypeAsync(desk, "E-mail", email, at);
    }

    private static async Task SayAsync(Desk desk, int at, string question, string sentence)
    {
        await Question(desk, question).GetByText("Oui", new() { Exact = true }).ClickAsync();
        await TypeAsync(desk, "Dans ses mots", sentence, at);
        await TypeAsync(desk, "Dit par", "Karim Haddad", at);
    }

    private static ILocator Question(Desk desk, string question) => desk.Page.Locator(".question").Filter(new() { HasText = question });

    private static async Task TypeAsync(Desk desk, string label, string text, int at = 0)
    {
        // What may be left out says so behind its name.
        var name = new Regex($"^{Regex.Escape(label)}( ?\\(facultatif\\))?$", RegexOptions.None, TimeSpan.FromSeconds(1));
        var main = desk.Page.Locator("main");
        var field = main.GetByRole(AriaRole.Textbox, new() { NameRegex = name }).Or(main.GetByRole(AriaRole.Spinbutton, new() { NameRegex = name })).Nth(at);
        await field.FillAsync(text);
        await field.PressAsync("Tab");
    }

    [GeneratedRegex("^[0-9a-f-]{36}$", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"Accepter\sven\.\s27", RegexOptions.None, 1000)]
    private static partial Regex AcceptFriday();

    [GeneratedRegex(@"Appliquer\s1,25", RegexOptions.None, 1000)]
    private static partial Regex ApplyContractPrice();
}
