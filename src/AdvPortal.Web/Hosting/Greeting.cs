using AdvPortal.Application.Demo;
using AdvPortal.Web.Identity;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AdvPortal.Web.Hosting;

/// <summary>The first words of the portal: where it is, and how to come in.</summary>
internal static class Greeting
{
    public static async Task SayAsync(WebApplication app, CancellationToken ct)
    {
        var address = AddressOf(app);

        if (await app.Services.GetRequiredService<SetUpLink>().PathAsync(ct) is { } path)
        {
            Console.WriteLine($"No company works here yet. Create yours, and your account: {address}{path}");
            return;
        }

        Console.WriteLine($"AdvPortal is open: {address}/");

        if (DemoData.IsWanted(app))
        {
            foreach (var company in SeedDemo.Access)
            {
                Console.WriteLine($"  {address}/{company.Slug}/  as {company.People[0].Email}, password {SeedDemo.Password}");
            }

            Console.WriteLine($"  an order to drop there: {address}{DemoData.OrderPath}");
        }
    }

    /// <summary>Where people find the portal: what it listens on is another address behind a proxy, or in a container.</summary>
    internal static string AddressOf(WebApplication app) =>
        app.Configuration["Portal:PublicAddress"] is { Length: > 0 } address
            ? address.TrimEnd('/')
            : app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://127.0.0.1:5080";
}
