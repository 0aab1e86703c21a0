using AdvPortal.Domain.Contracts;
using AdvPortal.Web.Components.Contracts;
using AdvPortal.Web.Components.Shared;
using AdvPortal.Web.Tests.Shared;
using Bunit;

namespace AdvPortal.Web.Tests.Contracts;

public sealed class HandoffPartTests : ShellContext
{
    /// <summary>On a slow line, a second field is left while the page is still as it was before the first.</summary>
    [Fact]
    public async Task What_was_typed_into_one_field_survives_the_next_one_of_a_page_not_yet_drawn_again()
    {
        var content = new HandoffContent { Prices = [new()] };
        var part = Render<PricesPart>(it => it.Add(each => each.Content, content).Add(each => each.ContentChanged, changed => content = changed));
        var untilOfThePageAsItWas = part.FindComponent<DateInput>().Instance.ValueChanged;

        await part.Find("input.code").ChangeAsync("VH-M8-30-ZN");
        part.Render(it => it.Add(each => each.Content, content));
        await part.InvokeAsync(() => untilOfThePageAsItWas.InvokeAsync(new(2027, 12, 31)));

        Assert.Equal(new HandoffPrice("VH-M8-30-ZN", ValidUntil: new(2027, 12, 31)), Assert.Single(content.Prices));
    }

    [Theory]
    [InlineData(ContractType.Framework, "À la fin du contrat", "Montant fixe HT, en euros")]
    [InlineData(ContractType.Project, "Montant fixe HT, en euros", "À la fin du contrat")]
    public async Task The_fields_follow_the_type_of_contract_as_it_is_chosen(ContractType type, string asked, string notAsked)
    {
        var content = new HandoffContent { Client = new(Id: Ids.New<ClientId>(), Name: "EDO"), Contract = new(Type: ContractType.Spot) };
        var part = Render<ContractPart>(it => it.Add(each => each.Content, content).Add(each => each.ContentChanged, changed => content = changed));

        Assert.Contains("facultatif", part.FindAll("label").Single(label => label.TextContent.Contains("Réf. contrat", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        await part.InvokeAsync(() => part.Find(".contract-type").ChangeAsync(type.ToString()));
        part.Render(it => it.Add(each => each.Content, content));

        Assert.Equal(type, content.Contract.Type);
        Assert.Contains(asked, part.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(notAsked, part.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("facultatif", part.FindAll("label").Single(label => label.TextContent.Contains("Réf. contrat", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tacit_renewal_asks_for_the_notice_and_tells_the_last_day_of_it()
    {
        var content = new HandoffContent { Client = new(Id: Ids.New<ClientId>(), Name: "EDO"), Contract = new(EndsOn: new(2027, 12, 31), Renewal: ContractRenewal.Tacit) };
        var part = Render<ContractPart>(it => it.Add(each => each.Content, content).Add(each => each.ContentChanged, changed => content = changed));

        await part.InvokeAsync(() => part.Find("input[type=number]").ChangeAsync("3"));
        part.Render(it => it.Add(each => each.Content, content));

        Assert.Equal(3, content.Contract.NoticeMonths);
        Assert.Contains("30 sept. 2027", part.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spot_order_is_asked_nothing_of_invoicing()
    {
        var part = Render<RequirementsPart>(it => it.Add(each => each.Content, new() { Contract = new(Type: ContractType.Spot) }));

        Assert.Equal(4, part.FindAll(".question").Count);
        Assert.DoesNotContain("Une façon de facturer", part.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clause_is_made_what_it_says_where_it_stands()
    {
        HandoffContent content = new() { Prices = [new("VH-M8", 8.40m)] };
        var clause = new HandoffClause("6.2", "À Rennes, livraison avant 10 h 30", 3);
        List<string> said = [];
        var row = Render<ClauseRow>(it => it.Add(each => each.Row, new(clause, "Livraisons", false, "clauses[0]")).Add(each => each.Content, content).Add(each => each.Open, true)
            .Add(each => each.Changed, change =>
            {
                content = change.Of(content);
                said.Add(change.Said);
            }));

        await row.InvokeAsync(() => row.FindAll("select")[0].ChangeAsync(nameof(HandoffQuestion.DeliveryTimes)));
        await row.InvokeAsync(() => row.FindAll("select")[1].ChangeAsync("0"));
        await row.InvokeAsync(() => row.FindAll("button.btn")[0].ClickAsync(new()));
        row.Render(it => it.Add(each => each.Content, content));

        Assert.Equal(["Clause.Said.Required", "Clause.Said.Priced", "Clause.Said.Promised"], said);
        Assert.Equal(("6.2", "6.2", "6.2"), (content.Sentences.Single().Clause, content.Prices.Single().Clause, content.Promises.Single().Clause));
        Assert.Contains("Article 6.2", row.Markup, StringComparison.Ordinal);
        Assert.Contains("VH-M8", row.Find(".chip + .chip").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_on_the_words_of_a_replaced_contract_is_not_shown_with_the_new_ones()
    {
        HandoffContent content = new() { Prices = [new("VH-M8", 8.40m, Clause: "6.2")], Clauses = [new("6.2", "À Rennes, livraison avant 10 h 30", 3)] };
        var fresh = Render<ClauseRow>(it => it.Add(each => each.Row, new(new("6.2", "Pénalités", 4), null, false, "clauses[0]")).Add(each => each.Content, content));
        var old = Render<ClauseRow>(it => it.Add(each => each.Row, new(content.Clauses[0], null, true, null, IsOld: true)).Add(each => each.Content, content));

        Assert.Empty(fresh.FindAll(".chip"));
        Assert.Equal(("VH-M8", true), (old.Find(".chip").TextContent.Trim(), old.Markup.Contains("contrat précédent", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_no_machine_reads_is_copied_by_hand()
    {
        var (content, isKept) = (new HandoffContent(), false);
        var form = Render<ClauseByHand>(it => it.Add(each => each.Changed, change =>
        {
            content = isKept ? change.Of(content) : content;

            return Task.FromResult(isKept);
        }));

        await form.InvokeAsync(() => form.Find("button").ClickAsync(new()));
        Assert.Empty(content.Clauses);

        await form.InvokeAsync(() => form.Find(".clause-number").ChangeAsync(" 6.2 "));
        await form.InvokeAsync(() => form.Find(".clause-words").ChangeAsync("Avant 10 h 30"));
        await form.InvokeAsync(() => form.Find("button").ClickAsync(new()));
        Assert.Equal("Avant 10 h 30", form.Find(".clause-words").GetAttribute("value"));

        isKept = true;
        await form.InvokeAsync(() => form.Find("button").ClickAsync(new()));
        Assert.Equal(new HandoffClause("6.2", "Avant 10 h 30"), Assert.Single(content.Clauses));
        Assert.Equal("", form.Find(".clause-words").GetAttribute("value") ?? "");
    }
}
