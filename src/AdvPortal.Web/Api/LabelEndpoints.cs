using AdvPortal.Application.Orders;
using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Labels;

namespace AdvPortal.Web.Api;

/// <summary>Labels for parcels and pallets, as a PDF ready to be printed.</summary>
internal sealed class LabelEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/orders/{id:guid}/labels", async (ReadLabels read, Guid id, HttpContext http, string? lineNo, string? per, string sheet = "A6", int parcels = 1) =>
        {
            LogisticUnit? unit = null;

            if (!Enum.TryParse<LabelSheet>(sheet, ignoreCase: true, out var paper) || !Enum.IsDefined(paper) || (per is not null && !Parse(per, out unit)))
            {
                return Problems.For(StatusCodes.Status400BadRequest, http);
            }

            var labels = await read.ExecuteAsync(new(id), parcels, lineNo, unit, http.RequestAborted);

            return labels.IsOk
                ? TypedResults.File(ParcelLabels.Write(labels.Value.Labels, paper), "application/pdf", $"{labels.Value.Number}-{paper}.pdf")
                : Problems.For(labels.Refusal, http);
        }).WithTags("Orders").Produces<Stream>(StatusCodes.Status200OK, "application/pdf");

    private static bool Parse(string per, out LogisticUnit? unit)
    {
        unit = Enum.TryParse<LogisticUnit>(per, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;

        return unit is not null;
    }
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
