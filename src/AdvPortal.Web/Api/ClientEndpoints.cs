using System.Text.Json;
using AdvPortal.Application.Clients;
using AdvPortal.Application.Products;

namespace AdvPortal.Web.Api;

/// <summary>Clients with their sites, contacts, codes and prices; and the products they order.</summary>
internal sealed class ClientEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var clients = api.MapGroup("/clients").WithTags("Clients");

        clients.MapGet("/", async (ListClients list, HttpContext http, string? q, Guid? owner, string? cursor, int limit = 25) =>
            limit is < 1 or > 200
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await list.ExecuteAsync(new(q, owner is { } o ? new(o) : null, cursor, limit), http.RequestAborted)).Answer(http));

        clients.MapPost("/", async (CreateClient create, ClientForm form, HttpContext http) =>
            (await create.ExecuteAsync(form, http.RequestAborted)).AnswerCreated(http, c => $"clients/{c.Id.Value}", c => c.Version));

        clients.MapGet("/{id:guid}", async (ReadClient read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, c => c.Version));

        clients.MapPatch("/{id:guid}", PatchClientAsync).NeedsIfMatch();

        MapParts(clients, api);
        MapLists(clients);
        MapProducts(api);
    }

    private static void MapParts(RouteGroupBuilder clients, IEndpointRouteBuilder api)
    {
        clients.MapGet("/{id:guid}/sites", async (ListSites list, Guid id, HttpContext http, string? cursor, int limit = 25) =>
            limit is < 1 or > 200
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await list.ExecuteAsync(new(id), cursor, limit, http.RequestAborted)).Answer(http));

        clients.MapPost("/{id:guid}/sites", async (AddSite add, Guid id, SiteForm form, HttpContext http) =>
            (await add.ExecuteAsync(new(id), form, http.RequestAborted)).AnswerCreated(http, s => $"sites/{s.Id.Value}", s => s.Version));

        clients.MapGet("/{id:guid}/contacts", async (ListContacts list, Guid id, HttpContext http, string? cursor, int limit = 25) =>
            limit is < 1 or > 200
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await list.ExecuteAsync(new(id), cursor, limit, http.RequestAborted)).Answer(http));

        clients.MapPost("/{id:guid}/contacts", async (AddContact add, Guid id, ContactForm form, HttpContext http) =>
            (await add.ExecuteAsync(new(id), form, http.RequestAborted)).AnswerCreated(http, c => $"contacts/{c.Id.Value}", c => c.Version));

        api.MapGet("/sites/{id:guid}", async (ReadSite read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, s => s.Version)).WithTags("Clients");

        api.MapGet("/contacts/{id:guid}", async (ReadContact read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, c => c.Version)).WithTags("Clients");

        api.MapPatch("/sites/{id:guid}", async (UpdateSite update, MergePatch merge, Guid id, JsonElement patch, IfMatch match, HttpContext http) =>
            (await update.ExecuteAsync(
                new(id),
                site => merge.Apply(SiteForm.Of(site), patch),
                match.Version,
                http.RequestAborted)).Answer(http, s => s.Version)).WithTags("Clients").NeedsIfMatch();

        api.MapPatch("/contacts/{id:guid}", async (UpdateContact update, MergePatch merge, Guid id, JsonElement patch, IfMatch match, HttpContext http) =>
            (await update.ExecuteAsync(
                new(id),
                contact => merge.Apply(ContactForm.Of(contact), patch),
                match.Version,
                http.RequestAborted)).Answer(http, c => c.Version)).WithTags("Clients").NeedsIfMatch();
    }

    private static void MapLists(RouteGroupBuilder clients)
    {
        clients.MapGet("/{id:guid}/prices", async (ListPrices list, Guid id, HttpContext http) => AnswerList(await list.ExecuteAsync(new(id), http.RequestAborted), http));

        clients.MapPut("/{id:guid}/prices", async (ReplacePrices replace, Guid id, List<PriceRow> rows, IfMatch match, HttpContext http) =>
            AnswerList(await replace.ExecuteAsync(new(id), rows, match.Version, http.RequestAborted), http)).NeedsIfMatch();

        clients.MapGet("/{id:guid}/product-codes", async (ListProductCodes list, Guid id, HttpContext http) => AnswerList(await list.ExecuteAsync(new(id), http.RequestAborted), http));

        clients.MapPut("/{id:guid}/product-codes", async (ReplaceProductCodes replace, Guid id, List<CodeRow> rows, IfMatch match, HttpContext http) =>
            AnswerList(await replace.ExecuteAsync(new(id), rows, match.Version, http.RequestAborted), http)).NeedsIfMatch();
    }

    private static void MapProducts(IEndpointRouteBuilder api)
    {
        api.MapGet("/products", async (ListProducts list, HttpContext http, string? q, string? cursor, int limit = 25) =>
            limit is < 1 or > 200
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await list.ExecuteAsync(q, cursor, limit, http.RequestAborted)).Answer(http)).WithTags("Products");

        api.MapPost("/products", async (CreateProduct create, CreateProduct.Form form, HttpContext http) =>
            (await create.ExecuteAsync(form, http.RequestAborted)).AnswerCreated(http, p => $"products?q={Uri.EscapeDataString(p.Code)}", p => p.Version)).WithTags("Products");

        api.MapPatch("/products/{id:guid}", async (ChangeProduct change, MergePatch merge, Guid id, JsonElement patch, IfMatch match, HttpContext http) =>
            (await change.ExecuteAsync(new(id), form => merge.Apply(form, patch), match.Version, http.RequestAborted)).Answer(http, p => p.Version)).NeedsIfMatch().WithTags("Products");
    }

    private static async Task<IResult> PatchClientAsync(ReadClient read, UpdateClient update, MergePatch merge, Guid id, JsonElement patch, IfMatch match, HttpContext http)
    {
        var client = await read.ExecuteAsync(new(id), http.RequestAborted);
        var form = client.IsOk ? merge.Apply(ClientForm.Of(client.Value), patch) : client.Refusal;

        // What was merged with is what must still stand: `*` means whatever it was when it was read.
        return form.IsOk
            ? (await update.ExecuteAsync(new(id), form.Value, match.Version ?? client.Value!.Version, http.RequestAborted)).Answer(http, c => c.Version)
            : Problems.For(form.Refusal, http);
    }

    private static IResult AnswerList<T>(Result<ClientList<T>> list, HttpContext http)
    {
        if (!list.IsOk)
        {
            return Problems.For(list.Refusal, http);
        }

        http.Response.Headers.ETag = $"\"{list.Value.Version}\"";

        return TypedResults.Ok(list.Value.Items);
    }
}
