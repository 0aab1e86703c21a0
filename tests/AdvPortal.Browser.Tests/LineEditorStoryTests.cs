using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AdvPortal.Browser.Tests;

/// <summary>An order that came by telephone or as a list in a mail, entered by hand as into a spreadsheet.</summary>
[Collection("Browser")]
public sealed class LineEditorStoryTests(BrowserFixture browsers)
{
    private const string FromASpreadsheet = "VH-M8-30-ZN\tVis H M8×30 8.8 zinguée\t1\u202F200\tPCE\t8,40\t100\t27/11/2026\r\n"
        + "77-001\t\"Écrou H M8\r\ncl. 8 «\u00A0zingué\u00A0»\"\t500\r\n"
        + "RP-M8-ZN\t\"Rondelle 3/8\"\"\"\tdouze\r\n"
        + "eh-m8-zn\tÉcrou\t1\u00A0234,50\t\t0,0210\t1\r\n"
        + "INCONNU\tRessort\t12\r\n";

    [Fact]
    public async Task Une_plage_collée_se_corrige_et_s_enregistre_au_clavier_seul()
    {
        await using var portal = browsers.Start();
        var company = await AVisserieAsync(portal);
        var told = 0;
        await using var claire = await AtTheGridAsync(portal, company, () => told++);
        var keyboard = claire.Page.Keyboard;

        await PasteAsync(claire, FromASpreadsheet);
        await claire.SeeAsync("Lignes collées\u00A0: 5. Désignations laissées de côté\u00A0: elles viennent du catalogue. Cellules à corriger\u00A0: 1.");
        Assert.Equal(1, told);
        Assert.Empty(await claire.ViolationsAsync("orders/new"));
        await Expect(Cell(claire, "Quantité", 3)).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(Cell(claire, "Quantité", 3)).ToHaveAccessibleDescriptionAsync("«\u00A0douze\u00A0» n’est pas un nombre. Exemple\u00A0: 1\u202F234,50");
        await Expect(Cell(claire, "Quantité", 4)).ToHaveValueAsync("1\u202F234,5");
        await Expect(Cell(claire, "Code (le nôtre ou le sien)", 5)).ToHaveAccessibleDescriptionAsync("Code inconnu\u00A0: la revue le demandera.");
        await Expect(claire.Page.GetByRole(AriaRole.Gridcell, new() { Name = "Écrou H M8 cl. 8 zingué" })).ToHaveCountAsync(2);

        // Rien ne part tant qu’une cellule est fausse : le clavier y est conduit.
        await keyboard.PressAsync("Control+Enter");
        await Expect(Cell(claire, "Quantité", 3)).ToBeFocusedAsync();
        await keyboard.TypeAsync("1 000");
        await keyboard.PressAsync("Enter");
        await Expect(Cell(claire, "Quantité", 4)).ToBeFocusedAsync();
        await claire.NotSeeAsync("Cellules à corriger");
        await Expect(Cell(claire, "Quantité", 3)).ToHaveValueAsync("1\u202F000");
        await keyboard.PressAsync("Control+Enter");
        await claire.Page.WaitForURLAsync("**/orders/0*");

        var lines = claire.Page.Locator(".lines tbody tr:has(td.ph-pick)");
        await Expect(lines).ToHaveCountAsync(5);
        await Expect(lines.Nth(0)).ToContainTextAsync("1\u202F200");
        await Expect(lines.Nth(1)).ToContainTextAsync("EH-M8-ZN");
        await Expect(lines.Nth(2)).ToContainTextAsync("1\u202F000");
        await Expect(lines.Nth(3)).ToContainTextAsync("1\u202F234,5");
        claire.AssertNothingWrong();
    }

    [Fact]
    public async Task La_grille_se_conduit_comme_un_tableur()
    {
        await using var portal = browsers.Start();
        var company = await AVisserieAsync(portal);
        await using var claire = await AtTheGridAsync(portal, company);
        var keyboard = claire.Page.Keyboard;

        await keyboard.TypeAsync("VH-M8-30-ZN");
        await keyboard.PressAsync("Tab");
        await Expect(Cell(claire, "Quantité", 1)).ToBeFocusedAsync();
        await keyboard.TypeAsync("100");
        await keyboard.PressAsync("Enter");
        await keyboard.PressAsync("Control+d");
        await Expect(Cell(claire, "Quantité", 2)).ToHaveValueAsync("100");

        // F2 ouvre la cellule, Échap rend ce qui y était, Suppr la vide, Ctrl Z la rend.
        await keyboard.PressAsync("F2");
        await keyboard.TypeAsync("5");
        await Expect(Cell(claire, "Quantité", 2)).ToHaveValueAsync("1005");
        await keyboard.PressAsync("Escape");
        await Expect(Cell(claire, "Quantité", 2)).ToHaveValueAsync("100");
        await keyboard.PressAsync("Delete");
        await Expect(Cell(claire, "Quantité", 2)).ToHaveValueAsync("");
        await keyboard.PressAsync("Control+z");
        await Expect(Cell(claire, "Quantité", 2)).ToHaveValueAsync("100");

        // Une plage se copie avec la désignation ; les lignes s’insèrent et se retirent.
        await Expect(claire.Page.GetByRole(AriaRole.Gridcell, new() { Name = "Vis H M8×30 8.8 zinguée" }).First).ToBeVisibleAsync();
        await keyboard.PressAsync("ArrowUp");
        await keyboard.PressAsync("Home");
        await keyboard.PressAsync("Shift+ArrowRight");
        await keyboard.PressAsync("Shift+ArrowRight");
        await Expect(claire.Page.Locator("td[aria-selected=true]")).ToHaveCountAsync(3);
        await keyboard.PressAsync("Control+c");
        Assert.Equal("VH-M8-30-ZN\tVis H M8×30 8.8 zinguée\t100", await claire.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await keyboard.PressAsync("Insert");
        await Expect(Cell(claire, "Code (le nôtre ou le sien)", 2)).ToHaveValueAsync("VH-M8-30-ZN");
        await keyboard.PressAsync("Control+Delete");
        await Expect(Cell(claire, "Code (le nôtre ou le sien)", 1)).ToHaveValueAsync("VH-M8-30-ZN");

        // Au bout de la grille, Tab en sort.
        await keyboard.PressAsync("Control+End");
        await keyboard.PressAsync("Tab");
        await Expect(claire.Button("Enregistrer la commande")).ToBeFocusedAsync();
        claire.AssertNothingWrong();
    }

    [Fact]
    public async Task Ce_qui_dépasse_deux_cents_lignes_est_dit_et_tout_se_retrouve_en_revenant()
    {
        await using var portal = browsers.Start();
        var company = await AVisserieAsync(portal);
        await using var claire = await AtTheGridAsync(portal, company);

        await PasteAsync(claire, string.Join('\n', Enumerable.Range(1, 230).Select(number => $"VH-M8-30-ZN\t{number}")));
        await claire.SeeAsync("Lignes collées\u00A0: 200. Lignes laissées de côté\u00A0: 30\u00A0; 200 au plus à la fois.");
        await Expect(Cell(claire, "Quantité", 200)).ToHaveValueAsync("200");
        await claire.SeeAsync("Vis H M8×30 8.8 zinguée");

        await claire.GoAsync(company, "orders/new");
        await claire.Button("Reprendre la saisie").ClickAsync();
        await Expect(Cell(claire, "Quantité", 200)).ToHaveValueAsync("200");
        claire.AssertNothingWrong();
    }

    [Fact]
    public async Task Ce_qui_est_tapé_pendant_une_coupure_part_quand_la_connexion_revient()
    {
        await using var portal = browsers.Start();
        var company = await AVisserieAsync(portal);
        await using var claire = await AtTheGridAsync(portal, company);

        await claire.Page.EvaluateAsync("wire.close()");
        await claire.Page.Keyboard.TypeAsync("VH-M8-30-ZN");
        await claire.Page.Keyboard.PressAsync("Tab");
        await claire.Page.Keyboard.TypeAsync("4200");
        await claire.Page.Keyboard.PressAsync("Tab");

        await claire.SeeAsync("Vis H M8×30 8.8 zinguée");
        await Expect(Cell(claire, "Quantité", 1)).ToHaveValueAsync("4\u202F200");
    }

    [Fact]
    public async Task Ce_qui_est_tapé_pendant_une_coupure_survit_à_la_page()
    {
        await using var portal = browsers.Start();
        var company = await AVisserieAsync(portal);
        await using var claire = await AtTheGridAsync(portal, company);
        var keyboard = claire.Page.Keyboard;
        await keyboard.TypeAsync("VH-M8-30-ZN");
        await keyboard.PressAsync("Tab");
        await claire.SeeAsync("Vis H M8×30 8.8 zinguée");

        // La connexion tombe ; la page se ferme avant son retour.
        await claire.Page.EvaluateAsync("Blazor.disconnect()");
        await keyboard.TypeAsync("4200");
        await keyboard.PressAsync("Tab");
        await claire.GoAsync(company, "orders/new");

        await Expect(Cell(claire, "Quantité", 1)).ToHaveValueAsync("4\u202F200");
        await Expect(Cell(claire, "Code (le nôtre ou le sien)", 1)).ToHaveValueAsync("VH-M8-30-ZN");
        await claire.SeeAsync("Hydraulique Chartraine");
    }

    private static async Task<Company> AVisserieAsync(RunningPortal portal)
    {
        var company = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv));
        var client = await company.AClientAsync("Hydraulique Chartraine", "Claire Morel");
        var nut = new Product("EH-M8-ZN", "Écrou H M8 cl. 8 zingué", "PCE");
        await company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30 8.8 zinguée", "PCE"), nut, new Product("RP-M8-ZN", "Rondelle plate M8 zinguée", "PCE"));
        await company.StoreAsync(new BuyerCode(client.Id, "77-001", nut.Id));

        return company;
    }

    /// <summary>The client is chosen, the first cell has the focus, and the clipboard is ours.</summary>
    private static async Task<Desk> AtTheGridAsync(RunningPortal portal, Company company, Action? told = null)
    {
        var desk = await portal.ADeskAsync();
        desk.Page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) =>
        {
            if (frame.Binary.AsSpan().IndexOf("TakeAsync"u8) >= 0)
            {
                told?.Invoke();
            }
        };
        await desk.Page.AddInitScriptAsync("window.WebSocket = class extends WebSocket { constructor(...how) { super(...how); window.wire = this; } }");
        await desk.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await desk.SignInAsync(company, "Claire Morel");
        await desk.GoAsync(company, "orders/new");
        await desk.Page.GetByRole(AriaRole.Searchbox).First.FillAsync("Hydraulique");
        await desk.Button("Hydraulique Chartraine").ClickAsync();
        await Cell(desk, "Code (le nôtre ou le sien)", 1).FocusAsync();

        return desk;
    }

    private static async Task PasteAsync(Desk desk, string range)
    {
        await desk.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", range);
        await desk.Page.Keyboard.PressAsync("Control+v");
    }

    private static ILocator Cell(Desk desk, string column, int line) => desk.Page.GetByRole(AriaRole.Textbox, new() { Name = $"{column}, ligne {line}", Exact = true });
}
