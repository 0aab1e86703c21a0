namespace AdvPortal.Domain.Products;

public sealed record NoSuchProduct : NoSuchThing;

public sealed record ProductCodeTaken : Unacceptable;
