using AdvPortal.Application.Contracts;
using AdvPortal.Domain.Clients;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Application.Demo;

/// <summary>What a client of a demo company agreed to take: two of the orders that follow call it off, and it ends soon.</summary>
internal static class DemoBlankets
{
    private const string Client = "Agri-Perche Machines";
    private const string Product = "TF-M10-60-ZN";

    public static async Task AgreeAsync(IServiceProvider services, DemoCompany company, List<Client> clients, DateOnly today, Action<string> actAs, CancellationToken ct)
    {
        if (clients.Find(c => c.Name == Client) is not { } client)
        {
            return;
        }

        actAs(company.WhoAnswersFor(Client));
        var opened = await services.GetRequiredService<OpenBlanketOrder>().ExecuteAsync(
            new()
            {
                ClientId = client.Id,
                CustomerReference = "CADRE-2026",
                ValidFrom = new(today.Year, 1, 1),
                ValidUntil = today.AddDays(28),
                Lines = [new() { ProductCode = Product, Quantity = 10_000, NetPrice = company.Products.Single(p => p.Code == Product).Price, PriceBaseQuantity = 100, Rhythm = "1 200 par quinzaine" }],
            },
            ct);

        if (!opened.IsOk)
        {
            throw new InvalidOperationException($"The demo blanket order was refused: {opened.Refusal}");
        }
    }
}
