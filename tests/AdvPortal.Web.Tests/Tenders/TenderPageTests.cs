using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Tenders;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Tenders;
using AdvPortal.Web.Components.Shared;
using AdvPortal.Web.Components.Tenders;
using AdvPortal.Web.Tests.Deliveries;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Tenders;

/// <summary>A tender in the hands of whoever prices it, and of whoever was asked for a figure.</summary>
public sealed class TenderPageTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private Company _company = null!;
    private MemberId _paul;
    private JsonNode _tender = null!;
    private AsyncServiceScope _scope;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _paul = await _company.AMemberAsync("Paul Garnier", Role.Logistics);
        var client = await _company.AClientAsync("Hydraulique Chartraine");
        await _company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"));
        _tender = await _company.PostAsync("tenders", $$"""
            { "clientId": "{{client.Value}}", "title": "Vis 2027", "submissionDueAt": "2027-12-04T11:00:00Z", "lines": [ { "productCode": "VH-M8-30-ZN", "quantities": [1000, 5000], "priceBaseQuantity": 100 } ] }
            """);
        await PlanAsync(_paul, "Transport ?");
        await PlanAsync(await _company.AMemberAsync("Lucie Petit", Role.Sales), "Marge ?");
    }

    [Fact]
    public async Task Prices_are_typed_beside_the_quantities_that_are_asked_for_and_what_is_left_empty_is_none()
    {
        var page = await OpenAsync(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        Assert.Equal(["1000", "5000"], page.FindAll(".tender-tier:not(.tender-tier-head) input:first-child").Select(input => input.GetAttribute("value")));

        await page.Find("input[aria-label^='Prix HT']").ChangeAsync("8,20");
        await page.Find(".tender-keep button").ClickAsync();
        await page.WaitForAssertionAsync(() => Assert.Contains("Total au plus 410,00\u00A0€", page.Find(".tender-line").ParentElement!.TextContent, StringComparison.Ordinal));
        Assert.Single(page.FindAll(".tender-tier:not(.tender-tier-head)"));
        Assert.Equal(2, page.FindAll(".tender-answer").Count);
    }

    [Fact]
    public async Task A_price_that_cannot_be_read_is_not_left_out_of_what_is_kept()
    {
        var page = await OpenAsync(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        await page.FindAll("input[aria-label^='Prix HT']")[0].ChangeAsync("8,20");
        await page.FindAll("input[aria-label^='Prix HT']")[1].ChangeAsync("7,9O");
        await page.Find(".tender-keep button").ClickAsync();
        Assert.Single(page.FindAll(".tender-tier .error"));
        Assert.Empty((await StoredAsync())["lines"]![0]!["prices"]!.AsArray());

        await page.FindAll("input[aria-label^='Prix HT']")[1].ChangeAsync("7,90");
        await page.Find(".tender-keep button").ClickAsync();
        await page.WaitForAssertionAsync(() => Assert.Contains("Total au plus 395,00", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_one_types_stands_while_a_colleague_answers()
    {
        var page = await OpenAsync(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        await page.Find("input[aria-label^='Prix HT']").ChangeAsync("8,25");
        await page.Find(".tender-plan input[maxlength='500']").ChangeAsync("Certificat 3.1 ?");
        await page.FindAll(".tender-answer textarea")[1].ChangeAsync("12 %");
        await page.Find(".tender-question textarea").ChangeAsync("Emballage ?");

        await _company.PostAsync($"tenders/{_tender["id"]}/tasks/{(await StoredAsync())["tasks"]![0]!["id"]}/answer", """{ "answer": "45 € la palette" }""");
        await page.WaitForAssertionAsync(() => Assert.Contains("45 € la palette", page.Markup, StringComparison.Ordinal));
        Assert.Equal("8,25", page.Find("input[aria-label^='Prix HT']").GetAttribute("value"));
        Assert.Equal("Certificat 3.1 ?", page.Find(".tender-plan input[maxlength='500']").GetAttribute("value"));

        await page.Find(".tender-answer").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll(".tender-answer")));
        Assert.Contains("12 %", page.Markup, StringComparison.Ordinal);
        await page.Find(".tender-keep button").ClickAsync();
        await page.WaitForAssertionAsync(() => Assert.Contains("Total au plus 412,50", page.Markup, StringComparison.Ordinal));

        // Once it was noted, the next one is typed into empty fields.
        await page.Find(".tender-question").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Contains("Emballage ?", page.Find(".tender-answer textarea").GetAttribute("aria-label"), StringComparison.Ordinal));
        Assert.Empty(page.Find(".tender-question textarea").GetAttribute("value") ?? "");
        Assert.Empty(page.FindAll(".refusal"));
    }

    [Fact]
    public async Task A_colleagues_answer_is_read_before_ones_own_takes_its_place()
    {
        var page = await OpenAsync(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        await page.Find(".tender-answer textarea").ChangeAsync("50 € la palette");
        await _company.PostAsync($"tenders/{_tender["id"]}/tasks/{(await StoredAsync())["tasks"]![0]!["id"]}/answer", """{ "answer": "45 € la palette" }""");
        await page.WaitForAssertionAsync(() => Assert.Contains("45 € la palette", page.Markup, StringComparison.Ordinal));
        Assert.Equal("50 € la palette", page.Find(".tender-answer textarea").GetAttribute("value"));

        await page.Find(".tender-answer").SubmitAsync();
        await page.WaitForElementAsync(".refusal");
        Assert.Equal("50 € la palette", page.Find(".tender-answer textarea").GetAttribute("value"));
        Assert.Equal("45 € la palette", (string?)(await StoredAsync())["tasks"]![0]!["answer"]);

        await page.Find(".tender-answer").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll(".refusal")));
        Assert.Single(page.FindAll(".tender-answer"));
        Assert.Equal("50 € la palette", (string?)(await StoredAsync())["tasks"]![0]!["answer"]);
    }

    [Fact]
    public async Task An_empty_field_takes_no_answer_back()
    {
        await _company.PostAsync($"tenders/{_tender["id"]}/questions", """{ "voice": "client", "text": "Emballage ?" }""");
        var page = await OpenAsync(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        await page.FindAll(".tender-answer textarea")[^1].FocusAsync(new());
        await _company.PostAsync($"tenders/{_tender["id"]}/questions/{(await StoredAsync())["questions"]![0]!["id"]}/answer", """{ "answer": "Cartons de 500" }""");
        await page.WaitForAssertionAsync(() => Assert.Contains("Cartons de 500", page.Markup, StringComparison.Ordinal));

        await page.FindAll(".tender-answer")[^1].SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Equal(2, page.FindAll(".tender-answer").Count));
        Assert.Equal("Cartons de 500", (string?)(await StoredAsync())["questions"]![0]!["answer"]);
    }

    [Fact]
    public async Task A_field_that_somebody_only_passed_through_makes_room_for_a_colleagues_answer()
    {
        var page = await OpenAsync(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        await page.Find(".tender-answer textarea").FocusAsync(new());
        await page.Find(".tender-answer textarea").BlurAsync(new());
        await _company.PostAsync($"tenders/{_tender["id"]}/tasks/{(await StoredAsync())["tasks"]![0]!["id"]}/answer", """{ "answer": "45 € la palette" }""");

        await page.WaitForAssertionAsync(() => Assert.Contains("45 € la palette", page.Markup, StringComparison.Ordinal));
        Assert.Single(page.FindAll(".tender-answer"));
    }

    [Fact]
    public async Task What_was_begun_with_one_tender_is_not_done_to_another()
    {
        var page = await OpenAsync(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        await page.Find(".tender-plan input[maxlength='500']").ChangeAsync("Certificat 3.1 ?");
        await page.Find(".tender-question textarea").ChangeAsync("Emballage ?");
        var other = await _company.PostAsync("tenders", $$"""
            { "clientId": "{{_tender["clientId"]}}", "title": "Rondelles 2027", "submissionDueAt": "2027-12-04T11:00:00Z", "lines": [ { "description": "Rondelle", "quantities": [1000] } ] }
            """);

        page.Render(p => p.Add(it => it.Id, (Guid)other["id"]!));
        await page.WaitForAssertionAsync(() => Assert.Contains((string)other["number"]!, page.Find("h1").TextContent, StringComparison.Ordinal));
        await page.WaitForElementAsync(".tender-plan");
        Assert.Empty(page.Find(".tender-plan input[maxlength='500']").GetAttribute("value") ?? "");
        Assert.Empty(page.Find(".tender-question textarea").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Why_a_manager_is_waited_for_is_said_only_where_it_is_so()
    {
        await _company.PostAsync($"tenders/{_tender["id"]}/prices", $$"""{ "lines": [ { "id": "{{_tender["lines"]![0]!["id"]}}", "prices": [ { "netPrice": 1000 } ] } ] }""");
        await _company.PostAsync($"tenders/{_tender["id"]}/approval-request", "{}");
        SignIn(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        var sheet = (await Services.GetRequiredService<ReadTenderSheet>().ExecuteAsync(new((Guid)_tender["id"]!))).Value!;
        Assert.Equal((TenderStatus.ToApprove, false), (sheet.Tender.Status, sheet.IsWithinLimit));

        Assert.Contains("Au-delà de", Said(sheet), StringComparison.Ordinal);
        Assert.Contains("Une ligne n’a pas de quantité", Said(sheet with { Limit = sheet.Tender.Amount }), StringComparison.Ordinal);
        var raised = Said(sheet with { Limit = sheet.Tender.Amount, IsWithinLimit = true });
        Assert.Contains("L’accord d’un responsable est attendu", raised, StringComparison.Ordinal);
        Assert.DoesNotContain("quantité", raised, StringComparison.Ordinal);

        string Said(ReadTenderSheet.Sheet shown) => Render<TenderOutcome>(p => p.Add(it => it.Sheet, shown)).Markup;
    }

    [Fact]
    public async Task What_was_typed_is_not_put_over_what_a_colleague_changed_since_and_is_read_all_the_same()
    {
        SignIn(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        await TypeTitleAsync("Vis 2028");
        Assert.True((await _scope.ServiceProvider.GetRequiredService<ChangeTender>().ExecuteAsync(
            new((Guid)_tender["id"]!), tender => { tender.Lines.Add(new() { Description = "Rondelle", Quantities = [200] }); return tender; }, version: null)).IsOk);

        var form = await EditAsync();
        await form.WaitForElementAsync(".draft-offer");
        await form.InvokeAsync(() => form.Find(".draft-offer .btn").ClickAsync());
        await form.WaitForAssertionAsync(() => Assert.Contains("Vis 2028", form.Find(".tender-before").TextContent, StringComparison.Ordinal));
        Assert.Equal((2, "Vis 2027"), (form.FindAll(".tender-ask").Count, form.Find("input[maxlength='200']").GetAttribute("value")));
        await DisposeComponentsAsync();

        // It is there until it is given up, whoever looks at it meanwhile.
        var again = await EditAsync();
        await again.WaitForElementAsync(".draft-offer");
        await again.InvokeAsync(() => again.Find(".draft-offer .btn").ClickAsync());
        await again.WaitForElementAsync(".tender-before");
        await again.InvokeAsync(() => again.Find(".tender-before button").ClickAsync());
        await again.WaitForAssertionAsync(() => Assert.Empty(again.FindAll(".tender-before")));
        await again.InvokeAsync(() => again.Find("form.new-order").SubmitAsync());
        Assert.Equal((2, "Vis 2027"), ((await StoredAsync())["lines"]!.AsArray().Count, (string?)(await StoredAsync())["title"]));
    }

    [Fact]
    public async Task What_was_typed_is_taken_up_though_somebody_was_asked_or_has_answered_since()
    {
        SignIn(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        await TypeTitleAsync("Vis 2028");
        await PlanAsync(_paul, "Délai ?");
        await _company.PostAsync($"tenders/{_tender["id"]}/tasks/{(await StoredAsync())["tasks"]![0]!["id"]}/answer", """{ "answer": "45 € la palette" }""");

        var form = await EditAsync();
        await form.WaitForElementAsync(".draft-offer");
        await form.InvokeAsync(() => form.Find(".draft-offer .btn").ClickAsync());
        await form.WaitForAssertionAsync(() => Assert.Equal("Vis 2028", form.Find("input[maxlength='200']").GetAttribute("value")));
        Assert.Empty(form.FindAll(".tender-before"));
        await form.InvokeAsync(() => form.Find("form.new-order").SubmitAsync());
        await form.WaitForAssertionAsync(() => Assert.EndsWith($"tenders/{_tender["id"]}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        Assert.Equal("Vis 2028", (string?)(await StoredAsync())["title"]);
    }

    [Fact]
    public async Task A_new_tender_opens_with_the_words_of_its_own_conversation_or_with_none()
    {
        SignIn(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        var client = (Guid)_tender["clientId"]!;
        var inquiry = (await _scope.ServiceProvider.GetRequiredService<OpenInquiry>().ExecuteAsync(new() { ClientId = new(client), Subject = "Consultation 2027", Body = "Merci de chiffrer." })).Value!.Id;
        var pages = Services.GetRequiredService<NavigationManager>();
        pages.NavigateTo($"tenders/new?inquiry={inquiry.Value}");
        var form = Render<NewTenderPage>();
        await form.WaitForElementAsync(".tender-ask");
        Assert.Equal(("Consultation 2027", $"tenders/new/{inquiry.Value}"), (Title(), Key()));

        await form.InvokeAsync(() => pages.NavigateTo("tenders/new"));
        await form.WaitForAssertionAsync(() => Assert.Equal(("", "tenders/new"), (Title(), Key())));
        Assert.Null(form.FindComponent<Drafted<TypedTender>>().Instance.Form.Head.InquiryId);
        await form.InvokeAsync(() => pages.NavigateTo($"tenders/new?client={client}"));
        await form.WaitForAssertionAsync(() => Assert.Equal(("", $"tenders/new/{client}"), (Title(), Key())));
        Assert.Contains("Hydraulique Chartraine", form.Markup, StringComparison.Ordinal);

        string Title() => form.Find("input[maxlength='200']").GetAttribute("value") ?? "";

        string Key() => form.FindComponent<Drafted<TypedTender>>().Instance.Key;
    }

    [Fact]
    public async Task A_tender_that_cannot_be_read_is_not_put_right_as_a_new_one()
    {
        SignIn(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        var form = Render<NewTenderPage>(p => p.Add(it => it.Id, Guid.CreateVersion7()));

        await form.WaitForElementAsync(".refusal");
        Assert.Empty(form.FindAll("form"));
    }

    [Fact]
    public async Task What_was_typed_of_a_tender_is_offered_when_the_form_is_opened_again()
    {
        SignIn(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        var form = Render<NewTenderPage>();
        await form.WaitForElementAsync(".tender-ask");
        await form.InvokeAsync(() => form.Find("input[maxlength='200']").ChangeAsync("Vis 2028"));
        await form.InvokeAsync(() => form.Find(".tender-ask input[maxlength='500']").ChangeAsync("Entretoise sur plan"));
        await form.InvokeAsync(() => form.Find(".tender-ask input[inputmode='text']").ChangeAsync("200 ; 500"));
        await DisposeComponentsAsync();

        var again = Render<NewTenderPage>();
        await again.WaitForElementAsync(".draft-offer");
        await again.InvokeAsync(() => again.Find(".draft-offer .btn").ClickAsync());
        await again.WaitForAssertionAsync(() => Assert.Equal("Vis 2028", again.Find("input[maxlength='200']").GetAttribute("value")));
        Assert.Equal(["Entretoise sur plan", "200 ; 500"], again.FindAll(".tender-ask input[maxlength='500'], .tender-ask input[inputmode='text']").Select(input => input.GetAttribute("value")));
    }

    [Fact]
    public async Task A_contributor_answers_what_was_asked_of_them_and_sees_no_field_beside_it()
    {
        var page = await OpenAsync(_paul, Role.Logistics);
        Assert.Empty(page.FindAll(".tender-tier, .tender-plan, .tender-question"));
        Assert.Equal("Réponse à «\u00A0Transport ?\u00A0»", Assert.Single(page.FindAll(".tender-answer textarea")).GetAttribute("aria-label"));

        await page.Find(".tender-answer textarea").ChangeAsync("45 € la palette");
        await page.Find(".tender-answer").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll(".tender-answer")));
        Assert.Contains("45 € la palette", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".refusal"));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private async Task<IRenderedComponent<NewTenderPage>> EditAsync()
    {
        var form = Render<NewTenderPage>(p => p.Add(it => it.Id, (Guid)_tender["id"]!));
        await form.WaitForElementAsync(".tender-ask");

        return form;
    }

    private async Task TypeTitleAsync(string title)
    {
        var form = await EditAsync();
        await form.InvokeAsync(() => form.Find("input[maxlength='200']").ChangeAsync(title));
        await DisposeComponentsAsync();
    }

    private Task<JsonNode> PlanAsync(MemberId who, string text) =>
        _company.PostAsync($"tenders/{_tender["id"]}/tasks", $$"""{ "kind": "transport", "text": "{{text}}", "assigneeId": "{{who.Value}}", "dueOn": "2027-11-30" }""");

    private async Task<JsonNode> StoredAsync() => (await _company.Api.GetFromJsonAsync<JsonNode>(new Uri($"tenders/{_tender["id"]}", UriKind.Relative)))!;

    private void SignIn(MemberId member, Role role)
    {
        _scope = _company.SignIn(member, role);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
    }

    private async Task<IRenderedComponent<TenderPage>> OpenAsync(MemberId member, Role role)
    {
        SignIn(member, role);
        var page = Render<TenderPage>(p => p.Add(it => it.Id, (Guid)_tender["id"]!).AddCascadingValue(Claire([.. Roles.PermissionsOf(role)])));
        await page.WaitForElementAsync(".tender-line");

        return page;
    }
}
