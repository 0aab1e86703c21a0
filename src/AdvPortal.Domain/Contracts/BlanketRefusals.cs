namespace AdvPortal.Domain.Contracts;

public sealed record NoSuchBlanketOrder : NoSuchThing;

/// <summary>The line belongs to another client's agreement, to another product, or to none.</summary>
public sealed record NoSuchBlanketLine : NoSuchThing;

public sealed record BlanketIsClosed(string Number) : Refusal(Number);

public sealed record BlanketWithoutLines : Unacceptable;

/// <summary>Call-offs find their line by its product: there is one of each.</summary>
public sealed record ProductAgreedTwice(string ProductCode) : Unacceptable(ProductCode);

public sealed record AgreedBelowCalledOff(string ProductCode, decimal CalledOff) : Unacceptable(ProductCode, CalledOff);

public sealed record AgreedLineIsCalledOff(string ProductCode) : Refusal(ProductCode);

public sealed record AgreedQuantityNeedsReason : Unacceptable;

public sealed record ClosingBlanketNeedsReason : Unacceptable;

/// <summary>Call-offs are counted in the unit of the product.</summary>
public sealed record AgreedUnitDiffers(string ProductCode, string Unit) : Unacceptable(ProductCode, Unit);

/// <summary>A promised line takes of the agreement at once: more than is left is no call-off of it.</summary>
public sealed record CallOffBeyondRest(string Number, decimal Quantity, decimal Rest) : Refusal(Number, Quantity, Rest);
