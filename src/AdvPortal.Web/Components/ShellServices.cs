using AdvPortal.Web.Components.Shared;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using MudBlazor;
using MudBlazor.Services;

namespace AdvPortal.Web.Components;

/// <summary>What the shell and the shared components need, in the portal and in their tests alike.</summary>
public static class ShellServices
{
    /// <param name="services">The services of the portal, or of a test.</param>
    /// <param name="strictTexts">A missing text throws instead of showing its key.</param>
    public static IServiceCollection AddShell(this IServiceCollection services, bool strictTexts = false)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IStringLocalizer<Texts>>(it => new TextCatalog(it.GetRequiredService<ILogger<TextCatalog>>(), strictTexts));
        services.AddTransient<MudLocalizer, MudWords>();
        services.AddMudServices();
        services.AddScoped<Notices>();
        services.AddScoped<DraftSignal>();

        return services;
    }
}
