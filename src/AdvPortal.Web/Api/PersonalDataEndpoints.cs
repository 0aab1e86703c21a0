using AdvPortal.Application.Clients;

namespace AdvPortal.Web.Api;

/// <summary>What a person at a client's may ask for: everything that is kept about them, and that it be forgotten.</summary>
internal sealed class PersonalDataEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var contacts = api.MapGroup("/contacts").WithTags("Clients");

        contacts.MapGet("/{id:guid}/personal-data", async (ExportContactData export, Guid id, HttpContext http) =>
        {
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"contact-{id}.json\"";

            return (await export.ExecuteAsync(new(id), http.RequestAborted)).Answer(http);
        });

        contacts.MapPost("/{id:guid}/erasure", async (EraseContactData erase, Guid id, IfMatch match, HttpContext http) =>
            (await erase.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();
    }
}
