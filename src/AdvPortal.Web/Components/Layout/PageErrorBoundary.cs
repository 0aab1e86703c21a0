using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace AdvPortal.Web.Components.Layout;

/// <summary>Keeps the frame alive when a page breaks, and gives the person a reference under which the log tells what happened.</summary>
public sealed class PageErrorBoundary : ErrorBoundary
{
    private static readonly Action<ILogger, string, Exception?> _failed =
        LoggerMessage.Define<string>(LogLevel.Error, new(2, "PageFailed"), "A page failed, reference {Reference}");

    private string _reference = "";

    [Inject]
    public required ILogger<PageErrorBoundary> Log { get; init; }

    protected override Task OnErrorAsync(Exception exception)
    {
        // Who leaves while a page loads takes their circuit along: nobody is there to be told, and nothing went wrong.
        if (exception is ObjectDisposedException { ObjectName: nameof(IServiceProvider) })
        {
            return Task.CompletedTask;
        }

        _reference = (Activity.Current?.TraceId.ToHexString() ?? Ids.Next().ToString("N"))[^12..];
        _failed(Log, _reference, exception);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<PageFailed>(1);
        builder.AddComponentParameter(2, nameof(PageFailed.Reference), _reference);
        builder.AddComponentParameter(3, nameof(PageFailed.Retried), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }
}
