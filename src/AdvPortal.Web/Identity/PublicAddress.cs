using AdvPortal.Application.Tenants;

namespace AdvPortal.Web.Identity;

/// <summary>
/// Where the links in mails lead. The address a browser asked for can be forged, so it is only believed on the machine itself; elsewhere the
/// setting says it.
/// </summary>
internal sealed class PublicAddress(IConfiguration configuration)
{
    private readonly string? _configured = configuration["Portal:PublicAddress"];

    /// <summary>The company's own address with a slash at its end, or null when nobody said what the portal is called.</summary>
    public Uri? Of(TenantInfo tenant, Uri asked) =>
        Root(asked) is { } root ? new Uri(root, $"{tenant.Slug}/") : null;

    private Uri? Root(Uri asked) =>
        Uri.TryCreate(_configured?.TrimEnd('/') + "/", UriKind.Absolute, out var configured) ? configured
        : asked.IsLoopback ? new Uri(asked.GetLeftPart(UriPartial.Authority) + "/")
        : null;
}
