using System.Globalization;
using System.Text.Json;
using AdvPortal.Application.Deliveries;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Exchange.Deliveries;
using AdvPortal.Exchange.Labels;
using Microsoft.Extensions.Localization;
using StatusCodes = Microsoft.AspNetCore.Http.StatusCodes;

namespace AdvPortal.Web.Api;

/// <summary>Deliveries: planned, packed, sent, taken or refused; and what proves it.</summary>
internal sealed class DeliveryEndpoints : IMapEndpoints
{
    private static readonly Dictionary<string, LabelPaper> _papers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["a6"] = LabelPaper.A6,
        ["a4"] = LabelPaper.A4OfFour,
        ["roll100x150"] = LabelPaper.Roll100X150,
        ["roll100x50"] = LabelPaper.Roll100X50,
        ["roll4x6"] = LabelPaper.Roll4X6,
    };

    public static void Map(IEndpointRouteBuilder api)
    {
        var deliveries = api.MapGroup("/deliveries").WithTags("Deliveries");

        deliveries.MapGet("/", async (ListDeliveries list, HttpContext http, string? status, Guid? clientId, Guid? orderId, DateOnly? from, DateOnly? until, string? number, string? tracking, string? cursor, int limit = 25) =>
            limit is < 1 or > 200 || !QueryName.Fits<DeliveryStatus>(status, out var standing)
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await list.ExecuteAsync(
                    new(standing, clientId is { } c ? new(c) : null, orderId is { } o ? new(o) : null, from, until, number, tracking, cursor, limit), http.RequestAborted)).Answer(http));

        deliveries.MapPost("/", async (PlanDelivery plan, PlanDelivery.Form form, HttpContext http) =>
            (await plan.ExecuteAsync(form, http.RequestAborted)).AnswerCreated(http, d => $"deliveries/{d.Id.Value}", d => d.Version));

        // The week of a day, with what is still to plan and the days that will not do.
        api.MapGet("/delivery-board", async (ReadDeliveryBoard read, HttpContext http, DateOnly? week, Guid? owner) =>
            (await read.ExecuteAsync(new(week, owner is { } o ? new(o) : null), http.RequestAborted)).Answer(http)).WithTags("Deliveries");

        deliveries.MapGet("/{id:guid}", async (ReadDelivery read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, d => d.Version));

        // Its lines are replaced as a whole; a new day of arrival brings its own day of departure unless one is named.
        deliveries.MapPatch("/{id:guid}", async (ChangeDelivery change, MergePatch merge, Guid id, JsonElement patch, IfMatch match, HttpContext http) =>
            (await change.ExecuteAsync(new(id), form => merge.Apply(form, patch), match.Version, http.RequestAborted)).Answer(http, d => d.Version)).NeedsIfMatch();

        deliveries.MapPost("/{id:guid}/packing", async (PackDelivery pack, Guid id, PackDelivery.Form form, IfMatch match, HttpContext http) =>
            (await pack.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, d => d.Version)).NeedsIfMatch();

        deliveries.MapPost("/{id:guid}/unpacking", async (UnpackDelivery unpack, Guid id, IfMatch match, HttpContext http) =>
            (await unpack.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, d => d.Version)).NeedsIfMatch();

        deliveries.MapPost("/{id:guid}/shipment", async (ShipDelivery ship, Guid id, ShipDelivery.Form form, IfMatch match, HttpContext http) =>
            (await ship.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, d => d.Version)).NeedsIfMatch();

        deliveries.MapPost("/{id:guid}/delivery", async (DeliverDelivery deliver, Guid id, DeliverDelivery.Form form, IfMatch match, HttpContext http) =>
            (await deliver.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, d => d.Version)).NeedsIfMatch();

        deliveries.MapPost("/{id:guid}/refusal", async (RefuseDelivery refuse, Guid id, RefuseDelivery.Form form, IfMatch match, HttpContext http) =>
            (await refuse.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, d => d.Version)).NeedsIfMatch();

        deliveries.MapPost("/{id:guid}/void", async (VoidDelivery end, Guid id, VoidDelivery.Form form, IfMatch match, HttpContext http) =>
            (await end.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, d => d.Version)).NeedsIfMatch();

        // The raw file: a PDF or a photo.
        deliveries.MapPost("/{id:guid}/proof", ProveAsync).NeedsIfMatch()
            .Produces<DeliveryView>().ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

        // Never shown in the portal's own name: a file of somebody else's is downloaded, not rendered.
        deliveries.MapGet("/{id:guid}/proof/{fileId:guid}", async (ReadProof read, Guid id, Guid fileId, HttpContext http) =>
            await read.ExecuteAsync(new(id), new(fileId), http.RequestAborted) is var file && file.IsOk
                ? TypedResults.File(file.Value.Bytes, file.Value.ContentType, file.Value.Name)
                : Problems.For(file.Refusal!, http)).ExcludeFromDescription();

        deliveries.MapGet("/{id:guid}/delivery-note", NoteAsync)
            .Produces<DespatchAdvice>(StatusCodes.Status200OK, "application/json", "application/pdf", "application/xml", "application/edifact").ProducesProblem(StatusCodes.Status406NotAcceptable);

        deliveries.MapGet("/{id:guid}/picking-list", async (ReadPickingList read, IStringLocalizer<Texts> text, Guid id, HttpContext http) =>
            await read.ExecuteAsync(new(id), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, message => text.Say(message), http.RequestAborted) is var list && list.IsOk
                ? TypedResults.File(PickingListPdf.Write(list.Value), "application/pdf", $"{list.Value.Number}-{text["Delivery.PickingList"].Value}.pdf")
                : Problems.For(list.Refusal!, http)).Produces<Stream>(StatusCodes.Status200OK, "application/pdf");

        // ?paper= a6, a4, roll100x150, roll100x50, roll4x6; ?format=zpl for thermal printers.
        // ?template=client for the client's own labels, such as its QR code, on A6 or A4.
        deliveries.MapGet("/{id:guid}/labels", LabelsAsync).Produces<Stream>(StatusCodes.Status200OK, "application/pdf", "text/plain");
    }

    private static async Task<IResult> ProveAsync(ProveDelivery prove, Guid id, IfMatch match, HttpContext http) =>
        await FileBody.ReadAsync(http, ProveDelivery.MostBytes) is var (bytes, name)
            ? (await prove.ExecuteAsync(new(id), bytes, name, match.Version, http.RequestAborted)).Answer(http, d => d.Version)
            : Problems.For(StatusCodes.Status413PayloadTooLarge, http);

    private static async Task<IResult> NoteAsync(ReadDespatchAdvice read, Guid id, HttpContext http, string? format = null) =>
        (await read.ExecuteAsync(new(id), http.RequestAborted)).AnswerPaper(
            http, format, advice => new(advice.Number, () => DeliveryNotePdf.Write(advice), () => UblDespatchAdvice.Write(advice), () => EdifactDesadv.Write(advice)));

    private static async Task<IResult> LabelsAsync(ReadDespatchAdvice read, ReadClientLabels theirs, Guid id, HttpContext http, string paper = "a6", string format = "pdf", string template = "logistic")
    {
        if (!_papers.TryGetValue(paper, out var printed) || format is not ("pdf" or "zpl") || template is not ("logistic" or "client"))
        {
            return Problems.For(StatusCodes.Status400BadRequest, http);
        }

        if (template == "client")
        {
            return await theirs.ExecuteAsync(new(id), http.RequestAborted) is var run && !run.IsOk ? Problems.For(run.Refusal, http) : Print(run.Value.Labels, run.Value.Number);
        }

        var result = await read.ExecuteAsync(new(id), http.RequestAborted);

        if (!result.IsOk || result.Value.Units.Count == 0)
        {
            return Problems.For(result.Refusal ?? new NoUnitsToLabel(), http);
        }

        return Print(DeliveryLabels.Of(result.Value, printed), result.Value.Number);

        IResult Print(IReadOnlyList<ParcelLabel> labels, string number) =>
            labels.Select(label => ParcelLabels.Check(label, printed)).FirstOrDefault(refusal => refusal is not null) is { } impossible ? Problems.For(impossible, http)
            : format == "zpl" ? TypedResults.Text(ZplLabels.Write(labels, printed), "text/plain")
            : TypedResults.File(ParcelLabels.Write(labels, printed), "application/pdf", $"{number}-{paper}.pdf");
    }
}
