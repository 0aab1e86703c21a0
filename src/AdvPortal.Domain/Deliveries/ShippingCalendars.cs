using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Deliveries;

/// <summary>When goods leave here and how they get to clients: our own days, the hour by which an order is in, and the carriers.</summary>
public sealed record ShippingCalendars
{
    public const int MostCarriers = 50;

    /// <summary>Monday to Friday, and a day on the way.</summary>
    public static ShippingCalendars Usual { get; } = new();

    public WorkCalendar Own { get; init; } = WorkCalendar.Usual;

    /// <summary>An order that comes in later, in the company's time zone, counts as the next day's; null where it counts all day.</summary>
    public TimeOnly? OrdersUntil { get; init; }

    public IReadOnlyList<CarrierCalendar> Carriers { get; init; } = [];

    /// <summary>The carrier that promises are made by; null where nobody is named.</summary>
    public CarrierCalendar? UsualCarrier => Carriers.FirstOrDefault(carrier => carrier.IsUsual);

    /// <summary>How goods go by the usual carrier: what orders are promised by.</summary>
    public Transport Transport => By(UsualCarrier, UsualCarrier?.WorkingDays ?? Transport.Default.WorkingDays);

    /// <summary>How goods go that take so many days, as it was when they were promised.</summary>
    public Transport TransportOf(int workingDays) => By(UsualCarrier, workingDays);

    /// <summary>How goods go by a carrier that is named; as usual where it is not known.</summary>
    public Transport TransportBy(string? carrier, int workingDays) =>
        carrier is not null && Carriers.FirstOrDefault(each => each.Name.Equals(carrier.Trim(), StringComparison.OrdinalIgnoreCase)) is { } known ? By(known, known.WorkingDays) : TransportOf(workingDays);

    public Refusal? Check() =>
        Own.Check()
        ?? (Carriers.Count > MostCarriers ? new TooManyCarriers(MostCarriers)
            : Carriers.CountBy(carrier => carrier.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(each => each.Value > 1) is { Value: > 1 } twice ? new CarrierTwice(twice.Key)
            : Carriers.Count(carrier => carrier.IsUsual) > 1 ? new SeveralUsualCarriers()
            : Carriers.FirstOrDefault(carrier => (carrier.Calendar.Days & Own.Days) == 0 && carrier.Calendar.Days != 0) is { } never ? new CarrierNeverCollects(never.Name)
            : Carriers.Select(carrier => carrier.Check()).FirstOrDefault(refusal => refusal is not null));

    public bool Equals(ShippingCalendars? other) => other is not null && Own == other.Own && OrdersUntil == other.OrdersUntil && Carriers.SequenceEqual(other.Carriers);

    public override int GetHashCode() => HashCode.Combine(Own, OrdersUntil, Carriers.Count);

    private Transport By(CarrierCalendar? carrier, int workingDays) => new(workingDays)
    {
        Own = Own.IsUsual ? null : Own,
        Carrier = carrier?.Calendar is { IsUsual: false } its ? its : null,
        OrdersUntil = OrdersUntil,
    };
}

/// <summary>A carrier: the days on which it collects, its closures, and how long it takes.</summary>
/// <param name="Name">As deliveries name it.</param>
/// <param name="WorkingDays">Between leaving and arriving, 0 to 30.</param>
/// <param name="Calendar">The days on which it collects here; on its holidays and in its closures it delivers nothing either.</param>
/// <param name="IsUsual">Promises are made by it.</param>
public sealed record CarrierCalendar(string Name, int WorkingDays, WorkCalendar Calendar, bool IsUsual = false)
{
    public const int MostWorkingDays = 30;

    internal Refusal? Check() =>
        string.IsNullOrWhiteSpace(Name) ? new CarrierNeedsName()
        : Name.Length > Delivery.CarrierMaxLength ? new ShipmentTextTooLong(Delivery.CarrierMaxLength)
        : WorkingDays is < 0 or > MostWorkingDays ? new CarrierTakesTooLong(MostWorkingDays)
        : Calendar.Check();
}

public sealed record TooManyCarriers(int Most) : Unacceptable(Most);

public sealed record CarrierTwice(string Name) : Unacceptable(Name);

public sealed record SeveralUsualCarriers : Unacceptable;

/// <summary>On none of the days on which we work.</summary>
public sealed record CarrierNeverCollects(string Name) : Unacceptable(Name);

public sealed record CarrierNeedsName : Unacceptable;

public sealed record CarrierTakesTooLong(int MostDays) : Unacceptable(MostDays);
