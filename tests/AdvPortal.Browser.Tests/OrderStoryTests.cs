using System.Text.RegularExpressions;
using AdvPortal.Application.Demo;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Requirements;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace AdvPortal.Browser.Tests;

/// <summary>From the client's EDIFACT order to the acknowledgement in the client's mailbox, with what the client requires in between.</summary>
[Collection("Browser")]
public sealed partial class OrderStoryTests(BrowserFixture browsers)
{
    private const string Wednesdays = "Pas de livraison le mercredi à notre entrepôt de Chartres";
    private const string Codes = "Il faut rajouter les chiffres '0A-' devant nos codes produits";
    private const string Labels = "Merci de bien ajouter des étiquettes avec QR code sur vos colis";

    [Fact]
    public async Task La_commande_déposée_est_confirmée_pour_un_jour_où_le_client_reçoit_et_son_ARC_porte_ses_codes()
    {
        await using var portal = browsers.Start();
        var company = await AVisserieAsync(portal);
        await using var claire = await portal.ADeskAsync();
        await claire.SignInAsync(company, "Claire Morel");

        // La commande demande le mercredi 25 ; l’entrepôt ne reçoit pas ce jour-là.
        await claire.GoAsync(company, "orders");
        await claire.DropAsync(AnOrder(portal));
        await claire.Link("Ouvrir la commande").ClickAsync();
        await claire.SeeAsync(Wednesdays);
        await claire.SeeAsync(Codes);
        await claire.SeeAsync(Labels);
        await claire.Page.GetByRole(AriaRole.Button, new() { NameRegex = AcceptThursday() }).ClickAsync();
        await claire.SeeAsync("Tout est réglé");

        await claire.Button("Confirmer et envoyer l’ARC").ClickAsync();
        AssertLabels(await claire.FetchAsync(claire.Link("Imprimer les étiquettes")), DemoOrderFile.Reference(Today(portal)));

        // Huit secondes pour reprendre sa parole, puis l’ARC part.
        portal.Clock.Advance(TimeSpan.FromSeconds(10));
        await claire.GoAsync(company, "mailbox");
        await claire.Page.Locator(".mail-row").First.ClickAsync();
        await claire.SeeAsync("n.rousseau@hydraulique-chartraine.example");
        var answer = Read(await claire.FetchAsync(claire.Page.Locator(".mail-files a[download$='.pdf']")));

        Assert.Contains("0A-VH-M8-30-ZN", answer, StringComparison.Ordinal);
        Assert.Contains(DemoOrderFile.Reference(Today(portal)), answer, StringComparison.Ordinal);
        Assert.Contains("jeu. 26 nov. 2026", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("VH-M8-30-ZN", answer.Replace("0A-VH-M8-30-ZN", "", StringComparison.Ordinal), StringComparison.Ordinal);
        claire.AssertNothingWrong();
    }

    [Fact]
    public async Task Une_commande_se_valide_au_clavier_seul()
    {
        await using var portal = browsers.Start();
        var company = await AVisserieAsync(portal);
        await using var claire = await portal.ADeskAsync();
        await claire.SignInAsync(company, "Claire Morel");
        await claire.GoAsync(company, "orders");
        await claire.DropAsync(AnOrder(portal));
        await claire.Link("Ouvrir la commande").WaitForAsync();
        await claire.GoAsync(company, "");
        await claire.Page.Locator(".queue-row").WaitForAsync();

        var keyboard = claire.Page.Keyboard;

        for (var steps = 0; steps < 40 && await claire.Page.Locator(".queue-row:focus").CountAsync() == 0; steps++)
        {
            await keyboard.PressAsync("Tab");
        }

        await Expect(claire.Page.Locator(".queue-row")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await claire.Page.GetByRole(AriaRole.Button, new() { NameRegex = AcceptThursday() }).WaitForAsync();
        await keyboard.PressAsync("1");
        await claire.SeeAsync("Tout est réglé");
        await keyboard.PressAsync("Control+Enter");

        await Expect(claire.Page.Locator(".snack [role=status], .snack").Filter(new() { HasTextRegex = Sent() }).First).ToBeVisibleAsync();
        claire.AssertNothingWrong();
    }

    private static async Task<Company> AVisserieAsync(RunningPortal portal)
    {
        var company = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv));
        var client = await company.AClientAsync("Hydraulique Chartraine", "Claire Morel", c =>
        {
            c.Identify(null, null, "3019876500016");
            c.OpenSite("Entrepôt de Chartres", "Europe/Paris", new("4 rue du Silo", "28000", "Chartres", "FR"), "3019876500023");
            c.Meet("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@hydraulique-chartraine.example", phone: null, language: null);
        });
        await company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30 8.8 zinguée", "PCE"), new Product("EH-M8-ZN", "Écrou H M8 cl. 8 zingué", "PCE"), new Product("RP-M8-ZN", "Rondelle plate M8 zinguée", "PCE"));
        await RequireAsync(Wednesdays, Severity.Block, new DeliveryDays { Closed = Weekdays.Wednesday }, client.Sites[0].Id);
        await RequireAsync(Codes, Severity.AutoFix, new ProductCode { Prefix = "0A-" });
        await RequireAsync(Labels, Severity.AutoFix, new Labelling { Symbology = Symbology.Qr, Per = LogisticUnit.Parcel });

        return company;

        Task RequireAsync(string sentence, Severity severity, Rule rule, SiteId? site = null) => company.DoAsync<CreateRequirement, RequirementView>(create => create.ExecuteAsync(client.Id, new()
        {
            SiteId = site,
            Sentence = sentence,
            Source = new(SourceKind.Email, "Nathalie Rousseau", new(2026, 2, 3)),
            Severity = severity,
            ValidFrom = new(2026, 2, 3),
            Rule = rule,
        }));
    }

    private static FilePayload AnOrder(RunningPortal portal) =>
        new() { Name = "4500187342.edi", MimeType = "application/EDIFACT", Buffer = DemoOrderFile.Write(Today(portal)) };

    private static DateOnly Today(RunningPortal portal) => DateOnly.FromDateTime(portal.Clock.GetUtcNow().Date);

    /// <summary>One for each of the three lines: to the eye the order, the place and the client's code, to the scanner a code of squares.</summary>
    private static void AssertLabels(byte[] pdf, string reference)
    {
        using var labels = PdfDocument.Open(pdf);
        Assert.Equal(3, labels.NumberOfPages);

        foreach (var (page, code) in labels.GetPages().Zip(["0A-VH-M8-30-ZN", "0A-EH-M8-ZN", "0A-RP-M8-ZN"]))
        {
            Assert.All([reference, "4 rue du Silo", "28000 Chartres", code], words => Assert.Contains(words, page.Text, StringComparison.Ordinal));

            // A QR code of the smallest kind has 21 rows, each of them several runs of dark squares.
            Assert.True(page.Paths.Where(path => path.IsFilled).Sum(path => path.Count) > 5 * 21);
        }
    }

    private static string Read(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);

        return string.Join('\n', document.GetPages().Select(page => page.Text));
    }

    [GeneratedRegex(@"Accepter\sjeu\.\s26", RegexOptions.None, 1000)]
    private static partial Regex AcceptThursday();

    [GeneratedRegex("ARC de .* envoyé", RegexOptions.None, 1000)]
    private static partial Regex Sent();
}
