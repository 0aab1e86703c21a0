using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Tenders;

/// <summary>What became of one line from one version of an offer to another.</summary>
/// <param name="Before">Null for a line that was not in it.</param>
/// <param name="After">Null for a line that is in it no more.</param>
/// <param name="Tiers">By quantity, the least first.</param>
public sealed record LineComparison(string LineNo, string? Code, string Description, OfferedLine? Before, OfferedLine? After, IReadOnlyList<TierComparison> Tiers)
{
    public bool IsChanged => IsAskedOtherwise || Before is null || After is null || Before.IsLeftOut != After.IsLeftOut || Before.LeadDays != After.LeadDays || Before.ValidUntil != After.ValidUntil
        || Before.Note != After.Note || Tiers.Any(tier => tier.Before != tier.After);

    /// <summary>Other goods, another unit or other quantities are asked for.</summary>
    public bool IsAskedOtherwise => Before is { } was && After is { } now
        && (was.Description != now.Description || was.Unit != now.Unit || was.ProductCode != now.ProductCode || was.BuyerCode != now.BuyerCode || !was.Quantities.SequenceEqual(now.Quantities));
}

/// <summary>The price from one quantity on, in two versions, for the same number of units.</summary>
public sealed record TierComparison(decimal FromQuantity, decimal? Before, decimal? After)
{
    /// <summary>In percent of what it was, one decimal; null where there is nothing to compare with.</summary>
    public decimal? Percent => Before is > 0 and var before && After is { } after ? decimal.Round((after - before) * 100 / before, 1, MidpointRounding.AwayFromZero) : null;
}

/// <summary>Two versions of an offer side by side, line by line.</summary>
public static class TenderComparison
{
    public static IReadOnlyList<LineComparison> Of(IReadOnlyList<OfferedLine> before, IReadOnlyList<OfferedLine> after)
    {
        var was = before.ToDictionary(line => line.LineId);
        var kept = after.Select(line => Compare(was.GetValueOrDefault(line.LineId), line));
        var gone = before.Where(line => !after.Any(each => each.LineId == line.LineId)).Select(line => Compare(line, null));

        return [.. kept.Concat(gone)];
    }

    private static LineComparison Compare(OfferedLine? before, OfferedLine? after)
    {
        var line = (after ?? before)!;
        var units = line.PriceBaseQuantity;

        return new(
            line.LineNo, line.ProductCode ?? line.BuyerCode, line.Description, before, after,
            [.. Tiers(before).Concat(Tiers(after)).Select(tier => tier.FromQuantity).Distinct().Order().Select(from => new TierComparison(from, PriceOf(before, from, units), PriceOf(after, from, units)))]);
    }

    private static IReadOnlyList<TierPrice> Tiers(OfferedLine? line) => line is { IsLeftOut: false } ? line.Prices : [];

    private static decimal? PriceOf(OfferedLine? line, decimal quantity, decimal units) =>
        Tiers(line).FirstOrDefault(tier => tier.FromQuantity == quantity) is { } tier ? LineAmounts.Per(tier.NetPrice, line!.PriceBaseQuantity, units) : null;
}
