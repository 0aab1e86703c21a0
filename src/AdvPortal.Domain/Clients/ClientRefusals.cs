namespace AdvPortal.Domain.Clients;

public sealed record NoSuchClient : NoSuchThing;

public sealed record NoSuchSite : NoSuchThing;

public sealed record NoSuchContact : NoSuchThing;

public sealed record ClientCodeTaken : Unacceptable;

public sealed record UnknownProductCode(string Code) : Unacceptable(Code);

public sealed record BuyerCodeTwice(string Code) : Unacceptable(Code);
