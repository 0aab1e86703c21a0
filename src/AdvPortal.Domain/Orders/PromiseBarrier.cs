using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>A promised day on which, as it is known by now, nobody receives or nothing arrives: the promise will not be kept unless it moves.</summary>
/// <param name="LineNo">The first line of it.</param>
/// <param name="Day">Arrival as it was promised.</param>
/// <param name="RequirementNumber">Of the client's requirement that says so; null for our own calendar and the carrier's.</param>
public sealed record PromiseBarrier(string LineNo, DateOnly Day, WhyNot Why, int? RequirementNumber = null)
{
    /// <summary>The first promised day of an order that is closed; null when all of them are open, or were promised knowing that they are not.</summary>
    /// <param name="order">With its findings.</param>
    /// <param name="days">By all that is required and closed now.</param>
    /// <param name="today">What should have arrived by now is late, whatever is closed.</param>
    public static PromiseBarrier? Of(Order order, ArrivalDays days, DateOnly today)
    {
        if (!order.Status.IsUnderWay())
        {
            return null;
        }

        var closed =
            from line in order.Lines
            where line.OutstandingQuantity > 0
            from day in line.Schedule.Count > 0 ? line.Schedule.Select(part => part.DeliverOn) : new[] { line.PromisedOn }.OfType<DateOnly>()
            where day >= today
            let closing = days.ClosedOn(line.LineNo, day)
            where closing is not null && !IsKnown(order, line, closing)
            orderby day, line.Position
            select new PromiseBarrier(line.LineNo, day, closing.Why, closing.Requirement?.Number);

        return closed.FirstOrDefault();
    }

    // Whoever promised the day had seen that it is closed: that it is too soon is another matter.
    private static bool IsKnown(Order order, OrderLine line, DayClosed closing) =>
        order.Findings.Any(finding => finding.IsAboutDate && finding.Kind is not FindingKinds.DateTooEarly && finding.Before?.DeliverOn == closing.Day && finding.RequirementId == closing.Requirement?.Id && (finding.LineNo is null || finding.LineNo == line.LineNo));
}

/// <summary>Why a day is closed, and who says so; null for our own calendar and the carrier's.</summary>
public sealed record DayClosed(DateOnly Day, WhyNot Why, RequirementMark? Requirement);
