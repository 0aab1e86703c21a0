namespace AdvPortal.Domain.Orders;

public sealed record NoSuchOrder : Refusal;

public sealed record NoSuchFinding : Refusal;

public sealed record OrderCannotBecome(OrderStatus From, OrderStatus To) : Refusal(From, To);

/// <summary>Only an order to be reviewed may be corrected, and its findings accepted or waived.</summary>
public sealed record OrderNotToReview(OrderStatus Status) : Refusal(Status);

public sealed record RequirementsNotMet(IReadOnlyList<Finding> Findings) : Refusal(Findings.Count);

public sealed record FindingAlreadySettled(FindingState State) : Refusal(State);

/// <summary>There is no correction to accept: the order has to be changed, or the finding waived.</summary>
public sealed record NothingToAccept : Refusal;

public sealed record WaiverNeedsReason : Refusal;

public sealed record WaiverNeedsAgreement : Refusal;

public sealed record CancellationNeedsReason : Refusal;

public sealed record OrderWithoutLines : Refusal;

public sealed record LineNumberRepeated(string LineNo) : Refusal(LineNo);

public sealed record PriceBaseNotPositive(string LineNo) : Refusal(LineNo);
