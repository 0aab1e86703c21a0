using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Requirements;

/// <summary>The key of everything a finding may say; Web words each in French and English. Gaps are numbered as the parts come.</summary>
public static class MessageKeys
{
    /// <summary>{0} asked for, {1} proposed (dates).</summary>
    public const string DeliveryMoved = "deliveryDays.moved";

    /// <summary>{0} asked for.</summary>
    public const string DeliveryToAsk = "deliveryDays.ask";

    /// <summary>{0} asked for, {1} days looked at.</summary>
    public const string DeliveryNothingFits = "deliveryDays.nothingFits";

    /// <summary>{0} asked for, {1} proposed.</summary>
    public const string DateInPast = "dateInPast.moved";

    /// <summary>{0} asked for, {1} days looked at.</summary>
    public const string DateInPastNothingFits = "dateInPast.nothingFits";

    /// <summary>{0} asked for, {1} proposed.</summary>
    public const string DateTooEarly = "dateTooEarly.moved";

    /// <summary>{0} asked for, {1} days looked at.</summary>
    public const string DateTooEarlyNothingFits = "dateTooEarly.nothingFits";

    /// <summary>{0} asked for, {1} proposed: our own calendar, or the carrier's.</summary>
    public const string DateNotServed = "dateNotServed.moved";

    /// <summary>{0} asked for, {1} days looked at.</summary>
    public const string DateNotServedNothingFits = "dateNotServed.nothingFits";

    /// <summary>{0} asked for: a requirement says to ask the client.</summary>
    public const string DateNotServedToAsk = "dateNotServed.ask";

    /// <summary>{0} asked for: a requirement says to ask the client.</summary>
    public const string DateInPastToAsk = "dateInPast.ask";

    /// <summary>{0} asked for: a requirement says to ask the client.</summary>
    public const string DateTooEarlyToAsk = "dateTooEarly.ask";

    /// <summary>{0} days looked at.</summary>
    public const string NoDateFits = "noDateFits";

    /// <summary>{0} symbology, {1} labels on each parcel.</summary>
    public const string LabelsPerParcel = "labelling.parcel";

    /// <summary>{0} symbology, {1} labels on each pallet.</summary>
    public const string LabelsPerPallet = "labelling.pallet";

    /// <summary>{0} our code, {1} the client's.</summary>
    public const string CodeShown = "productCode.shown";

    /// <summary>{0} our code, {1} the client's; on some documents only.</summary>
    public const string CodeShownOnSome = "productCode.shownOnSome";

    /// <summary>{0} ordered, {1} contract, {2} per cent.</summary>
    public const string PriceAbove = "priceDiffers.above";

    /// <summary>{0} ordered, {1} contract, {2} per cent.</summary>
    public const string PriceBelow = "priceDiffers.below";

    /// <summary>{0} ordered, {1} contract, {2} per cent, {3} quantity from which the price ordered would be the agreed one.</summary>
    public const string PriceOfBreak = "priceDiffers.break";

    /// <summary>{0} ordered, {1} agreed, {2} per cent, {3} number of the blanket order.</summary>
    public const string PriceOfBlanket = "priceDiffers.blanket";

    /// <summary>{0} number of the blanket order, {1} called off, {2} left.</summary>
    public const string BlanketExceeded = "blanketExceeded";

    /// <summary>{0} number of the blanket order, {1} called off: nothing is left.</summary>
    public const string BlanketUsedUp = "blanketExceeded.usedUp";

    /// <summary>{0} number of the blanket order.</summary>
    public const string BlanketClosed = "blanketNotOpen.closed";

    /// <summary>{0} number of the blanket order, {1} asked for, {2} its first day, {3} its last.</summary>
    public const string BlanketOutsidePeriod = "blanketNotOpen.period";

    public const string PriceMissing = "priceMissing";

    /// <summary>{0} price, {1} its last day.</summary>
    public const string PriceEnded = "priceEnded";

    /// <summary>{0} code or description as sent.</summary>
    public const string UnknownProduct = "unknownProduct";

    public const string UnknownSite = "unknownSite";

    /// <summary>{0} reference, {1} number of the other order.</summary>
    public const string DuplicateReference = "duplicateReference";

    /// <summary>{0} number of the other order, {1} when it came.</summary>
    public const string DuplicateContent = "duplicateContent";

    public const string DocumentWithoutReference = "referenceMissing";

    /// <summary>{0} asked for, {1} years.</summary>
    public const string DateFarAhead = "dateFarAhead";

    public const string MissingQuantity = "missingQuantity";

    /// <summary>{0} the client's unit, {1} ours.</summary>
    public const string UnitUnknown = "unitUnknown";

    /// <summary>{0} ordered, {1} median, {2} orders.</summary>
    public const string QuantityUnusuallyHigh = "unusualQuantity.high";

    /// <summary>{0} ordered, {1} median, {2} orders.</summary>
    public const string QuantityUnusuallyLow = "unusualQuantity.low";

    /// <summary>{0} our code, {1} since.</summary>
    public const string Discontinued = "discontinued";

    /// <summary>{0} our code, {1} since, {2} code of what takes its place.</summary>
    public const string Replaced = "discontinued.replaced";

    /// <summary>{0} total as announced, {1} sum of the lines.</summary>
    public const string TotalDiffers = "totalDiffers";

    /// <summary>{0}: how many points of the client's document somebody has to look at.</summary>
    public const string DocumentDoubt = "documentDoubt";

    /// <summary>{0} the order's, {1} the contract's.</summary>
    public const string CurrencyDiffers = "currencyDiffers";

    /// <summary>{0} ordered, {1} proposed, {2} sold by.</summary>
    public const string QuantityRaised = "packaging.multiple";

    /// <summary>{0} what to mind: a list of the keys below.</summary>
    public const string Pallets = "packaging.pallets";

    /// <summary>{0} type.</summary>
    public const string PalletsOf = "packaging.palletType";

    /// <summary>{0} centimetres.</summary>
    public const string PalletsHeight = "packaging.height";

    /// <summary>{0} kilograms.</summary>
    public const string PalletsWeight = "packaging.weight";

    public const string PalletsNotMixed = "packaging.notMixed";

    /// <summary>{0} the order's amount, {1} the least.</summary>
    public const string MinimumAmount = "minimumOrder.amount";

    /// <summary>{0} ordered, {1} the least.</summary>
    public const string MinimumQuantity = "minimumOrder.quantity";

    /// <summary>{0} the order's amount, {1} from where it is paid.</summary>
    public const string CarriageNotPaid = "minimumOrder.carriage";

    /// <summary>{0} the amount that counts, {1} the order's currency.</summary>
    public const string MinimumOtherCurrency = "minimumOrder.otherCurrency";

    /// <summary>{0} the line's own date, {1} that of all.</summary>
    public const string DeliveredTogether = "partialDelivery.together";

    /// <summary>{0} days looked at.</summary>
    public const string NothingTogether = "partialDelivery.nothingFits";

    /// <summary>A line has no date before the client is asked: the others wait for it.</summary>
    public const string TogetherToAsk = "partialDelivery.ask";

    public const string BackOrderKept = "backOrder.keep";
    public const string BackOrderCancelled = "backOrder.cancel";
    public const string BackOrderAsked = "backOrder.ask";

    /// <summary>{0} what to join: a list of the keys below.</summary>
    public const string Papers = "documents.join";

    /// <summary>{0} copies.</summary>
    public const string PapersCopies = "documents.copies";

    /// <summary>{0} ISO 639-1.</summary>
    public const string PapersLanguage = "documents.language";

    /// <summary>{0} address.</summary>
    public const string PapersInvoice = "documents.invoiceTo";

    public const string ReferenceMissing = "reference.missing";

    /// <summary>{0} pattern.</summary>
    public const string ReferenceMissingLike = "reference.missingLike";

    /// <summary>{0} as sent, {1} pattern.</summary>
    public const string ReferenceUnlike = "reference.unlike";

    /// <summary>{0} as sent.</summary>
    public const string ReferenceShown = "reference.shown";

    public const string ContactFirst = "contactFirst.reach";

    /// <summary>{0} hours.</summary>
    public const string ContactBefore = "contactFirst.before";

    /// <summary>{0} what to do.</summary>
    public const string Instruction = "instruction.text";

    /// <summary>{0} days looked at.</summary>
    public const string NoDayLeft = "contradiction.noDay";

    /// <summary>{0} days looked at.</summary>
    public const string OnlyWeekendsLeft = "contradiction.onlyWeekends";

    /// <summary>{0} days looked at: it takes several others.</summary>
    public const string NoDayLeftTogether = "contradiction.noDayTogether";

    /// <summary>{0} the days of the week on which no hour is common.</summary>
    public const string NoHourLeft = "contradiction.noHour";

    public const string LabelledTwice = "contradiction.labelledTwice";

    /// <summary>The one that is tried would prevail.</summary>
    public const string Prevails = "contradiction.prevails";

    /// <summary>The other one would prevail.</summary>
    public const string GivesWay = "contradiction.givesWay";

    /// <summary>The key of what two rules of a kind cannot both mean; {0} which of them prevails.</summary>
    public static string Against(string kind) => $"contradiction.{kind}";

    /// <summary>The key of a reason: why.closed, why.holiday …</summary>
    public static string Of(WhyNot why) => $"why.{char.ToLowerInvariant(why.ToString()[0])}{why.ToString()[1..]}";

    /// <summary>The key of a certificate: certificate.type31, certificate.conformity …</summary>
    public static string Of(Certificate certificate) => $"certificate.{char.ToLowerInvariant(certificate.ToString()[0])}{certificate.ToString()[1..]}";

    public const string SameIdentifier = "candidate.identifier";
    public const string SamePostcode = "candidate.postcode";
    public const string SameCity = "candidate.city";
    public const string SameStreet = "candidate.street";
    public const string SameGtin = "candidate.gtin";

    /// <summary>{0} part after the at sign.</summary>
    public const string SameDomain = "candidate.domain";

    /// <summary>{0} per cent.</summary>
    public const string NearName = "candidate.name";

    /// <summary>{0} per cent.</summary>
    public const string NearCode = "candidate.code";

    /// <summary>{0} per cent, {1} the client's code that is like it.</summary>
    public const string NearBuyerCode = "candidate.buyerCode";

    /// <summary>{0} per cent.</summary>
    public const string NearDescription = "candidate.description";

    /// <summary>The key of a conversion: unitConverted.standard …; {0} ordered, {1} in this unit, {2} is so many, {3} of ours, {4} for each.</summary>
    public static string Of(ConversionBasis basis) => $"unitConverted.{char.ToLowerInvariant(basis.ToString()[0])}{basis.ToString()[1..]}";

    /// <summary>Every key there is.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        DeliveryMoved, DeliveryToAsk, DeliveryNothingFits, DateInPast, DateInPastNothingFits, DateInPastToAsk, DateTooEarly, DateTooEarlyNothingFits, DateTooEarlyToAsk, DateNotServed, DateNotServedNothingFits, DateNotServedToAsk,
        NoDateFits, LabelsPerParcel, LabelsPerPallet, CodeShown, CodeShownOnSome, PriceAbove, PriceBelow, PriceMissing, UnknownProduct, UnknownSite,
        SameIdentifier, SamePostcode, SameCity, SameStreet, SameGtin, SameDomain, NearName, NearCode, NearBuyerCode, NearDescription, PriceOfBreak, PriceEnded, DuplicateContent, DocumentWithoutReference, DateFarAhead, UnitUnknown, QuantityUnusuallyHigh, QuantityUnusuallyLow, Discontinued, Replaced,
        DuplicateReference, MissingQuantity, TotalDiffers, DocumentDoubt, CurrencyDiffers, QuantityRaised, Pallets, PalletsOf, PalletsHeight, PalletsWeight, PalletsNotMixed,
        MinimumAmount, MinimumQuantity, CarriageNotPaid, MinimumOtherCurrency, DeliveredTogether, NothingTogether, TogetherToAsk, BackOrderKept, BackOrderCancelled, BackOrderAsked,
        Papers, PapersCopies, PapersLanguage, PapersInvoice, ReferenceMissing, ReferenceMissingLike, ReferenceUnlike, ReferenceShown, ContactFirst, ContactBefore, Instruction,
        NoDayLeft, OnlyWeekendsLeft, NoDayLeftTogether, NoHourLeft, LabelledTwice, Prevails, GivesWay,
        .. new[] { Labelling.KindName, ProductCode.KindName, Packaging.KindName, MinimumOrder.KindName, PartialDelivery.KindName, BackOrder.KindName, RequiredDocuments.KindName, Reference.KindName }.Select(Against),
        .. Enum.GetValues<WhyNot>().Select(Of), .. Enum.GetValues<Certificate>().Select(Of), .. Enum.GetValues<ConversionBasis>().Select(Of),
    ];
}
