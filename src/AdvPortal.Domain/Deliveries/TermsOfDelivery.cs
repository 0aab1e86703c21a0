using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Deliveries;

/// <summary>What a client takes of what leaves, as its requirements say: in parts or together, and what becomes of what stays behind.</summary>
public static class TermsOfDelivery
{
    /// <param name="order">What is sent.</param>
    /// <param name="rulebook">All that the client requires.</param>
    /// <param name="day">Arrival.</param>
    /// <param name="tolerance">What we agreed to send more or less.</param>
    /// <param name="partsAgreed">Somebody at the client agreed to this delivery in part.</param>
    public static ShippingTerms Of(Order order, Rulebook rulebook, DateOnly day, DeliveryTolerance tolerance, bool partsAgreed = false)
    {
        var open = order.Lines.Where(line => line.OutstandingQuantity > 0).ToList();
        var settled = order.Findings.Any(finding => finding is { Kind: PartialDelivery.KindName, State: FindingState.Waived });
        var together = partsAgreed || settled
            ? []
            : open.Where(line => Said<PartialDelivery>(line, says => says.Allowed is not null) is { Severity: Severity.Block or Severity.AutoFix, Rule: PartialDelivery { Allowed: false } })
                .Select(line => line.LineNo).ToHashSet(StringComparer.Ordinal);
        var policies = open.Select(line => (Said<BackOrder>(line, says => says.Policy is not null)?.Rule as BackOrder)?.Policy).Distinct().ToList();

        return new(tolerance, together.Count == 0, policies is [var policy] ? policy : null) { Together = together.Count == open.Count ? null : together };

        // The narrowest requirement that says something of it speaks.
        InForce? Said<T>(OrderLine line, Func<T, bool> says) where T : Rule =>
            rulebook.Others.FirstOrDefault(each => each.Rule is T rule && says(rule) && each.Period.Contains(day) && (each.SiteId is null || each.SiteId == order.SiteId)
                && (each.ProductFamily is null || each.ProductFamily.Equals(line.ProductFamily, StringComparison.OrdinalIgnoreCase)));
    }
}
