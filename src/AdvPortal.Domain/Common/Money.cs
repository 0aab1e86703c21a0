namespace AdvPortal.Domain.Common;

/// <summary>An amount as it is said: never without its currency.</summary>
/// <param name="Currency">ISO 4217.</param>
public sealed record Money(decimal Amount, string Currency);

/// <summary>A price of one thing as it is said where the currency is understood: with two to four decimals.</summary>
public sealed record UnitPrice(decimal Amount);

/// <summary>A language that is said by its name.</summary>
/// <param name="Code">ISO 639-1.</param>
public sealed record Language(string Code);
