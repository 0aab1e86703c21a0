namespace AdvPortal.Domain.Orders;

public sealed record TooManyStockDates(int Most) : Unacceptable(Most);

/// <summary>Neither our number nor the client's.</summary>
public sealed record StockDateNeedsOrder : Unacceptable;

/// <summary>Neither the number of a line nor a product.</summary>
public sealed record StockDateNeedsLine : Unacceptable;

public sealed record StockDateOrderUnknown(string Name) : Unacceptable(Name);

/// <summary>Several orders have this reference.</summary>
public sealed record StockDateOrderUnclear(string Name, IReadOnlyList<string> Numbers) : Unacceptable(Name, Numbers);

public sealed record StockDateLineUnknown(string Line, string Number) : Unacceptable(Line, Number);

/// <summary>Several lines of the order have this product.</summary>
public sealed record StockDateLineUnclear(string Line, string Number, IReadOnlyList<string> LineNos) : Unacceptable(Line, Number, LineNos);

public sealed record StockDateNoteTooLong(int Most) : Unacceptable(Most);
