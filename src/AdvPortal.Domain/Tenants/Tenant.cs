using System.Text.RegularExpressions;

namespace AdvPortal.Domain.Tenants;

/// <summary>A company that works with the portal. Its slug is the first segment of every address it uses.</summary>
public sealed partial class Tenant
{
    public const int SlugMaxLength = 40;
    public const int NameMaxLength = 120;

    /// <summary>First segments of addresses that belong to the portal itself.</summary>
    private static readonly HashSet<string> _reserved = new(StringComparer.Ordinal)
    {
        "health", "openapi", "api-docs", "sign-in", "sign-out", "set-up", "password", "confirm", "forgotten", "invitation", "status", "not-found", "api", "fonts", "_blazor", "_framework", "_content",
    };

    private Tenant() { }

    public Tenant(string slug, string name, string timeZone, string language, string currency) =>
        (Slug, Name, TimeZone, Language, Currency) = (slug, name.Trim(), timeZone, language, currency);

    public TenantId Id { get; private set; } = Ids.New<TenantId>();
    public string Slug { get; private set; } = null!;
    public string Name { get; private set; } = null!;

    /// <summary>IANA name: "today" is a day in this zone.</summary>
    public string TimeZone { get; private set; } = null!;

    /// <summary>ISO 639-1: what a visitor without a preference reads.</summary>
    public string Language { get; private set; } = null!;

    /// <summary>ISO 4217: what a new client is billed in.</summary>
    public string Currency { get; private set; } = null!;

    public static bool IsSlug(string text) => text.Length <= SlugMaxLength && SlugPattern.IsMatch(text) && !_reserved.Contains(text);

    public static bool IsReserved(string segment) => _reserved.Contains(segment);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex SlugPattern { get; }
}
