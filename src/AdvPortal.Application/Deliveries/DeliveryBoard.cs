using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Deliveries;

/// <summary>A week of deliveries as it is planned: what arrives where and when, what is still to plan, and the days that will not do.</summary>
/// <param name="Monday">The first day of the week.</param>
/// <param name="Today">In the company's time zone.</param>
/// <param name="Now">When it was read, in that zone.</param>
/// <param name="DepartureAt">When the carrier comes; null where it comes at no fixed hour.</param>
/// <param name="FirstDeparture">The first day on which something can still leave: today, until the carrier has come.</param>
/// <param name="Capacity">How many deliveries can leave on a day; null where nobody counts them.</param>
/// <param name="Days">Monday to Sunday.</param>
/// <param name="Sites">Those of everything on the board, by client and site.</param>
/// <param name="Deliveries">Those that arrive in the week, and those of weeks before it and before today's that have yet to leave.</param>
/// <param name="Unplanned">Lines that are due by the end of the week and in no delivery, the first due first.</param>
/// <param name="HasMore">There are more of these than are listed.</param>
public sealed record DeliveryBoard(
    DateOnly Monday, DateOnly Today, DateTimeOffset Now, TimeOnly? DepartureAt, DateOnly FirstDeparture, int? Capacity, IReadOnlyList<DeliveryBoard.Day> Days,
    IReadOnlyList<DeliveryBoard.Place> Sites, IReadOnlyList<DeliveryBoard.Card> Deliveries, IReadOnlyList<DeliveryBoard.ToPlan> Unplanned, bool HasMore)
{
    /// <summary>What is counted against <see cref="Capacity"/>.</summary>
    public CapacityUnit CapacityIn { get; init; }

    /// <summary>More than it is refused, not only said.</summary>
    public bool CapacityHolds { get; init; }

    /// <param name="IsWorked">Whether we work then: not on weekends, public holidays and closures of ours.</param>
    /// <param name="Departures">How many deliveries are to leave, or have left, then.</param>
    public sealed record Day(DateOnly On, bool IsWorked, int Departures)
    {
        /// <summary>Of these deliveries.</summary>
        public int Lines { get; init; }

        /// <summary>What a closure of ours is called: « Inventaire ».</summary>
        public string? Closure { get; init; }

        /// <summary>Why nothing leaves then, weekends and holidays aside: we are closed, or the carrier does not collect.</summary>
        public WhyNot? Why { get; init; }

        /// <summary>How much of the day is taken.</summary>
        public int Load(CapacityUnit unit) => unit is CapacityUnit.Lines ? Lines : Departures;
    }

    /// <param name="SiteId">Null where the orders name no site.</param>
    /// <param name="Closed">Days of the week on which it receives nothing.</param>
    public sealed record Place(ClientId ClientId, string ClientName, SiteId? SiteId, string? SiteName, IReadOnlyList<ClosedDay> Closed)
    {
        public ClosedDay? ClosedOn(DateOnly day) => Closed.FirstOrDefault(closed => closed.On == day);
    }

    /// <param name="RequirementNumber">Such as EX-012.</param>
    /// <param name="Sentence">The client's own words.</param>
    public sealed record ClosedDay(DateOnly On, WhyNot Why, string RequirementNumber, string Sentence);

    /// <param name="IsLate">It should have left by now.</param>
    public sealed record Card(
        DeliveryId Id, string Number, int Version, DeliveryStatus Status, ClientId ClientId, SiteId? SiteId, DateOnly ShipOn, DateOnly ArriveOn, string? Carrier, int Lines, int Orders, bool IsLate);

    /// <param name="DueOn">Arrival as it was promised.</param>
    /// <param name="Quantity">What is outstanding and in no delivery.</param>
    public sealed record ToPlan(
        OrderId OrderId, string OrderNumber, string? CustomerReference, ClientId ClientId, SiteId? SiteId, string LineNo, string? ProductCode, string Description, string Unit, decimal Quantity, DateOnly? DueOn);
}
