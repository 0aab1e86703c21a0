namespace AdvPortal.Domain.Portfolios;

/// <summary>
/// How much work clients are: the one measure by which colleagues are compared, here and in every plan. A point is an ordinary open order;
/// what takes longer than an ordinary order counts more: how much more, <see cref="WorkWeights"/> says of each company.
/// </summary>
public static class Workload
{
    /// <summary>What one person can have open in a full week before clients wait: the 100 % of every load bar, unless the company says otherwise of somebody.</summary>
    public const decimal Capacity = 40;

    /// <summary>The most that may be said of anybody.</summary>
    public const decimal MostCapacity = 1_000;

    /// <summary>As many lines as an ordinary order has are in the order already.</summary>
    public const int OrdinaryLines = 5;

    /// <summary>What part of a capacity a load is: 1 for all of it.</summary>
    public static decimal ShareOf(decimal load, decimal capacity) => load / Math.Max(1, capacity);

    internal static IEnumerable<WorkShare> Of(ClientWork work, WorkWeights weights)
    {
        var further = Math.Max(0, work.Lines - (work.Orders * OrdinaryLines));

        return
        [
            Share(WorkPart.Attention, 1),
            Share(WorkPart.Orders, work.Orders),
            Share(WorkPart.Lines, further),
            Share(WorkPart.Findings, work.Findings),

            // What blocks or corrects is looked after at every order, where an instruction is only read: it counts twice.
            new(WorkPart.Requirements, work.Requirements, (work.Requirements + work.Exacting) * weights.Of(WorkPart.Requirements)),
            Share(WorkPart.Questions, work.Questions),
            Share(WorkPart.Complaints, work.Complaints),
        ];

        WorkShare Share(WorkPart part, int count) => new(part, count, count * weights.Of(part));
    }
}
