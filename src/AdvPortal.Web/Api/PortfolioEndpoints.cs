using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Exchange.Absences;

namespace AdvPortal.Web.Api;

/// <summary>Who owns which clients, who is away, and who answers meanwhile.</summary>
internal sealed class PortfolioEndpoints : IMapEndpoints
{
    private const string Tag = "Portfolios";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/portfolios", async (ListPortfolios list, HttpContext http, string? cursor, int limit = 25) =>
            limit is < 1 or > 200
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await list.ExecuteAsync(cursor, limit, http.RequestAborted)).Answer(http)).WithTags(Tag);

        api.MapGet("/portfolios/knowledge", async (ReadKnowledge read, HttpContext http, Guid? memberId, string? cursor, int limit = 25) =>
            limit is < 1 or > 200
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await read.ExecuteAsync(new(memberId is { } m ? new(m) : null, cursor, limit), http.RequestAborted)).Answer(http)).WithTags(Tag);

        api.MapGet("/clients/{id:guid}/knowledge", async (ReadClientKnowledge read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http)).WithTags(Tag);

        api.MapPost("/portfolio-transfers", async (TransferClients transfer, TransferClients.Form form, HttpContext http) =>
            (await transfer.ExecuteAsync(form, http.RequestAborted)).AnswerCreated(http, _ => "portfolios")).WithTags(Tag);

        api.MapGet("/clients/{id:guid}/responsible", async (ReadResponsible read, Guid id, DateOnly? on, DayHalf? half, HttpContext http) =>
            (await read.ExecuteAsync(new(id), on, half, http.RequestAborted)).Answer(http)).WithTags(Tag);

        MapAbsences(api.MapGroup("/absences").WithTags(Tag));
    }

    private static void MapAbsences(RouteGroupBuilder absences)
    {
        absences.MapGet("/", async (ListAbsences list, HttpContext http, Guid? memberId, DateOnly? from, DateOnly? until, string? cursor, int limit = 25) =>
            limit is < 1 or > 200
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await list.ExecuteAsync(new(memberId is { } m ? new(m) : null, from, until, cursor, limit), http.RequestAborted)).Answer(http));

        absences.MapPost("/", async (DeclareAbsence declare, DeclareAbsence.Form form, HttpContext http) =>
            (await declare.ExecuteAsync(form, http.RequestAborted)).AnswerCreated(http, a => $"absences/{a.Id.Value}", a => a.Version));

        // The raw file (iCalendar). ?memberId= whose it is; ?kind= of what it says, leave where it is left out.
        absences.MapPost("/import", ImportAsync).WithSummary("Declares when a member will be away from a calendar (iCalendar, text/calendar)")
            .WithDescription("The file is the body. Each period of the year to come whose time the calendar counts as taken is declared by itself and answered with what became of it; what is declared already is left as it is, so that the same file again changes nothing. `?memberId=` says whose it is.")
            .Produces<ImportAbsences.Imported>().ProducesProblem(StatusCodes.Status413PayloadTooLarge);

        absences.MapGet("/{id:guid}", async (ReadAbsence read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, a => a.Version));

        absences.MapPost("/{id:guid}/withdrawal", async (WithdrawAbsence withdraw, Guid id, IfMatch match, HttpContext http) =>
            (await withdraw.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, a => a.Version)).NeedsIfMatch();

        absences.MapGet("/{id:guid}/cover-plan", async (ReadAbsence read, Guid id, HttpContext http) =>
            PlanOf(await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, p => p.Version));

        absences.MapPut("/{id:guid}/cover-plan", async (PlanCover plan, Guid id, PlanCover.Form form, IfMatch match, HttpContext http) =>
            PlanOf(await plan.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, p => p.Version)).NeedsIfMatch();

        absences.MapPost("/{id:guid}/cover-plan/proposal", async (ProposeCover propose, Guid id, IfMatch match, HttpContext http) =>
            PlanOf(await propose.ExecuteAsync(new(id), match.Version, ct: http.RequestAborted)).Answer(http, p => p.Version)).NeedsIfMatch();

        absences.MapPost("/{id:guid}/cover-plan/publication", async (PublishCover publish, Guid id, IfMatch match, HttpContext http, bool? tellClients) =>
            PlanOf(await publish.ExecuteAsync(new(id), match.Version, new(tellClients), http.RequestAborted)).Answer(http, p => p.Version)).NeedsIfMatch();

        absences.MapPost("/{id:guid}/cover-plan/reopening", async (ReopenCover reopen, Guid id, IfMatch match, HttpContext http) =>
            PlanOf(await reopen.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, p => p.Version)).NeedsIfMatch();
    }

    private static async Task<IResult> ImportAsync(ImportAbsences import, HttpContext http, Guid? memberId, string? kind) =>
        !QueryName.Fits<AbsenceKind>(kind, out var why) || memberId is not { } away ? Problems.For(StatusCodes.Status400BadRequest, http)
        : await FileBody.ReadAsync(http, AbsenceCalendar.MostBytes) is var (bytes, _) ? (await import.ExecuteAsync(new(away), bytes, why ?? AbsenceKind.Leave, http.RequestAborted)).Answer(http)
        : Problems.For(StatusCodes.Status413PayloadTooLarge, http);

    private static Result<CoverPlan> PlanOf(Result<AbsenceView> absence) => absence.IsOk ? absence.Value.CoverPlan with { Version = absence.Value.Version } : absence.Refusal;
}
