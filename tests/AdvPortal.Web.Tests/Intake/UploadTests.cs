using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AdvPortal.Application.Intake;
using AdvPortal.Exchange.Tests.Intake;

namespace AdvPortal.Web.Tests.Intake;

/// <summary>Files as strangers send them: many at once, too large, of the wrong kind, made to do harm.</summary>
public sealed class UploadTests(PortalFixture portal) : IAsyncLifetime
{
    private const string Order = "po_number,order_date,line_number,buyer_sku,description,quantity,unit_of_measure,unit_price\n4500187342,2026-11-23,1,4711,Vis,5000,EA,8.40\n";
    private const long Megabyte = 1024 * 1024;

    private Company _company = null!;

    public async ValueTask InitializeAsync() => _company = await portal.ACompanyAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_same_file_fifty_times_at_once_is_one_document_with_one_order_and_the_rest_name_it()
    {
        var client = await _company.AClientAsync("Hydraulique Chartraine");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => SendAsync(Encoding.UTF8.GetBytes(Order), $"order-documents?clientId={client.Value}")));

        var first = await JsonAsync(Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Created));
        Assert.Equal((null, "done"), ((string?)first["duplicateOf"], (string?)first["status"]));

        foreach (var answer in answers.Where(a => a.StatusCode is not HttpStatusCode.Created))
        {
            var again = await JsonAsync(answer);
            Assert.Equal((HttpStatusCode.OK, (string?)first["id"], (string?)first["id"]), (answer.StatusCode, (string?)again["id"], (string?)again["duplicateOf"]));
        }

        Assert.Equal((string?)first["orders"]![0]!["orderId"], (string?)Assert.Single((await ItemsAsync("orders"))!.AsArray())!["id"]);
        Assert.Single(await ItemsAsync("order-documents"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("k-1")]
    public async Task A_file_over_the_limit_is_refused_and_not_kept_whether_its_length_is_said_or_not(string? key)
    {
        var bytes = new byte[ReceiveOrderDocument.MostBytes + 1];

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(bytes, key: key)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(new Unmeasured(bytes), key: key)).StatusCode);
        Assert.Empty(await ItemsAsync("order-documents"));
    }

    [Theory]
    [InlineData("4D5A90000300000004000000")]
    [InlineData("504B030414000000080000000000")]
    [InlineData("89504E470D0A1A0A0000000D")]
    public async Task Programs_archives_and_pictures_are_refused_in_words_whatever_they_are_called(string hexadecimal)
    {
        var answer = await SendAsync(Convert.FromHexString(hexadecimal));
        var problem = await JsonAsync(answer);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "FileTypeRefused"), (answer.StatusCode, (string?)problem["refusal"]));
        Assert.Equal("Les programmes, les archives et les images ne sont pas acceptés. Envoyez la commande elle-même (EDIFACT, UBL, CSV, Excel, PDF ou e-mail).", (string?)problem["detail"]);
        Assert.Empty(await ItemsAsync("order-documents"));
    }

    public static TheoryData<string> HostileFiles() => CaseFiles.In("*", "hostile");

    [Theory]
    [MemberData(nameof(HostileFiles))]
    public async Task A_hostile_file_is_never_an_order_made_in_silence(string file)
    {
        var client = await _company.AClientAsync("Hydraulique Chartraine");
        var answer = await SendAsync(CaseFiles.Bytes(file), $"order-documents?clientId={client.Value}", name: Path.GetFileName(file));
        var document = await JsonAsync(answer);
        var mayBeAnOrder = file is "hostile/edifact/bad-release-characters.edi";

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(mayBeAnOrder ? "done" : document["orders"]!.AsArray().Count > 0 ? "needs-client" : "set-aside", (string?)document["status"]);
        Assert.Equal(mayBeAnOrder ? 1 : 0, (await ItemsAsync("orders")).Count);
        Assert.Contains(document["problems"]!.AsArray(), problem => (string?)problem!["severity"] is not "info");
    }

    private async Task<JsonArray> ItemsAsync(string address) => (await JsonAsync(await _company.Api.GetAsync(address)))["items"]!.AsArray();

    private Task<HttpResponseMessage> SendAsync(byte[] bytes, string address = "order-documents", string? key = null, string name = "commande.csv") =>
        SendAsync(new ByteArrayContent(bytes), address, key, name);

    private async Task<HttpResponseMessage> SendAsync(HttpContent content, string address = "order-documents", string? key = null, string name = "commande.csv")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        content.Headers.ContentDisposition = new("attachment") { FileName = $"\"{name}\"" };

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await _company.Api.SendAsync(request);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonNode>())!;

    /// <summary>A body that does not say how long it is.</summary>
    private sealed class Unmeasured(byte[] bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;

            return false;
        }
    }
}
