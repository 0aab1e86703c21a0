using System.Globalization;
using AdvPortal.Application.Requirements;
using AdvPortal.Exchange.Requirements;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Api;

/// <summary>What clients require: written down, tried on past orders, put in force, revised, retired.</summary>
internal sealed class RequirementEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/clients/{id:guid}/requirements", async (ListRequirements list, Guid id, HttpContext http, string? cursor, DateOnly? on, int limit = 25) =>
            limit is < 1 or > 200
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await list.ExecuteAsync(new(id), cursor, limit, on, http.RequestAborted)).Answer(http)).WithTags("Requirements");

        api.MapPost("/clients/{id:guid}/requirements", async (CreateRequirement create, Guid id, RequirementForm form, HttpContext http) =>
            (await create.ExecuteAsync(new(id), form, http.RequestAborted)).AnswerCreated(http, r => $"requirements/{r.Id.Value}", r => r.Version)).WithTags("Requirements");

        api.MapGet("/clients/{id:guid}/requirement-sheet", async (ReadRequirementSheet read, Guid id, HttpContext http, string? language) =>
            await read.ExecuteAsync(new(id), language ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, http.RequestAborted) is var sheet && sheet.IsOk
                ? TypedResults.File(RequirementSheetPdf.Write(sheet.Value), "application/pdf", AskForReconfirmation.FileNameOf(sheet.Value.ClientCode))
                : Problems.For(sheet.Refusal!, http)).WithTags("Requirements").Produces<Stream>(StatusCodes.Status200OK, "application/pdf");

        api.MapGet("/clients/{id:guid}/reconfirmations", async (ListReconfirmations list, Guid id, HttpContext http) =>
            (await list.ExecuteAsync(new(id), http.RequestAborted)).Answer(http)).WithTags("Requirements");

        api.MapPost("/clients/{id:guid}/reconfirmations", async (AskForReconfirmation ask, Guid id, AskForReconfirmation.Form form, HttpContext http) =>
            (await ask.ExecuteAsync(new(id), form, http.RequestAborted)).AnswerCreated(http, _ => $"clients/{id}/reconfirmations")).WithTags("Requirements");

        // Nothing is kept: answers to questions that need a body.
        api.MapPost("/requirement-interpretations", async (InterpretSentence interpret, InterpretSentence.Form form, IStringLocalizer<Texts> text, HttpContext http) =>
            await interpret.ExecuteAsync(form, http.RequestAborted) is var read && read.IsOk
                ? TypedResults.Ok(InterpretationAnswer.Of(read.Value, text))
                : Problems.For(read.Refusal!, http)).WithTags("Requirements").Produces<InterpretationAnswer>();

        api.MapPost("/requirement-rehearsals", async (RehearseRequirement rehearse, RehearsalForm form, HttpContext http) =>
            (await rehearse.ExecuteAsync(form, http.RequestAborted)).Answer(http)).WithTags("Requirements").Produces<Rehearsal>();

        var requirements = api.MapGroup("/requirements/{id:guid}").WithTags("Requirements");

        requirements.MapGet("/", async (ReadRequirement read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, r => r.Version));

        requirements.MapGet("/revisions/{revision:int}", async (ReadRevision read, Guid id, int revision, int? comparedTo, HttpContext http) =>
            (await read.ExecuteAsync(new(id), revision, comparedTo, http.RequestAborted)).Answer(http));

        requirements.MapPost("/publication", async (PublishRequirement publish, Guid id, IfMatch match, HttpContext http) =>
            (await publish.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, r => r.Version)).NeedsIfMatch();

        // The client's correction was read, and the rule stays as it is.
        requirements.MapPost("/correction/dismissal", async (KeepRequirement keep, Guid id, IfMatch match, HttpContext http) =>
            (await keep.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, r => r.Version)).NeedsIfMatch();

        requirements.MapPost("/revisions", async (ReviseRequirement revise, Guid id, RequirementForm form, IfMatch match, HttpContext http) =>
            (await revise.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, r => r.Version)).NeedsIfMatch();

        requirements.MapPost("/retirement", async (RetireRequirement retire, Guid id, IfMatch match, HttpContext http) =>
            (await retire.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, r => r.Version)).NeedsIfMatch();
    }
}
