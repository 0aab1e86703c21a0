using AdvPortal.Application.Orders;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Deliveries;

/// <summary>The goods of a delivery are put together, in parcels and on pallets that are numbered here, or were by the warehouse.</summary>
[UseCase]
public sealed class PackDelivery(ActOnDelivery act, IValidator<PackDelivery.Form> validator)
{
    public Task<Result<DeliveryView>> ExecuteAsync(DeliveryId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, delivery, basis) =>
            {
                if (await validator.RefuseAsync(form, ct) is { } invalid)
                {
                    return invalid;
                }

                var units = await NumberAsync(db, UnitsOf(delivery, form), basis, ct);

                return units.IsOk ? delivery.Pack(units.Value, basis.Orders) : units.Refusal;
            },
            ct, Moments.Planning, Moments.Packing, Moments.Labelling);

    // Where only their count is known, what is in which is known when there is but one, or one line: pieces are not cut.
    private static List<UnitDraft> UnitsOf(Delivery delivery, Form form)
    {
        if (form.Units.Count > 0)
        {
            return form.Units.ConvertAll(unit => new UnitDraft(unit.Kind, string.IsNullOrWhiteSpace(unit.Sscc) ? null : unit.Sscc.Trim(), unit.Contents, unit.WeightKg, unit.On));
        }

        var count = form.Pallets + form.Parcels;

        return
        [
            .. from place in Enumerable.Range(0, count)
               let kind = place < form.Pallets ? LogisticUnit.Pallet : LogisticUnit.Parcel
               select new UnitDraft(kind, null, count == 1
                   ? [.. delivery.Lines.Select(line => new UnitContent(line.Id, line.Quantity))]
                   : delivery.Lines is [var only] && LabelWork.Share(only.Quantity, count, place) is > 0 and var share ? [new(only.Id, share)] : []),
        ];
    }

    private static async Task<Result<List<UnitDraft>>> NumberAsync(AdvDbContext db, List<UnitDraft> units, DeliveryBasis basis, CancellationToken ct)
    {
        var missing = units.Count(unit => unit.Sscc is null);

        if (basis.Settings.CompanyPrefix is not { } prefix)
        {
            return missing > 0 && basis.Orders.Any(order => LabelWork.Wanted(order).Any(label => label.After!.Labels!.Symbology is Symbology.Gs1128)) ? new CompanyPrefixMissing() : units;
        }

        // A number of our own range that we have yet to give would be given twice.
        if (units.Find(unit => unit.Sscc is { Length: Sscc.Length } told && told[1..].StartsWith(prefix, StringComparison.Ordinal)) is { Sscc: { } ours })
        {
            return new SsccOfOurRange(ours);
        }

        if (missing == 0)
        {
            return units;
        }

        var next = await db.NextNumbersAsync("sscc", missing, ct);

        return next + missing > Sscc.Capacity(prefix) ? new SsccsExhausted(prefix) : units.ConvertAll(unit => unit.Sscc is null ? unit with { Sscc = Sscc.Of(prefix, next++) } : unit);
    }

    public sealed class Form
    {
        /// <summary>How many parcels, where <see cref="Units"/> do not say more.</summary>
        public int Parcels { get; set; }

        public int Pallets { get; set; }

        /// <summary>Each pallet before what stands on it.</summary>
        public List<Unit> Units { get; set; } = [];
    }

    public sealed class Unit
    {
        public LogisticUnit Kind { get; set; }

        /// <summary>As the warehouse or the carrier numbered it; null to be numbered here.</summary>
        public string? Sscc { get; set; }

        /// <summary>Kilograms, packaging included.</summary>
        public decimal? WeightKg { get; set; }

        /// <summary>The place, from 1, of the pallet that it stands on.</summary>
        public int? On { get; set; }

        /// <summary>By the delivery lines' ids.</summary>
        public List<UnitContent> Contents { get; set; } = [];
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Parcels).InclusiveBetween(0, Delivery.MostUnits).WithMessage("Delivery.UnitsOutOfRange");
            RuleFor(f => f.Pallets).InclusiveBetween(0, Delivery.MostUnits).WithMessage("Delivery.UnitsOutOfRange");
            RuleForEach(f => f.Units).ChildRules(unit =>
            {
                unit.RuleFor(u => u.WeightKg).InclusiveBetween(0.001m, Packaging.WeightMaxKg).When(u => u.WeightKg is not null).WithMessage("Delivery.WeightOutOfRange");
                unit.RuleForEach(u => u.Contents).ChildRules(content => content.RuleFor(c => c.Quantity).InclusiveBetween(0, LineAmounts.MostQuantity).WithMessage("QuantityOutOfRange"));
            });
        }
    }
}

/// <summary>Unpacks a delivery, to change it or to pack it otherwise; what is packed anew is numbered anew.</summary>
[UseCase]
public sealed class UnpackDelivery(ActOnDelivery act)
{
    public Task<Result<DeliveryView>> ExecuteAsync(DeliveryId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, (delivery, _) => delivery.Unpack(), ct);
}
