using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>Finds the date that all delivery rules allow together, so that none undoes what another proposed.</summary>
internal readonly ref struct DateSolver(ReadOnlySpan<InForce> rules, SiteId? site, Moments moments, DraftLine line, DeliveryClock clock)
{
    // A client that never receives again needs no list of every day until then.
    private const int MaxReasons = 62;

    private readonly ReadOnlySpan<InForce> _rules = rules;
    private readonly DeliveryClock _clock = clock;

    public DateSolution? Solve(DateOnly? requested)
    {
        if (requested is not { } asked)
        {
            var first = new DateSolution { Asked = _clock.FirstArrival };
            first.Proposed = first.Promised = Next(first, _clock.FirstArrival);
            return first;
        }

        if (_clock.Rejects(asked) is null && IsAllowed(asked))
        {
            return null;
        }

        var solution = new DateSolution { Asked = asked, TooSoon = _clock.Rejects(asked) };
        Explain(asked, solution);

        var insists = solution.TooSoon is not null || solution.Against.Exists(IsHard);
        var (ask, back) = WaysOut(solution, insists);

        solution.MustAsk = ask;
        solution.Proposed = ask ? null : (back ? Previous(solution) : null) ?? Next(solution, After(asked));
        solution.Promised = insists ? solution.Proposed : asked;

        return solution;
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

    private DateOnly? Previous(DateSolution solution)
    {
        for (var day = solution.Asked; day > _clock.FirstArrival;)
        {
            day = day.AddDays(-1);

            if (Allows(day, solution, workingDaysOnly: true))
            {
                return day;
            }
        }

        return null;
    }

    private DateOnly? Next(DateSolution solution, DateOnly from)
    {
        // Weekends and holidays that nobody asked for come second.
        var known = solution.Reasons.Count;

        if (Next(solution, from, workingDaysOnly: true) is { } workingDay)
        {
            return workingDay;
        }

        solution.Reasons.RemoveRange(known, solution.Reasons.Count - known);

        return Next(solution, from, workingDaysOnly: false);
    }

    private DateOnly? Next(DateSolution solution, DateOnly from, bool workingDaysOnly)
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
        asked < _clock.FirstArrival ? _clock.FirstArrival : asked == DateOnly.MaxValue ? asked : asked.AddDays(1);

    private bool Allows(DateOnly day, DateSolution solution, bool workingDaysOnly)
    {
        if (!IsAllowed(day))
        {
            Explain(day, solution);
            return false;
        }

        if (workingDaysOnly && !WorkingDays.Contains(day) && !IsInvited(day))
        {
            Note(solution, new(day, day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? WhyNot.Weekend : WhyNot.Holiday));
            return false;
        }

        return true;
    }

    private bool IsAllowed(DateOnly day)
    {
        foreach (var requirement in _rules)
        {
            if (Holds(requirement, day) && ((DeliveryDays)requirement.Rule).Rejects(day, _clock) is not null)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsInvited(DateOnly day)
    {
        foreach (var requirement in _rules)
        {
            if (Holds(requirement, day) && ((DeliveryDays)requirement.Rule).Invites(day))
            {
                return true;
            }
        }

        return false;
    }

    private void Explain(DateOnly day, DateSolution solution)
    {
        if (_clock.Rejects(day) is { } tooSoon)
        {
            Note(solution, new(day, tooSoon));
        }

        foreach (var requirement in _rules)
        {
            if (Holds(requirement, day) && ((DeliveryDays)requirement.Rule).Rejects(day, _clock) is { } why)
            {
                Note(solution, new(day, why, requirement.RequirementId));

                if (day == solution.Asked)
                {
                    solution.Against.Add(requirement);
                }
            }
        }
    }

    private static void Note(DateSolution solution, Reason reason)
    {
        if (solution.Reasons.Count < MaxReasons)
        {
            solution.Reasons.Add(reason);
        }
    }

    // What counts is the day of the delivery: « à partir du 1er décembre » speaks of what arrives then.
    private bool Holds(InForce requirement, DateOnly day) =>
        requirement.Concerns(site, moments) && requirement.Period.Contains(day) && requirement.Concerns(line);
}
