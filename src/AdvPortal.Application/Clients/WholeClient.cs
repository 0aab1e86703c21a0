using AdvPortal.Domain.Clients;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Clients;

/// <summary>A client of an order, archived or not, with its sites and contacts.</summary>
internal static class WholeClient
{
    public static Answer<Client> AskClient(this Visit visit, AdvDbContext db, ClientId id)
    {
        var client = visit.Ask(db.Clients.IgnoreQueryFilters([Filters.Archived]).AsTracking().Where(c => c.Id == id));
        visit.Ask(db.Sites.AsTracking().Where(s => s.ClientId == id));
        visit.Ask(db.Contacts.AsTracking().Where(c => c.ClientId == id));

        return client;
    }
}
