namespace AdvPortal.Domain.Members;

public sealed record NoSuchMember : NoSuchThing;

public sealed record EmailTaken : Unacceptable;

public sealed record LastAdmin : Refusal;

public sealed record NotYourself : Refusal;

public sealed record NoSuchApiKey : NoSuchThing;

/// <summary>Address or password wrong, or too many attempts: never which of them.</summary>
public sealed record WrongCredentials : Refusal;

/// <summary>A link of an invitation, or to choose a new password, that was used already or is too old.</summary>
public sealed record LinkExpired : NoSuchThing;

public sealed record WrongPassword : Unacceptable;

/// <summary>The invitation was accepted long ago.</summary>
public sealed record JoinedAlready : Refusal;
