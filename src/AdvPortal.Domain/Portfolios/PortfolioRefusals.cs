namespace AdvPortal.Domain.Portfolios;

public sealed record NoSuchAbsence : NoSuchThing;

public sealed record EndsBeforeItBegins : Unacceptable;

public sealed record AbsenceTooLong : Unacceptable;

/// <summary>It begins later than anybody plans: most likely the year is mistyped.</summary>
public sealed record AbsenceTooFar(int MostYears) : Unacceptable(MostYears);

/// <summary>The file is no iCalendar (RFC 5545).</summary>
public sealed record NotACalendar : Unacceptable;

public sealed record CalendarTooLarge(int MostMegabytes) : Unacceptable(MostMegabytes);

/// <summary>It begins as a calendar, and cannot be read to its end.</summary>
public sealed record CalendarBroken : Unacceptable;

public sealed record CannotCoverThemselves : Unacceptable;

public sealed record CoverOutsideAbsence : Unacceptable;

public sealed record CoveredTwice : Unacceptable;

public sealed record PlanIsPublished : Refusal;

/// <summary>There is nothing to take back: the plan is a proposal.</summary>
public sealed record PlanIsNotPublished : Refusal;

/// <summary>The first day has passed: an absence is declared from today on.</summary>
public sealed record AbsenceInThePast : Unacceptable;

/// <summary>The absence has ended, or was withdrawn.</summary>
public sealed record AbsenceIsOver : Refusal;

/// <summary>The member is away in those days already.</summary>
public sealed record AlreadyAway : Refusal;

/// <summary>The chosen stand-in is away too, for a part of what they should cover.</summary>
public sealed record StandInIsAway(string Name) : Unacceptable(Name);

/// <summary>The chosen person may not handle orders, or works here no more.</summary>
public sealed record CannotHandleOrders(string Name) : Unacceptable(Name);

/// <summary>The plan names a client that the absent member does not own in those days.</summary>
public sealed record NotTheirClient(string Name) : Unacceptable(Name);

public sealed record AlreadyCovered : Refusal;

public sealed record AlreadyOwned : Refusal;

/// <summary>The plan gives this person no client of the absent member.</summary>
public sealed record NotAStandIn(string Name) : Unacceptable(Name);

/// <summary>Nobody stood in for this client while its owner was away.</summary>
public sealed record NotCovered : Unacceptable;

/// <summary>Portfolios are closed, and somebody else answers for this client at this moment.</summary>
public sealed record ClientOfAnother(string Name, Message Because) : Refusal(Name, Because)
{
    public override RefusalKind Kind => RefusalKind.NotAllowed;
}

/// <summary>A weight lies between nothing and this.</summary>
public sealed record WeightsNotSound(int Most) : Unacceptable(Most);

/// <summary>Half-days off overlap, or leave nothing to work.</summary>
public sealed record WeekNotSound : Unacceptable;

/// <summary>What somebody carries lies above nothing, and up to this.</summary>
public sealed record CapacityNotSound(int Most) : Unacceptable(Most);

/// <summary>A colleague changed the owner of this client, and perhaps of others, since the proposal was made: nothing was transferred.</summary>
public sealed record OwnersChanged(string Name) : Refusal(Name);

/// <summary>Nobody foresees today who will have which clients then.</summary>
public sealed record LeavingTooFar(int MostYears) : Unacceptable(MostYears);

/// <summary>A transfer begins today or later; what was is not written anew.</summary>
public sealed record TransferInThePast : Unacceptable;
