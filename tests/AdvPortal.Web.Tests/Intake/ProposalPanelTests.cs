using System.Text;
using System.Text.Json;
using AdvPortal.Application.Common;
using AdvPortal.Application.Intake;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Members;
using AdvPortal.Exchange.Intake;
using AdvPortal.Tests;
using AdvPortal.Web.Components.Intake;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MudBlazor;

namespace AdvPortal.Web.Tests.Intake;

/// <summary>What a language model proposes for a document is marked, taken or dismissed by a person, and seen where it stands.</summary>
public sealed class ProposalPanelTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private const string Words = "Bonjour Claire,\n\nsuite à notre appel, voici notre besoin, numéro BC-2026/118-A.\nDe quoi refaire le stock en VH-M8-30-ZN,\nle compte y sera avec 5 000 pièces.\nLe tout serait attendu le jeudi 26 novembre.\n";

    private const string Answer = """
        { "reference": "BC-2026/118-A", "requestedDate": "jeudi 26 novembre", "site": "Toulouse",
          "lines": [ { "words": "VH-M8-30-ZN, le compte y sera avec 5 000 pièces", "code": "VH-M8-30-ZN", "quantity": "5 000", "unit": "pièces" } ] }
        """;

    private OrderDocumentView _document = null!;
    private AsyncServiceScope _scope;

    public async ValueTask InitializeAsync()
    {
        var company = await portal.ACompanyAsync();
        _scope = company.SignIn(await company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        var mail = $"From: Jeanne <j.petit@client.example>\nTo: commandes@maison.example\nSubject: Notre besoin\nDate: Mon, 23 Nov 2026 09:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n{Words}";
        var bytes = Encoding.UTF8.GetBytes(mail);

        // As it is after the limited process has read it, which these tests do without.
        var (reading, document) = (DocumentReader.Read(bytes, null, null), new OrderDocument(bytes, "besoin.eml", "message/rfc822", client: null, PortalFixture.Now));
        document.WasRead("email", "not-an-order", JsonSerializer.Serialize(reading with { Layout = new("0123abcd", [], []) }, JsonSerializerOptions.Web), isOrder: false);
        await company.StoreAsync(document, new OrderDocumentContent(document.Id, bytes));
        Of<DrawnOriginals>().Keep(company.Id, document.Id, DocumentReader.Show(bytes, null, null));
        _document = (await Of<ReadOrderDocument>().ExecuteAsync(document.Id)).Value!;
    }

    [Fact]
    public async Task What_is_proposed_is_marked_and_each_is_taken_or_dismissed_by_itself()
    {
        var page = Open(new FakeModel(Answer));
        await AskAsync(page);

        Assert.Equal(["Réf. client", "Livraison demandée", "Code client", "Quantité", "Unité"], page.FindAll(".proposal dt").Select(name => name.TextContent));
        Assert.All(page.FindAll(".proposal .chip"), chip => Assert.Equal("Proposé par le modèle", chip.TextContent.Trim()));
        Assert.Equal(["BC-2026/118-A", "jeu. 26 nov. 2026", "VH-M8-30-ZN", "5\u202F000", "pièces"], page.FindAll(".proposal-values .link-btn").Select(value => value.TextContent));

        await ClickAsync(page, "[aria-label='Écarter\u00A0: Livraison demandée']");
        Assert.Equal(2, page.FindAll(".proposal").Count);

        await ClickAsync(page, "[aria-label='Reprendre\u00A0: Réf. client']");
        await page.WaitForAssertionAsync(() => Assert.Contains("Commande BC-2026/118-A", page.FindAll(".work h2").Select(head => head.TextContent)));
        Assert.Equal("Nouvelle ligne · VH-M8-30-ZN", Assert.Single(page.FindAll(".proposal-says>b")).TextContent);
    }

    [Fact]
    public async Task All_of_it_is_taken_at_once_and_waits_for_a_person_to_make_an_order_of_it()
    {
        var page = Open(new FakeModel(Answer));
        await AskAsync(page);
        await page.InvokeAsync(() => page.FindAll(".proposals .card-head button").Single(button => button.TextContent == "Tout reprendre").ClickAsync(new()));

        await page.WaitForAssertionAsync(() => Assert.Equal("VH-M8-30-ZN", page.Find(".lines tbody .code").TextContent));
        Assert.Empty(page.FindAll(".proposal"));
        Assert.Equal(("needs-client", null), ((await Of<ReadOrderDocument>().ExecuteAsync(_document.Id)).Value! is var now ? now.Status : "", now.Orders[0].OrderId));
    }

    [Fact]
    public async Task Reading_the_file_again_asks_first_where_it_would_undo_what_was_taken()
    {
        var page = Open(new FakeModel(Answer));
        var dialogs = Render<MudDialogProvider>();
        await AskAsync(page);
        await ClickAsync(page, "[aria-label='Reprendre\u00A0: Réf. client']");
        await page.WaitForAssertionAsync(() => Assert.Contains("Commande BC-2026/118-A", page.FindAll(".work h2").Select(head => head.TextContent)));

        var reading = ClickAsync(page, ".src .btn");
        await dialogs.WaitForElementAsync(".mud-dialog");
        Assert.Contains("propositions du modèle", dialogs.Find(".mud-dialog").TextContent, StringComparison.Ordinal);
        await dialogs.InvokeAsync(() => dialogs.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Garder ce qui est repris").ClickAsync(new()));
        await reading;

        Assert.Equal("BC-2026/118-A", (await Of<ReadOrderDocument>().ExecuteAsync(_document.Id)).Value!.Orders[0].Document.OrderNumber);
    }

    [Fact]
    public async Task The_words_behind_a_value_are_shown_in_the_original()
    {
        var page = Open(new FakeModel(Answer));
        await AskAsync(page);
        await page.WaitForElementAsync(".original .file-line");
        await ClickAsync(page, ".proposal .link-btn");

        await page.WaitForAssertionAsync(() => Assert.Equal("BC-2026/118-A", page.Find(".original .file-line.on mark").TextContent));
    }

    [Theory]
    [InlineData("I cannot help with that.", "inutilisable")]
    [InlineData("{}", "ne propose rien de plus")]
    public async Task Why_nothing_is_proposed_is_said_and_one_may_ask_again(string answer, string says)
    {
        var page = Open(new FakeModel(answer));
        await ClickAsync(page, ".proposals .btn");

        await page.WaitForAssertionAsync(() => Assert.Contains(says, page.Find(".proposals").TextContent, StringComparison.Ordinal));
        Assert.Equal("Redemander", page.Find(".proposals .btn").TextContent);
    }

    [Theory]
    [InlineData(true, Role.Reader)]
    [InlineData(false, Role.Adv)]
    public async Task Nobody_is_offered_what_they_may_not_take_and_nothing_is_where_no_model_is(bool hasModel, Role role)
    {
        var page = Open(hasModel ? new FakeModel(Answer) : null, role);
        await page.WaitForElementAsync(".lay.review");

        Assert.Empty(page.FindAll(".proposals"));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private T Of<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    private IRenderedComponent<DocumentPage> Open(IChatClient? model, Role role = Role.Adv)
    {
        var asked = new LanguageModel(TimeProvider.System, new(), NullLogger<LanguageModel>.Instance, model);
        Services.AddSingleton(asked);
        Services.AddSingleton(new ProposeDocumentFields(Of<UnitOfWork>(), Of<ReadOriginal>(), asked));

        return Render<DocumentPage>(p => p.AddCascadingValue(Claire([.. Roles.PermissionsOf(role)])).Add(d => d.Id, _document.Id.Value));
    }

    private static async Task AskAsync(IRenderedComponent<DocumentPage> page)
    {
        await ClickAsync(page, ".proposals .btn");
        await page.WaitForElementAsync(".proposal");
    }

    private static async Task ClickAsync(IRenderedComponent<DocumentPage> page, string button)
    {
        await page.WaitForElementAsync(button);
        await page.InvokeAsync(() => page.Find(button).ClickAsync(new()));
    }
}
