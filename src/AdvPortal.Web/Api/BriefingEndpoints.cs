using System.Globalization;
using AdvPortal.Application.Portfolios;
using Microsoft.Net.Http.Headers;

namespace AdvPortal.Web.Api;

/// <summary>What a stand-in reads before a cover, and what its owner reads after it.</summary>
internal sealed class BriefingEndpoints : IMapEndpoints
{
    private const string Pdf = "application/pdf";

    public static void Map(IEndpointRouteBuilder api)
    {
        var absence = api.MapGroup("/absences/{id:guid}").WithTags("Portfolios");

        absence.MapGet("/briefing", BriefAsync).Produces<BriefingView>(StatusCodes.Status200OK, "application/json", Pdf);

        absence.MapPost("/briefing/receipt", async (ConfirmBriefing confirm, Guid id, string? shown, IfMatch match, HttpContext http) =>
            (await confirm.ExecuteAsync(new(id), match.Version, shown, http.RequestAborted)).Answer(http, b => b.Version)).NeedsIfMatch();

        absence.MapGet("/handback", async (ReadHandback read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, h => h.Version));

        absence.MapPost("/handback/marks", async (MarkHandback mark, Guid id, MarkHandback.Form form, IfMatch match, HttpContext http) =>
            (await mark.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http)).NeedsIfMatch();

        absence.MapPost("/handback/notes", async (AddCoverNote add, Guid id, AddCoverNote.Form form, IfMatch match, HttpContext http) =>
            (await add.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http)).NeedsIfMatch();
    }

    // A link in a page cannot say what it accepts, and names the format instead.
    private static async Task<IResult> BriefAsync(ReadBriefing read, PrintBriefing print, Guid id, Guid? memberId, string? format, HttpContext http)
    {
        MemberId? standIn = memberId is { } member ? new(member) : null;

        if (format != "pdf" && !WantsPaper(http.Request))
        {
            return (await read.ExecuteAsync(new(id), standIn, http.RequestAborted)).Answer(http, b => b.Version);
        }

        var printed = await print.ExecuteAsync(new(id), standIn, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, http.RequestAborted);

        return printed.IsOk ? TypedResults.File(printed.Value.Content, Pdf, printed.Value.FileName) : Problems.For(printed.Refusal, http);
    }

    private static bool WantsPaper(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var list) && list.MaxBy(each => each.Quality ?? 1)?.MediaType.Value is Pdf;
}
