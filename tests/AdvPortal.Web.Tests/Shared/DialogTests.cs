using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AdvPortal.Web.Tests.Shared;

public sealed class DialogTests : ShellContext
{
    private readonly IRenderedComponent<MudDialogProvider> _host;
    private readonly IDialogService _dialogs;

    public DialogTests() => (_host, _dialogs) = (Render<MudDialogProvider>(), Services.GetRequiredService<IDialogService>());

    [Fact]
    public async Task Only_the_verb_says_yes()
    {
        var yes = Ask();
        await (await ButtonAsync("Refuser la commande")).ClickAsync();
        Assert.True(await yes);

        var no = Ask();
        await (await ButtonAsync("Garder la commande")).ClickAsync();
        Assert.False(await no);

        Task<bool> Ask() => _host.InvokeAsync(() => _dialogs.ConfirmAsync("Refuser CV26-04518\u202F?", "Le client reçoit votre motif.", "Refuser la commande", "Garder la commande", destructive: true));
    }

    [Fact]
    public async Task A_waiver_without_a_motive_is_not_taken()
    {
        var answer = _host.InvokeAsync(() => _dialogs.AskReasonAsync("Livrer un mercredi\u202F?", null, "Déroger pour cette commande", "Garder ven. 27", ["Urgence"], askWhoAgreed: true));
        await (await ButtonAsync("Déroger pour cette commande")).ClickAsync();

        Assert.Equal("Indiquez un motif.", (await _host.WaitForElementAsync("[role=alert]")).TextContent);

        await _host.Find("select").ChangeAsync("Urgence");
        await _host.Find("input").ChangeAsync("Karim Haddad");
        await (await ButtonAsync("Déroger pour cette commande")).ClickAsync();
        Assert.Equal(new Reasoned("Urgence", "Karim Haddad"), await answer);
    }

    [Fact]
    public async Task Escape_leaves_a_dialog_but_asks_before_what_was_typed_is_dropped()
    {
        var untouched = _host.InvokeAsync(() => _dialogs.AskReasonAsync("Solder la commande\u202F?", null, "Solder", "Garder"));
        await _host.WaitForElementAsync("textarea");
        await EscapeAsync();
        Assert.Null(await untouched);

        var typed = _host.InvokeAsync(() => _dialogs.AskReasonAsync("Solder la commande\u202F?", null, "Solder", "Garder"));
        await (await _host.WaitForElementAsync("textarea")).InputAsync("Plus fabriqué");
        await _host.Find("textarea").ChangeAsync("Plus fabriqué");
        await EscapeAsync();
        Assert.Equal(["Continuer la saisie", "Abandonner la saisie"], _host.FindAll("button.btn").Select(button => button.TextContent));

        await EscapeAsync();
        Assert.Equal(("Plus fabriqué", false), (_host.Find("textarea").GetAttribute("value"), typed.IsCompleted));
        await EscapeAsync();
        await (await ButtonAsync("Abandonner la saisie")).ClickAsync();
        Assert.Null(await typed);

        Task EscapeAsync() => _host.InvokeAsync(() => _host.FindComponent<MudDialog>().Instance.OnKeyDown.InvokeAsync(new() { Key = "Escape" }));
    }

    [Fact]
    public void A_click_beside_a_dialog_closes_none()
    {
        var provider = Render<Look>().FindComponent<MudDialogProvider>().Instance;

        Assert.Equal((false, false), (provider.BackdropClick, provider.CloseOnEscapeKey));
    }

    private async Task<AngleSharp.Dom.IElement> ButtonAsync(string words)
    {
        await _host.WaitForElementAsync("button.btn");
        return _host.FindAll("button.btn").Single(button => button.TextContent == words);
    }
}
