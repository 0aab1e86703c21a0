using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Requirements;

/// <summary>Two requirements of one client that cannot both be met as they stand: what there is to know before one of them is put in force.</summary>
/// <param name="With">The one that is there already.</param>
/// <param name="Explanation">In what they differ, and which of them prevails.</param>
public sealed record Contradiction(InForce With, Message Explanation);

/// <summary>What a requirement being written has against it among the others of its client, from a day on.</summary>
/// <remarks>Pure. A narrower requirement is an exception, not a contradiction: it prevails as it is meant to. Only delivery days hold together whatever their scope.</remarks>
public static class Contradictions
{
    public static IReadOnlyList<Contradiction> Of(InForce tried, IEnumerable<InForce> others, DateOnly today)
    {
        InForce[] rivals = [.. others.Where(other => other.RequirementId != tried.RequirementId && Meet(tried, other, today)).OrderBy(other => other.Number).ThenBy(other => other.Revision)];

        return
        [
            .. (tried.Rule is DeliveryDays ? OfDays(tried, [.. rivals.Where(other => other.Rule is DeliveryDays)], today) : rivals.SelectMany(other => OfMatters(tried, other)))
                .DistinctBy(each => (each.With.RequirementId, each.Explanation)),
        ];
    }

    // Something may be ordered that both concern, on a day to come on which both hold.
    private static bool Meet(InForce one, InForce other, DateOnly today) =>
        (one.SiteId is null || other.SiteId is null || one.SiteId == other.SiteId)
        && (one.ProductFamily is null || other.ProductFamily is null || one.ProductFamily.Equals(other.ProductFamily, StringComparison.OrdinalIgnoreCase))
        && FirstDay(one, other, today) is var first && !(one.Period.Until < first) && !(other.Period.Until < first);

    private static IEnumerable<Contradiction> OfMatters(InForce tried, InForce other)
    {
        var (first, second) = new Rulebook([tried, other]).Others is [var before, var after] ? (before, after) : (tried, other);

        return tried.Narrowness != other.Narrowness ? [] : tried.Rule.Matters
            .Where(matter => matter.Overrules(first, second))
            .Select(matter => new Contradiction(other, matter.DoneTwice is { } key ? new(key) : new(MessageKeys.Against(tried.Rule.Kind), new Message(first == tried ? MessageKeys.Prevails : MessageKeys.GivesWay))));
    }

    private static List<Contradiction> OfDays(InForce tried, InForce[] rivals, DateOnly today)
    {
        if (LeftBy([tried], FirstDay(tried, tried, today), today) is not null)
        {
            return [];
        }

        List<Contradiction> found = [];

        foreach (var other in rivals)
        {
            var from = FirstDay(tried, other, today);

            if (LeftBy([other], from, today) is null && (LeftBy([tried, other], from, today) is { } left ? new(left, Judgement.HorizonDays) : HoursOf(tried, other, from)) is { } explanation)
            {
                found.Add(new(other, explanation));
            }
        }

        return found.Exists(each => each.Explanation.Key != MessageKeys.NoHourLeft) ? found : [.. found, .. Together(tried, rivals, today)];
    }

    // No two of them leave no day, but several do: as many as it takes, and no more.
    private static IEnumerable<Contradiction> Together(InForce tried, InForce[] rivals, DateOnly today)
    {
        var from = FirstDay(tried, tried, today);

        foreach (var scope in rivals)
        {
            List<InForce> all = [.. rivals.Where(other => Meet(scope, other, today))];

            if (LeftBy([tried, .. all], from, today) is null || LeftBy([.. all], from, today) is not null)
            {
                continue;
            }

            foreach (var other in all.ToList())
            {
                if (LeftBy([tried, .. all.Where(each => each != other)], from, today) is not null)
                {
                    all.Remove(other);
                }
            }

            return all.Select(other => new Contradiction(other, new(MessageKeys.NoDayLeftTogether, Judgement.HorizonDays)));
        }

        return [];
    }

    /// <summary>What is wrong with the days that these leave to a line that all of them concern; null when there is one to propose.</summary>
    private static string? LeftBy(InForce[] rules, DateOnly from, DateOnly today)
    {
        var line = new DraftLine { LineNo = "", ProductFamily = Array.Find(rules, rule => rule.ProductFamily is not null)?.ProductFamily };
        var clock = new DeliveryClock(new(today, today, today, TimeOnly.MinValue), Transport.Default);
        var solver = new DateSolver(rules, Array.Find(rules, rule => rule.SiteId is not null)?.SiteId, rules.Aggregate(Moments.None, (all, rule) => all | rule.Moments), line, clock);

        return solver.FirstFrom(from) is not { } day ? MessageKeys.NoDayLeft : solver.IsUsual(day) ? null : MessageKeys.OnlyWeekendsLeft;
    }

    private static Message? HoursOf(InForce one, InForce other, DateOnly from)
    {
        var (mine, theirs) = ((DeliveryDays)one.Rule, (DeliveryDays)other.Rule);
        object[] days =
        [
            .. Enumerable.Range(0, Judgement.HorizonDays).Select(from.AddDays)
                .Where(day => one.Period.Contains(day) && other.Period.Contains(day) && mine.Closes(day) is null && theirs.Closes(day) is null && AreApart([.. mine.WindowsOn(day)], [.. theirs.WindowsOn(day)]))
                .Select(day => day.DayOfWeek).Distinct().OrderBy(day => ((int)day + 6) % 7).Cast<object>(),
        ];

        return days.Length == 0 ? null : new(MessageKeys.NoHourLeft, [days]);
    }

    private static bool AreApart(ReceivingWindow[] mine, ReceivingWindow[] theirs) =>
        mine.Length > 0 && theirs.Length > 0
        && !mine.Any(one => theirs.Any(other => (one.From ?? TimeOnly.MinValue) <= (other.Until ?? TimeOnly.MaxValue) && (other.From ?? TimeOnly.MinValue) <= (one.Until ?? TimeOnly.MaxValue)));

    private static DateOnly FirstDay(InForce one, InForce other, DateOnly today) => new[] { one.Period.From, other.Period.From, today }.Max();
}
