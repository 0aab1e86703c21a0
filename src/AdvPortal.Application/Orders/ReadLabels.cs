using System.Globalization;
using System.Text;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Labels;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Orders;

/// <summary>The labels for the parcels of an order: as the client requires them, and as is usual where nothing is required.</summary>
[UseCase]
public sealed class ReadLabels(UnitOfWork unitOfWork)
{
    public const int MostLabels = 500;

    /// <param name="id">The order.</param>
    /// <param name="parcels">How many each line is packed in.</param>
    /// <param name="lineNo">Only this line; null for all of them.</param>
    /// <param name="ct">Stops reading.</param>
    public Task<Result<LabelRun>> ExecuteAsync(OrderId id, int parcels = 1, string? lineNo = null, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<LabelRun>(this, Permission.ReadOrders, async db =>
        {
            if (await ReadOrder.FindAsync(db, id, ct) is not { } order)
            {
                return new NoSuchOrder();
            }

            var lines = order.Lines.Where(line => lineNo is null || line.LineNo == lineNo).OrderBy(line => line.Position).ToList();

            if (lines.Count == 0)
            {
                return new NoSuchLine(lineNo ?? "");
            }

            var wanted = order.Findings.Where(f => f.State is not FindingState.Waived && f.After?.Labels is not null).OrderBy(f => f.After!.Labels!.Symbology).FirstOrDefault();
            var copies = wanted?.After?.Labels?.Copies ?? 1;

            if (parcels < 1 || (long)parcels * lines.Count * copies > MostLabels)
            {
                return new LabelsOutOfRange(MostLabels);
            }

            var client = await db.Clients.IgnoreQueryFilters([Filters.Archived]).Include(c => c.Sites).SingleAsync(c => c.Id == order.ClientId, ct);
            var sender = await db.TenantSettings.Select(s => s.LegalName).SingleAsync(ct);
            var rule = await RuleAsync(db, wanted, ct);
            var labels = lines.SelectMany((line, index) => Enumerable.Range(0, parcels).SelectMany(parcel =>
                Enumerable.Repeat(Label(order, line, rule, client, sender, (index * parcels) + parcel + 1, lines.Count * parcels, Share(line.Quantity, parcels, parcel)), copies))).ToList();

            return labels.Exists(label => Encoding.UTF8.GetByteCount(label.Payload) > ParcelLabel.PayloadMaxBytes)
                ? new LabelPayloadTooLong(ParcelLabel.PayloadMaxBytes)
                : new LabelRun(order.Number, labels);
        }, ct);

    // Pieces are not cut: what does not divide goes into the first parcels. Metres and kilograms are divided.
    internal static decimal Share(decimal quantity, int parcels, int parcel)
    {
        if (quantity != decimal.Truncate(quantity))
        {
            var even = decimal.Round(quantity / parcels, 4, MidpointRounding.ToZero);

            return parcel == 0 ? quantity - (even * (parcels - 1)) : even;
        }

        return decimal.Floor(quantity / parcels) + (parcel < quantity % parcels ? 1 : 0);
    }

    private static async Task<Labelling?> RuleAsync(AdvDbContext db, Finding? wanted, CancellationToken ct) =>
        wanted is { RequirementId: { } id, RequirementRevision: { } number }
            && await db.Requirements.Include(r => r.Revisions).SingleOrDefaultAsync(r => r.Id == id, ct) is { } requirement
                ? requirement.Revisions.FirstOrDefault(r => r.Revision == number)?.Rule as Labelling
                : null;

    private static ParcelLabel Label(Order order, OrderLine line, Labelling? rule, Client client, string sender, int parcel, int parcels, decimal quantity)
    {
        var site = client.Sites.FirstOrDefault(s => s.Id == order.SiteId);
        var reference = order.CustomerReference ?? order.Number;
        var code = Code(order, line);

        return new()
        {
            Sender = sender,
            ShipTo = site is null ? new(client.Name) : new($"{client.Name}, {site.Name}") { Gln = site.Gln, Address = AcknowledgementBasis.Address(site.Address) },
            CustomerReference = reference,
            OrderNumber = order.Number,
            BuyerCode = code,
            Description = line.Description,
            Quantity = quantity,
            Unit = line.Unit,
            Parcel = parcel,
            Parcels = parcels,
            Language = client.Language,
            Payload = LabelPayload.Write(rule, field => field switch
            {
                LabelField.OrderReference => reference,
                LabelField.BuyerCode => code,
                LabelField.SupplierCode => line.ProductCode,
                LabelField.Quantity => quantity.ToString("0.####", CultureInfo.InvariantCulture),
                _ => null,
            }),
        };
    }

    /// <summary>A rule may show the client's code on labels alone, or everywhere but there.</summary>
    private static string Code(Order order, OrderLine line) =>
        order.Findings
            .Where(f => f.Kind == ProductCode.KindName && f.LineNo == line.LineNo && f.State is FindingState.Applied or FindingState.Accepted && f.After!.Documents.Cover(Documents.Label))
            .Select(f => f.After!.BuyerCode).FirstOrDefault() ?? line.SentBuyerCode ?? line.ProductCode ?? "";
}

/// <summary>Labels in the order in which they are printed, and the order they are for.</summary>
public sealed record LabelRun(string Number, IReadOnlyList<ParcelLabel> Labels);
