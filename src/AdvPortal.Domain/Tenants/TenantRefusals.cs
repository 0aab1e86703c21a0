namespace AdvPortal.Domain.Tenants;

public sealed record SlugTaken : Unacceptable;

public sealed record SetUpAlready : Refusal;
