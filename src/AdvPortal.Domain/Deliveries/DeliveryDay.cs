using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Deliveries;

/// <summary>A day of arrival for the goods of several orders in one delivery: every line's calendars have to allow it.</summary>
public static class DeliveryDay
{
    /// <summary>Why a day of arrival will not do; null when it does.</summary>
    /// <param name="orders">What is brought, with the days of each order.</param>
    /// <param name="day">The day wanted.</param>
    public static Refusal? WhyNot(IReadOnlyCollection<(Order Order, ArrivalDays Days, IReadOnlyCollection<string> Lines)> orders, DateOnly day)
    {
        if (orders.All(each => each.Lines.All(line => Allows(each.Order, each.Days, line, day))))
        {
            return null;
        }

        return day < DateOnly.MaxValue && First(orders, day.AddDays(1)) is { } next ? new ArrivalNotPossible(day, next) : new NoArrivalPossible(day);
    }

    /// <summary>The first day from one on that suits everything in it; null when none does.</summary>
    public static DateOnly? First(IReadOnlyCollection<(Order Order, ArrivalDays Days, IReadOnlyCollection<string> Lines)> orders, DateOnly from)
    {
        for (var day = from; day.DayNumber <= from.DayNumber + Judgement.HorizonDays;)
        {
            var later = day;

            foreach (var (order, days, lines) in orders)
            {
                foreach (var line in lines.Where(line => !Allows(order, days, line, later)))
                {
                    if (days.Look(line, later).First is not { } first)
                    {
                        return null;
                    }

                    // Whoever decides a date must get one that moves on: the calendars never propose an earlier one.
                    later = first > later ? first : later.AddDays(1);
                }
            }

            if (later == day)
            {
                return day;
            }

            day = later;
        }

        return null;
    }

    // What the client agreed to for this order is agreed, whatever its calendar says.
    private static bool Allows(Order order, ArrivalDays days, string lineNo, DateOnly day) =>
        days.Look(lineNo, day).IsAllowed
        || (order.Lines.FirstOrDefault(line => line.LineNo == lineNo) is { } line && (line.PromisedOn == day || line.Schedule.Any(part => part.DeliverOn == day))
            && order.Findings.Any(finding => finding is { IsAboutDate: true, State: FindingState.Waived } && (finding.LineNo is null || finding.LineNo == lineNo)));
}
