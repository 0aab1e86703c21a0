using AdvPortal.Application.Orders;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Application.Demo;

/// <summary>When the demo companies work and their carriers come: far enough ahead that no other story goes by it, and after an order was promised for a day that is closed then.</summary>
internal static class DemoCalendars
{
    private const int DaysOfWeek = 7;
    private const int WeeksAhead = 3;

    // The client and site that are promised goods for the stocktaking.
    private const string Client = "Rail Équipement Le Mans";

    public static async Task KeepAsync(IServiceProvider services, DemoCompany company, List<Client> clients, DateOnly today, Action<string> actAs, CancellationToken ct)
    {
        var monday = OrderBookViews.Monday(today).AddDays(DaysOfWeek * WeeksAhead);

        if (clients.Find(client => client.Name == Client) is { } client)
        {
            actAs(company.WhoAnswersFor(Client));
            await PromiseAsync(services, company, client, monday.AddDays(2), ct);
        }

        actAs(company.First(Role.Admin));
        var kept = await services.GetRequiredService<ChangeShippingCalendars>().ExecuteAsync(Calendars(monday), version: null, ct);

        if (!kept.IsOk)
        {
            throw new InvalidOperationException($"The demo calendars were refused: {kept.Refusal}");
        }
    }

    private static ShippingCalendarForm Calendars(DateOnly monday) => new()
    {
        Own = new() { Closures = [new() { From = monday, Until = monday.AddDays(2), Name = "Inventaire" }] },
        Carriers =
        [
            new() { Name = "Heppner", IsUsual = true, Calendar = new() { Closures = [new() { From = monday.AddDays(DaysOfWeek + 1), Name = "Pas de tournée" }] } },
            new() { Name = "Messagerie de l’Huisne", WorkingDays = 2, Calendar = new() { Days = Weekdays.Tuesday | Weekdays.Thursday } },
        ],
    };

    // A person sees what a closure does to a promise only where there is one.
    private static async Task PromiseAsync(IServiceProvider services, DemoCompany company, Client client, DateOnly on, CancellationToken ct)
    {
        var article = company.Products[^1];
        var placed = await services.GetRequiredService<PlaceOrder>().ExecuteAsync(
            new()
            {
                ClientId = client.Id,
                SiteId = client.Sites[0].Id,
                CustomerReference = "RELM-790",
                RequestedOn = on,
                Lines = [new() { ProductCode = article.Code, Quantity = 1200, NetPrice = article.Price, PriceBaseQuantity = 100 }],
            },
            ct);

        // What its client requires waits for a person, as it would in life.
        var confirmed = placed.IsOk ? await services.GetRequiredService<ConfirmOrder>().ExecuteAsync(placed.Value.Id, placed.Value.Version, ct) : placed;

        if (confirmed is { IsOk: false, Refusal: not RequirementsNotMet })
        {
            throw new InvalidOperationException($"The demo order for the stocktaking was not confirmed: {confirmed.Refusal}");
        }
    }
}
