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

    public const string PriceMissing = "priceMissing";

    /// <summary>{0} code or description as sent.</summary>
    public const string UnknownProduct = "unknownProduct";

    public const string UnknownSite = "unknownSite";

    /// <summary>{0} reference, {1} number of the other order.</summary>
    public const string DuplicateReference = "duplicateReference";

    public const string MissingQuantity = "missingQuantity";

    /// <summary>{0} total as announced, {1} sum of the lines.</summary>
    public const string TotalDiffers = "totalDiffers";

    /// <summary>{0} the order's, {1} the contract's.</summary>
    public const string CurrencyDiffers = "currencyDiffers";

    /// <summary>The key of a reason: why.closed, why.holiday …</summary>
    public static string Of(WhyNot why) => $"why.{char.ToLowerInvariant(why.ToString()[0])}{why.ToString()[1..]}";

    /// <summary>Every key there is.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        DeliveryMoved, DeliveryToAsk, DeliveryNothingFits, DateInPast, DateInPastNothingFits, DateInPastToAsk, DateTooEarly, DateTooEarlyNothingFits, DateTooEarlyToAsk,
        NoDateFits, LabelsPerParcel, LabelsPerPallet, CodeShown, CodeShownOnSome, PriceAbove, PriceBelow, PriceMissing, UnknownProduct, UnknownSite,
        DuplicateReference, MissingQuantity, TotalDiffers, CurrencyDiffers,
        .. Enum.GetValues<WhyNot>().Select(Of),
    ];
}
