using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>What is known beside the order itself and may contradict it.</summary>
/// <param name="DuplicateOf">Number of another order of this client with the same reference; <paramref name="DuplicateId"/> is the same order.</param>
/// <param name="ContractCurrency">ISO 4217; null without a contract.</param>
/// <param name="AnnouncedTotal">Net total as the client's document states it.</param>
/// <param name="SiteIsUnknown">The document names a place of delivery that we do not know.</param>
/// <param name="KeptQuantities">Lines whose quantity stays as ordered, whatever their packs: somebody agreed.</param>
/// <param name="KeptDates">Days of arrival that somebody chose or agreed for a line, by its number: what comes after goes by them.</param>
/// <param name="DuplicateId">See <paramref name="DuplicateOf"/>.</param>
/// <param name="SameContent">Another order of this client with the same lines.</param>
/// <param name="Doubts">Points of the client's document that a person has to decide on before anything is promised, and that no other finding tells.</param>
/// <param name="ReferenceExpected">What the client sent should bear a reference; what somebody types may have none.</param>
public sealed record OrderFacts(
    string? DuplicateOf = null, string? ContractCurrency = null, decimal? AnnouncedTotal = null, bool SiteIsUnknown = false, IReadOnlyCollection<string>? KeptQuantities = null,
    IReadOnlyDictionary<string, DateOnly>? KeptDates = null,
    OrderId? DuplicateId = null, SameContent? SameContent = null, bool ReferenceExpected = false, int Doubts = 0)
{
    public static OrderFacts None { get; } = new();
}

/// <summary>An order that asks for the same.</summary>
/// <param name="ReceivedOn">In the tenant's zone.</param>
public sealed record SameContent(OrderId Id, string Number, DateOnly ReceivedOn)
{
    /// <summary>Days within which the same lines are more likely the same order than a new one.</summary>
    public const int Days = 10;
}

/// <summary>What an order gives cause to say without any requirement behind it.</summary>
internal static class OrderChecks
{
    private const decimal RoundingTolerance = 0.01m;

    /// <summary>Nobody orders for a day beyond; a year was mistyped.</summary>
    private const int MostYearsAhead = 5;

    public static void Judge(JudgementRun run, bool needsSite, OrderFacts facts)
    {
        var draft = run.Draft;
        var otherCurrency = facts.ContractCurrency is { } currency && !currency.Equals(draft.Currency, StringComparison.OrdinalIgnoreCase);

        if (needsSite || (draft.SiteId is null && facts.SiteIsUnknown))
        {
            run.Add(new(new Difference(FindingKinds.UnknownSite, new(MessageKeys.UnknownSite)), Severity.Block));
        }

        // There is nothing to put right by a click: whoever accepts it says that they have looked.
        if (facts.Doubts > 0)
        {
            run.Add(new(new Difference(FindingKinds.DocumentDoubt, new(MessageKeys.DocumentDoubt, facts.Doubts), after: new()), Severity.Block));
        }

        if (facts.DuplicateOf is { } other)
        {
            run.Add(new(
                new Difference(FindingKinds.DuplicateReference, new(MessageKeys.DuplicateReference, draft.CustomerReference ?? "", other), new() { OrderNumber = other, OrderId = facts.DuplicateId }),
                Severity.Warn));
        }

        // One that bears the same reference as well is said once.
        if (facts.SameContent is { } same && same.Number != facts.DuplicateOf)
        {
            run.Add(new(
                new Difference(FindingKinds.DuplicateContent, new(MessageKeys.DuplicateContent, same.Number, same.ReceivedOn), new() { OrderNumber = same.Number, OrderId = same.Id }),
                Severity.Warn));
        }

        if (facts.ReferenceExpected && string.IsNullOrWhiteSpace(draft.CustomerReference) && !run.Found.Exists(found => found.Evidence.Kind == Reference.KindName))
        {
            run.Add(new(new Difference(FindingKinds.ReferenceMissing, new(MessageKeys.DocumentWithoutReference)), Severity.Warn));
        }

        if (FarAhead(run) is { } far)
        {
            run.Add(new(new Difference(FindingKinds.DateFarAhead, new(MessageKeys.DateFarAhead, far, MostYearsAhead)), Severity.Block));
        }

        if (otherCurrency)
        {
            run.Add(new(
                new Difference(
                    FindingKinds.CurrencyDiffers, new(MessageKeys.CurrencyDiffers, draft.Currency, facts.ContractCurrency!),
                    new() { Currency = draft.Currency }, new() { Currency = facts.ContractCurrency }),
                Severity.Block));
        }

        for (var index = 0; index < draft.Lines.Count; index++)
        {
            JudgeLine(run, index, comparePrices: !otherCurrency);
        }

        CallOffChecks.Judge(run);
        JudgeTotal(run, facts.AnnouncedTotal);
    }

    private static void JudgeLine(JudgementRun run, int index, bool comparePrices)
    {
        var line = run.Draft.Lines[index];

        if (line.ProductCode is null)
        {
            run.Add(new(
                new Difference(FindingKinds.UnknownProduct, new(MessageKeys.UnknownProduct, line.BuyerCode ?? line.Description), new() { BuyerCode = line.BuyerCode }),
                Severity.Block, index));
        }

        if (line.Quantity is null or <= 0)
        {
            run.Add(new(new Difference(FindingKinds.MissingQuantity, new(MessageKeys.MissingQuantity)), Severity.Block, index));
        }

        JudgeUnit(run, index, line);

        switch (line.NetPrice, line.ContractPrice)
        {
            case (null, null):
                run.Add(new(new Difference(FindingKinds.PriceMissing, new(MessageKeys.PriceMissing)), Severity.Warn, index));
                break;
            case ({ } ordered, { } agreed) when comparePrices && ordered != agreed:
                run.Add(new(
                    new Difference(FindingKinds.PriceDiffers, Compare(ordered, agreed, line.Facts), new() { NetPrice = ordered }, new() { NetPrice = agreed }),
                    Severity.Block, index));
                break;
        }

        if (line.Facts is { } facts)
        {
            JudgeHabits(run, index, line, facts);
        }
    }

    private static void JudgeUnit(JudgementRun run, int index, DraftLine line)
    {
        if (line is { Ordered: { } ordered, Quantity: { } quantity })
        {
            run.Add(new(
                new Difference(
                    FindingKinds.UnitConverted, new(MessageKeys.Of(ordered.Basis), ordered.Quantity, ordered.Unit, quantity, line.Unit, ordered.Each),
                    new() { Quantity = ordered.Quantity, Unit = ordered.Unit }, new() { Quantity = quantity, Unit = line.Unit }),
                Severity.AutoFix, index));
        }

        if (line.Facts?.UnitToAsk is { } ours)
        {
            run.Add(new(new Difference(FindingKinds.UnitUnknown, new(MessageKeys.UnitUnknown, line.Unit, ours), new() { Quantity = line.Quantity, Unit = line.Unit }), Severity.Block, index));
        }
    }

    private static void JudgeHabits(JudgementRun run, int index, DraftLine line, LineFacts facts)
    {
        if (facts is { EndedPrice: { } price, PriceEndedOn: { } ended })
        {
            run.Add(new(new Difference(FindingKinds.PriceEnded, new(MessageKeys.PriceEnded, new UnitPrice(price), ended)), Severity.Warn, index));
        }

        if (facts.DiscontinuedOn is { } since)
        {
            run.Add(new(
                facts.ReplacedBy is { } successor
                    ? new Difference(FindingKinds.Discontinued, new(MessageKeys.Replaced, line.ProductCode!, since, successor), new() { ProductCode = line.ProductCode }, new() { ProductCode = successor })
                    : new Difference(FindingKinds.Discontinued, new(MessageKeys.Discontinued, line.ProductCode!, since), new() { ProductCode = line.ProductCode }),
                Severity.Block, index));
        }

        if (line.Quantity is > 0 and var quantity && UnusualQuantity.Of(quantity, facts.PastQuantities) is var (median, orders))
        {
            run.Add(new(
                new Difference(FindingKinds.UnusualQuantity, new(quantity > median ? MessageKeys.QuantityUnusuallyHigh : MessageKeys.QuantityUnusuallyLow, quantity, median, orders), new() { Quantity = quantity }),
                Severity.Warn, index));
        }
    }

    private static DateOnly? FarAhead(JudgementRun run)
    {
        var limit = run.Today.AddYears(MostYearsAhead);

        if (run.Draft.RequestedOn > limit)
        {
            return run.Draft.RequestedOn;
        }

        foreach (var line in run.Draft.Lines)
        {
            if (line.RequestedOn > limit)
            {
                return line.RequestedOn;
            }
        }

        return null;
    }

    private static Message Compare(decimal ordered, decimal agreed, LineFacts? facts)
    {
        var percent = agreed == 0 ? 100m : decimal.Round(100 * Math.Abs(ordered - agreed) / agreed, 1, MidpointRounding.AwayFromZero);

        return facts?.Agreement is { } agreement ? new(MessageKeys.PriceOfBlanket, new UnitPrice(ordered), new UnitPrice(agreed), percent, agreement.Number)
            : facts?.PriceOfBreak is { } from ? new(MessageKeys.PriceOfBreak, new UnitPrice(ordered), new UnitPrice(agreed), percent, from)
            : new(ordered > agreed ? MessageKeys.PriceAbove : MessageKeys.PriceBelow, new UnitPrice(ordered), new UnitPrice(agreed), percent);
    }

    private static void JudgeTotal(JudgementRun run, decimal? announced)
    {
        if (announced is not { } said)
        {
            return;
        }

        var sum = 0m;

        foreach (var line in run.Draft.Lines)
        {
            sum += line is { Quantity: { } quantity, NetPrice: { } price } ? LineAmounts.Of(quantity, price, line.PriceBaseQuantity) : 0;
        }

        if (Math.Abs(said - sum) > RoundingTolerance)
        {
            run.Add(new(
                new Difference(FindingKinds.TotalDiffers, new(MessageKeys.TotalDiffers, said, sum), new() { TotalNet = said }, new() { TotalNet = sum }),
                Severity.Warn));
        }
    }
}
