using System.Globalization;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components;
using AdvPortal.Web.Components.Layout;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Web.Tests.Shared;

/// <summary>A browser's worth of shell for component tests: strict texts, French, no JavaScript.</summary>
public abstract class ShellContext : BunitContext
{
    // What a page waits for may come from a real database on a busy machine; a test that waits this long has failed all the same.
    static ShellContext() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    protected ShellContext()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging(log => log.ClearProviders());
        Services.AddShell(strictTexts: true);
    }

    protected IStringLocalizer<Texts> Text => Services.GetRequiredService<IStringLocalizer<Texts>>();

    internal static ShellState Claire(params Permission[] permissions) => new()
    {
        MemberName = "Claire Morel",
        RoleLabel = "ADV",
        TenantName = "Visserie du Perche",
        Permissions = permissions.ToHashSet(),
    };
}
