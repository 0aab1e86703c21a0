namespace AdvPortal.Domain.Common;

/// <summary>An amount as it is said: never without its currency.</summary>
/// <param name="Currency">ISO 4217.</param>
public sealed record Money(decimal Amount, string Currency);
