using System.Net.Http.Json;
using System.Text.Json;
using AdvPortal.Bench.Lab;

namespace AdvPortal.Bench.Circuits;

/// <summary>A portal that people are about to work in: a fresh process, a company with a full day before it, its members signed in.</summary>
internal sealed class Office : IAsyncDisposable
{
    private const int Orders = 30;
    private const int Lines = 12;

    private Office(PortalProcess portal, IReadOnlyList<Guest> members, string clientName, IReadOnlyList<string> reviews) =>
        (Portal, Members, ClientName, Reviews) = (portal, members, clientName, reviews);

    public PortalProcess Portal { get; }

    /// <summary>The first answers for the client whose orders are to be reviewed.</summary>
    public IReadOnlyList<Guest> Members { get; }

    /// <summary>The name of that client.</summary>
    public string ClientName { get; }

    /// <summary>The pages of orders to review, each with lines, findings of three requirements and a price that differs.</summary>
    public IReadOnlyList<string> Reviews { get; }

    public static async Task<Office> OpenAsync(Laboratory laboratory, CancellationToken ct)
    {
        var crowd = await laboratory.FewAsync(ct);
        var portal = await PortalProcess.StartAsync((await laboratory.ServerAsync(ct)).AppConnectionString, listens: true, ct);
        using var api = portal.Api(crowd);
        List<string> reviews = [];

        for (var order = 0; order < Orders; order++)
        {
            reviews.Add($"orders/{await PlaceAsync(api, crowd, order, ct)}");
        }

        var members = crowd.Emails.Select(_ => new Guest(new(portal.Address, $"{crowd.Slug}/"))).ToList();
        await Task.WhenAll(members.Zip(crowd.Emails, (guest, email) => guest.SignInAsync(email, Crowd.Password, ct)));

        var client = await api.GetFromJsonAsync<JsonElement>($"clients/{crowd.Strict.Value}", ct);

        return new(portal, members, client.GetProperty("name").GetString()!, reviews);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var member in Members)
        {
            member.Dispose();
        }

        await Portal.DisposeAsync();
    }

    private static async Task<Guid> PlaceAsync(HttpClient api, Crowd crowd, int order, CancellationToken ct)
    {
        using var answer = await api.PostAsJsonAsync(
            "orders",
            new
            {
                clientId = crowd.Strict.Value,
                customerReference = $"OFFICE-{Guid.CreateVersion7():N}"[..30],
                requestedOn = "2030-01-02",
                lines = Enumerable.Range(0, Lines).Select(line => new { buyerCode = $"0A-{crowd.ProductCodes[(order + (line * 7)) % crowd.ProductCodes.Count]}", quantity = 5000, netPrice = 8.40, priceBaseQuantity = 100 }),
            },
            ct);
        var placed = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);

        return answer.IsSuccessStatusCode ? placed.GetProperty("id").GetGuid() : throw new InvalidOperationException(placed.ToString());
    }
}
