using System.Globalization;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Labels;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>The logistic labels of a delivery, one a unit (GS1 Logistic Label Guideline; General Specifications, section 6.6): its SSCC in bars, and above it as much of the rest as the paper has room for.</summary>
public static class DeliveryLabels
{
    private const int MostCount = 99_999_999;

    /// <summary>Labels in the sequence of the units. A unit without an SSCC bears a QR code of its number.</summary>
    /// <param name="advice">The delivery.</param>
    /// <param name="paper">What they are printed on: a small label bears the SSCC alone, which is all that GS1 makes mandatory (the guideline).</param>
    public static IReadOnlyList<ParcelLabel> Of(DespatchAdvice advice, LabelPaper paper)
    {
        var texts = DocumentTexts.In(advice.Language);

        return [.. advice.Units.Select((unit, index) => Fitting(advice, unit, Label(advice, unit, index + 1, texts), paper))];
    }

    private static ParcelLabel Fitting(DespatchAdvice advice, DespatchUnit unit, ParcelLabel label, LabelPaper paper) =>
        !Sscc.IsValid(unit.Number)
            ? label
            : Choices(advice, unit).Select(elements => Bars(label, elements))
                .Select(choice => Weighed(choice, unit, paper))
                .First(choice => choice.Elements!.Count == 1 || ParcelLabels.Check(choice, paper) is null);

    private static ParcelLabel Bars(ParcelLabel label, IReadOnlyList<ElementString> elements) => label with { Symbology = Symbology.Gs1128, Elements = elements, Payload = string.Concat(elements) };

    // The weight (330n) where it costs no line of bars: the eye needs the room more.
    private static ParcelLabel Weighed(ParcelLabel label, DespatchUnit unit, LabelPaper paper)
    {
        if (unit.WeightKg is not { } kilograms)
        {
            return label;
        }

        var weighed = Bars(label, [.. label.Elements!, .. Valid(new ElementString("3302", kilograms.ToString(CultureInfo.InvariantCulture)).Fitted())]);

        return LabelLayout.BarsOf(weighed, paper) is { } bars && bars.Count == LabelLayout.BarsOf(label, paper)?.Count ? weighed : label;
    }

    // From the richest to the SSCC alone: contents with their count (02, 37) and our code (240), the client's order (400).
    private static IEnumerable<IReadOnlyList<ElementString>> Choices(DespatchAdvice advice, DespatchUnit unit)
    {
        var sscc = new ElementString("00", unit.Number);
        var (contents, code) = Contents(advice, unit);
        List<ElementString> order = [.. Orders(advice, unit) is [var only] ? Valid(new("400", only.CustomerReference)) : []];

        yield return [sscc, .. contents, .. code, .. order];
        yield return [sscc, .. contents, .. order];
        yield return [sscc, .. order];
        yield return [sscc];
    }

    // A count is one of whole trade items, all the same: what else is inside, the despatch advice says.
    private static (IReadOnlyList<ElementString> Contents, IReadOnlyList<ElementString> Code) Contents(DespatchAdvice advice, DespatchUnit unit)
    {
        var packed = Inside(advice, unit);

        if (packed is not [{ Line.Gtin: { } gtin } only] || only.Quantity is <= 0 or > MostCount || only.Quantity != decimal.Truncate(only.Quantity) || UnitCodes.Recommendation20(only.Line.Unit) != "H87")
        {
            return ([], []);
        }

        List<ElementString> contents = [new ElementString("02", gtin).Fitted(), new("37", only.Quantity.ToString("0", CultureInfo.InvariantCulture))];

        return contents.TrueForAll(element => element.IsValid) ? (contents, [.. only.Line.SupplierCode is { } code ? Valid(new("240", code)) : []]) : ([], []);
    }

    private static ParcelLabel Label(DespatchAdvice advice, DespatchUnit unit, int place, DocumentTexts texts)
    {
        var inside = Inside(advice, unit);
        var orders = Orders(advice, unit);
        var only = inside is [var single] ? single : ((DespatchLine Line, decimal Quantity)?)null;

        return new()
        {
            Sender = advice.Supplier.Name,
            ShipTo = advice.Destination,
            CustomerReference = Named(orders.Select(order => order.CustomerReference)),
            OrderNumber = orders.Count == 0 ? advice.Number : Named(orders.Select(order => order.Number ?? advice.Number)),
            BuyerCode = only?.Line.Code ?? Named(inside.Select(each => each.Line.Code)),
            Description = only?.Line.Description,
            Quantity = only?.Quantity ?? 0,
            Unit = only?.Line.Unit ?? "",
            Holds = only is not null ? null : inside.Count == 0 ? "" : texts.Format("LabelMixed", inside.Count),
            Parcel = place,
            Parcels = advice.Units.Count,
            Per = unit.Kind,
            Payload = unit.Number,
            Language = advice.Language,
        };
    }

    /// <summary>What is in a unit and in everything that stands on it, line by line.</summary>
    private static List<(DespatchLine Line, decimal Quantity)> Inside(DespatchAdvice advice, DespatchUnit unit) =>
    [
        .. from packed in advice.Units.Where(other => other == unit || other.On == unit.Number).SelectMany(other => other.Contents)
           group packed.Quantity by packed.Line into line
           join its in advice.Lines on line.Key equals its.Position
           orderby its.Position
           select (its, line.Sum()),
    ];

    private static List<DespatchedOrder> Orders(DespatchAdvice advice, DespatchUnit unit) =>
        [.. Inside(advice, unit).Select(each => each.Line.Order).OfType<DespatchedOrder>().Distinct()];

    private static string Named(IEnumerable<string> names) => string.Join(", ", names.Distinct(StringComparer.Ordinal));

    private static IEnumerable<ElementString> Valid(ElementString element) => element.IsValid ? [element] : [];
}
