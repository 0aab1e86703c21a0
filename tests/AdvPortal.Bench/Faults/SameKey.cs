using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace AdvPortal.Bench.Faults;

/// <summary>A program that does not wait for its answer and asks again, all at once, under one Idempotency-Key.</summary>
internal sealed class SameKey : Fault
{
    private const int Times = 100;

    public override string Name => $"the same Idempotency-Key {Times} times in parallel";

    public override async Task<Verdict> RunAsync(Scene scene, CancellationToken ct)
    {
        await using var portal = await scene.PortalAsync(ct);
        using var api = portal.Api(scene.Crowd);
        api.DefaultRequestHeaders.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        var before = await scene.AskAsync<long>("select count(*) from orders", ct);
        var body = new { clientId = scene.Crowd.Strict.Value, customerReference = "IDEM-1", lines = new[] { new { productCode = scene.Crowd.ProductCodes[0], quantity = 100 } } };
        var answers = await Task.WhenAll(Enumerable.Range(0, Times).Select(async _ =>
        {
            using var answer = await api.PostAsJsonAsync("orders", body, ct);
            var order = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);

            return (answer.StatusCode, Id: answer.IsSuccessStatusCode ? order.GetProperty("id").GetGuid() : Guid.Empty);
        }));
        List<string> violations = [.. await Books.CheckAsync(scene, ct)];

        if (await scene.AskAsync<long>("select count(*) from orders", ct) - before is not 1 and var made)
        {
            violations.Add($"{made} orders were made");
        }

        if (answers.Count(answer => answer.StatusCode is not HttpStatusCode.Created) is > 0 and var others)
        {
            violations.Add($"{others} answers were {string.Join(", ", answers.Select(a => a.StatusCode).Distinct())}");
        }

        if (answers.Select(answer => answer.Id).Distinct().Count() is not 1 and var ids)
        {
            violations.Add($"{ids} orders were named");
        }

        return new($"{Times} answers alike, one order", violations);
    }
}
