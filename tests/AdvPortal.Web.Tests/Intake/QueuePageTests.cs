using System.Text;
using AdvPortal.Application.Common;
using AdvPortal.Application.Intake;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Members;
using AdvPortal.Exchange.Intake;
using AdvPortal.Web.Components.Intake;
using AdvPortal.Web.Components.Shared;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Intake;

public sealed class QueuePageTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private Company _company = null!;
    private MemberId _claire;
    private OrderDocument _first = null!;
    private OrderDocument _second = null!;
    private AsyncServiceScope _scope;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _claire = await _company.AMemberAsync("Claire Morel", Role.Adv);
        var client = await _company.AClientAsync("Serrurerie Lacombe", _claire);
        (_first, _second) = (ADocument("bon-1.pdf", client, 0), ADocument("bon-2.pdf", null, 1));
        await _company.StoreAsync(_first, _second);
        _scope = _company.SignIn(_claire, Role.Adv);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
    }

    [Fact]
    public async Task The_queue_says_of_each_piece_whose_it_is_what_is_wrong_and_leads_into_it_with_the_queue_in_its_address()
    {
        var page = await OpenAsync("orders/documents?who=team");

        Assert.Equal(["À traiter2", "En attente du client0", "En attente du commercial0", "Refusés, mis de côté0", "Traités0"], page.FindAll(".tab").Select(tab => string.Concat(tab.TextContent.Split('\n').Select(part => part.Trim()))));
        Assert.Equal([$"orders/documents/{_first.Id.Value}?queue=todo&who=team", $"orders/documents/{_second.Id.Value}?queue=todo&who=team"], page.FindAll("tbody a.cell-link").Select(a => a.GetAttribute("href")));
        Assert.Equal(["Serrurerie Lacombe", "Expéditeur inconnu"], page.FindAll("tbody .ph-title b").Select(b => b.TextContent));
        Assert.Equal("Client ou lieu de livraison à désigner", page.Find("tbody .queue-says").TextContent.Trim());
    }

    [Theory]
    [InlineData("SetAside", "Refusés, mis de côté")]
    [InlineData("WaitingForClient", "En attente du client")]
    [InlineData("Waiting", "À traiter")]
    [InlineData("All", "Traités")]
    public async Task Addresses_of_before_lead_to_the_tab_that_now_holds_it(string view, string tab)
    {
        var page = await OpenAsync($"orders/documents?view={view}");

        Assert.StartsWith(tab, page.Find(".tab[aria-current]").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_whose_order_nobody_knows_asks_for_the_order_and_not_for_the_client()
    {
        var document = new ReadIntakeQueue.Row(QueueKind.Document, _first.Id.Value, "edifact-ordchg", "modification.edi", null, null, null, 2, null, null, PortalFixture.Now, PortalFixture.Now, null, null, null, 0) { DocumentStatus = OrderDocumentStatus.NeedsClient };
        var change = document with { Change = ChangeKind.Amendment };

        Assert.Equal(["Client à désigner", "Commande à désigner"], new[] { document, change }.Select(row => row.Chip(Text).Words));
        Assert.Equal("Modification à décider", change.Says(Text, new(2026, 11, 23)));
    }

    [Fact]
    public async Task Where_there_is_no_room_for_both_the_original_is_one_tab_away_from_what_is_asked()
    {
        var page = Render<DocumentPage>(p => p.AddCascadingValue(Claire([.. Roles.PermissionsOf(Role.Adv)])).Add(d => d.Id, _second.Id.Value));
        await page.WaitForElementAsync(".lay.review.order");

        await page.Find(".review-tabs label:nth-child(2) input").ChangeAsync(new() { Value = true });

        await page.WaitForAssertionAsync(() => Assert.NotNull(page.Find(".lay.review.file .original")));
    }

    [Fact]
    public async Task One_goes_on_to_the_next_without_the_list_and_is_told_when_nothing_is_left()
    {
        var steps = Steps(_first);
        Assert.Equal("1 sur 2", steps.Find("a").TextContent);
        Assert.Equal($"orders/documents/{_second.Id.Value}?queue=todo", steps.Find("[data-key=j]").GetAttribute("href"));
        Assert.Empty(steps.FindAll("[data-key=k]"));

        await SetAsideAsync(_first);
        Assert.True(await steps.InvokeAsync(steps.Instance.GoOnAsync));
        Assert.EndsWith($"orders/documents/{_second.Id.Value}?queue=todo", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);

        var last = Steps(_second);
        await SetAsideAsync(_second);
        Assert.True(await last.InvokeAsync(last.Instance.GoOnAsync));
        Assert.Equal(("La file est vide", "orders/documents?view=todo"), (last.Find("a").TextContent, last.Find("a").GetAttribute("href")));
    }

    [Fact]
    public async Task Outside_the_queue_nothing_is_counted_and_the_page_stays()
    {
        var steps = Render<QueueSteps>(p => p.Add(s => s.Filter, null).Add(s => s.Subject, new(QueueKind.Document, _first.Id.Value)));

        Assert.False(await steps.InvokeAsync(steps.Instance.GoOnAsync));
        Assert.Equal("", steps.Markup);
    }

    [Fact]
    public void Two_people_at_the_same_document_see_each_other_until_one_leaves()
    {
        var (onlookers, tenant, yanis) = (_scope.ServiceProvider.GetRequiredService<Onlookers>(), _company.Id, Ids.New<MemberId>());
        var told = 0;
        var subject = _first.Id.Value;
        var here = Render<AlsoHere>(p => p.AddCascadingValue(Claire()).Add(a => a.Subject, subject).Add(a => a.What, "Document"));
        Assert.Empty(here.FindAll(".chip"));

        var arrived = onlookers.Enter(tenant, subject, yanis, "Yanis Benali", () => Task.FromResult(Interlocked.Increment(ref told)));
        here.WaitForAssertion(() => Assert.Equal("YBYanis Benali regarde aussi ce document", here.Find(".chip").TextContent));
        Assert.Equal(["Claire Morel"], onlookers.Others(tenant, subject, yanis));

        arrived.Dispose();
        here.WaitForAssertion(() => Assert.Empty(here.FindAll(".chip")));

        here.Instance.Dispose();
        Assert.Empty(onlookers.Others(tenant, subject, yanis));
    }

    [Fact]
    public void Neither_another_company_nor_one_s_own_second_page_is_company()
    {
        var (onlookers, subject) = (_scope.ServiceProvider.GetRequiredService<Onlookers>(), _first.Id.Value);
        using var mine = onlookers.Enter(_company.Id, subject, _claire, "Claire Morel", () => Task.CompletedTask);
        using var theirs = onlookers.Enter(Ids.New<TenantId>(), subject, Ids.New<MemberId>(), "Somebody Else", () => Task.CompletedTask);
        using var elsewhere = onlookers.Enter(_company.Id, _second.Id.Value, Ids.New<MemberId>(), "Yanis Benali", () => Task.CompletedTask);

        Assert.Empty(onlookers.Others(_company.Id, subject, _claire));
    }

    [Fact]
    public void One_bad_file_does_not_stop_the_others_and_each_has_its_line()
    {
        var drop = Render<DocumentDrop>();
        drop.FindComponent<InputFile>().UploadFiles(
            InputFileContent.CreateFromBinary(Convert.FromHexString("4D5A90000300000004000000"), "virus.exe"),
            InputFileContent.CreateFromText("po_number,line_number,buyer_sku,quantity,unit_price\n4500187342,1,4711,5000,8.40\n", "commande.csv"));

        drop.WaitForAssertion(() => Assert.Equal(["Non pris", "Client à désigner"], drop.FindAll(".received .chip").Select(chip => chip.TextContent.Trim())));
        Assert.Equal(["virus.exe", "commande.csv"], drop.FindAll(".received b").Select(name => name.TextContent));
        Assert.NotEqual("", drop.Find(".received .bad").TextContent);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private IRenderedComponent<QueueSteps> Steps(OrderDocument document)
    {
        var steps = Render<QueueSteps>(p => p.Add(s => s.Filter, new QueueFilter()).Add(s => s.Subject, new(QueueKind.Document, document.Id.Value)));
        steps.WaitForElement("a");

        return steps;
    }

    private async Task SetAsideAsync(OrderDocument document) => Assert.True((await _scope.ServiceProvider.GetRequiredService<SetOrderDocumentAside>().ExecuteAsync(document.Id, null)).IsOk);

    private async Task<IRenderedComponent<DocumentsPage>> OpenAsync(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var page = Render<DocumentsPage>(p => p.AddCascadingValue(Claire([.. Roles.PermissionsOf(Role.Adv)])));
        await page.WaitForElementAsync(".tab i");

        return page;
    }

    private static OrderDocument ADocument(string name, ClientId? client, int minutes)
    {
        var document = new OrderDocument(Encoding.UTF8.GetBytes(name), name, "application/pdf", client, PortalFixture.Now.AddMinutes(minutes));
        document.WasRead("pdf", "needs-review", "{}", isOrder: true);

        return document;
    }
}
