namespace AdvPortal.Domain.Contracts;

public sealed record NoSuchHandoff : NoSuchThing;

public sealed record HandoffIsWithAdv : Refusal;

public sealed record HandoffNotSubmitted : Refusal;

public sealed record HandoffIncomplete(int Missing) : Refusal(Missing);

public sealed record HandoffReasonMissing(int Most, int MaxLength) : Unacceptable(Most, MaxLength);

/// <summary>A client of long standing stays in its portfolio: only a transfer changes that.</summary>
public sealed record ClientHasAnOwner(string OwnerName) : Refusal(OwnerName);
