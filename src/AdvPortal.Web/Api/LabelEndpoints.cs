using AdvPortal.Application.Orders;
using AdvPortal.Application.Outbox;
using AdvPortal.Exchange.Labels;

namespace AdvPortal.Web.Api;

/// <summary>Labels for parcels, as a PDF ready to be printed.</summary>
internal sealed class LabelEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/orders/{id:guid}/labels", async (ReadLabels read, Guid id, HttpContext http, string? lineNo, string sheet = "A6", int parcels = 1) =>
        {
            if (!Enum.TryParse<LabelSheet>(sheet, ignoreCase: true, out var paper) || !Enum.IsDefined(paper))
            {
                return Problems.For(StatusCodes.Status400BadRequest, http);
            }

            var labels = await read.ExecuteAsync(new(id), parcels, lineNo, http.RequestAborted);

            return labels.IsOk
                ? TypedResults.File(ParcelLabels.Write(labels.Value.Labels, paper), "application/pdf", $"{labels.Value.Number}-{paper}.pdf")
                : Problems.For(labels.Refusal, http);
        }).WithTags("Orders").Produces<Stream>(StatusCodes.Status200OK, "application/pdf");
}

/// <summary>The files of mails that stay on this machine, in Development.</summary>
internal sealed class MailboxEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/mailbox/{id:guid}/attachments/{index:int}", async (ReadMailAttachment read, Guid id, int index, HttpContext http) =>
            await read.ExecuteAsync(new(id), index, http.RequestAborted) is { IsOk: true } file
                ? TypedResults.File(file.Value!.Bytes, file.Value.ContentType, file.Value.Name)
                : Problems.For(StatusCodes.Status404NotFound, http)).ExcludeFromDescription();
}
