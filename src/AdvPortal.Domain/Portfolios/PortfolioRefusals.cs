namespace AdvPortal.Domain.Portfolios;

public sealed record NoSuchAbsence : NoSuchThing;

public sealed record EndsBeforeItBegins : Unacceptable;

public sealed record CannotCoverThemselves : Unacceptable;

public sealed record CoverOutsideAbsence : Unacceptable;

public sealed record CoveredTwice : Unacceptable;

public sealed record PlanIsPublished : Refusal;

public sealed record AlreadyCovered : Refusal;

public sealed record AlreadyOwned : Refusal;
