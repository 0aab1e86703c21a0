using Microsoft.AspNetCore.Routing.Template;

namespace AdvPortal.Web.Api;

/// <summary>Says why no endpoint took a request: nothing is there, or not by this method, or not of this type.</summary>
internal static class NoSuchRoute
{
    public static void MapNoSuchRoute(this RouteGroupBuilder api) => api.MapFallback("/{**rest}", Answer).ExcludeFromDescription();

    private static IResult Answer(HttpContext context, EndpointDataSource table, IInlineConstraintResolver constraints)
    {
        var methods = table.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not null && endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal))
            .Where(endpoint => Fits(endpoint, context, constraints))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        if (methods.Count == 0)
        {
            return Problems.For(StatusCodes.Status404NotFound, context);
        }

        if (methods.Contains(context.Request.Method))
        {
            return Problems.For(StatusCodes.Status415UnsupportedMediaType, context);
        }

        context.Response.Headers.Allow = string.Join(", ", methods.Order(StringComparer.Ordinal));

        return Problems.For(StatusCodes.Status405MethodNotAllowed, context);
    }

    private static bool Fits(RouteEndpoint endpoint, HttpContext context, IInlineConstraintResolver constraints)
    {
        var (template, values) = (TemplateParser.Parse(endpoint.RoutePattern.RawText!.Trim('/')), new RouteValueDictionary());

        return new TemplateMatcher(template, []).TryMatch(context.Request.Path.Value!.TrimEnd('/'), values)
            && template.Parameters.All(part => part.InlineConstraints.All(it =>
                constraints.ResolveConstraint(it.Constraint)?.Match(context, route: null, part.Name!, values, RouteDirection.IncomingRequest) is not false));
    }
}
