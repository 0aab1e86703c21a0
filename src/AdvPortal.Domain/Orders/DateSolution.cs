using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>One requested date held against every delivery rule at once.</summary>
internal sealed class DateSolution
{
    /// <summary>As requested; the earliest possible when nothing was.</summary>
    public required DateOnly Asked { get; init; }

    /// <summary>The first date that all rules allow; null when none does or the client is to be asked.</summary>
    public DateOnly? Proposed { get; set; }

    /// <summary>What the order promises as it stands: as asked while nothing insists, else as proposed.</summary>
    public DateOnly? Promised { get; set; }

    public bool MustAsk { get; set; }

    /// <summary>Why our own calendar does not allow the date asked for.</summary>
    public WhyNot? TooSoon { get; set; }

    /// <summary>The requirements that do not allow the date asked for.</summary>
    public List<InForce> Against { get; } = [];

    /// <summary>Every date passed over, and every requirement that is against it.</summary>
    public List<Reason> Reasons { get; } = [];
}
