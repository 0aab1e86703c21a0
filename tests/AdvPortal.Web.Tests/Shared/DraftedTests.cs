using AdvPortal.Application.Drafts;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Shared;

public sealed class DraftedTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private const string Key = "clients/new";

    private AsyncServiceScope _scope;
    private Memo _form = new();

    public async ValueTask InitializeAsync()
    {
        var company = await portal.ACompanyAsync();
        _scope = company.SignIn(await company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
    }

    [Fact]
    public async Task What_was_typed_is_offered_when_the_form_is_opened_again()
    {
        await TypeAsync(ADraft(), "Pas le mercredi");
        _form = new();
        var again = ADraft();
        await again.WaitForElementAsync(".draft-offer");

        Assert.Null(_form.Words);
        await again.Find(".draft-offer .btn").ClickAsync();

        Assert.Equal("Pas le mercredi", _form.Words);
        Assert.Empty(again.FindAll(".draft-offer"));
    }

    [Fact]
    public async Task What_was_sent_or_taken_back_is_not_offered_again()
    {
        var sent = ADraft();
        await TypeAsync(sent, "Pas le mercredi");
        await sent.InvokeAsync(sent.Instance.DropAsync);
        await TypeAsync(sent, "after the end");
        Assert.Null(await KeptAsync());

        _form = new();
        var undone = ADraft();
        await TypeAsync(undone, "Pas le");
        Assert.NotNull(await KeptAsync());
        await TypeAsync(undone, null);
        Assert.Null(await KeptAsync());
    }

    [Fact]
    public async Task The_last_key_before_the_page_is_left_counts()
    {
        ADraft();
        _form.Words = "Pas le mercredi";
        await DisposeComponentsAsync();

        Assert.Contains("Pas le mercredi", (await KeptAsync())!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_said_at_the_foot_of_the_drawer()
    {
        var signal = Services.GetRequiredService<DraftSignal>();
        await TypeAsync(ADraft(), new string('x', KeepDraft.ContentMaxLength));

        Assert.True(signal is { HasFailed: true, IsSaving: false });
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private IRenderedComponent<Drafted<Memo>> ADraft() => Render<Drafted<Memo>>(p => p
        .Add(d => d.Key, Key).Add(d => d.Form, _form).Add(d => d.FormChanged, form => _form = form).AddChildContent("<textarea></textarea>"));

    private Task TypeAsync(IRenderedComponent<Drafted<Memo>> draft, string? words)
    {
        _form.Words = words;

        return draft.Find("[data-drafted]").TriggerEventAsync("ontyped", EventArgs.Empty);
    }

    private Task<ReadDraft.Kept?> KeptAsync() => Services.GetRequiredService<ReadDraft>().ExecuteAsync(Key);

    private sealed class Memo
    {
        public string? Words { get; set; }
    }
}
