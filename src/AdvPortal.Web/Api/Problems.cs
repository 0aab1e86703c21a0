using System.Diagnostics;
using System.Net.Mime;
using System.Text.Json;
using AdvPortal.Application.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Api;

/// <summary>Says "no" as RFC 9457 problem details, in the caller's language, with the refusal's name for programs.</summary>
internal static class Problems
{
    public static IResult For(Refusal refusal, HttpContext context) => new ProblemAnswer(Describe(refusal, context));

    public static IResult For(int status, HttpContext context) => new ProblemAnswer(Describe(status, context));

    public static Task WriteAsync(HttpContext context, int status) => For(status, context).ExecuteAsync(context);

    private static ProblemDetails Describe(Refusal refusal, HttpContext context)
    {
        var text = Texts(context);
        var status = refusal.Kind switch
        {
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
            RefusalKind.WrongType => StatusCodes.Status415UnsupportedMediaType,
            RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
            RefusalKind.Outdated => StatusCodes.Status412PreconditionFailed,
            _ => StatusCodes.Status409Conflict,
        };

        var problem = Describe(status, context);
        problem.Detail = text.Say(refusal.Message);
        problem.Extensions["refusal"] = refusal.GetType().Name;

        if (refusal is Invalid invalid)
        {
            problem.Extensions["errors"] = invalid.Fields.ToDictionary(f => PathOf(f.Key), f => f.Value.Select(key => text[key].Value).ToArray(), StringComparer.Ordinal);
        }

        foreach (var describe in context.RequestServices.GetServices<IDescribeRefusal>())
        {
            describe.Complete(problem, refusal);
        }

        return problem;
    }

    private static ProblemDetails Describe(int status, HttpContext context)
    {
        var text = Texts(context);

        return new()
        {
            Status = status,
            Type = $"https://www.rfc-editor.org/rfc/rfc9110#status.{status}",
            Title = text[$"Status.{status}"],
            Detail = text[$"Status.{status}.Detail"],
            Extensions = { ["traceId"] = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier },
        };
    }

    // As the caller wrote it: "lines[0].netPrice".
    private static string PathOf(string field) => string.Join('.', field.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static IStringLocalizer<Texts> Texts(HttpContext context) => context.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();

    private sealed class ProblemAnswer(ProblemDetails problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = problem.Status!.Value;

            return httpContext.Response.WriteAsJsonAsync(problem, options: null, MediaTypeNames.Application.ProblemJson, httpContext.RequestAborted);
        }
    }
}

/// <summary>Adds to the problem what a program needs beyond words, such as the findings that block an order.</summary>
internal interface IDescribeRefusal
{
    void Complete(ProblemDetails problem, Refusal refusal);
}
