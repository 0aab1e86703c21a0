namespace AdvPortal.Domain.Requirements;

public sealed record NoSuchRequirement : NoSuchThing;

public sealed record NoSuchRevision : NoSuchThing;

public sealed record RequirementSentenceMissing : Unacceptable;

public sealed record RequirementWithoutMoment : Unacceptable;

public sealed record RequirementEndsBeforeItStarts(DateOnly From, DateOnly Until) : Unacceptable(From, Until);

public sealed record RequirementReviewedBeforeItStarts(DateOnly From, DateOnly ReviewOn) : Unacceptable(From, ReviewOn);

public sealed record NothingToPublish : Refusal;

/// <summary>A complaint or a tender led to it and says so.</summary>
public sealed record RequirementIsNamed : Refusal;

public sealed record RequirementRetired(DateOnly From) : Refusal(From);

public sealed record RequirementNotInForce : Refusal;

public sealed record RuleSaysNothing : Unacceptable;

public sealed record ClosesEveryDay : Unacceptable;

public sealed record DayBothOpenAndClosed(DayOfWeek Day) : Unacceptable(Day);

public sealed record NoticeOutOfRange(int MaxDays) : Unacceptable(MaxDays);

public sealed record WindowWithoutHours : Unacceptable;

public sealed record WindowEndsBeforeItStarts(TimeOnly From, TimeOnly Until) : Unacceptable(From, Until);

public sealed record PeriodEndsBeforeItStarts(DateOnly From, DateOnly Until) : Unacceptable(From, Until);

public sealed record SymbologyMissing : Unacceptable;

public sealed record CopiesOutOfRange(int Max) : Unacceptable(Max);

public sealed record LabelFieldRepeated : Unacceptable;

public sealed record LabelTemplateTooLong(int MaxLength) : Unacceptable(MaxLength);

/// <summary>GS1-128 says nothing but GS1 element strings: (00){sscc}(400){orderReference} …</summary>
public sealed record LabelTemplateNotGs1 : Unacceptable;

/// <summary>An element such as (37)500 whose value its application identifier does not allow.</summary>
public sealed record LabelElementNotValid(string Element) : Unacceptable(Element);

public sealed record PrefixNotValid(string Prefix, int MaxLength) : Unacceptable(Prefix, MaxLength);

public sealed record SuffixNotValid(string Suffix, int MaxLength) : Unacceptable(Suffix, MaxLength);

public sealed record PadNotValid(int MaxLength) : Unacceptable(MaxLength);

public sealed record MappedCodeNotValid(int MaxLength) : Unacceptable(MaxLength);

public sealed record BuyerCodeGivenTwice(string BuyerCode) : Unacceptable(BuyerCode);

public sealed record HeightOutOfRange(int MaxCm) : Unacceptable(MaxCm);

public sealed record WeightOutOfRange(decimal MaxKg) : Unacceptable(MaxKg);

public sealed record MultipleOutOfRange(decimal Max) : Unacceptable(Max);

public sealed record MinimumOutOfRange(decimal Max) : Unacceptable(Max);

public sealed record MinimumWithoutCurrency : Unacceptable;

public sealed record CurrencyNotValid(string Currency) : Unacceptable(Currency);

public sealed record LanguageNotValid(string Language) : Unacceptable(Language);

public sealed record InvoiceAddressNotValid(string Address) : Unacceptable(Address);

public sealed record PatternNotValid(string Pattern) : Unacceptable(Pattern);

public sealed record HoursBeforeOutOfRange(int MaxHours) : Unacceptable(MaxHours);

public sealed record WhoTooLong(int MaxLength) : Unacceptable(MaxLength);

public sealed record PhoneNotValid(string Phone) : Unacceptable(Phone);

public sealed record InstructionTooLong(int MaxLength) : Unacceptable(MaxLength);

public sealed record NothingToReconfirm : Refusal;

public sealed record ContactWithoutAddress : Unacceptable;

/// <summary>Unknown, expired, withdrawn or answered: whoever holds a link learns nothing more.</summary>
public sealed record ReconfirmationClosed : NoSuchThing;

public sealed record ReconfirmationIncomplete : Unacceptable;

public sealed record NothingCorrected : Refusal;
