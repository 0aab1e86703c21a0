namespace AdvPortal.Domain.Tenders;

public sealed record NoSuchTender : NoSuchThing;

public sealed record NoSuchTenderTask : NoSuchThing;

public sealed record NoSuchTenderQuestion : NoSuchThing;

/// <summary>A version that was never submitted.</summary>
public sealed record NoSuchTenderVersion : Unacceptable;

/// <summary>See <see cref="TenderLife"/>.</summary>
public sealed record TenderDoesNotAllow(TenderAct Act, TenderStatus Status) : Refusal(Act, Status);

/// <summary>The deadline of a new tender, or a new deadline, is over already.</summary>
/// <param name="Day">In the company's time zone, as <paramref name="At"/>.</param>
public sealed record DeadlineIsPast(DateOnly Day, TimeOnly At) : Unacceptable(Day, At);

/// <summary>Questions are asked before the offer is due, not after it.</summary>
public sealed record QuestionsAfterDeadline : Unacceptable;

/// <summary>The same was answered, or its answer taken back, since the person began to: nobody's answer is lost without having been read.</summary>
public sealed record AnsweredMeanwhile : Refusal
{
    public override RefusalKind Kind => RefusalKind.Outdated;
}

/// <summary>The last day for questions of ours has passed.</summary>
public sealed record QuestionsAreClosed(DateOnly Until) : Refusal(Until);

/// <summary>A line that the tender does not have.</summary>
/// <param name="LineNo">Its id where it has no number.</param>
public sealed record NoSuchTenderLine(string LineNo) : Unacceptable(LineNo);

/// <summary>Two prices from the same quantity on.</summary>
public sealed record TierTwice(string LineNo, decimal FromQuantity) : Unacceptable(LineNo, FromQuantity);

/// <summary>Neither has a price, nor was it left out.</summary>
public sealed record LineNotPriced(string LineNo) : Refusal(LineNo);

/// <summary>There is nothing in it that could be offered.</summary>
public sealed record NothingOffered : Refusal;

/// <summary>Its prices hold no longer.</summary>
public sealed record OfferHasEnded(string LineNo, DateOnly On) : Refusal(LineNo, On);

public sealed record NothingAwarded : Unacceptable;

/// <summary>One product has one price list: two lines of it cannot both become the contract's.</summary>
public sealed record AwardedTwice(string ProductCode) : Unacceptable(ProductCode);

/// <summary>What was not offered is not awarded.</summary>
public sealed record LineNotOffered(string LineNo) : Unacceptable(LineNo);

/// <summary>The offered prices have ended before they would begin.</summary>
public sealed record AwardEndsBeforeItBegins(string LineNo, DateOnly Until) : Unacceptable(LineNo, Until);

/// <summary>Prices that come of a tender begin after it was opened: what was paid before is done.</summary>
/// <param name="OpenedOn">In the company's time zone.</param>
public sealed record AwardBeforeTender(DateOnly OpenedOn) : Unacceptable(OpenedOn);

/// <summary>Nobody knows how many of the product's units one of the offered unit is.</summary>
public sealed record AwardInAnotherUnit(string LineNo, string Unit, string ProductUnit) : Unacceptable(LineNo, Unit, ProductUnit);

/// <summary>A reason of another end.</summary>
public sealed record ReasonDoesNotFit(TenderReason Reason, TenderStatus End) : Unacceptable(Reason, End);

/// <summary>The list has no word for it: then one's own.</summary>
public sealed record TenderNeedsReason : Unacceptable;

/// <summary>Only whoever was asked, or whoever handles tenders, answers.</summary>
public sealed record TaskOfAnother : Refusal
{
    public override RefusalKind Kind => RefusalKind.NotAllowed;
}

/// <summary>Nobody has said whose it is, nor does the conversation.</summary>
public sealed record TenderNeedsClient : Unacceptable;
