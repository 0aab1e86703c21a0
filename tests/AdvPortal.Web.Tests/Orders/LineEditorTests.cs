using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using AdvPortal.Web.Components;
using AdvPortal.Web.Components.Orders;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Orders;

/// <summary>What the server makes of a message of the line editor; the browser's side is a story of its own.</summary>
public sealed class LineEditorTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private readonly List<TypedLine> _lines = [];
    private AsyncServiceScope _scope;
    private ClientId _client;
    private int _kept;

    public async ValueTask InitializeAsync()
    {
        var company = await portal.ACompanyAsync();
        _client = await company.AClientAsync("Hydraulique Chartraine");
        var product = new Product("VH-M8", "Vis H M8×30", "PCE");
        await company.StoreAsync(product, new ContractPrice(_client, product.Id, 8.40m, 100, "EUR", new(2026, 1, 1), null, null), new BuyerCode(_client, "0A-77", product.Id));
        _scope = company.SignIn(await company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        JSInterop.SetupModule($"./line-editor.js?v={App.Version}").Mode = JSRuntimeMode.Loose;
    }

    [Theory]
    [InlineData("VH-M8")]
    [InlineData("vh-m8")]
    [InlineData("0A-77")]
    public async Task One_message_is_answered_with_all_there_is_to_say(string code)
    {
        var answers = await TakeAsync(AnEditor(), [code, "1 200", "", "8,10", "100"], ["", "douze"]);

        Assert.Equal(["Vis H M8×30", ""], answers.Select(answer => answer.Description));
        Assert.Equal([code, "1\u202F200", "", "8,10", "100", ""], answers[0].Cells);
        Assert.Equal("PCE", answers[0].Hints[(int)LineCell.Unit]);
        Assert.Equal("Contrat\u00A0: 8,40 pour 100.", answers[0].Notes[(int)LineCell.Price]);
        Assert.Empty(answers[0].Errors);
        Assert.Equal([(int)LineCell.Quantity], answers[1].Errors.Keys);
        Assert.StartsWith("«\u00A0douze\u00A0» n’est pas un nombre", answers[1].Errors[(int)LineCell.Quantity], StringComparison.Ordinal);
        Assert.Equal(1, _kept);
    }

    [Fact]
    public async Task An_empty_price_stands_for_the_contract_s_and_an_unknown_code_is_left_to_the_review()
    {
        var answers = await TakeAsync(AnEditor(), ["VH-M8", "5"], ["ZZ-1", "5"]);

        Assert.Equal(("8,40", "100"), (answers[0].Hints[(int)LineCell.Price], answers[0].Hints[(int)LineCell.Per]));
        Assert.Equal("Code inconnu\u00A0: la revue le demandera.", answers[1].Notes[(int)LineCell.Code]);
        Assert.All(answers, answer => Assert.Empty(answer.Errors));
    }

    [Fact]
    public async Task Rows_come_and_go_as_the_browser_says_and_keep_their_order()
    {
        var editor = AnEditor();
        await TakeAsync(editor, ["A"], ["B"], ["C"]);
        await editor.InvokeAsync(() => editor.Instance.TakeAsync([3, 4, 1], [new(4, 1, ["D"])]));

        Assert.Equal(["C", "D", "A"], _lines.Select(line => line.Code));
    }

    [Fact]
    public async Task What_a_rule_of_the_order_refuses_is_said_in_its_cell()
    {
        var answers = await TakeAsync(AnEditor(), ["VH-M8", "-3", "caisse-palette", "8,40", "0"]);

        Assert.Equal([(int)LineCell.Quantity, (int)LineCell.Unit, (int)LineCell.Per], answers[0].Errors.Keys.Order());
    }

    [Fact]
    public async Task More_rows_than_an_order_by_hand_has_are_not_taken()
    {
        await TakeAsync(AnEditor(), [.. Enumerable.Range(0, LineEditor.MostRows + 5).Select(number => new[] { $"C{number}" })]);

        Assert.Equal(LineEditor.MostRows, _lines.Count);
    }

    [Fact]
    public async Task Nothing_is_recorded_while_a_cell_is_wrong()
    {
        var editor = AnEditor();
        await TakeAsync(editor, ["VH-M8", "douze"]);
        Assert.False(await editor.InvokeAsync(() => editor.Instance.CheckAsync((_, _) => null)));

        await editor.InvokeAsync(() => editor.Instance.TakeAsync([1], [new(1, 2, ["VH-M8", "12"])]));
        Assert.True(await editor.InvokeAsync(() => editor.Instance.CheckAsync((_, _) => null)));
        Assert.False(await editor.InvokeAsync(() => editor.Instance.CheckAsync((_, field) => field == "ProductCode" ? "Indiquez un code article." : null)));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private IRenderedComponent<LineEditor> AnEditor() => Render<LineEditor>(p => p
        .Add(e => e.Lines, _lines).Add(e => e.Client, _client).Add(e => e.Changed, () => _kept++));

    private static Task<IReadOnlyList<LineAnswer>> TakeAsync(IRenderedComponent<LineEditor> editor, params string[][] rows) => editor.InvokeAsync(() => editor.Instance.TakeAsync(
        [.. Enumerable.Range(1, rows.Length)], [.. rows.Select((cells, index) => new LineEditor.Row(index + 1, 1, cells))]));
}
