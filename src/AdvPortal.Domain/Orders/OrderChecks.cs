using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>What is known beside the order itself and may contradict it.</summary>
/// <param name="DuplicateOf">Number of another order of this client with the same reference.</param>
/// <param name="ContractCurrency">ISO 4217; null without a contract.</param>
/// <param name="AnnouncedTotal">Net total as the client's document states it.</param>
/// <param name="SiteIsUnknown">The document names a place of delivery that we do not know.</param>
/// <param name="KeptQuantities">Lines whose quantity stays as ordered, whatever their packs: somebody agreed.</param>
/// <param name="KeptDates">Days of arrival that somebody chose or agreed for a line, by its number: what comes after goes by them.</param>
public sealed record OrderFacts(
    string? DuplicateOf = null, string? ContractCurrency = null, decimal? AnnouncedTotal = null, bool SiteIsUnknown = false, IReadOnlyCollection<string>? KeptQuantities = null,
    IReadOnlyDictionary<string, DateOnly>? KeptDates = null)
{
    public static OrderFacts None { get; } = new();
}

/// <summary>What an order gives cause to say without any requirement behind it.</summary>
internal static class OrderChecks
{
    private const decimal RoundingTolerance = 0.01m;

    public static void Judge(JudgementRun run, bool needsSite, OrderFacts facts)
    {
        var draft = run.Draft;
        var otherCurrency = facts.ContractCurrency is { } currency && !currency.Equals(draft.Currency, StringComparison.OrdinalIgnoreCase);

        if (needsSite || (draft.SiteId is null && facts.SiteIsUnknown))
        {
            run.Add(new(new Difference(FindingKinds.UnknownSite, new(MessageKeys.UnknownSite)), Severity.Block));
        }

        if (facts.DuplicateOf is { } other)
        {
            run.Add(new(
                new Difference(FindingKinds.DuplicateReference, new(MessageKeys.DuplicateReference, draft.CustomerReference ?? "", other), new() { OrderNumber = other }),
                Severity.Warn));
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

        switch (line.NetPrice, line.ContractPrice)
        {
            case (null, null):
                run.Add(new(new Difference(FindingKinds.PriceMissing, new(MessageKeys.PriceMissing)), Severity.Warn, index));
                break;
            case ({ } ordered, { } agreed) when comparePrices && ordered != agreed:
                run.Add(new(
                    new Difference(FindingKinds.PriceDiffers, Compare(ordered, agreed), new() { NetPrice = ordered }, new() { NetPrice = agreed }),
                    Severity.Block, index));
                break;
        }
    }

    private static Message Compare(decimal ordered, decimal agreed)
    {
        var percent = agreed == 0 ? 100m : decimal.Round(100 * Math.Abs(ordered - agreed) / agreed, 1, MidpointRounding.AwayFromZero);

        return new(ordered > agreed ? MessageKeys.PriceAbove : MessageKeys.PriceBelow, new UnitPrice(ordered), new UnitPrice(agreed), percent);
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
