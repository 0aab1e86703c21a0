using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Products;

namespace AdvPortal.Web.Tests.Api;

/// <summary>What is well-formed and cannot be meant is the caller's to correct: it never reaches the database, and never fails the portal.</summary>
public sealed class SoundRequestTests(PortalFixture portal) : IAsyncLifetime
{
    private Company _company = null!;
    private Guid _client;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _client = (await _company.AClientAsync("Hydraulique Chartraine")).Value;
        await _company.StoreAsync(new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("POST", "orders", """{"clientId":"CLIENT","lines":[{"productCode":"X"},null]}""", "lines[1]")]
    [InlineData("PUT", "clients/CLIENT/prices", "[null]", "[0]")]
    [InlineData("PUT", "clients/CLIENT/product-codes", "[null]", "[0]")]
    [InlineData("PUT", "absences/CLIENT/cover-plan", """{"lines":[null]}""", "lines[0]")]
    [InlineData("POST", "handoffs/CLIENT/questions", """{"questions":[null]}""", "questions[0]")]
    [InlineData("POST", "handoffs/CLIENT/return", """{"reasons":["x",null]}""", "reasons[1]")]
    [InlineData("POST", "stock-dates", """{"rows":[null]}""", "rows[0]")]
    [InlineData("POST", "shipments", """{"rows":[null]}""", "rows[0]")]
    [InlineData("POST", "portfolio-transfers", """{"clientIds":[null],"from":"2026-11-25"}""", "clientIds[0]")]
    [InlineData("POST", "portfolios/publication", """{"moves":[null],"from":"2026-11-25","reason":"x"}""", "moves[0]")]
    [InlineData("POST", "clients", """{"code":"C-1","name":"a\u0000b","language":"fr","currency":"EUR"}""", "name")]
    [InlineData("POST", "products", """{"code":"\u0000","name":"x"}""", "code")]
    [InlineData("POST", "orders", """{"clientId":"CLIENT","lines":[{"quantity":1,"lots":[1,2]},{"productCode":"a\u0000"}]}""", "lines[1].productCode")]
    [InlineData("PATCH", "order-documents/CLIENT", """{"codes":{"a\u0000":"VH-M8-30-ZN"}}""", "codes")]
    public async Task A_hole_in_a_list_and_a_character_that_no_text_holds_are_told_with_their_field(string method, string address, string body, string field)
    {
        var answer = await SendAsync(method, address, body);
        var problem = await JsonAsync(answer);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Invalid"), (answer.StatusCode, (string?)problem["refusal"]));
        Assert.NotEmpty((string?)problem["errors"]![field]![0] ?? "");
    }

    [Theory]
    [InlineData("POST", "orders", """{"clientId":"CLIENT","lines":[{"productCode":"VH-M8-30-ZN","quantity":999999999,"netPrice":99999999}]}""", "LineOutOfRange")]
    [InlineData("POST", "orders", """{"clientId":"CLIENT","lines":[{"productCode":"VH-M8-30-ZN","quantity":1,"netPrice":1,"priceBaseQuantity":0.0000001}]}""", "Invalid")]
    [InlineData("POST", "orders", """{"clientId":"CLIENT","lines":[{"productCode":"VH-M8-30-ZN","quantity":1,"netPrice":1,"priceBaseQuantity":1e20}]}""", "Invalid")]
    [InlineData("PUT", "clients/CLIENT/prices", """[{"productCode":"VH-M8-30-ZN","netPrice":1,"priceBaseQuantity":1e20,"currency":"EUR","validFrom":"2026-01-01"}]""", "Invalid")]
    [InlineData("PUT", "clients/CLIENT/prices", """[{"productCode":"VH-M8-30-ZN","netPrice":1,"priceBaseQuantity":0.001,"currency":"EUR","validFrom":"2026-01-01"}]""", "Invalid")]
    [InlineData("PUT", "clients/CLIENT/prices", """[{"productCode":"VH-M8-30-ZN","netPrice":1,"priceBaseQuantity":1,"minimumQuantity":1e20,"currency":"EUR","validFrom":"2026-01-01"}]""", "Invalid")]
    public async Task A_number_beyond_all_reason_is_refused_in_words(string method, string address, string body, string refusal)
    {
        var answer = await SendAsync(method, address, body);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, refusal), (answer.StatusCode, (string?)(await JsonAsync(answer))["refusal"]));
    }

    [Theory]
    [InlineData("order-documents")]
    [InlineData("imports/products")]
    public async Task A_file_in_a_form_is_refused_in_words_and_nothing_of_it_is_read(string address)
    {
        using var form = new MultipartFormDataContent { { new StringContent("Code;Quantité\nVH-M8-30-ZN;500"), "file", "commande.csv" } };
        using var answer = await _company.Api.PostAsync(address, form);
        var problem = await JsonAsync(answer);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "FileIsTheBody"), (answer.StatusCode, (string?)problem["refusal"]));
        Assert.Contains("Content-Disposition", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Empty((await JsonAsync(await _company.Api.GetAsync("order-documents")))["items"]!.AsArray());
    }

    [Fact]
    public async Task Null_for_a_list_is_a_list_that_is_left_out()
    {
        const string About = """ "clientId":"CLIENT","subject":"Délai" """;
        var complaint = await JsonAsync(await SendAsync("POST", "complaints", $$"""{ {{About}},"description":"Rien ne va","nature":"logistics","lines":null}"""));
        var inquiry = await JsonAsync(await SendAsync("POST", "inquiries", $$"""{ {{About}},"body":"Où ?"}"""));

        Assert.Equal((0, HttpStatusCode.OK), (complaint["lines"]!.AsArray().Count, await StatusAsync("PATCH", $"complaints/{complaint["id"]}", """{"lines":null}""")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync("POST", $"complaints/{complaint["id"]}/settlement", """{"lines":null}"""));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("POST", $"complaints/{complaint["id"]}/costs", """{"costs":null}"""));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("POST", $"inquiries/{inquiry["id"]}/notes", """{"text":"Vu","mentions":null}"""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync("POST", $"inquiries/{inquiry["id"]}/split", """{"subject":"À part","messages":null}"""));
        var tender = await JsonAsync(await SendAsync("POST", "tenders", """{"clientId":"CLIENT","title":"Vis","submissionDueAt":"2027-12-04T11:00:00Z","lines":[{"description":"Vis","quantities":null}]}"""));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("POST", $"tenders/{tender["id"]}/prices", $$"""{"lines":[{"id":"{{tender["lines"]![0]!["id"]}}","prices":null}]}"""));
        Assert.Equal((0, HttpStatusCode.OK), (tender["lines"]![0]!["quantities"]!.AsArray().Count, await StatusAsync("PATCH", $"tenders/{tender["id"]}", """{"lines":null}""")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync("POST", $"tenders/{tender["id"]}/award", """{"reason":"price","lines":null}"""));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("POST", "stock-dates", """{"rows":null}"""));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("POST", "shipments", """{"rows":null}"""));

        async Task<HttpStatusCode> StatusAsync(string method, string address, string body) => (await SendAsync(method, address, body)).StatusCode;
    }

    [Fact]
    public async Task A_question_with_such_a_character_is_unreadable() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _company.Api.GetAsync("clients?q=a%00b")).StatusCode);

    [Fact]
    public async Task A_file_name_loses_what_no_name_holds()
    {
        using var content = new ByteArrayContent("Bonjour"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename*=UTF-8''com%00man%0Ade.csv");
        var document = await JsonAsync(await _company.Api.PostAsync("order-documents", content));

        Assert.Equal("commande.csv", (string?)document["fileName"]);
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string address, string body)
    {
        using var request = new HttpRequestMessage(new(method), address.Replace("CLIENT", _client.ToString(), StringComparison.Ordinal));
        request.Content = new StringContent(body.Replace("CLIENT", _client.ToString(), StringComparison.Ordinal), Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("If-Match", "*");

        return await _company.Api.SendAsync(request);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonNode>())!;
}
