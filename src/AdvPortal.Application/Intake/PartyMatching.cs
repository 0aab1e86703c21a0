using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Intake;

/// <summary>Finds the client and the site that a document speaks of, by identifiers only: a name may be anybody's.</summary>
internal static class PartyMatching
{
    public static async Task<(ClientId? Client, SiteId? Site, bool SiteIsUnknown)> FindAsync(AdvDbContext db, PurchaseOrder order, ClientId? told, SiteId? toldSite, CancellationToken ct)
    {
        var shipTo = order.ShipTo ?? (order.Lines.Select(l => l.ShipTo).OfType<Party>().DistinctBy(p => p.Gln).ToList() is [var only] ? only : null);
        var glns = new[] { order.Buyer?.Gln, order.Invoicee?.Gln, shipTo?.Gln }.OfType<string>().ToList();
        var vat = Normalised(order.Buyer?.VatId ?? order.Invoicee?.VatId);

        var candidates = told is { } id
            ? await db.Clients.AsNoTracking().Include(c => c.Sites).Where(c => c.Id == id).ToListAsync(ct)
            : await db.Clients.AsNoTracking().Include(c => c.Sites)
                .Where(c => (c.Gln != null && glns.Contains(c.Gln)) || (vat != null && c.VatId == vat) || c.Sites.Any(s => s.Gln != null && glns.Contains(s.Gln)))
                .OrderBy(c => c.Id).Take(2).ToListAsync(ct);

        // Two that fit are as good as none: a person says which.
        if (candidates is not [var client])
        {
            return (null, null, shipTo is not null);
        }

        var site = client.Sites.FirstOrDefault(s => s.Gln is not null && s.Gln == shipTo?.Gln)
            ?? client.Sites.FirstOrDefault(s => s.Id == toldSite)
            ?? (shipTo is null or { Gln: null, Name: null, Id: null } && client.Sites.Count == 1 ? client.Sites[0] : null)
            ?? (shipTo is null && order.Buyer?.Gln is { } gln ? client.Sites.FirstOrDefault(s => s.Gln == gln) : null);

        return (client.Id, site?.Id, site is null && client.Sites.Count > 0);
    }

    private static string? Normalised(string? vat) => vat?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() is { Length: > 0 } id ? id : null;
}
