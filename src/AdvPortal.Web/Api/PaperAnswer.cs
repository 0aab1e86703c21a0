using Microsoft.Net.Http.Headers;
using StatusCodes = Microsoft.AspNetCore.Http.StatusCodes;

namespace AdvPortal.Web.Api;

/// <summary>A document of ours in whichever of its forms the caller reads: paper, UBL, EDIFACT or JSON.</summary>
/// <param name="Name">Of its file, without the ending.</param>
internal sealed record Paper(string Name, Func<byte[]> Pdf, Func<byte[]> Xml, Func<byte[]> Edifact);

internal static class PaperAnswer
{
    /// <param name="found">What is told.</param>
    /// <param name="http">Says what is accepted; whoever accepts anything, or says nothing, gets paper.</param>
    /// <param name="format">pdf, xml, edifact or json: a link in a page cannot say what it accepts, and names the format instead.</param>
    /// <param name="write">Writes it.</param>
    public static IResult AnswerPaper<T>(this Result<T> found, HttpContext http, string? format, Func<T, Paper> write) where T : notnull
    {
        if (!found.IsOk)
        {
            return Problems.For(found.Refusal, http);
        }

        var (paper, accepted) = (write(found.Value), format is null ? Accepted(http.Request) : [$"application/{format}"]);

        foreach (var form in accepted)
        {
            switch (form)
            {
                // A browser that follows a link says text/html first; it would get XML otherwise.
                case "application/pdf" or "text/html" or "*/*":
                    return TypedResults.File(paper.Pdf(), "application/pdf", $"{paper.Name}.pdf");
                case "application/xml":
                    return TypedResults.File(paper.Xml(), "application/xml", $"{paper.Name}.xml");
                case "application/edifact":
                    return TypedResults.File(paper.Edifact(), "application/edifact", $"{paper.Name}.edi");
                case "application/json":
                    return TypedResults.Ok(found.Value);
            }
        }

        return Problems.For(StatusCodes.Status406NotAcceptable, http);
    }

    private static List<string?> Accepted(HttpRequest request) =>
        request.Headers.Accept.Count == 0 ? ["*/*"]
        : MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var list) ? [.. list.OrderByDescending(each => each.Quality ?? 1).Select(each => each.MediaType.Value)]
        : [];
}
