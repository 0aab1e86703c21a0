using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Requirements;
using AdvPortal.Web.Tests.Shared;
using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Requirements;

/// <summary>Two people write the next version of the same requirement at the same moment.</summary>
public sealed class RequirementEditorTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private AsyncServiceScope _scope;
    private Client _client = null!;
    private RequirementView _opened = null!;

    public async ValueTask InitializeAsync()
    {
        var company = await portal.ACompanyAsync();
        _client = new("C-0147", "Hydraulique Chartraine", "fr", "EUR");
        await company.StoreAsync(_client);
        _scope = company.SignIn(await company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        _opened = (await Services.GetRequiredService<CreateRequirement>().ExecuteAsync(_client.Id, new()
        {
            Sentence = "Pas le mercredi",
            Source = new(SourceKind.Email, "Karim Haddad", new(2025, 2, 3)),
            Severity = Severity.Block,
            Rule = new DeliveryDays { Closed = Weekdays.Wednesday },
        })).Value!;
    }

    [Fact]
    public async Task What_each_of_two_people_changed_is_kept()
    {
        var (claire, yanis) = (await OpenAsync(), await OpenAsync());
        await TypeAsync(claire, "Dans ses mots", "Pas le mercredi, merci");
        await TypeAsync(claire, "Délai de prévenance, en jours", "2");
        await SaveAsync(claire);
        await TypeAsync(yanis, "Dit par", "Anne Lefort");
        await SaveAsync(yanis);

        Assert.Contains("vient de modifier", yanis.Find(".refusal").TextContent, StringComparison.Ordinal);
        await ClickAsync(yanis, "Reprendre mes changements");
        Assert.Equal(("Pas le mercredi, merci", "Anne Lefort"), (Labelled(yanis, "Dans ses mots").GetAttribute("value"), Labelled(yanis, "Dit par").GetAttribute("value")));
        Assert.Empty(yanis.FindAll(".refusal, .merge-side"));
        Assert.Contains("gardé\u00A0: Dans ses mots et Règle.", yanis.Find(".merged").TextContent, StringComparison.Ordinal);

        await SaveAsync(yanis);
        var kept = await ReadAsync();
        Assert.Equal(("Pas le mercredi, merci", "Anne Lefort", 3), (kept.Sentence, kept.Source.Who, kept.Revision));
        Assert.Equal(new DeliveryDays { Closed = Weekdays.Wednesday, NoticeDays = 2 }, kept.Rule);
    }

    [Fact]
    public async Task What_both_changed_stands_side_by_side_and_what_was_typed_stays_until_the_other_is_chosen()
    {
        var (claire, yanis) = (await OpenAsync(), await OpenAsync());
        await TypeAsync(claire, "Dans ses mots", "Ni mercredi ni jeudi");
        await TypeAsync(claire, "Délai de prévenance, en jours", "2");
        await SaveAsync(claire);
        await TypeAsync(yanis, "Dans ses mots", "Jamais le mercredi");
        await TypeAsync(yanis, "Délai de prévenance, en jours", "5");
        await SaveAsync(yanis);
        await ClickAsync(yanis, "Reprendre mes changements");

        Assert.Equal(
            ["Vous«\u00A0Jamais le mercredi\u00A0»", "L’autre personne«\u00A0Ni mercredi ni jeudi\u00A0»", "VousDélai de prévenance, en jours pleins\u00A0: 5.", "L’autre personneDélai de prévenance, en jours pleins\u00A0: 2."],
            yanis.FindAll(".merge-side").Select(side => side.TextContent.Trim()));
        Assert.Equal("Jamais le mercredi", Labelled(yanis, "Dans ses mots").GetAttribute("value"));

        await TypeAsync(yanis, "Dit par", "Anne Lefort");
        await yanis.InvokeAsync(() => yanis.FindAll(".merge-side input")[3].ChangeAsync("on"));
        await SaveAsync(yanis);

        var kept = await ReadAsync();
        Assert.Equal(("Jamais le mercredi", "Anne Lefort"), (kept.Sentence, kept.Source.Who));
        Assert.Equal(new DeliveryDays { Closed = Weekdays.Wednesday, NoticeDays = 2 }, kept.Rule);
    }

    [Fact]
    public async Task Whoever_is_overtaken_twice_is_met_twice()
    {
        var (claire, yanis) = (await OpenAsync(), await OpenAsync());
        await TypeAsync(claire, "Dans ses mots", "Ni mercredi ni jeudi");
        await SaveAsync(claire);
        await TypeAsync(yanis, "Dit par", "Anne Lefort");
        await SaveAsync(yanis);
        await ClickAsync(yanis, "Reprendre mes changements");

        var between = await ReadAsync();
        Assert.True((await Services.GetRequiredService<RetireRequirement>().ExecuteAsync(between.Id, between.Version)).IsOk);
        await SaveAsync(yanis);
        await ClickAsync(yanis, "Reprendre mes changements");
        await SaveAsync(yanis);

        Assert.Contains("retirée", yanis.Find(".refusal").TextContent, StringComparison.Ordinal);
        Assert.Equal("Anne Lefort", Labelled(yanis, "Dit par").GetAttribute("value"));
    }

    [Fact]
    public async Task What_comes_with_words_can_be_published_once_they_are_read_and_not_before()
    {
        var (tried, goesOn) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource());
        var editor = Render<RequirementEditor>(p => p
            .Add(it => it.ClientId, _client.Id.Value)
            .Add(it => it.Sentence, "Merci de coller un QR code sur chaque colis.")
            .Add(it => it.Who, "Karim Haddad")
            .Add(it => it.Tried, _ =>
            {
                tried.TrySetResult();
                return goesOn.Task;
            }));

        // What it would do to the orders is still being looked up.
        await tried.Task.WaitAsync(Xunit.TestContext.Current.CancellationToken);
        await editor.InvokeAsync(() => editor.Find(".req-foot .btn.p").ClickAsync());
        goesOn.SetResult();

        Assert.Empty(editor.FindAll(".refusal"));
        var kept = (await Services.GetRequiredService<ListRequirements>().ExecuteAsync(_client.Id)).Value!.Items.Single(it => it.Id != _opened.Id);
        Assert.Equal("labelling", kept.Rule.Kind);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private async Task<IRenderedComponent<RequirementEditor>> OpenAsync()
    {
        var editor = Render<RequirementEditor>(p => p.Add(it => it.Requirement, _opened).Add(it => it.ClientId, _client.Id.Value));
        await editor.WaitForStateAsync(() => editor.Markup.Contains(_client.Name, StringComparison.Ordinal));

        return editor;
    }

    private async Task<RequirementView> ReadAsync() => (await Services.GetRequiredService<ReadRequirement>().ExecuteAsync(_opened.Id)).Value!;

    // Found and used in one go: what is loaded meanwhile renders the fields again.
    private static Task TypeAsync(IRenderedComponent<RequirementEditor> editor, string label, string text) => editor.InvokeAsync(() => Labelled(editor, label).ChangeAsync(text));

    private static Task SaveAsync(IRenderedComponent<RequirementEditor> editor) => editor.InvokeAsync(() => editor.Find(".req-foot .btn.p").ClickAsync());

    private static Task ClickAsync(IRenderedComponent<RequirementEditor> editor, string text) =>
        editor.InvokeAsync(() => editor.FindAll("button").Single(button => button.TextContent.Trim() == text).ClickAsync());

    private static IElement Labelled(IRenderedComponent<RequirementEditor> editor, string label) =>
        editor.FindAll("label").Single(each => each.QuerySelector(".lab")?.FirstChild?.TextContent.Trim() == label).QuerySelector("input,select,textarea")!;
}
