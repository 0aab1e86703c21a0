using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Products;

namespace AdvPortal.Web.Tests.Contracts;

public sealed class HandoffApiTests(PortalFixture portal)
{
    private static readonly string[] _asked = ["deliveryTimes", "labelling", "productCodes", "documents", "partialDelivery", "invoicing"];
    private static readonly string[] _reasons = ["Le quai manque"];
    private static readonly string[] _questions = ["Quel quai ?"];

    [Fact]
    public async Task A_signed_client_goes_from_sales_to_the_desk_as_the_contract_says()
    {
        var company = await portal.ACompanyAsync();
        var claire = await company.AMemberAsync("Claire Morel", Role.Adv);
        await company.StoreAsync(new Product("VH-M8", "Vis H M8", "PCE"));
        var started = await company.Api.PostAsJsonAsync("handoffs", new { client = new { code = "C-0152", name = "Mécanique de l’Huisne" } });
        var handoff = $"handoffs/{(await JsonAsync(started))["id"]}";
        Assert.Equal((HttpStatusCode.Created, "\"1\"", $"/{company.Slug}/api/v1/{handoff}"), (started.StatusCode, started.Headers.ETag!.Tag, started.Headers.Location!.OriginalString));

        Assert.Equal((HttpStatusCode.Conflict, "HandoffIncomplete"), await RefusalAsync(company.Api, HttpMethod.Post, $"{handoff}/submission", "\"1\""));
        Assert.Equal((HttpStatusCode.Conflict, "HandoffNotSubmitted"), await RefusalAsync(company.Api, HttpMethod.Post, $"{handoff}/acceptance", "\"1\"", new { ownerId = claire.Value }));
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await RefusalAsync(company.Api, HttpMethod.Patch, handoff, null, Rest())).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await RefusalAsync(company.Api, HttpMethod.Patch, handoff, "\"7\"", Rest())).Status);

        var patched = await SendAsync(company.Api, HttpMethod.Patch, handoff, "\"1\"", Rest());
        Assert.Equal((HttpStatusCode.OK, "\"2\"", "C-0152"), (patched.StatusCode, patched.Headers.ETag!.Tag, (string?)(await JsonAsync(patched))["content"]!["client"]!["code"]));

        Assert.Equal("submitted", await StatusAsync(company.Api, $"{handoff}/submission", "\"2\""));
        Assert.Equal("returned", await StatusAsync(company.Api, $"{handoff}/return", "\"3\"", new { reasons = _reasons }));
        Assert.Equal("submitted", await StatusAsync(company.Api, $"{handoff}/submission", "\"4\""));
        Assert.Equal("questions", await StatusAsync(company.Api, $"{handoff}/questions", "\"5\"", new { questions = _questions }));
        Assert.Equal("submitted", await StatusAsync(company.Api, $"{handoff}/submission", "*"));

        var sales = await company.ApiAsync(Role.Sales);
        Assert.Equal(HttpStatusCode.Forbidden, (await RefusalAsync(sales, HttpMethod.Post, $"{handoff}/acceptance", "*", new { ownerId = claire.Value })).Status);
        var accepted = await JsonAsync(await SendAsync(company.Api, HttpMethod.Post, $"{handoff}/acceptance", "\"7\"", new { ownerId = claire.Value }));
        var client = await JsonAsync(await company.Api.GetAsync($"clients/{accepted["clientId"]}"));
        Assert.Equal(("accepted", "Mécanique de l’Huisne", claire.Value.ToString()), ((string?)accepted["status"], (string?)client["name"], (string?)client["ownerId"]));
    }

    [Fact]
    public async Task A_row_that_is_nothing_is_told_as_such()
    {
        var company = await portal.ACompanyAsync();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Invalid"), await RefusalAsync(company.Api, HttpMethod.Post, "handoffs", null, new { sites = new object?[] { null } }));
    }

    [Fact]
    public async Task The_type_of_contract_decides_what_is_missing_and_an_unknown_one_is_refused()
    {
        var company = await portal.ACompanyAsync();
        var started = await JsonAsync(await company.Api.PostAsJsonAsync("handoffs", new { contract = new { type = "spot" } }));

        var usual = await JsonAsync(await company.Api.PostAsJsonAsync("handoffs", new { }));

        Assert.Equal("framework", (string?)usual["content"]!["contract"]!["type"]);
        Assert.InRange(started["checklist"]!.AsArray().Count, 1, usual["checklist"]!.AsArray().Count - 2);
        Assert.Equal(HttpStatusCode.BadRequest, (await company.Api.PostAsJsonAsync("handoffs", new { contract = new { type = "lease" } })).StatusCode);
    }

    [Fact]
    public async Task The_signed_contract_comes_and_goes_as_bytes_and_is_never_shown_in_our_name()
    {
        var company = await portal.ACompanyAsync();
        var handoff = $"handoffs/{(await JsonAsync(await company.Api.PostAsJsonAsync("handoffs", new { })))["id"]}";
        var (pdf, page) = ("%PDF-1.4 nothing more"u8.ToArray(), "<html>"u8.ToArray());

        Assert.Equal(HttpStatusCode.NotFound, (await company.Api.GetAsync(new Uri($"{handoff}/contract", UriKind.Relative))).StatusCode);
        Assert.Null((await JsonAsync(await company.Api.GetAsync(new Uri($"{handoff}/contract/clauses", UriKind.Relative))))["text"]);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await PutAsync(page, null)).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await PutAsync(page, "*")).StatusCode);

        var kept = await PutAsync(pdf, "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "\"2\"", "contrat signé.pdf"), (kept.StatusCode, kept.Headers.ETag!.Tag, (string?)(await JsonAsync(kept))["contract"]!["name"]));

        var file = await company.Api.GetAsync(new Uri($"{handoff}/contract", UriKind.Relative));
        Assert.Equal(("application/pdf", "attachment", "nosniff"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType, file.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal("%PDF-1.4 nothing more"u8.ToArray(), await file.Content.ReadAsByteArrayAsync());
        Assert.Equal("unreadable", (string?)(await JsonAsync(await company.Api.GetAsync(new Uri($"{handoff}/contract/clauses", UriKind.Relative))))["text"]);

        async Task<HttpResponseMessage> PutAsync(byte[] body, string? ifMatch)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"{handoff}/contract") { Content = Pdf(body) };
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch is null ? [] : [ifMatch]);

            return await company.Api.SendAsync(request);
        }

        static ByteArrayContent Pdf(byte[] bytes) =>
            new(bytes) { Headers = { ContentType = new("application/pdf"), ContentDisposition = new("attachment") { FileNameStar = "contrat signé.pdf" } } };
    }

    [Fact]
    public async Task What_became_of_a_client_is_told_once_it_was_accepted_and_the_median_to_managers_alone()
    {
        var company = await portal.ACompanyAsync();
        var handoff = $"handoffs/{(await JsonAsync(await company.Api.PostAsJsonAsync("handoffs", new { })))["id"]}";

        Assert.Equal((HttpStatusCode.Conflict, "HandoffNotAccepted"), await RefusalAsync(company.Api, HttpMethod.Get, $"{handoff}/follow-up", null));
        Assert.Equal(0, (int?)(await JsonAsync(await company.Api.GetAsync(new Uri("handoffs/time-to-first-order", UriKind.Relative))))["count"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await company.ApiAsync(Role.Sales)).GetAsync(new Uri("handoffs/time-to-first-order", UriKind.Relative))).StatusCode);
    }

    private static object Rest() => new
    {
        contract = new { reference = "contrat-cadre 2027", signedOn = "2026-11-20", startsOn = "2027-01-01", endsOn = "2027-12-31", renewal = "tacit", noticeMonths = 3 },
        sites = new[] { new { name = "Le Theil", street = "3 rue de la Gare", postcode = "61260", city = "Le Theil" } },
        contacts = new[] { new { name = "Hélène Aubry", role = "buyer", email = "h@huisne.example" }, new { name = "Didier Roux", role = "accounting", email = "d@huisne.example" } },
        prices = new[] { new { productCode = "VH-M8", netPrice = 8.40, priceBaseQuantity = 100 } },
        answers = _asked.Select(question => new { question, answer = "no" }),
    };

    private static async Task<string?> StatusAsync(HttpClient api, string path, string ifMatch, object? body = null) =>
        (string?)(await JsonAsync(await SendAsync(api, HttpMethod.Post, path, ifMatch, body)))["status"];

    private static async Task<(HttpStatusCode Status, string? Refusal)> RefusalAsync(HttpClient api, HttpMethod method, string path, string? ifMatch, object? body = null)
    {
        var response = await SendAsync(api, method, path, ifMatch, body);

        return (response.StatusCode, (string?)(await JsonAsync(response))["refusal"]);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient api, HttpMethod method, string path, string? ifMatch, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await api.SendAsync(request);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonNode>())!;
}
