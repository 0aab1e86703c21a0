using System.Reflection;
using AdvPortal.Application.Common;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace AdvPortal.Web.Api;

/// <summary>
/// What the contract says of every endpoint alike, read off its handler: the use case it calls tells what is answered, its parameters
/// which refusals can come. An endpoint that answers otherwise, such as a file, says so with Produces.
/// </summary>
internal static class ApiContract
{
    private const string MergePatchJson = "application/merge-patch+json";
    private const string ProblemJson = "application/problem+json";

    public static void Describe(EndpointBuilder endpoint)
    {
        var handler = endpoint.Metadata.OfType<MethodInfo>().FirstOrDefault();
        var method = endpoint.Metadata.OfType<IHttpMethodMetadata>().FirstOrDefault()?.HttpMethods[0];

        if (handler is null || method is null)
        {
            return;
        }

        var parameters = handler.GetParameters();
        var body = endpoint.Metadata.OfType<IAcceptsMetadata>().FirstOrDefault();

        if (!endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Any(it => it.StatusCode is >= 200 and < 300))
        {
            endpoint.Metadata.Add(new ProducesResponseTypeMetadata(SuccessOf(method, parameters), AnswerOf(parameters), ["application/json"]));
        }

        foreach (var status in RefusalsOf(endpoint, method, parameters, body is not null))
        {
            endpoint.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), [ProblemJson]));
        }

        if (HttpMethods.IsPatch(method) && body is not null)
        {
            endpoint.Metadata.Remove(body);
            endpoint.Metadata.Add(new AcceptsMetadata([MergePatchJson, "application/json"], body.RequestType));
        }
    }

    public static bool NeedsVersion(MethodInfo handler) => handler.GetParameters().Any(it => it.ParameterType == typeof(IfMatch));

    private static int SuccessOf(string method, ParameterInfo[] parameters) =>
        HttpMethods.IsPost(method) && parameters.All(it => it.ParameterType != typeof(IfMatch)) ? StatusCodes.Status201Created : StatusCodes.Status200OK;

    private static IEnumerable<int> RefusalsOf(EndpointBuilder endpoint, string method, ParameterInfo[] parameters, bool hasBody)
    {
        var acts = !HttpMethods.IsGet(method);
        var isVersioned = parameters.Any(it => it.ParameterType == typeof(IfMatch));
        var hasId = endpoint is RouteEndpointBuilder { RoutePattern.Parameters.Count: > 0 };

        return new (bool Comes, int Status)[]
        {
            (true, StatusCodes.Status400BadRequest),
            (true, StatusCodes.Status401Unauthorized),
            (true, StatusCodes.Status403Forbidden),
            (hasId, StatusCodes.Status404NotFound),
            (acts, StatusCodes.Status409Conflict),
            (isVersioned, StatusCodes.Status412PreconditionFailed),
            (hasBody, StatusCodes.Status415UnsupportedMediaType),
            (acts, StatusCodes.Status422UnprocessableEntity),
            (isVersioned, StatusCodes.Status428PreconditionRequired),
            (true, StatusCodes.Status429TooManyRequests),
        }.Where(it => it.Comes).Select(it => it.Status);
    }

    // The last one: what is read first only feeds what is done.
    private static Type? AnswerOf(ParameterInfo[] parameters) =>
        parameters.Select(it => it.ParameterType).LastOrDefault(type => type.IsDefined(typeof(UseCaseAttribute))) is { } useCase
        && useCase.GetMethod("ExecuteAsync")?.ReturnType is { IsGenericType: true } task
        && task.GetGenericArguments()[0] is { IsGenericType: true } result
            ? ListOf(result.GetGenericArguments()[0])
            : null;

    // A client's list is answered bare; its version is the ETag.
    private static Type ListOf(Type type) =>
        type is { IsGenericType: true, Name: "ClientList`1" } ? typeof(IReadOnlyList<>).MakeGenericType(type.GetGenericArguments()) : type;
}
