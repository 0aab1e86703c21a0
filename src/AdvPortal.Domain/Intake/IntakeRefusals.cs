namespace AdvPortal.Domain.Intake;

public sealed record NoSuchOrderDocument : NoSuchThing;

/// <summary>The document is settled: its orders exist, or it was set aside for good.</summary>
public sealed record DocumentSettled : Refusal;
