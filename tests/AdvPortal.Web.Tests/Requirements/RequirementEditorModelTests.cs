using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Requirements;
using AdvPortal.Tests;
using AdvPortal.Web.Components.Requirements;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Requirements;

/// <summary>What a language model proposes stands beside the fields until somebody takes it.</summary>
public sealed class RequirementEditorModelTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private const string Words = "Un mardi sur deux, rien.";

    private readonly TaskCompletionSource<string> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplicationFactory<Program> _asking = null!;
    private AsyncServiceScope _scope;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        var company = await portal.ACompanyAsync();
        _client = new("C-0147", "Hydraulique Chartraine", "fr", "EUR");
        await company.StoreAsync(_client);
        _asking = portal.With(services => services.AddSingleton<IChatClient>(new FakeModel(_ => _answer.Task)));
        _scope = company.SignIn(_asking.Services, await company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
    }

    [Fact]
    public async Task It_fills_in_nothing_by_itself_and_leaves_a_note_of_where_the_rule_comes_from()
    {
        var editor = Render<RequirementEditor>(p => p.Add(it => it.ClientId, _client.Id.Value).Add(it => it.Sentence, Words).Add(it => it.Who, "Karim Haddad"));
        await editor.WaitForStateAsync(() => editor.Markup.Contains("Le modèle de langue lit", StringComparison.Ordinal));

        _answer.SetResult("""{ "requirements": [ { "rule": { "kind": "deliveryDays", "closed": ["tuesday"] }, "because": [ { "fields": ["closed"], "words": "Un mardi sur deux" } ] } ] }""");
        await editor.WaitForStateAsync(() => editor.Markup.Contains("Proposé par le modèle de langue", StringComparison.Ordinal));
        Assert.DoesNotContain("Reprise ci-dessous", editor.Markup, StringComparison.Ordinal);
        Assert.Contains("Un mardi sur deux", editor.Find(".reading > .warn").TextContent, StringComparison.Ordinal);

        await editor.InvokeAsync(() => editor.Find(".reading-one button").ClickAsync());
        await editor.InvokeAsync(() => editor.Find(".req-foot .btn.p").ClickAsync());

        var kept = (await Services.GetRequiredService<ListRequirements>().ExecuteAsync(_client.Id)).Value!.Items.Single();
        Assert.Equal(new DeliveryDays { Closed = Weekdays.Tuesday }, kept.Rule);
        Assert.Equal("Règle proposée par le modèle de langue et reprise par une personne.", kept.Source.Note);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
        await _asking.DisposeAsync();
    }
}
