namespace AdvPortal.Domain.Intake;

public sealed record NoSuchOrderDocument : NoSuchThing;

/// <summary>The document is settled: its orders exist, or it was set aside for good.</summary>
public sealed record DocumentSettled : Refusal;

/// <summary>Nothing is known of the document yet: somebody is reading it.</summary>
public sealed record DocumentBeingRead : Refusal;

/// <summary>Programs, archives and pictures are no orders, and nobody wants them kept.</summary>
public sealed record FileTypeRefused : Refusal
{
    public override RefusalKind Kind => RefusalKind.WrongType;
}

/// <summary>Codes are a client's: they mean nothing before it is known whose they are, and where the goods go.</summary>
public sealed record CodesNeedClientAndSite : Unacceptable;

/// <summary>The same bytes are here already: not an error, the first one answers.</summary>
public sealed record SameDocument : Refusal;

public sealed record NoSuchLayout : NoSuchThing;

/// <summary>The document never had such a column or label.</summary>
public sealed record NoSuchPlaceInLayout(string Text) : Unacceptable(Text);

/// <summary>No order has such a value.</summary>
public sealed record LayoutFieldUnknown(string Text, string Field) : Unacceptable(Text, Field);

/// <summary>Two columns are said to hold the same.</summary>
public sealed record LayoutFieldTwice(string First, string Second) : Unacceptable(First, Second);

/// <summary>A decimal mark other than comma and point, a currency that is none, or too many or too long units.</summary>
public sealed record LayoutHabitsNotValid : Unacceptable;

public sealed record LayoutRetired : Refusal;

/// <summary>The document orders something: there is nothing to apply to an order that stands.</summary>
public sealed record NotAnAmendment : Refusal;

/// <summary>Which order is meant has to be said first.</summary>
public sealed record AmendmentWithoutOrder : Refusal;

/// <summary>The document speaks of no line of this number.</summary>
public sealed record NoSuchAmendedLine(string LineNo) : Unacceptable(LineNo);

public sealed record AmendmentChangesNothing : Unacceptable;

public sealed record AmendmentRefusalNeedsReason : Unacceptable;

/// <summary>No language model is set up here: nobody can be asked.</summary>
public sealed record NoLanguageModel : Refusal;

/// <summary>Nothing of what was to be taken stands in the document, or all of it is filled in by now.</summary>
public sealed record NothingToTake : Unacceptable;
