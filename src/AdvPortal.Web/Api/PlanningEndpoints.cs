using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Web.Api;

/// <summary>How members work, what plans weigh, and portfolios shared anew.</summary>
internal sealed class PlanningEndpoints : IMapEndpoints
{
    private const string Tag = "Portfolios";

    public static void Map(IEndpointRouteBuilder api)
    {
        var week = api.MapGroup("/members/{id:guid}/working-week").WithTags("Members");

        week.MapGet("/", async (ReadWorkingWeek read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, w => w.Version));

        week.MapPut("/", async (ChangeWorkingWeek change, Guid id, ChangeWorkingWeek.Form form, IfMatch match, HttpContext http) =>
            (await change.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, w => w.Version)).NeedsIfMatch();

        var weights = api.MapGroup("/absences/{id:guid}/cover-plan/weights").WithTags(Tag);

        weights.MapGet("/", async (ReadCoverWeights read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, w => w.Version));

        weights.MapPut("/", async (WeighCover weigh, Guid id, CoverWeights form, IfMatch match, HttpContext http) =>
            (await weigh.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, w => w.Version)).NeedsIfMatch();

        var portfolios = api.MapGroup("/portfolios").WithTags(Tag);

        portfolios.MapGet("/owner-proposal", async (ProposeOwner propose, HttpContext http, Guid? clientId, string? language) =>
            (await propose.ExecuteAsync(clientId is { } c ? new(c) : null, language, http.RequestAborted)).Answer(http));

        portfolios.MapPost("/leaving-proposal", async (ProposeLeaving propose, ProposeLeaving.Form form, HttpContext http) =>
            (await propose.ExecuteAsync(form, http.RequestAborted)).Answer(http));

        portfolios.MapPost("/publication", async (PublishBalance publish, PublishBalance.Form form, HttpContext http) =>
            (await publish.ExecuteAsync(form, http.RequestAborted)).Answer(http));
    }
}
