namespace AdvPortal.Domain.Portfolios;

/// <summary>
/// How much work clients are: the one measure by which colleagues are compared, here and in every plan. A point is an ordinary open order;
/// what takes longer than an ordinary order counts more.
/// </summary>
public static class Workload
{
    /// <summary>What one person can have open in a full week before clients wait: the 100 % of every load bar, unless the company says otherwise of somebody.</summary>
    public const decimal Capacity = 40;

    /// <summary>The most that may be said of anybody.</summary>
    public const decimal MostCapacity = 1_000;

    // A client without an open order still calls.
    private const decimal Attention = 0.5m;

    private const int OrdinaryLines = 5;
    private const decimal FurtherLine = 0.1m;
    private const decimal Finding = 0.5m;
    private const decimal Requirement = 0.1m;
    private const decimal Question = 1;
    private const decimal Complaint = 2;

    /// <summary>What part of a capacity a load is: 1 for all of it.</summary>
    public static decimal ShareOf(decimal load, decimal capacity) => load / Math.Max(1, capacity);

    internal static IEnumerable<WorkShare> Of(ClientWork work)
    {
        // As many lines as so many ordinary orders have are in the orders already.
        var further = Math.Max(0, work.Lines - (work.Orders * OrdinaryLines));

        return
        [
            new(WorkPart.Attention, 1, Attention),
            new(WorkPart.Orders, work.Orders, work.Orders),
            new(WorkPart.Lines, further, further * FurtherLine),
            new(WorkPart.Findings, work.Findings, work.Findings * Finding),
            new(WorkPart.Requirements, work.Requirements, work.Requirements * Requirement),
            new(WorkPart.Questions, work.Questions, work.Questions * Question),
            new(WorkPart.Complaints, work.Complaints, work.Complaints * Complaint),
        ];
    }
}
