namespace AdvPortal.Domain.Deliveries;

public sealed record NoSuchDelivery : NoSuchThing;

public sealed record NoSuchDeliveryFile : NoSuchThing;

/// <summary>See <see cref="DeliveryLife"/>.</summary>
public sealed record DeliveryDoesNotAllow(DeliveryAct Act, DeliveryStatus Status) : Refusal(Act, Status);

/// <summary>What does not take place has no papers.</summary>
public sealed record DeliveryIsVoid : Refusal;

/// <summary>Nobody has said in how many parcels or on how many pallets it goes.</summary>
public sealed record NoUnitsToLabel : Refusal;

public sealed record DeliveryWithoutGoods : Unacceptable;

/// <summary>One delivery goes to one place of one client.</summary>
public sealed record GoesElsewhere(string OrderNumber) : Unacceptable(OrderNumber);

/// <summary>More than is outstanding, what other deliveries are to bring left out.</summary>
public sealed record PlansTooMuch(string OrderNumber, string LineNo, decimal Most) : Unacceptable(OrderNumber, LineNo, Most);

/// <summary>A line of an order is named twice.</summary>
public sealed record PlannedTwice(string OrderNumber, string LineNo) : Unacceptable(OrderNumber, LineNo);

public sealed record ArrivalInPast(DateOnly Day) : Unacceptable(Day);

/// <summary>We are closed, or the carrier does not come: nothing leaves on the day that was named; nothing was changed.</summary>
/// <param name="Next">The first day from then on on which everything can leave.</param>
public sealed record DepartureNotPossible(DateOnly Day, DateOnly Next) : Unacceptable(Day, Next);

/// <summary>The site receives nothing then, or our own calendar or the carrier's is against it; nothing was changed.</summary>
/// <param name="Next">The first day from then on that suits everybody.</param>
public sealed record ArrivalNotPossible(DateOnly Day, DateOnly Next) : Unacceptable(Day, Next);

/// <summary>No day within <see cref="Orders.Judgement.HorizonDays"/> suits everybody.</summary>
public sealed record NoArrivalPossible(DateOnly Day) : Unacceptable(Day);

/// <summary>Goods do not arrive before they leave.</summary>
public sealed record ArrivesBeforeLeaving(DateOnly ShipOn, DateOnly ArriveOn) : Unacceptable(ShipOn, ArriveOn);

/// <summary>Not 18 digits, or the last one does not check the others: a slip of the pen or of the scanner.</summary>
public sealed record SsccNotValid(string Sscc) : Unacceptable(Sscc);

/// <summary>The numbers of our own range are given here, one by one: another hand in it would give one twice.</summary>
public sealed record SsccOfOurRange(string Sscc) : Unacceptable(Sscc);

/// <summary>The parcels and pallets hold more of a line than the delivery brings.</summary>
public sealed record UnitsHoldTooMuch(string LineNo, decimal Quantity) : Unacceptable(LineNo, Quantity);

/// <summary>What is in a unit, or what it stands on, is not of this delivery.</summary>
public sealed record UnitNotOfDelivery(int Place) : Unacceptable(Place);

public sealed record TooManyUnits(int Most) : Unacceptable(Most);

/// <summary>Only an https address is shown to click on.</summary>
public sealed record TrackingLinkNotSafe : Unacceptable;

public sealed record VoidNeedsReason : Unacceptable;

public sealed record ProofNeedsName : Unacceptable;

public sealed record ArrivedInFuture(DateTimeOffset At) : Unacceptable(At);

public sealed record NothingRefused : Unacceptable;

public sealed record RefusesTooMuch(string LineNo, decimal Most) : Unacceptable(LineNo, Most);

/// <summary>A reason that is in no list is told in a note.</summary>
public sealed record RefusedNeedsNote : Unacceptable;

/// <summary>A line of a delivery that it does not have.</summary>
public sealed record NoSuchDeliveryLine(string LineNo) : Unacceptable(LineNo);

/// <summary>A proof is a PDF or a photo.</summary>
public sealed record ProofTypeRefused : Refusal
{
    public override RefusalKind Kind => RefusalKind.WrongType;
}

public sealed record ProofTooLarge(int MostMegabytes) : Unacceptable(MostMegabytes);
