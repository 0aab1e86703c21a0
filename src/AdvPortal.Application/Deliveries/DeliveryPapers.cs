using AdvPortal.Application.Clients;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Deliveries;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Deliveries;

/// <summary>The delivery as the client reads it, with the goods or ahead of them: in the client's codes and language.</summary>
[UseCase]
public sealed class ReadDespatchAdvice(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<DespatchAdvice>> ExecuteAsync(DeliveryId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<DespatchAdvice>(this, Permission.ReadOrders, async db =>
        {
            var papers = await DeliveryPapers.ReadAsync(db, clock, id, ct);

            return papers.IsOk ? papers.Value.Describe() : papers.Refusal;
        }, ct);
}

/// <summary>What the warehouse takes from the shelves for a delivery, in our codes, with what the client wants done with it.</summary>
[UseCase]
public sealed class ReadPickingList(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="id">The delivery.</param>
    /// <param name="language">ISO 639-1, of whoever prints it.</param>
    /// <param name="say">Words what a requirement asks for, in that language.</param>
    /// <param name="ct">Stops reading.</param>
    public Task<Result<PickingList>> ExecuteAsync(DeliveryId id, string language, Func<Message, string> say, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<PickingList>(this, Permission.ReadOrders, async db =>
        {
            var papers = await DeliveryPapers.ReadAsync(db, clock, id, ct);

            return papers.IsOk ? papers.Value.Pick(language, say) : papers.Refusal;
        }, ct);
}

/// <summary>All that the papers of one delivery need to know, read once.</summary>
internal sealed record DeliveryPapers(
    Delivery Delivery, DeliveryBasis Basis, Client Client, IReadOnlyDictionary<ProductId, string> Gtins, IReadOnlyDictionary<ProductId, string> BuyerCodes, DateTimeOffset Now, DateTimeOffset IssuedAt)
{
    public static async Task<Result<DeliveryPapers>> ReadAsync(AdvDbContext db, TenantClock clock, DeliveryId id, CancellationToken ct)
    {
        if (await DeliveryBasis.FindAsync(db, id, ct) is not { } delivery)
        {
            return new NoSuchDelivery();
        }

        if (delivery.Status is DeliveryStatus.Cancelled)
        {
            return new DeliveryIsVoid();
        }

        var basis = await DeliveryBasis.ReadAsync(db, clock, [.. delivery.Lines.Select(line => line.OrderId).Distinct()], id, ct);
        var products = basis.Orders.SelectMany(order => order.Lines).Select(line => line.ProductId).OfType<ProductId>().Distinct().ToList();
        var visit = new Visit(db);
        var client = visit.AskClient(db, delivery.ClientId);
        var gtins = visit.Ask(db.Products.Where(p => products.Contains(p.Id) && p.Gtin != null).Select(p => new { p.Id, p.Gtin }));
        var codes = visit.Ask(db.BuyerCodes.Where(c => c.ClientId == delivery.ClientId && products.Contains(c.ProductId)).Select(c => new { c.ProductId, c.Code }));
        await visit.GoAsync(ct);

        return new DeliveryPapers(
            delivery, basis, client.Rows[0], gtins.Rows.ToDictionary(p => p.Id, p => p.Gtin!), codes.Rows.GroupBy(c => c.ProductId).ToDictionary(c => c.Key, c => c.First().Code),
            clock.Local(clock.Now), clock.Local(delivery.ShippedAt ?? clock.Now));
    }

    public DespatchAdvice Describe() => new()
    {
        Number = Delivery.Number,
        IssuedAt = IssuedAt,
        ShipOn = Delivery.ShipOn,
        ArriveOn = Delivery.ArriveOn,
        Language = Client.Language,
        Supplier = Supplier,
        Buyer = new(Client.Name) { Gln = Client.Gln, VatId = Client.VatId, Siren = Client.Siren },
        ShipTo = ShipTo,
        Carrier = Delivery.Carrier,
        TrackingNumber = Delivery.TrackingNumber,
        TrackingLink = Delivery.TrackingLink,
        Lines = [.. Lines().Select(each => Describe(each.Line, each.Order, each.Ordered, each.Position))],
        Units = [.. Units()],
    };

    public PickingList Pick(string language, Func<Message, string> say) => new()
    {
        Number = Delivery.Number,
        PrintedAt = Now,
        Language = language,
        Supplier = Supplier,
        ShipTo = ShipTo ?? new(Client.Name),
        ShipOn = Delivery.ShipOn,
        ReadyBy = Basis.Settings.DepartureAt,
        DeliverBy = Delivery.ArriveOn,
        Carrier = Delivery.Carrier,
        Lines =
        [
            .. from each in Lines()
               let code = Code(each.Order, each.Ordered, Documents.Label)
               select new PickingLine
               {
                   SupplierCode = each.Ordered.ProductCode ?? code ?? "",
                   BuyerCode = code == each.Ordered.ProductCode ? null : code,
                   Description = each.Ordered.Description,
                   Quantity = each.Line.Quantity,
                   Unit = each.Ordered.Unit,
                   OrderNumber = each.Order.Number,
                   OrderLineNo = each.Ordered.LineNo,
               },
        ],
        Instructions = [.. Instructions(say)],
    };

    private AcknowledgementParty Supplier => new(Basis.Settings.LegalName)
    {
        Gln = Basis.Settings.Gln,
        VatId = Basis.Settings.VatId,
        Siren = Basis.Settings.Siren,
        Address = AcknowledgementBasis.Address(Basis.Settings.Address),
    };

    private AcknowledgementParty? ShipTo => Client.Sites.FirstOrDefault(site => site.Id == Delivery.SiteId) is { } to ? new(to.Name) { Gln = to.Gln, Address = AcknowledgementBasis.Address(to.Address) } : null;

    // A line that its order lost since then is not brought.
    private IEnumerable<(DeliveryLine Line, Order Order, OrderLine Ordered, int Position)> Lines()
    {
        var position = 0;

        foreach (var line in Delivery.Lines.OrderBy(line => line.Position))
        {
            if (Basis.Orders.First(order => order.Id == line.OrderId) is var order && order.Lines.FirstOrDefault(each => each.Id == line.LineId) is { } ordered)
            {
                yield return (line, order, ordered, ++position);
            }
        }
    }

    private DespatchLine Describe(DeliveryLine line, Order order, OrderLine ordered, int position)
    {
        var policy = TermsOfDelivery.Of(order, Basis.RulesOf(order), Delivery.ArriveOn, Basis.Tolerance).BackOrder ?? BackOrderPolicy.Keep;

        return new()
        {
            Position = position,
            Order = new(order.CustomerReference ?? order.Number, order.Number),
            OrderLineNo = ordered.LineNo,
            BuyerCode = Code(order, ordered, Documents.DeliveryNote),
            SupplierCode = ordered.ProductCode,
            Gtin = ordered.ProductId is { } product ? Gtins.GetValueOrDefault(product) : null,
            Description = ordered.Description,
            Quantity = line.Quantity,
            Unit = ordered.Unit,
            OrderedQuantity = ordered.Quantity,
            OutstandingQuantity = line.ClosedQuantity > 0 ? line.ClosedQuantity : Delivery.Status.HoldsGoods() ? decimal.Max(0, ordered.OutstandingQuantity - line.Quantity) : ordered.OutstandingQuantity,
            BackOrder = line.ClosedQuantity > 0 ? BackOrderPolicy.Cancel : policy,
        };
    }

    // A rule may show the client's code on some documents alone; what was found at a later step counts first.
    private string? Code(Order order, OrderLine line, Documents document) =>
        order.Findings
            .Where(f => f.Kind == Domain.Requirements.ProductCode.KindName && f.LineNo == line.LineNo && f.State is (FindingState.Applied or FindingState.Accepted) && f.After!.Documents.Cover(document))
            .OrderByDescending(f => f.Step).Select(f => f.After!.BuyerCode).FirstOrDefault()
        ?? line.SentBuyerCode ?? (line.ProductId is { } product ? BuyerCodes.GetValueOrDefault(product) : null);

    private IEnumerable<DespatchUnit> Units()
    {
        var units = Delivery.Units.Where(unit => !unit.IsVoid).OrderBy(unit => unit.Position).ToList();
        var (numbers, positions) = (units.ToDictionary(unit => unit.Id, Number), Lines().ToDictionary(each => each.Line.Id, each => each.Position));

        return units.Where(unit => unit.OnUnitId is null).SelectMany(unit => units.Where(on => on.OnUnitId == unit.Id).Prepend(unit)).Select(unit => new DespatchUnit
        {
            Number = numbers[unit.Id],
            Kind = unit.Kind,
            WeightKg = unit.WeightKg,
            On = unit.OnUnitId is { } pallet ? numbers[pallet] : null,
            Contents = [.. unit.Contents.Where(each => positions.ContainsKey(each.LineId)).Select(each => new PackedLine(positions[each.LineId], each.Quantity))],
        });
    }

    // Where we have no GS1 range, a parcel is named by its place.
    private string Number(DeliveryUnit unit) => unit.Sscc ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Delivery.Number}-{unit.Position}");

    private IEnumerable<PickingInstruction> Instructions(Func<Message, string> say) =>
        Basis.Orders.SelectMany(order => order.Findings)
            .Where(f => f.State is not FindingState.Waived && (f.Step is Moments.Packing or Moments.Labelling || f.After?.Labels is not null || f.After?.Pallets is not null))
            .Select(f => new PickingInstruction(f.Step is Moments.Labelling || f.After?.Labels is not null ? PickingMoment.Labelling : PickingMoment.Packing, say(f.Explanation), f.Sentence))
            .Distinct();
}
