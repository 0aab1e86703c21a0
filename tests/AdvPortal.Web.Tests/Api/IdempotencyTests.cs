using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Members;

namespace AdvPortal.Web.Tests.Api;

/// <summary>Whoever sends a request again under its key gets the answer of the first, and the work is done once.</summary>
public sealed class IdempotencyTests(PortalFixture portal) : IAsyncLifetime
{
    private Company _company = null!;
    private Guid _client;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _client = (await _company.AClientAsync("Hydraulique Chartraine")).Value;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_same_key_and_body_get_the_stored_answer_and_another_body_is_refused()
    {
        var first = await SendAsync("k-1", 5);
        var again = await SendAsync("k-1", 5);
        var other = await SendAsync("k-1", 6);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal((await first.Content.ReadAsStringAsync(), first.Headers.Location), (await again.Content.ReadAsStringAsync(), again.Headers.Location));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "KeyUsedOtherwise"), (other.StatusCode, (string?)(await JsonAsync(other))["refusal"]));
        Assert.Equal(1, await OrdersAsync());
    }

    [Fact]
    public async Task The_same_request_a_hundred_times_at_once_makes_one_order()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => SendAsync("k-1", 5)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single((await Task.WhenAll(answers.Select(JsonAsync))).Select(order => (string?)order["id"]).Distinct());
        Assert.Equal(1, await OrdersAsync());
    }

    [Fact]
    public async Task A_key_belongs_to_whoever_uses_it_and_a_refusal_does_not_use_it_up()
    {
        using var other = await _company.ApiAsync(Role.Adv);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync("k-1", -1)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync("k-1", 5)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync("k-1", 6, other)).StatusCode);

        Assert.Equal(2, await OrdersAsync());
    }

    private async Task<HttpResponseMessage> SendAsync(string key, int quantity, HttpClient? api = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "orders") { Content = JsonContent.Create(new { clientId = _client, lines = new[] { new { productCode = "VH-M8-30-ZN", quantity } } }) };
        request.Headers.Add("Idempotency-Key", key);

        return await (api ?? _company.Api).SendAsync(request);
    }

    private async Task<int> OrdersAsync() => (await JsonAsync(await _company.Api.GetAsync("orders")))["items"]!.AsArray().Count;

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonNode>())!;
}
