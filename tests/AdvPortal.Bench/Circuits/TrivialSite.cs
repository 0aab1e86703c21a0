using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using MudBlazor;
using MudBlazor.Services;

namespace AdvPortal.Bench.Circuits;

/// <summary>The least that a page of MudBlazor can be: what an open circuit of the portal is held against.</summary>
internal static class TrivialSite
{
    /// <summary>With this and an address the benchmark is this site.</summary>
    public const string Name = "trivial-site";

    public static async Task RunAsync(string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices();
        var site = builder.Build();
        site.UseAntiforgery();
        site.MapGet("/health/ready", () => "ready");
        site.MapRazorComponents<TrivialDocument>().AddInteractiveServerRenderMode();
        await site.RunAsync(address);
    }
}

/// <summary>The HTML around the page.</summary>
public sealed class TrivialDocument : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<!DOCTYPE html>");
        builder.OpenElement(1, "html");
        builder.OpenElement(2, "body");
        builder.OpenComponent<TrivialPage>(3);
        builder.AddComponentRenderMode(new InteractiveServerRenderMode(prerender: false));
        builder.CloseComponent();
        builder.CloseElement();
        builder.CloseElement();
    }
}

/// <summary>MudBlazor's providers, a title and a button.</summary>
[Route("/")]
public sealed class TrivialPage : ComponentBase
{
    public const string Greeting = "Bonjour";

    private int _clicks;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<MudThemeProvider>(0);
        builder.CloseComponent();
        builder.OpenComponent<MudPopoverProvider>(1);
        builder.CloseComponent();
        builder.OpenComponent<MudDialogProvider>(2);
        builder.CloseComponent();
        builder.OpenComponent<MudSnackbarProvider>(3);
        builder.CloseComponent();
        builder.OpenComponent<MudText>(4);
        builder.AddAttribute(5, nameof(MudText.ChildContent), (RenderFragment)(text => text.AddContent(0, _clicks)));
        builder.CloseComponent();
        builder.OpenComponent<MudButton>(6);
        builder.AddAttribute(7, nameof(MudButton.OnClick), EventCallback.Factory.Create<MouseEventArgs>(this, () => _clicks++));
        builder.AddAttribute(8, nameof(MudButton.ChildContent), (RenderFragment)(text => text.AddContent(0, Greeting)));
        builder.CloseComponent();
    }
}
