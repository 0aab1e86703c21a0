using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Orders;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Orders;

public sealed class OrderBookPageTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private Company _company = null!;
    private Guid _client;
    private AsyncServiceScope _scope;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        var claire = await _company.AMemberAsync("Claire Morel", Role.Adv);
        _client = (await _company.AClientAsync("Serrurerie Lacombe", claire)).Value;
        _scope = _company.SignIn(claire, Role.Adv);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
    }

    [Fact]
    public async Task The_book_says_of_each_order_where_it_stands_and_what_it_is_narrowed_by()
    {
        await PlaceAsync("=SL-1");
        var page = await OpenAsync("orders?view=open&status=toReview&q=SL&columns=client,status");

        Assert.Equal(["Commande", "Client · site", "Statut"], page.FindAll("th").Skip(1).Select(head => head.TextContent.Trim()));
        Assert.Equal("Serrurerie Lacombe", page.Find("tbody .book-client b").TextContent);
        Assert.Equal(["«\u00A0SL\u00A0»", "À valider"], page.FindAll(".filters .chip.f.on").Select(chip => chip.TextContent.Trim()));
        Assert.Contains("Vue modifiée", page.Find(".book-saved").TextContent, StringComparison.Ordinal);

        await page.FindAll(".filters .chip.f.on")[1].ClickAsync(new());
        Assert.EndsWith("orders?view=open&q=SL&columns=client,status", Uri.UnescapeDataString(Services.GetRequiredService<NavigationManager>().Uri), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_names_the_filters_and_takes_them_away()
    {
        var page = await OpenAsync("orders?view=late&q=rien");

        Assert.Contains("«\u00A0rien\u00A0»", page.Find(".tbl-empty").TextContent, StringComparison.Ordinal);
        Assert.Equal("orders?view=late", page.Find(".tbl-empty a").GetAttribute("href"));
    }

    [Fact]
    public async Task The_file_of_a_view_is_a_workbook_or_text_and_computes_nothing()
    {
        await PlaceAsync("=SL-1");
        var text = await _company.Api.GetStringAsync(new Uri("orders/export?view=open&format=csv", UriKind.Relative));
        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, lines.Length);
        Assert.Contains("'=SL-1", lines[1], StringComparison.Ordinal);

        using var answer = await _company.Api.GetAsync(new Uri("orders/export?view=open", UriKind.Relative));
        await using var package = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.NotNull(package.GetEntry("xl/worksheets/sheet1.xml"));
        Assert.EndsWith(".xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);

        using var strange = await _company.Api.GetAsync(new Uri("orders/export?format=exe", UriKind.Relative));
        using var strangers = await _company.Api.GetAsync(new Uri($"orders/export?format=csv&ids={Guid.CreateVersion7()}", UriKind.Relative));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (strange.StatusCode, strangers.StatusCode));

        var outstanding = await _company.Api.GetStringAsync(new Uri($"clients/{_client}/outstanding?format=csv", UriKind.Relative));
        Assert.Contains("'=SL-1", outstanding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_read_the_same_views_change_many_orders_and_keep_views()
    {
        var order = await PlaceAsync("SL-1");
        var held = await JsonAsync(await _company.Api.PostAsJsonAsync("orders/changes", new { orders = new[] { order, Guid.CreateVersion7() }, act = "hold", reason = "credit" }));
        var shown = await _company.Api.GetFromJsonAsync<JsonNode>(new Uri("orders?view=onHold", UriKind.Relative));
        var view = await JsonAsync(await _company.Api.PostAsJsonAsync("views", new { name = "Bloquées", query = "view=onHold" }));

        Assert.Equal(((string?)order.ToString(), "NoSuchOrder"), ((string?)held["done"]![0], (string?)held["refused"]![0]!["refusal"]));
        Assert.Equal(order.ToString(), (string?)shown!["items"]![0]!["id"]);
        Assert.Equal(("Bloquées", "view=onHold", true), ((string?)view["name"], (string?)view["query"], (bool?)view["isShared"]));

        using var drop = new HttpRequestMessage(HttpMethod.Delete, $"views/{view["id"]}");
        drop.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var dropped = await _company.Api.SendAsync(drop);
        using var gone = await _company.Api.GetAsync(new Uri($"views/{view["id"]}", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (dropped.StatusCode, gone.StatusCode));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private async Task<Guid> PlaceAsync(string reference)
    {
        var placed = await JsonAsync(await _company.Api.PostAsJsonAsync("orders", new { clientId = _client, customerReference = reference, lines = new[] { new { productCode = "X", quantity = 1 } } }));

        return (Guid)placed["id"]!;
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var said = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, said);

            return JsonNode.Parse(said)!;
        }
    }

    private async Task<IRenderedComponent<OrderBookPage>> OpenAsync(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var page = Render<OrderBookPage>(p => p.AddCascadingValue(Claire(Permission.ReadOrders, Permission.HandleOrders)));
        await page.WaitForElementAsync("tbody, .tbl-empty");

        return page;
    }
}
