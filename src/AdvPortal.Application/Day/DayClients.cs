using AdvPortal.Persistence;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Day;

/// <summary>The clients for whom a person answers now, and in whose place.</summary>
internal sealed class DayClients(IReadOnlyList<DayClients.Known> clients)
{
    private readonly Dictionary<ClientId, Known> _byId = clients.DistinctBy(c => c.Id).ToDictionary(c => c.Id);

    /// <summary>Null for a client of somebody else.</summary>
    public Known? Find(ClientId? id) => id is { } known ? _byId.GetValueOrDefault(known) : null;

    public static IQueryable<Known> Ask(AdvDbContext db, IQueryable<Responsibility> answered, int half)
    {
        var day = HalfDay.DayOf(half);

        return
            from responsible in answered
            join client in db.Clients on responsible.ClientId equals client.Id
            where !client.IsArchived
            select new Known
            {
                Id = client.Id,
                Name = client.Name,
                OwnerId = responsible.OwnerId,
                OwnerName = db.Members.Where(m => m.Id == responsible.OwnerId).Select(m => m.Name).FirstOrDefault(),
                IsCovered = responsible.ActingOwnerId != null,
                LastHalf = db.Covers.Where(c => c.ClientId == client.Id && c.IsPublished && c.FirstHalf <= half && c.LastHalf >= half).Select(c => (int?)c.LastHalf).FirstOrDefault(),
                AbsenceId = db.Covers.Where(c => c.ClientId == client.Id && c.IsPublished && c.FirstHalf <= half && c.LastHalf >= half).Select(c => (AbsenceId?)c.AbsenceId).FirstOrDefault(),
                OfClients = db.Ownerships.Count(o => o.OwnerId == responsible.OwnerId && o.From <= day && (o.Until == null || o.Until >= day)),
            };
    }

    public IReadOnlyList<DayView.Portfolio> Portfolios(IReadOnlyCollection<DayView.Item> items) =>
        [.. from client in clients
            where client.OwnerId is not null
            group client by (client.OwnerId, client.IsCovered) into portfolio
            let first = portfolio.First()
            orderby portfolio.Key.IsCovered, first.OwnerName
            let last = portfolio.Key.IsCovered ? portfolio.Max(c => c.LastHalf) : null
            let ids = portfolio.Select(c => (ClientId?)c.Id).ToHashSet()
            select new DayView.Portfolio(
                portfolio.Key.OwnerId!.Value, first.OwnerName ?? "", last is { } end ? HalfDay.DayOf(end) : null,
                last is { } e && HalfDay.HalfOf(e) is DayHalf.Morning ? DayHalf.Morning : null,
                ids.Count, first.OfClients, items.Count(i => ids.Contains(i.ClientId)))
            {
                AbsenceId = first.AbsenceId,
            }];

    internal sealed class Known
    {
        public ClientId Id { get; init; }
        public string Name { get; init; } = "";
        public MemberId? OwnerId { get; init; }
        public string? OwnerName { get; init; }
        public bool IsCovered { get; init; }
        public int? LastHalf { get; init; }
        public AbsenceId? AbsenceId { get; init; }
        public int OfClients { get; init; }
        public MemberId? ForId => IsCovered ? OwnerId : null;
        public string? ForName => IsCovered ? OwnerName : null;
    }
}
