using System.Globalization;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Labels;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Orders;

/// <summary>What is printed for an order: its lines, each in as many parcels or pallets, each with the labels that are wanted on it.</summary>
internal sealed record LabelWork(Order Order, IReadOnlyList<OrderLine> Lines, Client Client, ReadLabels.Sender Sender, IReadOnlyDictionary<ProductId, string> Gtins, IReadOnlyList<LabelWork.Plan> Plans, int Parcels)
{
    /// <summary>The findings that want labels, parcels before pallets; of two that want the same, that of the labelling step.</summary>
    public static IEnumerable<Finding> Wanted(Order order) =>
        order.Findings
            .Where(f => f.Step is (Moments.None or Moments.Labelling) && f.State is not FindingState.Waived && f.After?.Labels is not null)
            .OrderBy(f => f.After!.Labels!.Per).ThenBy(f => f.After!.Labels!.Symbology).ThenByDescending(f => f.Step)
            .DistinctBy(f => (f.After!.Labels!.Per, f.After.Labels.Symbology));

    /// <summary>What is wanted on the units of one kind; a QR code where nothing is. A rule is taken as it was worded when it was found on the order.</summary>
    public static async Task<IReadOnlyList<Plan>> PlansAsync(AdvDbContext db, Order order, LogisticUnit? per, CancellationToken ct)
    {
        var wanted = Wanted(order).ToList();
        var unit = per ?? wanted.FirstOrDefault()?.After!.Labels!.Per ?? LogisticUnit.Parcel;
        var chosen = wanted.Where(f => f.After!.Labels!.Per == unit).ToList();
        var ids = chosen.Select(f => f.RequirementId).OfType<RequirementId>().ToList();
        var requirements = ids.Count == 0 ? [] : await db.Requirements.AsNoTracking().Include(r => r.Revisions).Where(r => ids.Contains(r.Id)).ToListAsync(ct);

        return PlansOf(chosen, unit, requirements);
    }

    /// <summary>The same with requirements that were read already.</summary>
    public static IReadOnlyList<Plan> PlansOf(Order order, LogisticUnit unit, IReadOnlyList<Requirement> requirements) => PlansOf([.. Wanted(order).Where(f => f.After!.Labels!.Per == unit)], unit, requirements);

    private static List<Plan> PlansOf(List<Finding> chosen, LogisticUnit unit, IReadOnlyList<Requirement> requirements)
    {
        List<Plan> plans =
        [
            .. from finding in chosen
               let revisions = requirements.FirstOrDefault(r => r.Id == finding.RequirementId)?.Revisions
               select new Plan(revisions?.FirstOrDefault(r => r.Revision == finding.RequirementRevision)?.Rule as Labelling ?? new() { Symbology = finding.After!.Labels!.Symbology, Per = unit }, finding.After!.Labels!.Copies),
        ];

        return plans.Count > 0 ? plans : [new(new() { Symbology = Symbology.Qr, Per = unit }, 1)];
    }

    public long Count => (long)Parcels * Lines.Count * Plans.Sum(plan => plan.Copies);

    /// <summary>The units that have to be numbered.</summary>
    public IEnumerable<Unit> Units() =>
        from plan in Plans.Where(plan => LabelPayload.NeedsSscc(plan.Rule)).Take(1)
        from line in Lines
        from place in Enumerable.Range(1, Parcels)
        select Unit.Of(line, plan.Rule.Unit, place);

    /// <summary>Unit by unit, so that all labels of one stay together.</summary>
    public IEnumerable<ParcelLabel> Print(IReadOnlyDictionary<Unit, string> numbers) =>
        from line in Lines.Index()
        from place in Enumerable.Range(1, Parcels)
        from plan in Plans
        from label in Enumerable.Repeat(Label(line.Item, plan.Rule, (line.Index * Parcels) + place, Share(line.Item.Quantity, Parcels, place - 1), numbers.GetValueOrDefault(Unit.Of(line.Item, plan.Rule.Unit, place))), plan.Copies)
        select label;

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

    internal ParcelLabel Label(OrderLine line, Labelling rule, int parcel, decimal quantity, string? sscc)
    {
        var site = Client.Sites.FirstOrDefault(s => s.Id == Order.SiteId);
        var reference = Order.CustomerReference ?? Order.Number;
        var code = Code(line);
        var gtin = line.ProductId is { } product ? Gtins.GetValueOrDefault(product) : null;

        return new()
        {
            Sender = Sender.Name,
            ShipTo = site is null ? new(Client.Name) : new($"{Client.Name}, {site.Name}") { Gln = site.Gln, Address = AcknowledgementBasis.Address(site.Address) },
            CustomerReference = reference,
            OrderNumber = Order.Number,
            BuyerCode = code,
            Description = line.Description,
            Quantity = quantity,
            Unit = line.Unit,
            Per = rule.Unit,
            Symbology = rule.Symbology ?? Symbology.Qr,
            Parcel = parcel,
            Parcels = Lines.Count * Parcels,
            Language = Client.Language,
            Payload = LabelPayload.Write(rule, Value, gtin),
            Elements = LabelPayload.Elements(rule, Value, gtin),
        };

        string? Value(LabelField field) => field switch
        {
            LabelField.OrderReference => reference,
            LabelField.BuyerCode => code,
            LabelField.SupplierCode => line.ProductCode,
            LabelField.Quantity => quantity.ToString("0.####", CultureInfo.InvariantCulture),
            LabelField.Sscc => sscc,
            _ => null,
        };
    }

    /// <summary>A rule may show the client's code on labels alone, or everywhere but there; what was found at the labelling step comes last and counts first.</summary>
    private string Code(OrderLine line) =>
        Order.Findings
            .Where(f => f.Kind == ProductCode.KindName && f.LineNo == line.LineNo && f.Step is (Moments.None or Moments.Labelling) && f.State is (FindingState.Applied or FindingState.Accepted) && f.After!.Documents.Cover(Documents.Label))
            .OrderByDescending(f => f.Step).Select(f => f.After!.BuyerCode).FirstOrDefault() ?? line.SentBuyerCode ?? line.ProductCode ?? "";

    /// <summary>One kind of label on each unit.</summary>
    internal sealed record Plan(Labelling Rule, int Copies);

    /// <param name="Place">Which of the line's, from 1.</param>
    internal sealed record Unit(Guid LineId, string ProductCode, LogisticUnit Per, int Place)
    {
        public static Unit Of(OrderLine line, LogisticUnit per, int place) => new(line.Id, line.ProductCode ?? "", per, place);

        public static Unit Of(NumberedUnit numbered) => new(numbered.LineId, numbered.ProductCode, numbered.Per, numbered.Place);
    }
}
