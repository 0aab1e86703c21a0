using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Portfolios;

/// <summary>What people did with things of one kind, as history tells it.</summary>
/// <param name="Things">How many of them there were: the sample.</param>
/// <param name="Acts">What members did on all of them together; what the portal or a program did is no effort.</param>
public sealed record WorkTaken(int Things, int Acts)
{
    public static readonly WorkTaken None = new(0, 0);

    [JsonIgnore]
    public decimal PerThing => Things == 0 ? 0 : (decimal)Acts / Things;
}

/// <summary>What work took in one company, kind by kind.</summary>
/// <param name="Orders">Orders of ordinary length, those that nobody had to touch among them: what every other kind is measured by.</param>
/// <param name="Lines">Lines beyond the ordinary, and what their orders took beyond an ordinary one.</param>
/// <param name="Findings">What somebody decided of findings.</param>
/// <param name="Questions">Conversations.</param>
/// <param name="Complaints">Complaints.</param>
public sealed record WorkHistory(WorkTaken Orders, WorkTaken Lines, WorkTaken Findings, WorkTaken Questions, WorkTaken Complaints)
{
    /// <summary>Where only the end of the period was looked through: what it begins after; null for all of it.</summary>
    public DateTimeOffset? Since { get; init; }

    public static readonly WorkHistory None = new(WorkTaken.None, WorkTaken.None, WorkTaken.None, WorkTaken.None, WorkTaken.None);
}

/// <summary>What one of a kind counts, and why.</summary>
/// <param name="Usual">What it counts where nobody knows better.</param>
/// <param name="Things">How many were looked at; too few, and the usual counts.</param>
/// <param name="Ratio">How many times what an ordinary order took, one of them took; null where it was not measured.</param>
public sealed record WorkWeight(WorkPart Part, decimal Usual, decimal Counts, int Things = 0, decimal? Ratio = null)
{
    public bool IsMeasured => Ratio is not null;
}

/// <summary>
/// What each kind of work counts in one company: in points, of which an ordinary order is one. What the company's own history says of a kind is
/// drawn towards what is usual, the more the fewer there were, and never leaves a quarter to four times of it.
/// </summary>
public sealed class WorkWeights
{
    /// <summary>Fewer orders, and nothing is measured by them.</summary>
    public const int FewestOrders = 30;

    /// <summary>Fewer of a kind, and the usual counts.</summary>
    public const int FewestThings = 10;

    /// <summary>So many things as usual are taken to have been seen before any was.</summary>
    public const int TakenAsUsual = 20;

    /// <summary>How far from the usual history may lead: so many times, and as little as one part in so many.</summary>
    public const int Furthest = 4;

    public static readonly WorkWeights Usual = new(WorkHistory.None);

    private readonly Dictionary<WorkPart, WorkWeight> _weights;

    private WorkWeights(WorkHistory history)
    {
        var order = history.Orders.Things < FewestOrders ? 0 : history.Orders.PerThing;
        _weights = new WorkWeight[]
        {
            // A client without an open order still calls.
            new(WorkPart.Attention, 0.5m, 0.5m),
            new(WorkPart.Orders, 1, 1, history.Orders.Things),
            Weigh(WorkPart.Lines, 0.1m, history.Lines, order),
            Weigh(WorkPart.Findings, 0.5m, history.Findings, order),
            new(WorkPart.Requirements, 0.1m, 0.1m),
            Weigh(WorkPart.Questions, 1, history.Questions, order),
            Weigh(WorkPart.Complaints, 2, history.Complaints, order),
        }.ToDictionary(weight => weight.Part);
    }

    public IReadOnlyCollection<WorkWeight> All => _weights.Values;

    public decimal Of(WorkPart part) => _weights[part].Counts;

    public static WorkWeights From(WorkHistory history) => history == WorkHistory.None ? Usual : new(history);

    /// <summary>(things × ratio + <see cref="TakenAsUsual"/> × usual) ÷ (things + <see cref="TakenAsUsual"/>), kept between usual ÷ <see cref="Furthest"/> and usual × <see cref="Furthest"/>.</summary>
    private static WorkWeight Weigh(WorkPart part, decimal usual, WorkTaken taken, decimal order)
    {
        if (order == 0 || taken.Things < FewestThings)
        {
            return new(part, usual, usual, taken.Things);
        }

        var ratio = taken.PerThing / order;
        var drawn = ((taken.Things * ratio) + (TakenAsUsual * usual)) / (taken.Things + TakenAsUsual);

        return new(part, usual, Math.Clamp(Math.Round(drawn, 2), usual / Furthest, usual * Furthest), taken.Things, Math.Round(ratio, 2));
    }
}

/// <summary>What was last measured of a company's work: its own row, so that nobody who changes settings meets it.</summary>
public sealed class WorkMeasure : TenantOwned
{
    private WorkMeasure() { }

    public WorkMeasure(WorkHistory history, DateTimeOffset now) => (History, At) = (history, now);

    public Guid Id { get; private set; } = Ids.Next();
    public WorkHistory History { get; private set; } = WorkHistory.None;
    public DateTimeOffset At { get; private set; }

    public void Take(WorkHistory history, DateTimeOffset now) => (History, At) = (history, now);
}
