namespace AdvPortal.Domain.Intake;

public sealed record NoSuchOrderDocument : NoSuchThing;

/// <summary>The document is settled: its orders exist, or it was set aside for good.</summary>
public sealed record DocumentSettled : Refusal;

/// <summary>The same bytes are here already: not an error, the first one answers.</summary>
public sealed record SameDocument : Refusal;
