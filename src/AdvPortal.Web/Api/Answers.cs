namespace AdvPortal.Web.Api;

/// <summary>Turns what a use case returned into what the contract promises: status, ETag, Location, body.</summary>
internal static class Answers
{
    /// <summary>200 with the thing as it is now; its version, where it has one, is the ETag.</summary>
    public static IResult Answer<T>(this Result<T> result, HttpContext context, Func<T, int>? version = null) where T : notnull
    {
        if (!result.IsOk)
        {
            return Problems.For(result.Refusal, context);
        }

        Tag(context, result.Value, version);

        return TypedResults.Ok(result.Value);
    }

    /// <summary>201 with Location, ETag and body.</summary>
    public static IResult AnswerCreated<T>(this Result<T> result, HttpContext context, Func<T, string> path, Func<T, int>? version = null) where T : notnull
    {
        if (!result.IsOk)
        {
            return Problems.For(result.Refusal, context);
        }

        Tag(context, result.Value, version);

        return TypedResults.Created($"{context.Request.PathBase}/api/v1/{path(result.Value)}", result.Value);
    }

    private static void Tag<T>(HttpContext context, T value, Func<T, int>? version)
    {
        if (version is not null)
        {
            context.Response.Headers.ETag = $"\"{version(value)}\"";
        }
    }
}

/// <summary>The version that a caller saw: null means whatever it is now (`*`). Without the header the request is refused before it is bound.</summary>
internal readonly record struct IfMatch(int? Version)
{
    // What no version ever is: a tag that we did not write cannot match.
    private const int NoVersion = -1;

    public static ValueTask<IfMatch> BindAsync(HttpContext context)
    {
        var tag = context.Request.Headers.IfMatch.ToString().Trim();

        return new(new IfMatch(tag == "*" ? null : int.TryParse(tag.Trim('"'), System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : NoVersion));
    }
}

internal static class EndpointRules
{
    /// <summary>Acting on an existing thing needs its ETag.</summary>
    public static RouteHandlerBuilder NeedsIfMatch(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new IfMatchNeeded());

    /// <summary>428 without it (RFC 6585), before the body is even read.</summary>
    public static Task AskForIfMatchAsync(HttpContext context, RequestDelegate next) =>
        context.Request.Headers.IfMatch.Count == 0 && context.GetEndpoint()?.Metadata.GetMetadata<IfMatchNeeded>() is not null
            ? Problems.WriteAsync(context, StatusCodes.Status428PreconditionRequired)
            : next(context);

    private sealed record IfMatchNeeded;
}
