using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using AdvPortal.Web.Api;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Hosting;

/// <summary>What is answered when the portal itself failed: nothing of the inside, and the reference under which the log tells all.</summary>
internal static class Failures
{
    /// <summary>Everything below /api answers in problem details, never with a page.</summary>
    public static bool IsForProgram(HttpContext context) => context.Request.Path.Value?.Contains("/api/", StringComparison.Ordinal) is true;

    /// <summary>Whether the caller is at fault: a request that cannot even be read, such as broken JSON or a number where a date belongs.</summary>
    public static bool IsTheCallers(Exception? failure) => failure is BadHttpRequestException;

    public static async Task AnswerAsync(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var status = failure is BadHttpRequestException unreadable ? unreadable.StatusCode : StatusCodes.Status500InternalServerError;
        context.Response.StatusCode = status;

        if (IsForProgram(context))
        {
            await Problems.WriteAsync(context, status);
            return;
        }

        var text = context.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
        var reference = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        await SayAsync(context, $"<p>{text["PageFailed"]} {text["ErrorReference", reference]}</p><p><a href=\"{context.Request.PathBase}/\">{text["GoToMyDay"]}</a></p>");
    }

    /// <summary>A page of a few words, in HTML. Plain on purpose: whatever broke, or keeps somebody out, must not break this too.</summary>
    public static Task SayAsync(HttpContext context, string words)
    {
        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        context.Response.ContentType = "text/html; charset=utf-8";

        return context.Response.WriteAsync($"<!doctype html><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>AdvPortal</title>{words}", context.RequestAborted);
    }
}
