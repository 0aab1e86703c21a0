using System.Globalization;
using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using AdvPortal.Web.Components.Promises;
using AdvPortal.Web.Components.Shared;
using AdvPortal.Web.Tests.Deliveries;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AdvPortal.Web.Tests.Orders;

/// <summary>An order that is opened from a conversation asks once what the client wants of it, and of whom it may be asked.</summary>
public sealed class AskedAmendmentTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private Company _company = null!;
    private AsyncServiceScope _scope;
    private Guid _client;
    private int _settled;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        await _company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"), new Product("RP-M8-ZN", "Rondelle", "PCE"));
        _client = (await _company.AClientAsync("Hydraulique Chartraine")).Value;
        _scope = _company.SignIn(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
    }

    [Fact]
    public async Task What_is_asked_is_shown_once_and_letting_it_go_settles_it()
    {
        var (order, host) = (await AnOrderAsync(), Render<MudDialogProvider>());
        var acts = await OpenAsync(order, await AskAsync(new(_client), "Passez la ligne 20 à 400 pièces."));
        await host.WaitForElementAsync(".amend-asked");
        Assert.Equal("Ligne 20, quantité\u00A0: 300 → 400", Assert.Single(host.FindAll(".amend-diff li")).TextContent);
        Assert.Equal(0, _settled);

        await host.InvokeAsync(() => host.FindAll("button.btn").Single(button => button.TextContent.Trim() == "Garder la commande").ClickAsync());
        await acts.WaitForAssertionAsync(() => Assert.Equal(1, _settled));
        acts.Render();
        Assert.Empty(host.FindAll(".amend-asked"));
    }

    [Fact]
    public async Task Another_client_s_conversation_is_refused()
    {
        var (order, host) = (await AnOrderAsync(), Render<MudDialogProvider>());
        var acts = await OpenAsync(order, await AskAsync(await _company.AClientAsync("Serrurerie Lacombe"), "Passez la ligne 20 à 400 pièces."));

        await acts.WaitForElementAsync(".refusal");
        Assert.Empty(host.FindAll(".amend-asked"));
        await acts.WaitForAssertionAsync(() => Assert.Equal(1, _settled));
    }

    [Fact]
    public async Task One_that_is_still_to_review_is_corrected_where_it_is()
    {
        var placed = await _company.PostAsync("orders", $$"""{ "clientId": "{{_client}}", "customerReference": "PO-7", "requestedOn": "2026-12-03", "lines": [{ "productCode": "VH-M8-30-ZN", "quantity": 1, "netPrice": 1 }] }""");
        var host = Render<MudDialogProvider>();
        var acts = await OpenAsync(new(Guid.Parse(placed["id"]!.ToString(), CultureInfo.InvariantCulture)), await AskAsync(new(_client), "Passez la ligne 1 à 20 pièces."));

        await acts.WaitForAssertionAsync(() => Assert.Equal(1, _settled));
        Assert.Contains("encore à valider", Services.GetRequiredService<Notices>().Current!.Text, StringComparison.Ordinal);
        Assert.Empty(host.FindAll(".amend-asked"));
    }

    [Fact]
    public async Task Whoever_may_not_handle_orders_is_told_so()
    {
        var (order, host) = (await AnOrderAsync(), Render<MudDialogProvider>());
        var acts = await OpenAsync(order, await AskAsync(new(_client), "Passez la ligne 20 à 400 pièces."), Permission.ReadOrders);

        await acts.WaitForElementAsync(".refusal");
        Assert.Empty(host.FindAll(".amend-asked"));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    private async Task<InquiryId> AskAsync(ClientId client, string words) =>
        (await Get<OpenInquiry>().ExecuteAsync(new() { ClientId = client, From = "k.haddad@chartraine.example", Subject = "Notre commande", Body = words })).Value!.Id;

    private async Task<OrderId> AnOrderAsync() => new(Guid.Parse((await _company.AConfirmedOrderAsync(_client))["id"]!.ToString(), CultureInfo.InvariantCulture));

    private async Task<IRenderedComponent<OrderActions>> OpenAsync(OrderId order, InquiryId inquiry, params Permission[] permissions)
    {
        var review = (await Get<ReadReview>().ExecuteAsync(order)).Value!;

        return Render<OrderActions>(p => p
            .AddCascadingValue(Claire(permissions.Length == 0 ? [.. Roles.PermissionsOf([Role.Adv])] : permissions))
            .Add(it => it.Review, review).Add(it => it.AskedIn, inquiry).Add(it => it.AskedSettled, EventCallback.Factory.Create(this, () => _settled++)));
    }
}
