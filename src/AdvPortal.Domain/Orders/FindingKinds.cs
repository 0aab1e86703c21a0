namespace AdvPortal.Domain.Orders;

/// <summary>The kinds of findings that have no requirement behind them; the others bear the kind of their rule.</summary>
public static class FindingKinds
{
    public const string DateInPast = "dateInPast";
    public const string DateTooEarly = "dateTooEarly";
    public const string DateNotServed = "dateNotServed";
    public const string NoDateFits = "noDateFits";
    public const string PriceDiffers = "priceDiffers";
    public const string PriceMissing = "priceMissing";
    public const string UnknownProduct = "unknownProduct";
    public const string UnknownSite = "unknownSite";
    public const string DocumentDoubt = "documentDoubt";
    public const string DuplicateReference = "duplicateReference";
    public const string MissingQuantity = "missingQuantity";
    public const string TotalDiffers = "totalDiffers";
    public const string CurrencyDiffers = "currencyDiffers";
    public const string DuplicateContent = "duplicateContent";
    public const string UnitConverted = "unitConverted";
    public const string UnitUnknown = "unitUnknown";
    public const string PriceEnded = "priceEnded";
    public const string UnusualQuantity = "unusualQuantity";
    public const string Discontinued = "discontinued";
    public const string ReferenceMissing = "referenceMissing";
    public const string DateFarAhead = "dateFarAhead";
    public const string BlanketExceeded = "blanketExceeded";
    public const string BlanketNotOpen = "blanketNotOpen";
}
