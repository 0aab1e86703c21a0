using System.Text;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Requirements;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace AdvPortal.Browser.Tests;

/// <summary>From the client's OrderChange to the second version of our answer, with a person in between who decides.</summary>
[Collection("Browser")]
public sealed class AmendmentStoryTests(BrowserFixture browsers)
{
    private const string Reference = "4500187342";

    [Fact]
    public async Task La_modification_déposée_est_appliquée_et_le_client_reçoit_la_version_2_de_son_ARC()
    {
        await using var portal = browsers.Start();
        var (company, order) = await AVisserieAsync(portal);
        await using var claire = await portal.ADeskAsync();
        await claire.SignInAsync(company, "Claire Morel");

        // Huit secondes sont passées : la première version est partie.
        portal.Clock.Advance(TimeSpan.FromSeconds(10));
        await claire.GoAsync(company, "mailbox");
        await claire.SeeAsync("acceptée");

        await claire.GoAsync(company, "orders/documents");
        await claire.DropAsync(new() { Name = "CHG-1.xml", MimeType = "application/xml", Buffer = AChange() });
        await claire.Link("Ouvrir le document").ClickAsync();
        await claire.SeeAsync("Modification CHG-1");
        await claire.SeeAsync("ARC, version 2");
        await claire.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("VH-M8-30-ZN.*Modifiée", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }).WaitForAsync();
        await claire.Button("Appliquer la modification").ClickAsync();

        await claire.SeeAsync("Modifiée par Claire Morel");
        await claire.Button("Confirmer et envoyer l’ARC").ClickAsync();
        await claire.Page.GetByText("ARC de").First.WaitForAsync();
        portal.Clock.Advance(TimeSpan.FromSeconds(10));
        await claire.GoAsync(company, "mailbox");
        await claire.Page.Locator(".mail-row").First.ClickAsync();
        var answer = Read(await claire.FetchAsync(claire.Page.Locator(".mail-files a[download$='.pdf']")));

        Assert.All(
            ["version 2", "Modification CHG-1", "Modification acceptée", "quantité 6\u202F000 au lieu", "Ligne supprimée à votre demande", "0A-VH-M8-30-ZN", order.Number],
            expected => Assert.Contains(expected, answer, StringComparison.Ordinal));
        claire.AssertNothingWrong();
    }

    private static async Task<(Company Company, OrderView Order)> AVisserieAsync(RunningPortal portal)
    {
        var company = await portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv));
        var client = await company.AClientAsync("Hydraulique Chartraine", "Claire Morel", c =>
        {
            c.Identify(null, null, "3019876500016");
            c.OpenSite("Entrepôt de Chartres", "Europe/Paris", new("4 rue du Silo", "28000", "Chartres", "FR"), "3019876500023");
            c.Meet("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@hydraulique-chartraine.example", phone: null, language: null);
        });
        await company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30 8.8 zinguée", "PCE"), new Product("EH-M8-ZN", "Écrou H M8 cl. 8 zingué", "PCE"));
        await company.DoAsync<CreateRequirement, RequirementView>(create => create.ExecuteAsync(client.Id, new()
        {
            Sentence = "Il faut rajouter les chiffres '0A-' devant nos codes produits",
            Source = new(SourceKind.Email, "Nathalie Rousseau", new(2026, 2, 3)),
            Severity = Severity.AutoFix,
            ValidFrom = new(2026, 2, 3),
            Rule = new ProductCode { Prefix = "0A-" },
        }));
        var order = await company.DoAsync<PlaceOrder, OrderView>(place => place.ExecuteAsync(new()
        {
            ClientId = client.Id,
            CustomerReference = Reference,
            RequestedOn = new(2026, 11, 27),
            Lines =
            [
                new() { LineNo = "10", ProductCode = "VH-M8-30-ZN", Quantity = 5000, NetPrice = 8.40m, PriceBaseQuantity = 100 },
                new() { LineNo = "20", ProductCode = "EH-M8-ZN", Quantity = 300, NetPrice = 3.10m, PriceBaseQuantity = 100 },
            ],
        }));

        return (company, await company.DoAsync<ConfirmOrder, OrderView>(confirm => confirm.ExecuteAsync(order.Id, order.Version)));
    }

    /// <summary>6 000 vis au lieu de 5 000, plus d’écrous.</summary>
    private static byte[] AChange() => Encoding.UTF8.GetBytes($"""
        <OrderChange xmlns="urn:oasis:names:specification:ubl:schema:xsd:OrderChange-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:UBLVersionID>2.1</cbc:UBLVersionID><cbc:ID>CHG-1</cbc:ID><cbc:IssueDate>2026-11-23</cbc:IssueDate><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          <cac:OrderReference><cbc:ID>{Reference}</cbc:ID></cac:OrderReference>
          <cac:BuyerCustomerParty><cac:Party><cbc:EndpointID schemeID="0088">3019876500016</cbc:EndpointID><cac:PartyName><cbc:Name>Hydraulique Chartraine</cbc:Name></cac:PartyName></cac:Party></cac:BuyerCustomerParty>
          <cac:OrderLine><cac:LineItem><cbc:ID>10</cbc:ID><cbc:Quantity unitCode="H87">6000</cbc:Quantity><cac:Item><cac:BuyersItemIdentification><cbc:ID>0A-VH-M8-30-ZN</cbc:ID></cac:BuyersItemIdentification></cac:Item></cac:LineItem></cac:OrderLine>
        </OrderChange>
        """);

    private static string Read(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);

        return string.Join('\n', document.GetPages().Select(page => page.Text));
    }
}
