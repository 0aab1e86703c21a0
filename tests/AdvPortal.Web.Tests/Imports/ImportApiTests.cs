using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Members;
using AdvPortal.Exchange.Tests.Intake;
using MiniExcelLibs;

namespace AdvPortal.Web.Tests.Imports;

public sealed class ImportApiTests(PortalFixture portal) : IAsyncLifetime
{
    private Company _company = null!;

    public async ValueTask InitializeAsync() => _company = await portal.ACompanyAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_workbook_is_read_by_the_limited_process_and_imported()
    {
        using var workbook = new MemoryStream();
        await workbook.SaveAsAsync(new[] { new { Code = "00123", Désignation = "Vis", EAN = 3012345678933d } }, cancellationToken: TestContext.Current.CancellationToken);

        var preview = await JsonAsync(await SendAsync("products/import?preview=true", workbook.ToArray()));
        Assert.Equal((true, 1, "productCode"), ((bool)preview["preview"]!, (int)preview["created"]!, (string?)preview["columns"]![0]!["field"]));
        Assert.Empty((await _company.Api.GetFromJsonAsync<JsonNode>("products"))!["items"]!.AsArray());

        await SendAsync("products/import", workbook.ToArray());
        var product = (await _company.Api.GetFromJsonAsync<JsonNode>("products"))!["items"]![0]!;
        Assert.Equal(("00123", "Vis", "3012345678933"), ((string?)product["code"], (string?)product["name"], (string?)product["gtin"]));
    }

    [Fact]
    public async Task Sites_go_to_the_clients_that_the_rows_name_and_refused_cells_are_worded()
    {
        await SendAsync("clients/import", "Code;Nom\nC-1;Mécanique\n"u8.ToArray());
        var answer = await JsonAsync(await SendAsync("clients/import?kind=sites", "Code client;Site;Pays\nC-1;Atelier;France\nC-9;Dépôt;FR\n"u8.ToArray()));

        Assert.Equal((1, 1), ((int)answer["created"]!, (int)answer["refused"]!));
        var problem = answer["rows"]![1]!["problems"]![0]!;
        Assert.Equal(("A3", "Aucun client ne porte le code C-9."), ((string?)problem["cell"], (string?)problem["message"]));
    }

    [Fact]
    public async Task Sentences_become_requirements_and_the_preview_says_which()
    {
        await SendAsync("clients/import", "Code;Nom\nC-1;Mécanique\n"u8.ToArray());
        var list = "Code client;Phrase;Dit par\nC-1;Pas de livraison le mercredi;Karim Haddad\nC-1;Bonjour;Karim Haddad\n"u8.ToArray();

        var preview = await JsonAsync(await SendAsync("requirements/import?preview=true", list));
        var seen = preview["rows"]![0]!["requirements"]![0]!;
        Assert.Equal((true, 1, 1), ((bool)preview["preview"]!, (int)preview["created"]!, (int)preview["refused"]!));
        Assert.Equal(("deliveryDays", "block", false, null), ((string?)seen["rule"]!["kind"], (string?)seen["severity"], (bool)seen["draft"]!, (string?)seen["number"]));
        Assert.StartsWith("cette phrase ne demande rien", (string?)preview["rows"]![1]!["problems"]![0]!["message"], StringComparison.Ordinal);

        var done = await JsonAsync(await SendAsync("requirements/import", list));
        Assert.Equal("EX-001", (string?)done["rows"]![0]!["requirements"]![0]!["number"]);
        Assert.Equal(1, (int)(await JsonAsync(await SendAsync("requirements/import", list)))["unchanged"]!);

        using var reader = await _company.ApiAsync(Role.Reader);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync("requirements/import", new ByteArrayContent(list), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_same_request_again_gets_the_same_answer_and_imports_nothing()
    {
        var first = await (await SendAsync("products/import", "code;nom\nA;Vis\n"u8.ToArray(), key: "k-1")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var second = await (await SendAsync("products/import", "code;nom\nA;Vis\n"u8.ToArray(), key: "k-1")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var other = await SendAsync("products/import", "code;nom\nB;Vis\n"u8.ToArray(), key: "k-1");

        Assert.Contains("\"created\":1", first, StringComparison.Ordinal);
        Assert.Equal(first, second);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    [Fact]
    public async Task A_list_without_its_key_column_or_of_another_place_is_refused()
    {
        var missing = await SendAsync("products/import", "Prix;Nom\n1;Vis\n"u8.ToArray());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ImportColumnsMissing"), (missing.StatusCode, (string?)(await JsonAsync(missing))["refusal"]));
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("products/import?kind=sites", "x;y\n1;2\n"u8.ToArray())).StatusCode);

        using var reader = await _company.ApiAsync(Role.Reader);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync("products/import", new ByteArrayContent("code;nom\nA;Vis\n"u8.ToArray()), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("fr", "Code article;Désignation")]
    [InlineData("en", "Product code,Product name")]
    public async Task An_example_comes_in_the_reader_s_language(string language, string starts)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "imports/products/example");
        request.Headers.AcceptLanguage.Add(new(language));
        var answer = await _company.Api.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.StartsWith(starts, Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    public static TheoryData<string> HostileFiles() => CaseFiles.In("*", "hostile");

    [Theory]
    [MemberData(nameof(HostileFiles))]
    public async Task A_hostile_file_costs_itself_and_says_why(string file)
    {
        var bytes = CaseFiles.Bytes(file);
        var document = await SendAsync("order-documents", bytes, file);
        var kept = await JsonAsync(document);

        Assert.Equal(HttpStatusCode.Created, document.StatusCode);
        Assert.NotEmpty(kept["problems"]!.AsArray());
        Assert.Equal(bytes, await _company.Api.GetByteArrayAsync($"order-documents/{kept["id"]}/content", TestContext.Current.CancellationToken));

        var list = await SendAsync("clients/import", bytes, file);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, list.StatusCode);
        Assert.Matches("^Import(Unreadable|ColumnsMissing)$", (string?)(await JsonAsync(list))["refusal"]);
        Assert.Empty((await _company.Api.GetFromJsonAsync<JsonNode>("clients", TestContext.Current.CancellationToken))!["items"]!.AsArray());
    }

    private async Task<HttpResponseMessage> SendAsync(string address, byte[] bytes, string name = "list", string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentDisposition = new("attachment") { FileName = $"\"{Path.GetFileName(name)}\"" };

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await _company.Api.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
}
