using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>Why a date is what it is: what is said of every day that was passed over, and of what comes before the site.</summary>
internal readonly partial struct DateSolver
{
    // A client that never receives again needs no list of every day until then.
    private const int MaxReasons = 62;

    /// <summary>What comes before the site: the day for which the order counts, the first departure and the first arrival.</summary>
    public IEnumerable<DateStep> Start(DateOnly asked)
    {
        List<DateStep> steps = [];
        var late = false;

        foreach (var requirement in rules)
        {
            if (Holds(requirement, asked) && ((DeliveryDays)requirement.Rule).CutOff is { } hour)
            {
                var tooLate = clock.CameInAfter(hour);
                late |= tooLate;
                steps.Add(new(DateStage.CutOff, tooLate ? clock.NoticeFrom.AddDays(1) : clock.NoticeFrom, tooLate ? WhyNot.CutOff : null, RequirementMark.Of(requirement)));
            }
        }

        if (steps.Count == 0 || clock.IsLateHere)
        {
            steps.Add(new(DateStage.CutOff, clock.IsLateHere ? clock.CountsFrom(late) : clock.NoticeFrom, clock.IsLateHere ? WhyNot.CutOff : null));
        }

        // Weekends and holidays everybody knows; a closure of ours or the carrier's is said.
        for (var (day, leaves) = (clock.CountsFrom(late), clock.Departure(late)); day < leaves; day = day.AddDays(1))
        {
            if (clock.WhyNotLeave(day) is { } why)
            {
                steps.Add(new(why is WhyNot.OwnClosed ? DateStage.OwnCalendar : DateStage.Carrier, day, why));
            }
        }

        return [.. steps, new(DateStage.OwnCalendar, clock.Departure(late)), new(DateStage.Carrier, clock.Arrival(late))];
    }

    /// <summary>The requirement behind a reason; null for our own calendar.</summary>
    public RequirementMark? MarkOf(Reason reason)
    {
        foreach (var requirement in rules)
        {
            if (requirement.RequirementId == reason.RequirementId && requirement.Period.Contains(reason.Date))
            {
                return RequirementMark.Of(requirement);
            }
        }

        return null;
    }

    private void Explain(DateOnly day, DateSolution solution)
    {
        if (clock.Rejects(day) is { } tooSoon)
        {
            Note(solution, new(day, tooSoon));
        }

        foreach (var requirement in rules)
        {
            if (Holds(requirement, day) && ((DeliveryDays)requirement.Rule).Rejects(day, clock) is { } why)
            {
                Note(solution, new(day, why, requirement.RequirementId));

                if (day == solution.Asked)
                {
                    solution.Against.Add(requirement);
                }
            }
        }
    }

    private static void Note(DateSolution? solution, Reason reason)
    {
        if (solution?.Reasons.Count < MaxReasons)
        {
            solution.Reasons.Add(reason);
        }
    }
}
