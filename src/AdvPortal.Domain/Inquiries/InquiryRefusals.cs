namespace AdvPortal.Domain.Inquiries;

public sealed record NoSuchInquiry : NoSuchThing;

public sealed record NoSuchReplyTemplate : NoSuchThing;

/// <summary>See <see cref="InquiryLife"/>.</summary>
public sealed record InquiryDoesNotAllow(InquiryAct Act, InquiryStatus Status) : Refusal(Act, Status);

/// <summary>It was merged into another conversation.</summary>
public sealed record InquiryGoesOnElsewhere : Refusal;

public sealed record InquiryTooLong(int Most) : Refusal(Most);

/// <summary>Between what the writer had read and now, the client or a colleague wrote.</summary>
/// <param name="IsOurs">A colleague answered.</param>
/// <param name="Who">The client's person; empty for a colleague.</param>
public sealed record NewerMessageArrived(bool IsOurs, string Who, DateTimeOffset At) : Refusal(IsOurs, Who, At);

public sealed record ReplyHasLeft : Refusal;

public sealed record SnoozedIntoPast(DateTimeOffset Until) : Unacceptable(Until);

/// <summary>The conversation that it is to go on in is not there.</summary>
public sealed record NoInquiryToJoin : Unacceptable;

/// <summary>No order is named of which the state could be written.</summary>
public sealed record NoOrderToWriteOf : Refusal;

public sealed record MergedWithItself : Unacceptable;

/// <summary>What one client says is none of another's business.</summary>
public sealed record MergedOverClients : Unacceptable;

/// <summary>What comes of a conversation is for the client whose it is.</summary>
public sealed record InquiryOfAnother : Unacceptable;

/// <summary>Nothing can come of it while nobody has said whose it is.</summary>
public sealed record InquiryWithoutClient : Refusal;

/// <summary>A conversation begins with what a client said.</summary>
public sealed record SplitWithoutQuestion : Unacceptable;

public sealed record SplitLeavesNothing : Unacceptable;

/// <summary>An answer still holds the name of something that is not known.</summary>
public sealed record VariableMissing(string Name) : Unacceptable(Name);

/// <summary>The text of a template cannot be read.</summary>
public sealed record TemplateBroken(string Why) : Unacceptable(Why);

/// <summary>The very mail is in a conversation already.</summary>
public sealed record MailReceivedAlready : Refusal;
