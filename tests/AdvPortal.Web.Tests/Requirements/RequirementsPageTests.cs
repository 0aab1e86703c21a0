using AdvPortal.Application.Complaints;
using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Requirements;
using AdvPortal.Web.Components.Shared;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Requirements;

/// <summary>What a new requirement comes of knows of it, and nothing else does.</summary>
public sealed class RequirementsPageTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private const string Words = "Pas de livraison le mercredi. Rajoutez '0A-' devant nos codes.";

    private AsyncServiceScope _scope;
    private ClientId _client;
    private InquiryId _inquiry;

    public async ValueTask InitializeAsync()
    {
        var company = await portal.ACompanyAsync();
        _client = await company.AClientAsync("Hydraulique Chartraine");
        _scope = company.SignIn(await company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        _inquiry = (await Get<OpenInquiry>().ExecuteAsync(new() { ClientId = _client, From = "k.haddad@chartraine.example", Subject = "Nos règles", Body = Words })).Value!.Id;
    }

    [Fact]
    public async Task Each_of_two_rules_of_one_message_is_linked_with_its_conversation()
    {
        var page = await OpenAsync($"inquiry={_inquiry.Value}");

        await page.InvokeAsync(() => page.Find(".req-foot .btn.p").ClickAsync());
        Assert.Single(await LinkedAsync());
        await page.InvokeAsync(() => page.Find(".req-foot .btn.p").ClickAsync());

        Assert.Equal(2, (await LinkedAsync()).Count);
        Assert.EndsWith($"inquiries/{_inquiry.Value}", Get<NavigationManager>(Services).Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_rules_of_one_complaint_it_names_the_first()
    {
        var complaint = (await Get<OpenComplaint>().ExecuteAsync(new() { ClientId = _client, Nature = ComplaintNature.Logistics, Subject = "Livrés un mercredi", Description = Words })).Value!.Id;
        var page = await OpenAsync($"complaint={complaint.Value}");

        await page.InvokeAsync(() => page.Find(".req-foot .btn.p").ClickAsync());
        var first = (await Get<ReadComplaint>().ExecuteAsync(complaint)).Value!.RequirementId;
        Assert.NotNull(first);
        await page.InvokeAsync(() => page.Find(".req-foot .btn.p").ClickAsync());

        Assert.Equal(2, (await Get<ListRequirements>().ExecuteAsync(_client)).Value!.Items.Count);
        Assert.Equal(first, (await Get<ReadComplaint>().ExecuteAsync(complaint)).Value!.RequirementId);
        Assert.EndsWith($"complaints/{complaint.Value}", Get<NavigationManager>(Services).Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_refused_is_said_beside_the_requirement_that_is_there_all_the_same()
    {
        var page = await OpenAsync($"complaint={Guid.CreateVersion7()}", "Pas de livraison le mercredi");

        await page.InvokeAsync(() => page.Find(".req-foot .btn.p").ClickAsync());

        var created = Assert.Single((await Get<ListRequirements>().ExecuteAsync(_client)).Value!.Items);
        Assert.EndsWith($"requirements/{created.Id.Value}", Get<NavigationManager>(Services).Uri, StringComparison.Ordinal);
        Assert.StartsWith($"{created.Number} est enregistrée, sans lien", Get<Notices>(Services).Current!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_begun_of_one_conversation_is_offered_there_and_nowhere_else()
    {
        var begun = await OpenAsync($"inquiry={_inquiry.Value}");
        await begun.InvokeAsync(() => begun.Find(".req-editor .form-grid select").ChangeAsync("Call"));
        var key = KeyOf(begun);
        await DisposeComponentsAsync();

        var other = await OpenAsync($"complaint={Guid.CreateVersion7()}");
        Assert.NotEqual(key, KeyOf(other));
        Assert.Empty(other.FindAll(".draft-offer"));
        await DisposeComponentsAsync();

        var again = await OpenAsync($"inquiry={_inquiry.Value}");
        Assert.Equal(key, KeyOf(again));
        await again.WaitForElementAsync(".draft-offer");

        static string KeyOf(IRenderedComponent<RequirementsPage> page) => page.FindComponent<Drafted<EditedRequirement>>().Instance.Key;
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private T Get<T>(IServiceProvider? services = null) where T : notnull => (services ?? _scope.ServiceProvider).GetRequiredService<T>();

    private async Task<IReadOnlyList<ReadInquiryFollowUps.LinkedRequirement>> LinkedAsync() => (await Get<ReadInquiryFollowUps>().ExecuteAsync(_inquiry)).Value!.Requirements;

    private async Task<IRenderedComponent<RequirementsPage>> OpenAsync(string source, string words = Words)
    {
        Get<NavigationManager>(Services).NavigateTo($"requirements/new?{source}&Client={_client.Value}&Sentence={Uri.EscapeDataString(words)}&Who=Karim");
        var page = Render<RequirementsPage>(p => p.AddCascadingValue(Claire([.. Roles.PermissionsOf([Role.Adv])])));
        await page.WaitForElementAsync(".reading mark");

        return page;
    }
}
