using AdvPortal.Domain.Clients;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Intake;

/// <summary>Finds the client and the site that a document speaks of, by identifiers only: a name may be anybody's. What the document says of itself comes before who sent it.</summary>
internal static class PartyMatching
{
    public static async Task<(ClientId? Client, SiteId? Site, bool SiteIsUnknown)> FindAsync(AdvDbContext db, PurchaseOrder order, ClientId? told, SiteId? toldSite, MailSender? sender, CancellationToken ct)
    {
        var shipTo = PlaceOf(order);
        var (identifiers, place) = (PartyIdentifiers.Of(order), shipTo?.Gln);
        var (glns, vats, sirens) = (identifiers.Glns.Concat(place is null ? [] : [place]).ToList(), identifiers.VatIds, identifiers.Sirens);

        var candidates = told is { } id
            ? await db.Clients.AsNoTracking().Include(c => c.Sites).Where(c => c.Id == id).ToListAsync(ct)
            : await db.Clients.AsNoTracking().Include(c => c.Sites)
                .Where(c => (c.Gln != null && glns.Contains(c.Gln)) || vats.Contains(c.VatId!) || sirens.Contains(c.Siren!) || c.Sites.Any(s => s.Gln != null && glns.Contains(s.Gln)))
                .OrderBy(c => c.Id).Take(2).ToListAsync(ct);

        if (candidates.Count == 0 && told is null && sender?.Address?.Trim() is { Length: > 0 } address)
        {
            candidates = await SendersAsync(db, address, ct);
        }

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

    /// <summary>Where all of it goes; null when its lines name several places, or none.</summary>
    public static Party? PlaceOf(PurchaseOrder order) =>
        order.ShipTo ?? (order.Lines.Select(l => l.ShipTo).OfType<Party>().DistinctBy(p => p.Gln).ToList() is [var only] ? only : null);

    // Nobody has proved it; but nobody else is known to write from there, and a person looks at the order.
    private static Task<List<Client>> SendersAsync(AdvDbContext db, string address, CancellationToken ct)
    {
        var whole = address.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);

        return db.Clients.AsNoTracking().Include(c => c.Sites).Where(c => c.Contacts.Any(p => p.ErasedAt == null && EF.Functions.ILike(p.Email!, whole, @"\"))).OrderBy(c => c.Id).Take(2).ToListAsync(ct);
    }
}
