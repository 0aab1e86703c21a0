using AdvPortal.Application.Demo;

namespace AdvPortal.Web.Hosting;

/// <summary>Lets the portal be tried at once: in Development only, whatever the settings say.</summary>
internal static class DemoData
{
    public static async Task SeedAsync(WebApplication app, CancellationToken ct)
    {
        var asked = app.Configuration["Portal:Demo"];

        if (app.Environment.IsDevelopment())
        {
            if (!string.Equals(asked, "false", StringComparison.OrdinalIgnoreCase))
            {
                await SeedDemo.ExecuteAsync(app.Services, ct);
            }
        }
        else if (string.Equals(asked, "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException("Demo data has known keys: it is refused outside Development. Remove Portal:Demo.");
        }
    }
}
