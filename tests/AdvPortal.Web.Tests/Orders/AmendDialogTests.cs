using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake;
using AdvPortal.Web.Components.Promises;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AdvPortal.Web.Tests.Orders;

public sealed class AmendDialogTests : ShellContext
{
    private static readonly OrderTerms _seen = new(null, "4500187342", new(2026, 11, 27), [new("10", "VH-M8-30-ZN", null, 5000, "PCE", 8.40m, 100, null), new("20", "RP-M8-ZN", null, 300, "PCE", 1.25m, 100, null)]);

    private readonly IRenderedComponent<MudDialogProvider> _host;
    private AmendOrder.Form? _saved;
    private Refusal? _refusal;

    public AmendDialogTests()
    {
        Services.AddSingleton<IValidator<AmendOrder.Form>>(new AmendOrder.Validator());
        _host = Render<MudDialogProvider>();
    }

    [Fact]
    public async Task The_difference_is_seen_before_it_is_saved_and_a_reason_is_needed()
    {
        await OpenAsync();
        Assert.Contains("Rien ne change encore.", _host.Find(".amend-diff").TextContent, StringComparison.Ordinal);
        Assert.True(Button("Modifier la commande").HasAttribute("disabled"));

        await _host.Find("[aria-label='Quantité de la ligne 10']").ChangeAsync("6000");
        await _host.Find("[aria-label='Retirer la ligne 20']").ClickAsync();
        Assert.Equal(["Ligne 10, quantité\u00A0: 5\u202F000 → 6\u202F000", "Ligne 20\u00A0: retirée"], _host.FindAll(".amend-diff li").Select(li => li.TextContent));

        await Button("Modifier la commande").ClickAsync();
        Assert.Equal(["Dites qui veut ce changement.", "Dites pourquoi en quelques mots."], _host.FindAll(".field.err .error").Select(error => error.TextContent));
        Assert.Null(_saved);

        await _host.Find("input[type=radio]").ChangeAsync(true);
        await _host.Find("textarea").ChangeAsync("Appel de Nathalie");
        await Button("Modifier la commande").ClickAsync();
        Assert.Equal((AmendmentSide.Client, "Appel de Nathalie", 6000m, 1), (_saved!.Side, _saved.Reason, _saved.Terms!.Lines[0].Quantity, _saved.Terms.Lines.Count));
        Assert.Equal(_seen, _saved.Seen);
    }

    [Fact]
    public async Task What_a_colleague_changed_too_is_told_and_what_was_typed_stays()
    {
        _refusal = new ChangedByBoth(new("10", TermsField.Price, new TermsPrice(9, 100), new TermsPrice(8.90m, 100)));
        await OpenAsync();
        await _host.Find("[aria-label='Prix de la ligne 10']").ChangeAsync("9");
        await _host.Find("input[type=radio]").ChangeAsync(true);
        await _host.Find("textarea").ChangeAsync("Appel de Nathalie");
        await Button("Modifier la commande").ClickAsync();

        Assert.Equal("Ligne 10, prix\u00A0: vous mettez 9,00, quelqu’un d’autre a mis 8,90 entre-temps. Rien n’a changé.", _host.Find(".refusal").TextContent.Trim());
        Assert.Equal("9", _host.Find("[aria-label='Prix de la ligne 10']").GetAttribute("value"));
    }

    [Fact]
    public async Task What_a_client_asks_for_stands_in_it_already_beside_the_clients_words()
    {
        await OpenAsync(new(
            1, _seen, _seen with { RequestedOn = new(2026, 12, 4), Lines = [_seen.Lines[0] with { Quantity = 6000 }, new("30", "EH-M8-ZN", null, 200, "PCE", null, null, null)] },
            [new(ProblemSeverity.Error, "mail-date-vague", new("mail-date-vague", "la semaine prochaine"))], ["XX-99"])
        { Words = "6 000 au lieu de 5 000, sans les rondelles", Who = "Nathalie Rousseau", On = new(2026, 11, 23) });

        Assert.Equal(
            ["Commande, livraison demandée\u00A0: ven. 27 nov. 2026 → ven. 4 déc. 2026", "Ligne 10, quantité\u00A0: 5\u202F000 → 6\u202F000", "Ligne 20\u00A0: retirée", "Ligne 30\u00A0: ajoutée, quantité 200"],
            _host.FindAll(".amend-diff li").Select(li => li.TextContent));
        var asked = _host.Find(".amend-asked").TextContent;
        Assert.All(["«\u00A06 000 au lieu de 5 000, sans les rondelles\u00A0»", "la semaine prochaine", "XX-99"], said => Assert.Contains(said, asked, StringComparison.Ordinal));

        await Button("Modifier la commande").ClickAsync();
        Assert.Equal((AmendmentSide.Client, "Demandé par Nathalie Rousseau le lundi 23 novembre 2026"), (_saved!.Side, _saved.Reason));
        Assert.Equal(["10 6000 PCE", "30 200 "], _saved.Terms!.Lines.Select(line => $"{line.LineNo} {line.Quantity:0} {line.Unit}"));
    }

    [Fact]
    public async Task Words_in_which_nothing_could_be_read_are_told_as_such()
    {
        await OpenAsync(new(1, _seen, _seen, [], []) { Words = "Où en est-elle ?", Who = null, On = new(2026, 11, 23) });

        Assert.Contains("Aucune quantité ni date", _host.Find(".amend-asked").TextContent, StringComparison.Ordinal);
        Assert.True(Button("Modifier la commande").HasAttribute("disabled"));
    }

    private AngleSharp.Dom.IElement Button(string words) => _host.FindAll("button.btn").Single(button => button.TextContent.Trim() == words);

    private async Task OpenAsync(ReadAskedTerms.View? asked = null)
    {
        var order = new OrderView(Ids.New<OrderId>(), "CV26-04518", 1, OrderStatus.Confirmed, Ids.New<ClientId>(), null, null, null, "4500187342", "EUR", null, null, default, default, null, null, 0, [], []);
        await _host.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ShowAsync<AmendDialog>(null, new DialogParameters<AmendDialog>
        {
            { it => it.Order, order }, { it => it.Sites, [] }, { it => it.Seen, _seen }, { it => it.Asked, asked },
            {
                it => it.Save, form =>
                {
                    _saved = form;
                    return Task.FromResult(_refusal);
                }
            },
        }));
        await _host.WaitForElementAsync(".amend-diff");
    }
}
