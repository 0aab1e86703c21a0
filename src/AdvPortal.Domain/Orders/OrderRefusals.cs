namespace AdvPortal.Domain.Orders;

public sealed record NoSuchOrder : NoSuchThing;

public sealed record NoSuchFinding : NoSuchThing;

public sealed record NoSuchClarification : NoSuchThing;

/// <summary>Nothing was asked, or whoever says so is nobody whom we asked.</summary>
public sealed record NothingWasAsked : NoSuchThing;

/// <summary>The finding tells of no other order.</summary>
public sealed record NotADuplicate : Unacceptable;

/// <summary>The earlier order is on its way or gone: it cannot give way any more.</summary>
public sealed record EarlierOrderHasLeft(string Number, OrderStatus Status) : Refusal(Number, Status);

/// <summary>A client is asked at the address of one of its contacts; any other would be a stranger's.</summary>
public sealed record AddressOfNobody(string Address) : Unacceptable(Address);

public sealed record OrderCannotBecome(OrderStatus From, OrderStatus To) : Refusal(From, To);

/// <summary>See <see cref="OrderLife"/>.</summary>
public sealed record OrderDoesNotAllow(OrderAct Act, OrderStatus Status) : Refusal(Act, Status);

public sealed record HoldEndsInPast(DateOnly Until) : Unacceptable(Until);

public sealed record HoldNeedsNote : Unacceptable;

/// <summary>Whoever held it said who may let it go on.</summary>
public sealed record NotYoursToRelease(HoldRelease Release) : Refusal(Release);

/// <summary>A promise moves for a stated cause only; one that is in no list is told in a note.</summary>
public sealed record PromiseNeedsReason : Unacceptable;

public sealed record PromiseUnchanged : Unacceptable;

public sealed record PromiseInPast(DateOnly Day) : Unacceptable(Day);

/// <summary>Our own calendar, the carrier's or the client's does not allow it; nothing was changed.</summary>
/// <param name="Next">The first day from then on that all of them allow.</param>
public sealed record PromiseNotPossible(string LineNo, DateOnly Day, DateOnly Next) : Unacceptable(LineNo, Day, Next);

/// <summary>No day within <see cref="Judgement.HorizonDays"/> suits everybody.</summary>
public sealed record NoDayPossible(string LineNo, DateOnly Day) : Unacceptable(LineNo, Day);

/// <summary>The parts of a line are together all that it still promises.</summary>
public sealed record PartsDoNotAddUp(string LineNo, decimal Outstanding) : Unacceptable(LineNo, Outstanding);

public sealed record PartsOnOneDay(string LineNo, DateOnly Day) : Unacceptable(LineNo, Day);

/// <summary>The client knows all there is to know.</summary>
public sealed record NothingToTell : Refusal;

/// <summary>The client is about to be told: once more would be twice.</summary>
public sealed record NoticeUnderway : Refusal;

/// <summary>Nothing waits that could be stopped: the client has it.</summary>
public sealed record NoticeHasLeft : Refusal;

public sealed record NothingOutstanding(string LineNo) : Refusal(LineNo);

public sealed record NothingToShip : Unacceptable;

public sealed record ShippedQuantityNotPositive(string LineNo) : Unacceptable(LineNo);

/// <summary>More than was ordered and the client tolerates.</summary>
public sealed record ShipsTooMuch(string LineNo, decimal Most) : Unacceptable(LineNo, Most);

/// <summary>The client takes its orders in one delivery, and something would stay behind.</summary>
public sealed record GoesTogether(string LineNo) : Refusal(LineNo);

/// <summary>Only what has left can be taken back.</summary>
public sealed record HasNotShipped(string LineNo, decimal Shipped) : Unacceptable(LineNo, Shipped);

/// <summary>Nothing has left: such an order is cancelled.</summary>
public sealed record CancelInstead : Refusal;

/// <summary>Only an order to be reviewed may be corrected, and its findings accepted or waived.</summary>
public sealed record OrderNotToReview(OrderStatus Status) : Refusal(Status);

public sealed record RequirementsNotMet(IReadOnlyList<Finding> Findings) : Refusal(Findings.Count);

public sealed record FindingAlreadySettled(FindingState State) : Refusal(State);

/// <summary>There is no correction to accept: the order has to be changed, or the finding waived.</summary>
public sealed record NothingToAccept : Refusal;

/// <summary>Only a date that suits everything can be taken in the place of the one proposed.</summary>
public sealed record DateNotOffered(DateOnly Day) : Unacceptable(Day);

/// <summary>Whatever was agreed, an order without a quantity orders nothing.</summary>
public sealed record MissingQuantityCannotBeWaived : Refusal;

/// <summary>In which unit something is ordered is no matter of agreement: the line says it, or somebody completes it.</summary>
public sealed record UnitCannotBeWaived : Refusal;

/// <summary>The client may have heard of the promise: it is changed by another answer, not taken back.</summary>
public sealed record ConfirmationHasLeft : Refusal;

/// <summary>What was done with several orders stands: the moment to take it back has passed.</summary>
public sealed record TooLateToUndo : Refusal;

/// <summary>More at once than one piece of work can do.</summary>
public sealed record TooManyOrders(int Most) : Unacceptable(Most);

/// <summary>The acknowledgement is about to leave: once more would be twice.</summary>
public sealed record AcknowledgementUnderway : Refusal;

/// <summary>No buyer of the client has an address: the acknowledgement goes another way.</summary>
public sealed record NobodyToWriteTo : Refusal;

public sealed record LabelsOutOfRange(int Most) : Unacceptable(Most);

/// <summary>A QR code does not hold what the requirement wants in it.</summary>
public sealed record LabelPayloadTooLong(int MaxBytes) : Unacceptable(MaxBytes);

/// <summary>What is to stand in its bars does not fit a label's width and height.</summary>
public sealed record LabelCodeTooWide : Unacceptable;

/// <summary>Without the company's GS1 prefix no unit can be numbered.</summary>
public sealed record CompanyPrefixMissing : Refusal;

/// <summary>Every number that the company prefix allows has been given.</summary>
public sealed record SsccsExhausted(string CompanyPrefix) : Refusal(CompanyPrefix);

/// <summary>The steps after a promise are planning, packing, labelling and invoicing.</summary>
public sealed record NoSuchStep : Unacceptable;

/// <summary>Nothing is done for an order that is not promised, or is over.</summary>
public sealed record StepNotReached(OrderStatus Status) : Refusal(Status);

/// <summary>Two company prefixes, one of which begins with the other, met in the same number.</summary>
public sealed record SsccTaken : Refusal;

public sealed record WaiverNeedsReason : Unacceptable;

public sealed record WaiverNeedsAgreement : Unacceptable;

public sealed record CancellationNeedsReason : Unacceptable;

public sealed record OrderWithoutLines : Unacceptable;

public sealed record LineNumberRepeated(string LineNo) : Unacceptable(LineNo);

/// <summary>Quantity, price or amount beyond what an order can hold.</summary>
public sealed record LineOutOfRange(string LineNo) : Unacceptable(LineNo);

public sealed record NoSuchLine(string LineNo) : Unacceptable(LineNo);

public sealed record PriceBaseNotPositive(string LineNo) : Unacceptable(LineNo);

/// <summary>What has left, or was given up, stays as it is.</summary>
public sealed record OrderNotAmendable(OrderStatus Status) : Refusal(Status);

/// <summary>A change is decided once: what is wanted since then comes as another one.</summary>
public sealed record AmendmentDecided : Refusal;

/// <summary>Somebody else has changed the same thing otherwise meanwhile: nothing was changed, and the person chooses.</summary>
/// <param name="Change">From what this person wants, to what the other one has made of it.</param>
public sealed record ChangedByBoth(TermsChange Change) : Refusal(Change.LineNo is { } no ? new Message("TermsOfLine", no) : new Message("TermsOfOrder"), Change.Field, Say(Change.From), Say(Change.To))
{
    private static object Say(object? value) => value switch { null => "—", TermsPrice price => new UnitPrice(price.Amount), _ => value };
}

/// <summary>Less than has left cannot be ordered, nor something else in its place.</summary>
public sealed record LineHasShipped(string LineNo, decimal Shipped) : Refusal(LineNo, Shipped);

/// <summary>All of it has left, or nothing will.</summary>
public sealed record NothingToHandle(OrderStatus Status) : Refusal(Status);

/// <summary>It is with whom it was to go to.</summary>
public sealed record HandlerUnchanged : Refusal;
