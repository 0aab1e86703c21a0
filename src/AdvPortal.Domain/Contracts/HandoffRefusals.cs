namespace AdvPortal.Domain.Contracts;

public sealed record NoSuchHandoff : NoSuchThing;

public sealed record HandoffIsWithAdv : Refusal;

public sealed record HandoffNotSubmitted : Refusal;

public sealed record HandoffIncomplete(int Missing) : Refusal(Missing);

public sealed record HandoffReasonMissing(int Most, int MaxLength) : Unacceptable(Most, MaxLength);

/// <summary>Such a price would hold on no day of the contract.</summary>
public sealed record HandoffPriceEndsBeforeContract(string ProductCode, DateOnly ValidUntil, DateOnly StartsOn) : Refusal(ProductCode, ValidUntil, StartsOn);

/// <summary>A client of long standing stays in its portfolio: only a transfer changes that.</summary>
public sealed record ClientHasAnOwner(string OwnerName) : Refusal(OwnerName);

public sealed record NoSuchContractFile : NoSuchThing;

/// <summary>A signed contract is a PDF, whatever it is called.</summary>
public sealed record ContractIsNoPdf : Refusal
{
    public override RefusalKind Kind => RefusalKind.WrongType;
}

public sealed record ContractTooLarge(int MostMegabytes) : Unacceptable(MostMegabytes);

/// <summary>What became of a client is told once the desk has taken it.</summary>
public sealed record HandoffNotAccepted : Refusal;
