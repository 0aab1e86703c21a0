using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Application.Intake;

/// <summary>Holds what a document says of a buyer and of a place of delivery against the clients and sites that may be meant.</summary>
internal static class PartyCandidates
{
    // Anybody has an address there.
    private static readonly HashSet<string> _everybodys = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail.com", "googlemail.com", "outlook.com", "outlook.fr", "hotmail.com", "hotmail.fr", "live.com", "live.fr", "msn.com", "yahoo.com", "yahoo.fr", "icloud.com", "me.com", "aol.com", "gmx.com", "gmx.fr", "gmx.de",
        "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "neuf.fr", "laposte.net", "bbox.fr", "numericable.fr", "proton.me", "protonmail.com", "web.de", "t-online.de",
    };

    public static IEnumerable<Party> Of(PurchaseOrder order) => new[] { order.Buyer, order.Invoicee, order.ShipTo }.OfType<Party>();

    /// <summary>The domain of a sender whose company has one of its own.</summary>
    public static string? DomainOf(string? address) =>
        address?.LastIndexOf('@') is > 0 and var at && address[(at + 1)..].Trim() is { Length: > 3 } domain && !_everybodys.Contains(domain) ? domain : null;

    public static Candidate? Weigh(Client client, PurchaseOrder order, string? senderName, string? domain)
    {
        var (parties, identifiers) = (Of(order).ToList(), PartyIdentifiers.Of(order));
        var name = parties.Select(p => p.Name).Append(senderName).Max(said => Likeness.OfNames(said, client.Name));

        return Candidate.Of(
            client.Id.Value, client.Code, client.Name,
            Candidate.Same(identifiers.Are(client), 0.9, MessageKeys.SameIdentifier),
            Candidate.Near(name, 0.8, MessageKeys.NearName),
            Candidate.Same(parties.Exists(p => p.Id is { } id && Likeness.Bare(id) == Likeness.Bare(client.Code)), 0.6, MessageKeys.NearCode, 100m),
            Candidate.Same(client.Sites.Any(s => parties.Exists(p => SamePostcode(p, s))), 0.35, MessageKeys.SamePostcode),
            Candidate.Same(domain is not null && client.Contacts.Any(c => c.ErasedAt is null && domain.Equals(DomainOf(c.Email), StringComparison.OrdinalIgnoreCase)), 0.6, MessageKeys.SameDomain, domain ?? ""));
    }

    public static Candidate? Weigh(Site site, PurchaseOrder order)
    {
        if ((order.ShipTo ?? order.Lines.Select(l => l.ShipTo).FirstOrDefault(p => p is not null) ?? order.Buyer) is not { } party)
        {
            return null;
        }

        return Candidate.Of(
            site.Id.Value, null, site.Name,
            Candidate.Same(site.Gln is not null && site.Gln == party.Gln, 0.95, MessageKeys.SameIdentifier),
            Candidate.Near(Likeness.OfNames(party.Name, site.Name), 0.7, MessageKeys.NearName),
            Candidate.Same(SamePostcode(party, site), 0.45, MessageKeys.SamePostcode),
            Candidate.Same(Likeness.OfNames(party.Address?.City, site.Address.City) > 0.85, 0.25, MessageKeys.SameCity),
            Candidate.Same(Likeness.OfNames(party.Address?.Street, site.Address.Street) > 0.75, 0.5, MessageKeys.SameStreet));
    }

    private static bool SamePostcode(Party party, Site site) =>
        Likeness.Bare(party.Address?.Postcode) is { Length: > 0 } postcode && postcode == Likeness.Bare(site.Address.Postcode);
}
