using System.Reflection;
using System.Text.Json.Nodes;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Originals;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NetEscapades.AspNetCore.SecurityHeaders;
using Scalar.AspNetCore;

namespace AdvPortal.Web.Api;

/// <summary>The API described for programs (OpenAPI 3.1) and for people, on a page that asks nothing of any other machine.</summary>
internal static class ApiDescription
{
    public const string Address = "/openapi/v1.json";
    public const string Page = "/api-docs";

    private const string KeyScheme = "apiKey";

    private static readonly string[] _problemFields = ["severity", "code", "message", "where"];

    public static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi("v1", api =>
        {
            api.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            api.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) is true;
            api.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name ? Prefix(type.Type) + name : null;
            api.AddDocumentTransformer(Introduce);
            api.AddOperationTransformer(AddHeaders);
            api.AddSchemaTransformer(Shape);
        });

    public static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference(Page, (page, context) =>
        {
            page.Title = "AdvPortal API";
            page.OpenApiRoutePattern = Address;
            page.DefaultFonts = false;
            page.Telemetry = false;
            page.Nonce = context.GetNonce();
        });
    }

    /// <summary>Whether a path, of a company or of none, is that of the page or its files.</summary>
    public static bool IsPage(PathString path) => path.Value?.Split('/') is [_, "api-docs", ..] or [_, _, "api-docs", ..];

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new()
        {
            Title = "AdvPortal",
            Version = "v1",
            Description = "The desk of a sales-administration team. Every POST takes an `Idempotency-Key`; what acts on an existing thing needs its `ETag` in `If-Match` (`*`: whatever it is now). Errors are problem details (RFC 9457) in the caller's language.",
        };
        document.Servers = [new() { Url = "/{tenant}", Variables = new Dictionary<string, OpenApiServerVariable>(StringComparer.Ordinal) { ["tenant"] = new() { Default = "visserie-du-perche", Description = "The company's name in its address." } } }];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key of the company." },
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];

        return Task.CompletedTask;
    }

    private static Task AddHeaders(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var api = context.Description;
        var handler = api.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().First();
        operation.Summary ??= ApiSummaries.Of(handler);
        operation.Parameters = [.. (operation.Parameters ?? []).Where(it => api.ParameterDescriptions.All(p => p.Name != it.Name || p.Type != typeof(IfMatch)))];

        if (ApiContract.NeedsVersion(handler))
        {
            operation.Parameters.Add(Header("If-Match", "The ETag of the thing as it was read, or *.", isRequired: true, "\"7\""));
        }

        if (HttpMethods.IsPost(api.HttpMethod ?? ""))
        {
            operation.Parameters.Add(Header("Idempotency-Key", "The same key and body again give the stored answer.", isRequired: false, "4500187342-1"));
        }

        if (ApiExamples.Of(api.HttpMethod, api.RelativePath) is { } example)
        {
            foreach (var content in operation.RequestBody?.Content?.Values ?? [])
            {
                content.Example = JsonNode.Parse(example);
            }
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter Header(string name, string description, bool isRequired, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Required = isRequired,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = example,
    };

    // What our own converters write, the schema cannot know.
    private static Task Shape(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;

        if (type.IsAssignableTo(typeof(IId)))
        {
            (schema.Type, schema.Format) = (Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) is null ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null, "uuid");
        }
        else if (type.IsEnum && type.IsDefined(typeof(FlagsAttribute), inherit: false))
        {
            (schema.Type, schema.Items) = (JsonSchemaType.Array, new OpenApiSchema { Type = JsonSchemaType.String });
        }
        else if (type == typeof(Message))
        {
            (schema.Type, schema.Description) = (JsonSchemaType.String, "Words in the caller's language.");
        }
        else if (type == typeof(TextLine))
        {
            schema.Type = JsonSchemaType.Object;
            schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["text"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["explanation"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "Words in the caller's language." },
            };
        }
        else if (type == typeof(Problem))
        {
            schema.Type = JsonSchemaType.Object;
            schema.Properties = _problemFields.ToDictionary(name => name, IOpenApiSchema (_) => new OpenApiSchema { Type = JsonSchemaType.String }, StringComparer.Ordinal);
        }

        return Task.CompletedTask;
    }

    // A form is called after its use case, a row after its list: "Form" alone says nothing, and there are many.
    private static string Prefix(Type type) => type is { IsNested: true, DeclaringType: { IsGenericType: false } outer } ? outer.Name : "";
}
