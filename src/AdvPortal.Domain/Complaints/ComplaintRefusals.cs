namespace AdvPortal.Domain.Complaints;

public sealed record NoSuchComplaint : NoSuchThing;

public sealed record NoSuchComplaintFile : NoSuchThing;

public sealed record NoSuchComplaintAction : NoSuchThing;

public sealed record NoSuchCredit : NoSuchThing;

/// <summary>See <see cref="ComplaintLife"/>.</summary>
public sealed record ComplaintDoesNotAllow(ComplaintAct Act, ComplaintStatus Status) : Refusal(Act, Status);

/// <summary>A complaint is one client's.</summary>
public sealed record DisputesOfAnother(string OrderNumber) : Unacceptable(OrderNumber);

public sealed record DisputedTwice(string OrderNumber, string LineNo) : Unacceptable(OrderNumber, LineNo);

/// <summary>More than was delivered, what other complaints dispute of it left out.</summary>
public sealed record DisputesTooMuch(string OrderNumber, string LineNo, decimal Most) : Unacceptable(OrderNumber, LineNo, Most);

/// <summary>More than the disputed quantity is worth at the line's price.</summary>
public sealed record DisputedAmountTooHigh(string LineNo, Money Most) : Unacceptable(LineNo, Most);

public sealed record DisputedInSeveralCurrencies : Unacceptable;

/// <summary>The steps come one after the other.</summary>
public sealed record StepOutOfTurn(Discipline Turn) : Refusal(Turn);

public sealed record StepIncomplete(Discipline Discipline, StepNeed Need) : Refusal(Discipline, Need);

/// <summary>A credit above what the line disputes.</summary>
public sealed record CreditAboveLine(string LineNo, Money Most) : Unacceptable(LineNo, Most);

/// <summary>A line of the complaint that it does not have.</summary>
public sealed record NoSuchDisputedLine(string LineNo) : Unacceptable(LineNo);

/// <summary>Nothing is to be given back beside what is approved already.</summary>
public sealed record NothingToCredit : Refusal;

/// <summary>Somebody has yet to approve or to reject it.</summary>
public sealed record CreditWaits(string Number) : Refusal(Number);

/// <summary>The client may have it: it does not become less.</summary>
public sealed record CreditIsApproved(string Number) : Refusal(Number);

/// <summary>It was approved or rejected already.</summary>
public sealed record CreditIsJudged(string Number, CreditStatus Status) : Refusal(Number, Status);

public sealed record LineNotSettled(string LineNo) : Refusal(LineNo);

/// <summary>A credit note was decided, and nobody has approved it.</summary>
public sealed record CreditNotApproved : Refusal;

/// <summary>Nobody has told the client what was found.</summary>
public sealed record ClientNotAnswered : Refusal;

public sealed record ComplaintNeedsReason : Unacceptable;

/// <summary>Work begins anew before what was put in place, not after it.</summary>
public sealed record ReopensTooLate(Discipline Last) : Unacceptable(Last);

public sealed record TooManyEntries(int Most) : Unacceptable(Most);

/// <summary>What a complaint creates is its own client's.</summary>
public sealed record RequirementOfAnother : Unacceptable;
