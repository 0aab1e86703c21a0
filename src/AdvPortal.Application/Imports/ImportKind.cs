namespace AdvPortal.Application.Imports;

/// <summary>What a list is of.</summary>
public enum ImportKind { Clients, Sites, Contacts, Products, ProductCodes, Prices, Requirements, StockDates, Shipments }

/// <summary>What a column of a list may mean.</summary>
public enum ImportField
{
    ClientCode,
    ClientName,
    SiteName,
    ContactName,
    ProductCode,
    BuyerCode,
    ProductName,
    VatId,
    Siren,
    Gln,
    Street,
    Postcode,
    City,
    Country,
    TimeZone,
    Role,
    Email,
    Phone,
    Language,
    Currency,
    Unit,
    Gtin,
    Family,
    NetPrice,
    PriceBaseQuantity,
    ValidFrom,
    ValidUntil,
    MinimumQuantity,
    Notes,
    Sentence,
    SaidBy,
    How,
    SaidOn,
    Severity,
    OrderNumber,
    CustomerReference,
    LineNo,
    ReadyOn,
    ShipmentNumber,
    Quantity,
    ShippedOn,
    ArriveOn,
    Carrier,
    TrackingNumber,
    TrackingLink,
    Sscc,
}

/// <summary>What becomes of a row.</summary>
public enum ImportOutcome { Create, Change, Same, Refuse }
