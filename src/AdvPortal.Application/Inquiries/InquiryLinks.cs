using AdvPortal.Domain.Inquiries;
using AdvPortal.Exchange.Inquiries;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Inquiries;

/// <summary>Which orders and deliveries a client speaks of: by numbers that are theirs in our books, and by nothing else.</summary>
internal static class InquiryLinks
{
    private const int Most = 20;

    /// <summary>Asks among other questions. Of somebody unknown nothing is found: a number that anybody may write is no proof of whose it is.</summary>
    /// <returns>Links what was found, once the visit is over.</returns>
    public static Action<Inquiry> Ask(AdvDbContext db, Visit visit, NamedThings named, ClientId? client)
    {
        var (numbers, references) = (named.Orders.ToList(), named.References.ToList());
        var orders = visit.Ask(db.Orders.Where(o => o.ClientId == client && (numbers.Contains(o.Number) || references.Contains(o.CustomerReference!)))
            .OrderByDescending(o => o.ReceivedAt).Select(o => o.Id).Take(Most));
        var notes = named.Deliveries.ToList();
        var deliveries = visit.Ask(db.Deliveries.Where(d => d.ClientId == client && notes.Contains(d.Number)).OrderByDescending(d => d.Id).Select(d => d.Id).Take(Most));

        return inquiry =>
        {
            foreach (var order in orders.Rows)
            {
                inquiry.Link(order, null, inquiry.LastMessageId);
            }

            foreach (var delivery in deliveries.Rows)
            {
                inquiry.Link(null, delivery, inquiry.LastMessageId);
            }
        };
    }

    /// <summary>The client at whom somebody has this address; null where there is none, or several.</summary>
    public static IQueryable<Sender> Senders(AdvDbContext db, string? address)
    {
        var whole = (address ?? "").Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);

        return db.Contacts.Where(c => whole != "" && c.ErasedAt == null && EF.Functions.ILike(c.Email!, whole, @"\")).OrderBy(c => c.Id).Take(Most).Select(c => new Sender(c.ClientId, c.Id));
    }

    public static Sender? Only(IReadOnlyList<Sender> found) => found.Select(s => s.ClientId).Distinct().Count() == 1 ? found[0] : null;

    internal sealed record Sender(ClientId ClientId, ContactId ContactId);
}
