using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Application.Clients;
using AdvPortal.Application.Contracts;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using AdvPortal.Web.Components.Clients;
using AdvPortal.Web.Components.Contracts;
using AdvPortal.Web.Components.Intake;
using AdvPortal.Web.Components.Shared;
using AdvPortal.Web.Tests.Deliveries;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Contracts;

/// <summary>A blanket order as somebody reads it, writes it down and changes it.</summary>
public sealed class BlanketPageTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private Company _company = null!;
    private ClientId _client;
    private MemberId _sophie;
    private JsonNode _blanket = null!;
    private AsyncServiceScope _scope;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _sophie = await _company.AMemberAsync("Sophie Leroy", Role.Manager);
        _client = await _company.AClientAsync("Hydraulique Chartraine");
        await _company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"), new Product("TF-M10-60-ZN", "Tige filetée M10×60", "PCE"));
        _blanket = await _company.PostAsync("blanket-orders", $$"""
            { "clientId": "{{_client.Value}}", "customerReference": "CADRE-2027", "validFrom": "2026-01-01", "validUntil": "2027-12-31",
              "lines": [ { "productCode": "VH-M8-30-ZN", "quantity": 10000, "netPrice": 8.2, "priceBaseQuantity": 100, "rhythm": "800 par mois" } ] }
            """);
    }

    [Fact]
    public async Task The_page_says_what_was_agreed_what_is_called_off_and_what_is_left()
    {
        await _company.PostAsync("orders", $$"""{ "clientId": "{{_client.Value}}", "lines": [ { "productCode": "VH-M8-30-ZN", "quantity": 6000 } ] }""");
        var page = await OpenAsync(_sophie, Role.Manager);

        Assert.Contains((string)_blanket["number"]!, page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("Reste 10\u202F000", page.Find(".card-body").TextContent, StringComparison.Ordinal);
        Assert.Contains("800 par mois", page.Markup, StringComparison.Ordinal);
        Assert.Contains("en validation, ne compte pas encore", page.Markup, StringComparison.Ordinal);
        Assert.Equal($"blanket-orders/{_blanket["id"]}/edit", page.Find("a[data-key='e']").GetAttribute("href"));
    }

    [Theory]
    [InlineData(Role.Manager, true)]
    [InlineData(Role.Sales, false)]
    [InlineData(Role.Reader, false)]
    public async Task Only_whoever_manages_clients_is_offered_to_write_one_down_to_change_or_to_close_it(Role role, bool may)
    {
        var page = await OpenAsync(await _company.AMemberAsync("Paul Garnier", role), role);
        Assert.Equal(may ? 2 : 0, page.FindAll($"a[href$='/edit'], .page-head button").Count);

        var client = (await Services.GetRequiredService<ReadClient>().ExecuteAsync(_client)).Value!;
        var shell = Claire([.. Roles.PermissionsOf(role)]);
        var overview = Render<ClientOverview>(p => p.Add(it => it.Client, client).Add(it => it.Sites, []).Add(it => it.Today, new(2026, 11, 27)).Add(it => it.Shell, shell).AddCascadingValue(shell));
        await overview.WaitForElementAsync("a[href^='blanket-orders/']");
        Assert.Equal(may ? 1 : 0, overview.FindAll($"a[href='blanket-orders/new?client={_client.Value}']").Count);
    }

    [Fact]
    public async Task One_is_written_down_for_the_client_whose_sheet_led_there()
    {
        SignIn();
        Pages.NavigateTo($"blanket-orders/new?client={_client.Value}");
        var form = await NewAsync();
        Assert.Contains("Hydraulique Chartraine", form.Markup, StringComparison.Ordinal);
        Assert.Contains("Prix HT (EUR)", form.Markup, StringComparison.Ordinal);

        await FillAsync(form, "01/01/2027", "31/12/2027", "TF-M10-60-ZN", "12 000", "8,40");
        await form.InvokeAsync(() => form.Find("form.new-order").SubmitAsync());
        await form.WaitForAssertionAsync(() => Assert.Contains("blanket-orders/0", Pages.Uri, StringComparison.Ordinal));

        var stored = await StoredAsync(Pages.Uri[(Pages.Uri.LastIndexOf('/') + 1)..]);
        Assert.Equal(("2027-01-01", "2027-12-31", "TF-M10-60-ZN", 12_000m, 8.40m), ((string)stored["validFrom"]!, (string)stored["validUntil"]!, (string)stored["lines"]![0]!["productCode"]!, (decimal)stored["lines"]![0]!["agreedQuantity"]!, (decimal)stored["lines"]![0]!["netPrice"]!));
    }

    [Fact]
    public async Task What_is_missing_or_refused_is_said_at_its_field()
    {
        SignIn();
        var form = await NewAsync();
        await form.InvokeAsync(() => form.FindAll("form.new-order button").Single(button => button.TextContent.Trim() == "Ajouter une ligne").ClickAsync());
        await form.InvokeAsync(() => form.Find("form.new-order").SubmitAsync());
        Assert.Single(form.FindAll(".blanket-ask"));
        Assert.Equal(["Indiquez le premier jour.", "Indiquez le dernier jour.", "Indiquez le prix convenu."], form.FindAll(".field .error").Select(error => error.TextContent.Trim()).Where(said => said.StartsWith("Indiquez le", StringComparison.Ordinal)));

        await form.InvokeAsync(() => form.FindComponent<ClientPicker>().Instance.ChosenChanged.InvokeAsync(new ClientView(_client, "C", "Hydraulique Chartraine", null, null, null, "fr", "EUR", null, null, 1, null, null)));
        await FillAsync(form, "01/01/2027", "31/12/2027", "VIS-INCONNUE", "12 000", "8,40");
        await form.InvokeAsync(() => form.Find("form.new-order").SubmitAsync());
        await form.WaitForAssertionAsync(() => Assert.Contains("VIS-INCONNUE", Assert.Single(form.FindAll(".blanket-ask .error")).TextContent, StringComparison.Ordinal));
        Assert.Empty(form.FindAll(".refusal"));
    }

    [Fact]
    public async Task A_quantity_is_changed_for_a_reason_that_is_asked_for_at_its_field()
    {
        SignIn();
        var form = await EditAsync();
        Assert.Equal(["VH-M8-30-ZN", "10000", "PCE", "8,2", "100", "800 par mois"], form.FindAll(".blanket-ask input").Select(input => input.GetAttribute("value")));

        await form.InvokeAsync(() => form.FindAll(".blanket-ask input.num")[0].ChangeAsync("15 000"));
        await form.InvokeAsync(() => form.Find("form.new-order").SubmitAsync());
        await form.WaitForAssertionAsync(() => Assert.Equal("Dites pourquoi une quantité convenue change.", Assert.Single(form.FindAll(".error")).TextContent.Trim()));
        Assert.NotNull(form.Find("textarea").Closest(".field.err"));
        Assert.Empty(form.FindAll(".refusal"));

        await form.InvokeAsync(() => form.Find("textarea").ChangeAsync("Avenant du 2 décembre"));
        await form.InvokeAsync(() => form.Find("form.new-order").SubmitAsync());
        await form.WaitForAssertionAsync(() => Assert.EndsWith($"blanket-orders/{_blanket["id"]}", Pages.Uri, StringComparison.Ordinal));
        Assert.Equal((15_000m, "Avenant du 2 décembre"), ((decimal)(await StoredAsync())["lines"]![0]!["agreedQuantity"]!, (string)(await StoredAsync())["changes"]![0]!["reason"]!));
    }

    [Fact]
    public async Task What_a_colleague_saved_meanwhile_is_not_written_over()
    {
        SignIn();
        var form = await EditAsync();
        await form.InvokeAsync(() => form.Find("input[maxlength='70']").ChangeAsync("CADRE-2028"));
        await ChangeAsync("CADRE-2027-B");

        await form.InvokeAsync(() => form.Find("form.new-order").SubmitAsync());
        await form.WaitForElementAsync(".refusal");
        Assert.Equal("CADRE-2027-B", (string?)(await StoredAsync())["customerReference"]);

        await form.InvokeAsync(() => form.Find(".refusal button").ClickAsync());
        await form.WaitForAssertionAsync(() => Assert.Equal("CADRE-2027-B", form.Find("input[maxlength='70']").GetAttribute("value")));
        Assert.Empty(form.FindAll(".refusal"));

        // What was typed is there still, and says that it is of another time.
        await form.WaitForElementAsync(".draft-offer");
        await form.InvokeAsync(() => form.Find(".draft-offer .btn").ClickAsync());
        await form.WaitForElementAsync(".refusal");
        Assert.Equal("CADRE-2028", form.Find("input[maxlength='70']").GetAttribute("value"));
    }

    [Fact]
    public async Task What_was_typed_of_one_is_offered_when_the_form_is_opened_again()
    {
        SignIn();
        var form = await NewAsync();
        await FillAsync(form, "01/01/2027", "31/12/2027", "TF-M10-60-ZN", "12 000", "8,40");
        await DisposeComponentsAsync();

        var again = await NewAsync();
        await again.WaitForElementAsync(".draft-offer");
        await again.InvokeAsync(() => again.Find(".draft-offer .btn").ClickAsync());
        await again.WaitForAssertionAsync(() => Assert.Equal(["TF-M10-60-ZN", "12000", "", "8,4", "", ""], again.FindAll(".blanket-ask input").Select(input => input.GetAttribute("value") ?? "")));
        Assert.Equal(typeof(TypedBlanket), again.FindComponent<Drafted<TypedBlanket>>().Instance.Form.GetType());
    }

    [Fact]
    public async Task One_that_is_closed_or_that_there_is_not_is_changed_by_nobody()
    {
        SignIn();
        var missing = Render<BlanketEditPage>(p => p.Add(it => it.Id, Guid.CreateVersion7()));
        await missing.WaitForElementAsync(".refusal");

        Assert.True((await _scope.ServiceProvider.GetRequiredService<CloseBlanketOrder>().ExecuteAsync(new((Guid)_blanket["id"]!), new("Renégociée"), version: null)).IsOk);
        var closed = Render<BlanketEditPage>(p => p.Add(it => it.Id, (Guid)_blanket["id"]!));
        await closed.WaitForElementAsync(".refusal");
        Assert.Empty(missing.FindAll("form").Concat(closed.FindAll("form")));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private NavigationManager Pages => Services.GetRequiredService<NavigationManager>();

    private static async Task FillAsync(IRenderedComponent<BlanketEditPage> form, string starts, string ends, string product, string quantity, string price)
    {
        await form.InvokeAsync(() => form.FindAll("[data-whole] input[type='text']")[0].ChangeAsync(starts));
        await form.InvokeAsync(() => form.FindAll("[data-whole] input[type='text']")[1].ChangeAsync(ends));
        await form.InvokeAsync(() => form.Find(".blanket-ask input[list]").ChangeAsync(product));
        await form.InvokeAsync(() => form.FindAll(".blanket-ask input.num")[0].ChangeAsync(quantity));
        await form.InvokeAsync(() => form.FindAll(".blanket-ask input.num")[1].ChangeAsync(price));
    }

    private async Task<IRenderedComponent<BlanketEditPage>> NewAsync()
    {
        var form = Render<BlanketEditPage>();
        await form.WaitForElementAsync(".blanket-ask");

        return form;
    }

    private async Task<IRenderedComponent<BlanketEditPage>> EditAsync()
    {
        var form = Render<BlanketEditPage>(p => p.Add(it => it.Id, (Guid)_blanket["id"]!));
        await form.WaitForElementAsync(".blanket-ask");

        return form;
    }

    private async Task ChangeAsync(string reference) => Assert.True((await _scope.ServiceProvider.GetRequiredService<ChangeBlanketOrder>().ExecuteAsync(
        new((Guid)_blanket["id"]!),
        new() { CustomerReference = reference, ValidFrom = new(2026, 1, 1), ValidUntil = new(2027, 12, 31), Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 10_000, NetPrice = 8.2m, PriceBaseQuantity = 100 }] },
        version: null)).IsOk);

    private async Task<JsonNode> StoredAsync(string? id = null) => (await _company.Api.GetFromJsonAsync<JsonNode>(new Uri($"blanket-orders/{id ?? (string)_blanket["id"]!}", UriKind.Relative)))!;

    private void SignIn(MemberId? member = null, Role role = Role.Manager)
    {
        _scope = _company.SignIn(member ?? _sophie, role);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
    }

    private async Task<IRenderedComponent<BlanketPage>> OpenAsync(MemberId member, Role role)
    {
        SignIn(member, role);
        var page = Render<BlanketPage>(p => p.Add(it => it.Id, (Guid)_blanket["id"]!).AddCascadingValue(Claire([.. Roles.PermissionsOf(role)])));
        await page.WaitForElementAsync(".card");

        return page;
    }
}
