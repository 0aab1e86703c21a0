using AdvPortal.Application.Orders;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Orders;
using AdvPortal.Web.Components.Promises;
using AdvPortal.Web.Tests.Deliveries;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AdvPortal.Web.Tests.Orders;

/// <summary>A question is about what the person saw when they asked it, whatever the page shows when it is answered.</summary>
public sealed class AskedAndDoneTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private static readonly ShellState _shell = Claire([.. Roles.PermissionsOf(Role.Adv)]);

    private Company _company = null!;
    private Guid _client;
    private AsyncServiceScope _scope;
    private IRenderedComponent<MudDialogProvider> _dialogs = null!;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        await _company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"), new Product("RP-M8-ZN", "Rondelle", "PCE"));
        _client = (await _company.AClientAsync("Hydraulique Chartraine")).Value;
        _scope = _company.SignIn(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        _dialogs = Render<MudDialogProvider>();
    }

    [Fact]
    public async Task The_orders_that_were_ticked_are_held_not_those_that_are_ticked_by_then()
    {
        var (one, other) = (await AnOrderAsync("SL-1"), await AnOrderAsync("SL-2"));
        var book = await ABookAsync();
        ChangeOrders.Changed? did = null;
        var bulk = Render<BookBulk>(p => p.Add(b => b.Rows, [.. book.Rows.Where(row => row.Id == one)]).Add(b => b.Book, book).Add(b => b.Filter, new()).Add(b => b.Shell, _shell).Add(b => b.Did, changed => did = changed));

        await bulk.InvokeAsync(() => Button(bulk, "Bloquer").Click());
        await (await _dialogs.WaitForElementAsync("select")).ChangeAsync(nameof(HoldReason.Credit));
        bulk.Render(p => p.Add(b => b.Rows, [.. book.Rows.Where(row => row.Id == other)]));
        await Button(_dialogs, "Bloquer 1 commande").ClickAsync();

        await bulk.WaitForAssertionAsync(() => Assert.Equal([one], did?.Done));
    }

    [Fact]
    public async Task The_whole_of_a_view_is_chosen_no_longer_when_another_part_of_the_book_is_looked_at()
    {
        await AnOrderAsync("SL-1");
        await AnOrderAsync("SL-2");
        var all = await ABookAsync();
        var book = all with { Rows = [.. all.Rows.Take(1)] };
        var bulk = Render<BookBulk>(p => p.Add(b => b.Rows, book.Rows).Add(b => b.Book, book).Add(b => b.Filter, new()).Add(b => b.Shell, _shell));

        await bulk.Find(".btn.ga").ClickAsync();
        await bulk.WaitForAssertionAsync(() => Assert.Equal("Sélection\u00A0: 2", bulk.Find("b").TextContent));
        Assert.DoesNotContain("Imprimer", bulk.Markup, StringComparison.Ordinal);

        bulk.Render(p => p.Add(b => b.Filter, new() { Text = "SL-1" }));
        Assert.Equal("Sélection\u00A0: 1", bulk.Find("b").TextContent);
    }

    [Fact]
    public async Task An_order_that_cannot_be_shown_beside_the_list_says_so_and_the_pane_can_be_closed()
    {
        var preview = Render<BookPreview>(p => p.Add(b => b.Order, Ids.New<OrderId>()).Add(b => b.Version, 1).Add(b => b.Shell, _shell));

        await preview.WaitForElementAsync(".refusal");
        Assert.Empty(preview.FindAll(".skeleton, .skel"));
        Assert.NotNull(preview.Find("[aria-label='Fermer l’aperçu']"));
    }

    [Fact]
    public async Task What_is_done_to_an_order_is_refused_when_somebody_changed_it_since_it_was_asked()
    {
        var id = new OrderId((Guid)(await _company.AConfirmedOrderAsync(_client))["id"]!);
        var seen = await ReadAsync(id);
        var actions = Render<OrderActions>(p => p.AddCascadingValue(_shell).Add(a => a.Review, seen));
        await actions.InvokeAsync(() => Button(actions, "Bloquer…").Click());
        await (await _dialogs.WaitForElementAsync("select")).ChangeAsync(nameof(HoldReason.Credit));

        // A colleague moves the order on, and the page shows it.
        await _company.PostAsync($"orders/{id.Value}/preparation", "{}");
        var newer = await ReadAsync(id);
        actions.Render(p => p.Add(a => a.Review, newer));
        await Button(_dialogs, "Bloquer la commande").ClickAsync();

        await _dialogs.WaitForElementAsync(".refusal");
        Assert.Equal(OrderStatus.InPreparation, (await ReadAsync(id)).Order.Status);
    }

    [Fact]
    public async Task What_is_left_of_a_split_is_all_there_is_again()
    {
        var id = new OrderId((Guid)(await _company.AConfirmedOrderAsync(_client))["id"]!);
        Repromise.Form? saved = null;
        var seen = await ReadAsync(id);
        await _dialogs.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ShowAsync<RepromiseDialog>(null, new DialogParameters<RepromiseDialog>
        {
            { it => it.Order, seen.Order }, { it => it.Today, new(2026, 11, 23) },
            {
                it => it.Save, form =>
                {
                    saved = form;
                    return Task.FromResult<Refusal?>(null);
                }
            },
        }));
        await (await _dialogs.WaitForElementAsync("select")).ChangeAsync(nameof(PromiseCause.Supplier));
        await _dialogs.FindAll("input[type=radio]")[1].ChangeAsync(true);

        if (!(await _dialogs.WaitForElementAsync(".promise-line input[type=checkbox]")).HasAttribute("checked"))
        {
            await _dialogs.Find(".promise-line input[type=checkbox]").ChangeAsync(true);
        }

        await _dialogs.Find(".promise-line .link-btn").ClickAsync();
        await _dialogs.Find(".promise-line input[inputmode=decimal]").ChangeAsync("2 000");
        await _dialogs.FindAll(".promise-line [aria-label='Retirer cette part']")[1].ClickAsync();
        await Button(_dialogs, "Reprogrammer").ClickAsync();

        var part = Assert.Single(saved!.Lines.Single(line => line.LineNo == "10").Parts);
        Assert.Null(part.Quantity);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> of, string words) where T : Microsoft.AspNetCore.Components.IComponent =>
        of.FindAll("button.btn").First(button => button.TextContent.Trim().StartsWith(words, StringComparison.Ordinal));

    private async Task<ReviewView> ReadAsync(OrderId id) => (await Services.GetRequiredService<ReadReview>().ExecuteAsync(id)).Value!;

    private async Task<ReadOrderBook.Book> ABookAsync() => (await Services.GetRequiredService<ReadOrderBook>().ExecuteAsync(new() { View = OrderBookView.All })).Value!;

    private async Task<OrderId> AnOrderAsync(string reference)
    {
        var order = await _company.AConfirmedOrderAsync(_client, reference);

        return new((Guid)order["id"]!);
    }
}
