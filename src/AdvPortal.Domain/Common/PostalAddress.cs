namespace AdvPortal.Domain.Common;

/// <summary>Where something stands. <see cref="Country"/> is ISO 3166-1 alpha-2; everything may be missing in what others send.</summary>
public sealed record PostalAddress(string? Street, string? Postcode, string? City, string? Country)
{
    public static readonly PostalAddress Empty = new(null, null, null, null);
}
