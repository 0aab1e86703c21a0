using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Members;
using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Web.Components.Team;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Portfolios;

/// <summary>Claire has two clients and Yanis none: what the pages of the team show, what can be done on them, and what is refused.</summary>
public sealed class TeamPageTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private Company _company = null!;
    private AsyncServiceScope _scope;
    private MemberId _claire;
    private MemberId _yanis;
    private ClientId _lacombe;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        (_claire, _yanis) = (await _company.AMemberAsync("Claire Morel", Role.Adv), await _company.AMemberAsync("Yanis Benali", Role.Adv));
        _lacombe = await _company.AClientAsync("Serrurerie Lacombe", _claire);
        await _company.AClientAsync("Garage Beaulieu", _claire);
        await _company.AClientAsync("Métallerie du Gué");
    }

    [Fact]
    public async Task A_client_is_moved_by_the_keyboard_and_published_once_the_reason_is_said()
    {
        var page = await OpenAsync<BalancePage>(".balance-rows", Role.Manager);
        Assert.Equal(["Claire Morel", "Sophie Leroy", "Yanis Benali", "Sans titulaire"], page.FindAll(".balance h2").Select(head => head.TextContent));

        await MoveAsync(page, "Serrurerie Lacombe", _yanis.Value.ToString());
        Assert.Equal(("1 client change de titulaire", 1), (page.Find(".balance-foot b").TextContent, page.FindAll("li.moved").Count));
        await page.Find("form.balance-foot").SubmitAsync();
        await page.WaitForElementAsync(".balance-foot [role=alert]");
        Assert.Equal(_claire, await OwnerAsync(_lacombe));

        await page.FindAll(".balance-foot input")[^1].ChangeAsync("Équilibre");
        await page.Find("form.balance-foot").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll("li.moved")));
        Assert.Equal(_yanis, await OwnerAsync(_lacombe));
        Assert.Empty(page.FindAll(".refusal"));
    }

    [Fact]
    public async Task What_is_nobodys_goes_back_to_nobody()
    {
        var page = await OpenAsync<BalancePage>(".balance-rows", Role.Manager);

        await MoveAsync(page, "Métallerie du Gué", _yanis.Value.ToString());
        await MoveAsync(page, "Métallerie du Gué", "back");

        Assert.Empty(page.FindAll("li.moved"));
        Assert.Contains(page.FindAll(".balance section[aria-label='Sans titulaire'] li a"), link => link.TextContent == "Métallerie du Gué");
    }

    [Fact]
    public async Task What_a_colleague_changed_meanwhile_is_refused_and_can_be_confirmed_by_the_keyboard()
    {
        var page = await OpenAsync<BalancePage>(".balance-rows", Role.Manager);
        await MoveAsync(page, "Serrurerie Lacombe", _yanis.Value.ToString());
        await page.FindAll(".balance-foot input")[^1].ChangeAsync("Équilibre");
        Assert.True((await Get<TransferClients>().ExecuteAsync(new() { ClientIds = [_lacombe.Value], ToMemberId = Me.Value, From = Get<TenantClock>().Today })).IsOk);

        await (await page.WaitForElementAsync("[aria-label='Confirmer le déplacement de Serrurerie Lacombe']")).ClickAsync();
        await page.Find("form.balance-foot").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll("li.moved")));
        Assert.Equal(_yanis, await OwnerAsync(_lacombe));
    }

    [Fact]
    public async Task What_is_foreseen_for_somebody_who_takes_no_clients_any_more_is_not_offered_back_to_them()
    {
        var paul = await _company.AMemberAsync("Paul Petit", Role.Adv);
        await SignInAsync(Role.Manager);
        var today = Get<TenantClock>().Today;
        Assert.True((await Get<TransferClients>().ExecuteAsync(new() { ClientIds = [_lacombe.Value], ToMemberId = paul.Value, From = today.AddDays(7) })).IsOk);
        await using (var admin = _company.SignIn(await _company.AMemberAsync("Nadia Roussel", Role.Admin), Role.Admin))
        {
            Assert.True((await admin.ServiceProvider.GetRequiredService<ChangeAccess>().ExecuteAsync(paul, new() { Name = "Paul Petit", Roles = [Role.Adv], IsDisabled = true }, null)).IsOk);
        }

        var page = await OpenAsync<BalancePage>(".balance-rows", Role.Manager);
        await MoveAsync(page, "Serrurerie Lacombe", _yanis.Value.ToString());
        await page.InvokeAsync(() => page.Find(".balance-foot .date-native").ChangeAsync(today.AddDays(8).ToString("O", CultureInfo.InvariantCulture)));
        await page.InvokeAsync(() => page.Find("[aria-label='Déplacer Serrurerie Lacombe']").ClickAsync());
        Assert.DoesNotContain("back", page.FindAll("[aria-label='Nouveau titulaire de Serrurerie Lacombe'] option").Select(option => option.GetAttribute("value")));

        // It was offered before the page was read again.
        await page.InvokeAsync(() => page.FindComponents<BalanceColumn>()[0].Instance.Moved.InvokeAsync((_lacombe.Value, paul.Value)));
        Assert.Empty(page.Find("p.sr[role=status]").TextContent);
        Assert.Empty(page.FindAll("li.moved"));
    }

    [Fact]
    public async Task Whoever_does_not_lead_the_team_looks_and_moves_nothing()
    {
        var page = await OpenAsync<BalancePage>(".balance-rows", Role.Reader);

        Assert.Empty(page.FindAll(".balance-foot, [aria-label^='Déplacer'], [draggable=true]"));
    }

    [Fact]
    public async Task Stand_ins_are_chosen_and_published()
    {
        await SignInAsync(Role.Manager);
        var today = Get<TenantClock>().Today;
        var absence = (await Get<DeclareAbsence>().ExecuteAsync(new() { MemberId = _claire.Value, From = today.AddDays(7), Until = today.AddDays(8) })).Value!;
        var page = await OpenAsync<TeamPage>(".planner", Role.Manager);
        Assert.Equal(2, page.FindAll(".planner tbody tr").Count);

        // What is chosen as it was proposed is not chosen by hand.
        var chosen = absence.CoverPlan.Lines.Single(line => line.ClientId == _lacombe).CoverMemberId == _yanis ? Me : _yanis;
        await page.Find("[aria-label='Suppléant pour Serrurerie Lacombe']").ChangeAsync(chosen.Value.ToString());
        await page.WaitForAssertionAsync(() => Assert.Contains("Choisi à la main", page.Find(".planner").TextContent, StringComparison.Ordinal));
        await page.Find(".planner .btn.p").ClickAsync();
        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll(".planner select")));

        var published = (await Get<ReadAbsence>().ExecuteAsync(absence.Id)).Value!.CoverPlan;
        Assert.Equal((CoverPlanStatus.Published, chosen), (published.Status, published.Lines.Single(line => line.ClientId == _lacombe).CoverMemberId));
        Assert.Empty(page.FindAll(".planner .refusal"));
    }

    [Fact]
    public async Task Whoever_does_not_lead_the_team_reads_the_plan_of_an_absence_and_changes_nothing()
    {
        var absence = Absence.Declare(_claire, new(2026, 11, 30), new(2026, 12, 1)).Value!;
        absence.Plan([new(_lacombe, _yanis, absence.FirstHalf, absence.LastHalf)]);
        await _company.StoreAsync(absence);

        var page = await OpenAsync<TeamPage>(".planner", Role.Reader);

        Assert.Contains("Yanis Benali", page.Find(".planner tbody").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".planner select, .planner .btn.p, .actions button"));
    }

    [Fact]
    public async Task The_map_says_who_knows_what_and_what_one_person_alone_knows()
    {
        var page = await OpenAsync<KnowledgePage>("tbody tr", Role.Manager);

        Assert.Equal(3, page.FindAll("tbody tr").Count);
        Assert.Equal("Métallerie du Gué", page.Find("tbody tr .cell-link").TextContent);
        Assert.EndsWith($"team/knowledge?Member={_claire.Value}", page.FindAll(".person-row")[0].GetAttribute("href"), StringComparison.Ordinal);

        Services.GetRequiredService<NavigationManager>().NavigateTo($"team/knowledge?Member={_claire.Value}");
        var hers = await OpenAsync<KnowledgePage>(".chip.f", Role.Manager);
        Assert.Equal(["Garage Beaulieu", "Serrurerie Lacombe"], hers.FindAll("tbody tr .cell-link").Select(link => link.TextContent).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_may_not_read_portfolios_is_told_so()
    {
        var page = await OpenAsync<KnowledgePage>(".refusal");

        Assert.Empty(page.FindAll("tbody tr"));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private MemberId Me { get; set; }

    private T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    private static async Task MoveAsync(IRenderedComponent<BalancePage> page, string client, string to)
    {
        // Found and used in one go: what is read again meanwhile renders the columns again.
        await page.InvokeAsync(() => page.Find($"[aria-label='Déplacer {client}']").ClickAsync());
        await page.InvokeAsync(() => page.Find($"[aria-label='Nouveau titulaire de {client}']").ChangeAsync(to));
    }

    private async Task<MemberId?> OwnerAsync(ClientId client) => (await Get<ReadResponsible>().ExecuteAsync(client)).Value!.OwnerId;

    private async Task SignInAsync(params Role[] roles)
    {
        if (Me == default)
        {
            Me = await _company.AMemberAsync("Sophie Leroy", roles);
            _scope = _company.SignIn(Me, roles);
            Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        }
    }

    private async Task<IRenderedComponent<TPage>> OpenAsync<TPage>(string until, params Role[] roles) where TPage : IComponent
    {
        await SignInAsync(roles);
        var page = Render<TPage>(p => p.AddCascadingValue(Claire([.. Roles.PermissionsOf(roles)])));
        await page.WaitForElementAsync(until);

        return page;
    }
}
