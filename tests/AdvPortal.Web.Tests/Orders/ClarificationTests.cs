using AdvPortal.Application.Clarifications;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Intake;
using AdvPortal.Web.Components.Review;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AdvPortal.Web.Tests.Orders;

/// <summary>What a person sees of questions, doubles and near things, and what they answer.</summary>
public sealed class ClarificationTests : ShellContext
{
    private static readonly DateOnly _today = new(2026, 11, 23);
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(1));

    private readonly IRenderedComponent<MudDialogProvider> _host;
    private readonly IDialogService _dialogs;

    public ClarificationTests() => (_host, _dialogs) = (Render<MudDialogProvider>(), Services.GetRequiredService<IDialogService>());

    [Fact]
    public async Task A_draft_leaves_as_the_person_changed_it()
    {
        var draft = new ClarificationDraft(WaitingFor.Client, [new("Nathalie Rousseau", "n@c.example", "fr"), new("Karim Haddad", "k@c.example", "fr")], "fr", "Votre commande", "Bonjour");
        var dialog = await _host.InvokeAsync(() => _dialogs.ShowAsync<ClarificationDialog>(null, new DialogParameters<ClarificationDialog> { { it => it.Draft, draft } }));
        await _host.WaitForElementAsync("textarea");
        await _host.Find("select").ChangeAsync("k@c.example");
        await _host.Find("textarea").ChangeAsync("Bonjour Karim");
        await _host.Find("[data-key='ctrl+enter']").ClickAsync();
        var form = Assert.IsType<ClarificationForm>((await dialog.Result)!.Data);

        Assert.Equal((WaitingFor.Client, "k@c.example", "Votre commande", "Bonjour Karim"), (form.Of, form.To, form.Subject, form.Text));
    }

    [Fact]
    public async Task With_nobody_to_write_to_nothing_can_be_sent()
    {
        await _host.InvokeAsync(() => _dialogs.ShowAsync<ClarificationDialog>(null, new DialogParameters<ClarificationDialog> { { it => it.Draft, new ClarificationDraft(WaitingFor.Client, [], "fr", "Votre commande", "Bonjour") } }));
        await _host.WaitForElementAsync("textarea");

        Assert.True(_host.Find("[data-key='ctrl+enter']").HasAttribute("disabled"));
        Assert.Contains("Aucun contact de ce client", _host.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_that_waits_says_for_whom_and_shows_what_was_asked_and_answered()
    {
        var (noted, resumed) = (0, 0);
        ClarificationView open = new(Ids.New<ClarificationId>(), WaitingFor.Client, "n@c.example", "Prix", "Quel prix ?", "Claire Morel", _now, null, null, null, null, true);
        var card = Render<ClarificationCard>(p => p
            .Add(c => c.Clarifications, [open, open with { Id = Ids.New<ClarificationId>(), AnsweredAt = _now, AnsweredBy = "Nathalie Rousseau", Answer = "1,25 convient.", IsOpen = false }])
            .Add(c => c.Waiting, WaitingFor.Client).Add(c => c.Since, _now).Add(c => c.Today, _today).Add(c => c.MayAct, true).Add(c => c.Noted, () => noted++).Add(c => c.Resumed, () => resumed++));
        card.FindAll(".banner button")[0].Click();
        card.FindAll(".banner button")[1].Click();

        Assert.Equal((1, 1), (noted, resumed));
        Assert.Contains("En attente du client depuis auj. 10:00", card.Markup, StringComparison.Ordinal);
        Assert.Equal(["En attente", "Répondu"], card.FindAll("summary .chip").Select(chip => chip.TextContent.Trim()));
        Assert.Contains("1,25 convient.", card.Find("blockquote").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, DuplicateOutcome.Ignore)]
    [InlineData(2, DuplicateOutcome.Replaces)]
    [InlineData(3, DuplicateOutcome.New)]
    public async Task Two_orders_stand_side_by_side_with_three_answers(int button, DuplicateOutcome outcome)
    {
        var (earlier, later) = (AnOrder("CV26-00001", 5000), AnOrder("CV26-00002", 6000));
        var dialog = await _host.InvokeAsync(() => _dialogs.ShowAsync<DuplicateDialog>(
            null, new DialogParameters<DuplicateDialog> { { it => it.This, later }, { it => it.Earlier, earlier }, { it => it.Now, _now } }));
        await _host.WaitForElementAsync("table");

        Assert.Equal(["CV26-00001", "CV26-00002"], _host.FindAll("dd.code").Select(number => number.TextContent));
        Assert.Equal(2, _host.FindAll("tr.warn").Count);
        await _host.FindAll(".mud-dialog-actions button")[button].ClickAsync();
        Assert.Equal(outcome, (await dialog.Result)!.Data);
    }

    [Fact]
    public void What_is_near_is_shown_with_how_sure_and_why_and_taken_by_a_click()
    {
        Candidate? chosen = null;
        Candidate near = new(Guid.CreateVersion7(), "VH-M8-30-ZN", "Vis H M8×30", 0.92, [new(MessageKeys.NearCode, 88m), new(MessageKeys.SamePostcode)]);
        var list = Render<CandidateList>(p => p.Add(l => l.Label, "Les plus proches").Add(l => l.Candidates, [near]).Add(l => l.IsChosen, c => c == chosen).Add(l => l.Chosen, c => chosen = c));

        Assert.Equal("92\u00A0% · code proche à 88\u00A0%, même code postal", list.Find("button .t3").TextContent);
        list.Find("button").Click();
        Assert.Equal(near, chosen);
        Assert.Equal("true", list.Find("button").GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task The_content_of_a_box_is_asked_where_the_line_is_corrected()
    {
        var line = AnOrder("CV26-00001", 5).Lines[0] with { Unit = "BX" };
        var dialog = await _host.InvokeAsync(() => _dialogs.ShowAsync<LineDialog>(null, new DialogParameters<LineDialog> { { it => it.Line, line }, { it => it.UnitToAsk, "PCE" } }));
        await _host.WaitForElementAsync("input.num");

        Assert.Contains("Combien de PCE contient 1 BX\u202F?", _host.Markup, StringComparison.Ordinal);
        await _host.Find("input.num").ChangeAsync("250");
        await _host.Find(".mud-dialog-actions .btn.p").ClickAsync();
        var form = new CorrectOrder.Form { Lines = { ["10"] = new() { LineNo = "10", Unit = "BX", Quantity = 5 } } };
        Assert.IsType<Action<CorrectOrder.Form>>((await dialog.Result)!.Data)(form);
        Assert.Equal(250m, form.Lines["10"].UnitsEach);
    }

    [Fact]
    public void A_double_is_compared_rather_than_noted()
    {
        var compared = 0;
        OrderView.FindingRow finding = new(
            Ids.New<FindingId>(), FindingKinds.DuplicateContent, Domain.Requirements.Severity.Warn, FindingState.Open, null, null, null, null, null, null, new(MessageKeys.DuplicateContent, "CV26-00001", _today),
            new() { OrderNumber = "CV26-00001", OrderId = Ids.New<OrderId>() }, null, [], null);
        var group = FindingGroup.Of(AnOrder("CV26-00002", 5000) with { Findings = [finding] })[0];
        var card = Render<FindingGroupCard>(p => p.Add(c => c.Group, group).Add(c => c.Today, _today).Add(c => c.MayAct, true).Add(c => c.Compared, () => compared++));
        card.Find("button[data-key='1']").Click();

        Assert.Equal(1, compared);
    }

    private static OrderView AnOrder(string number, decimal quantity) => new(
        Ids.New<OrderId>(), number, 1, OrderStatus.ToReview, Ids.New<ClientId>(), null, null, null, "4500187342", "EUR", _today, _today, _now, _now, null, null, 420m,
        [new("10", "VH-M8-30-ZN", "0A-VH-M8-30-ZN", "Vis H M8×30", quantity, "PCE", 8.40m, 100, 8.40m, 420m, _today, null, _today, null, quantity)], []);
}
