using AdvPortal.Application.Common;
using AdvPortal.Application.Demo;

namespace AdvPortal.Web.Hosting;

/// <summary>Lets the portal be tried at once: in Development only, whatever the settings say.</summary>
internal static class DemoData
{
    /// <summary>Where the order of the README's tour is had; no company can have this name.</summary>
    public const string OrderPath = "/demo-order.edi";

    public static bool IsWanted(WebApplication app) =>
        app.Environment.IsDevelopment() && !string.Equals(app.Configuration["Portal:Demo"], "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>Hands the order of the tour out, dated as if it came today.</summary>
    public static void Map(WebApplication app)
    {
        if (IsWanted(app))
        {
            app.MapGet(OrderPath, (TenantClock clock) => TypedResults.File(DemoOrderFile.Write(clock.Today), "application/EDIFACT", $"{DemoOrderFile.Reference(clock.Today)}.edi"));
        }
    }

    public static async Task SeedAsync(WebApplication app, CancellationToken ct)
    {
        if (IsWanted(app))
        {
            await SeedDemo.ExecuteAsync(app.Services, ct);
        }
        else if (!app.Environment.IsDevelopment() && string.Equals(app.Configuration["Portal:Demo"], "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException("Demo data has known keys: it is refused outside Development. Remove Portal:Demo.");
        }
    }
}
