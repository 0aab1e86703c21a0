namespace AdvPortal.Domain.Requirements;

public sealed record NoSuchRequirement : Refusal;

public sealed record RequirementSentenceMissing : Refusal;

public sealed record RequirementWithoutMoment : Refusal;

public sealed record RequirementEndsBeforeItStarts(DateOnly From, DateOnly Until) : Refusal(From, Until);

public sealed record RequirementReviewedBeforeItStarts(DateOnly From, DateOnly ReviewOn) : Refusal(From, ReviewOn);

public sealed record NothingToPublish : Refusal;

public sealed record RequirementRetired(DateOnly From) : Refusal(From);

public sealed record RequirementNotInForce : Refusal;

public sealed record RetiredBeforeItStarts(DateOnly From) : Refusal(From);

public sealed record RuleSaysNothing : Refusal;

public sealed record ClosesEveryDay : Refusal;

public sealed record DayBothOpenAndClosed(DayOfWeek Day) : Refusal(Day);

public sealed record NoticeOutOfRange(int MaxDays) : Refusal(MaxDays);

public sealed record WindowWithoutHours : Refusal;

public sealed record WindowEndsBeforeItStarts(TimeOnly From, TimeOnly Until) : Refusal(From, Until);

public sealed record PeriodEndsBeforeItStarts(DateOnly From, DateOnly Until) : Refusal(From, Until);

public sealed record SymbologyMissing : Refusal;

public sealed record CopiesOutOfRange(int Max) : Refusal(Max);

public sealed record LabelFieldRepeated : Refusal;

public sealed record LabelTemplateTooLong(int MaxLength) : Refusal(MaxLength);

public sealed record PrefixNotValid(string Prefix, int MaxLength) : Refusal(Prefix, MaxLength);

public sealed record SuffixNotValid(string Suffix, int MaxLength) : Refusal(Suffix, MaxLength);

public sealed record PadNotValid(int MaxLength) : Refusal(MaxLength);

public sealed record MappedCodeNotValid(int MaxLength) : Refusal(MaxLength);

public sealed record BuyerCodeGivenTwice(string BuyerCode) : Refusal(BuyerCode);
