namespace AdvPortal.Domain.Members;

public sealed record NoSuchMember : NoSuchThing;

public sealed record EmailTaken : Unacceptable;

public sealed record LastAdmin : Refusal;

public sealed record NotYourself : Refusal;

public sealed record NoSuchApiKey : NoSuchThing;
