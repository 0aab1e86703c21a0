using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>Finds the date that all delivery rules allow together, so that none undoes what another proposed.</summary>
internal readonly partial struct DateSolver(InForce[] rules, SiteId? site, Moments moments, DraftLine line, DeliveryClock clock)
{
    public DateSolution? Solve(DateOnly? requested)
    {
        if (requested is not { } asked)
        {
            var first = new DateSolution(this) { Asked = clock.FirstArrival };
            first.Proposed = first.Promised = Next(first, clock.FirstArrival);
            return first;
        }

        if (clock.Rejects(asked) is null && IsAllowed(asked))
        {
            return null;
        }

        var solution = new DateSolution(this) { Asked = asked, TooSoon = clock.Rejects(asked) };
        Explain(asked, solution);

        var insists = solution.TooSoon is not null || solution.Against.Exists(IsHard);
        var (ask, back) = WaysOut(solution, insists);

        solution.MustAsk = ask;
        solution.Proposed = ask ? null : (back ? Before(asked, solution) : null) ?? Next(solution, After(asked));
        solution.Promised = insists ? solution.Proposed : asked;

        return solution;
    }

    /// <summary>The first date from a day on that all rules allow, working days first; null when none does.</summary>
    public DateOnly? FirstFrom(DateOnly day)
    {
        var from = day < clock.FirstArrival ? clock.FirstArrival : day;

        return clock.Rejects(from) is null && IsAllowed(from) && IsUsual(from) ? from : Next(null, from);
    }

    /// <summary>The next such dates after a day; fewer where the calendar, or what is looked ahead, ends.</summary>
    public List<DateOnly> NextAfter(DateOnly day, int most)
    {
        List<DateOnly> days = [];

        while (days.Count < most && day < DateOnly.MaxValue && FirstFrom(day.AddDays(1)) is { } next)
        {
            days.Add(day = next);
        }

        return days;
    }

    /// <summary>The last date before a day that can be reached and that all rules allow; null when there is none.</summary>
    public DateOnly? Before(DateOnly day, DateSolution? solution = null)
    {
        while (day > clock.FirstArrival)
        {
            day = day.AddDays(-1);

            if (Allows(day, solution, workingDaysOnly: true))
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>Whether a day does, be it one that nobody would propose.</summary>
    public bool IsPossible(DateOnly day) => clock.Rejects(day) is null && IsAllowed(day);

    /// <summary>What closes a day, however much time is left; null when it is open. Whoever insists on nothing closes nothing.</summary>
    public DayClosed? ClosedOn(DateOnly day)
    {
        foreach (var requirement in rules)
        {
            if (IsHard(requirement) && Holds(requirement, day) && ((DeliveryDays)requirement.Rule).Closes(day) is { } why)
            {
                return new(day, why, RequirementMark.Of(requirement));
            }
        }

        return clock.Closes(day) is { } closed ? new(day, closed, null) : null;
    }

    private static bool IsHard(InForce requirement) => requirement.Severity is Severity.Block or Severity.AutoFix;

    // Asking comes before anything else; going back needs everybody's consent.
    private static (bool Ask, bool Back) WaysOut(DateSolution solution, bool insists)
    {
        var (ask, back) = (false, solution.Against.Count > 0 && solution.TooSoon is null);

        foreach (var requirement in solution.Against)
        {
            if (insists && !IsHard(requirement))
            {
                continue;
            }

            var ifClosed = ((DeliveryDays)requirement.Rule).IfClosed;
            ask |= ifClosed is IfClosed.Ask;
            back &= ifClosed is IfClosed.Previous;
        }

        return (ask, back);
    }

    private DateOnly? Next(DateSolution? solution, DateOnly from)
    {
        // Weekends and holidays that nobody asked for come second.
        var known = solution?.Reasons.Count ?? 0;

        if (Next(solution, from, workingDaysOnly: true) is { } workingDay)
        {
            return workingDay;
        }

        solution?.Reasons.RemoveRange(known, solution.Reasons.Count - known);

        return Next(solution, from, workingDaysOnly: false);
    }

    private DateOnly? Next(DateSolution? solution, DateOnly from, bool workingDaysOnly)
    {
        var last = Math.Min(from.DayNumber + Judgement.HorizonDays, DateOnly.MaxValue.DayNumber);

        for (var number = from.DayNumber; number <= last; number++)
        {
            var day = DateOnly.FromDayNumber(number);

            if (Allows(day, solution, workingDaysOnly))
            {
                return day;
            }
        }

        return null;
    }

    private DateOnly After(DateOnly asked) =>
        asked < clock.FirstArrival ? clock.FirstArrival : asked == DateOnly.MaxValue ? asked : asked.AddDays(1);

    // Without a solution nobody asks why.
    private bool Allows(DateOnly day, DateSolution? solution, bool workingDaysOnly)
    {
        if (clock.Rejects(day) is not null || !IsAllowed(day))
        {
            if (solution is not null)
            {
                Explain(day, solution);
            }

            return false;
        }

        if (workingDaysOnly && !IsUsual(day))
        {
            Note(solution, new(day, day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? WhyNot.Weekend : WhyNot.Holiday));
            return false;
        }

        return true;
    }

    private bool IsAllowed(DateOnly day)
    {
        foreach (var requirement in rules)
        {
            if (Holds(requirement, day) && ((DeliveryDays)requirement.Rule).Rejects(day, clock) is not null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether somebody would propose it: a working day, or one on which the client says to come.</summary>
    public bool IsUsual(DateOnly day) => WorkingDays.Contains(day) || IsInvited(day);

    private bool IsInvited(DateOnly day)
    {
        foreach (var requirement in rules)
        {
            if (Holds(requirement, day) && ((DeliveryDays)requirement.Rule).Invites(day))
            {
                return true;
            }
        }

        return false;
    }

    // What counts is the day of the delivery: « à partir du 1er décembre » speaks of what arrives then.
    private bool Holds(InForce requirement, DateOnly day) =>
        requirement.Concerns(site, moments) && requirement.Period.Contains(day) && requirement.Concerns(line);
}
