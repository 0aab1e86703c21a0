using AdvPortal.Application.Contracts;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Orders;

/// <summary>How it is read: what hangs on the client first, then what hangs on the articles.</summary>
internal sealed partial class OrderBasis
{
    /// <param name="visit">Goes to the database; other questions may ride along.</param>
    public static Task<Result<OrderBasis>> ReadAsync(AdvDbContext db, Visit visit, TenantClock clock, ClientId clientId, AskedOrder asked, OrderId? self, CancellationToken ct) =>
        ReadAsync(db, visit, clock, clientId, [asked], self, ct);

    /// <summary>The same for many orders of one client, in no more questions.</summary>
    public static async Task<Result<OrderBasis>> ReadAsync(AdvDbContext db, Visit visit, TenantClock clock, ClientId clientId, IReadOnlyList<AskedOrder> asked, OrderId? self, CancellationToken ct)
    {
        var heads = visit.Ask(Heads(db, clock, clientId, self));
        var references = asked.Select(a => a.CustomerReference).OfType<string>().Where(r => r.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var alike = references.Count == 0 ? null : visit.Ask(AlikeOrders(db, clientId, references, self));
        var requirements = visit.Ask(db.Requirements.AsNoTracking().Include(r => r.Revisions).Where(r => r.ClientId == clientId));
        var known = visit.Ask(db.BuyerCodes.AsNoTracking().Where(c => c.ClientId == clientId));
        visit.KeepPlans();
        await visit.GoAsync(ct);

        if (heads.Only is not { } head)
        {
            return new NoSuchClient();
        }

        if (asked.Select(a => a.SiteId).Distinct().Any(site => site is not null && head.Client.Sites.All(s => s.Id != site)))
        {
            return new NoSuchSite();
        }

        var rules = Rulebook.Of(requirements.Rows);
        var candidates = Candidates(asked, rules, clock.Today);
        var gtins = asked.SelectMany(a => a.Lines).Select(l => l.Gtin).OfType<string>().Distinct().ToList();
        var theirs = asked.SelectMany(a => a.Lines).Select(l => l.BuyerCode).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var knownIds = known.Rows.Where(c => theirs.Contains(c.Code)).Select(c => c.ProductId).ToList();

        var products = db.Products.AsNoTracking().Where(p => candidates.Contains(p.Code) || gtins.Contains(p.Gtin!) || knownIds.Contains(p.Id));
        var second = new Visit(db);
        var sold = second.Ask(products.Select(p => new Sold
        {
            Product = p,
            Prices = db.ContractPrices.Where(c => c.ClientId == clientId && c.ProductId == p.Id).ToList(),
            Successor = db.Products.Where(s => s.Id == p.ReplacedById).Select(s => s.Code).FirstOrDefault(),
        }));
        var past = second.Ask(PastLine.Of(db, products, clientId, self));
        var wholes = second.Ask(PastLine.Wholes(db, products, clientId, clock.Now.AddDays(-SameContent.Days)));

        // Most clients have none, which the first visit has told.
        var agreed = head.HasBlankets ? second.Ask(BlanketStandings.Of(db, db.BlanketOrders.Where(b => b.ClientId == clientId), db.Set<BlanketLine>().Where(l => products.Any(p => p.Id == l.ProductId)), self is { } it ? [it] : [])) : null;
        await second.GoAsync(ct);
        var counts = wholes.Rows.ToDictionary(whole => whole.Id, whole => whole.LineCount);

        return new OrderBasis(head, rules, clock, sold.Rows, known.Rows, [.. past.Rows.Select(line => line with { LineCount = counts.GetValueOrDefault(line.OrderId) })], alike?.Rows ?? [], agreed?.Rows ?? []);
    }

    // One question for everything there is once. A client that is archived keeps the orders it has and gets no more.
    private static IQueryable<Head> Heads(AdvDbContext db, TenantClock clock, ClientId clientId, OrderId? self)
    {
        var responsible = db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now)));

        return
            from client in db.Clients.AsNoTracking().Include(c => c.Sites)
            where client.Id == clientId && (!client.IsArchived || db.Orders.Any(o => o.Id == self && o.ClientId == clientId))
            select new Head
            {
                Client = client,
                AcknowledgementHours = db.TenantSettings.Select(s => (int?)s.AcknowledgementHours).FirstOrDefault(),
                Calendars = db.TenantSettings.Select(s => s.Calendars).FirstOrDefault(),
                Responsible = responsible.FirstOrDefault(r => r.ClientId == client.Id),
                HasBlankets = db.BlanketOrders.Any(b => b.ClientId == client.Id),
            };
    }

    // The first of each reference: the one that a second is held against.
    private static IQueryable<Alike> AlikeOrders(AdvDbContext db, ClientId clientId, List<string> references, OrderId? self) =>
        db.Orders.Where(o => o.ClientId == clientId && references.Contains(o.CustomerReference!) && o.Id != self && o.Status != OrderStatus.Cancelled)
            .GroupBy(o => o.CustomerReference!).Select(same => same.OrderBy(o => o.ReceivedAt).Select(o => new Alike(o.CustomerReference!, o.Number, o.Id)).First());

    private static List<string> Candidates(IEnumerable<AskedOrder> asked, Rulebook rules, DateOnly today) =>
        [.. asked
            .SelectMany(order => order.Lines.Select(line => (line.ProductCode, line.BuyerCode, order.SiteId))).Distinct()
            .SelectMany(l => new[] { l.ProductCode, l.BuyerCode }.OfType<string>().Concat(l.BuyerCode is { } code ? rules.OurCodes(code, l.SiteId, today) : []))
            .SelectMany(code => new[] { code, code.ToUpperInvariant() })
            .Distinct()];

    private sealed class Head
    {
        public required Client Client { get; init; }
        public int? AcknowledgementHours { get; init; }
        public ShippingCalendars? Calendars { get; init; }
        public Responsibility? Responsible { get; init; }
        public bool HasBlankets { get; init; }
    }

    private sealed record Alike(string Reference, string Number, OrderId Id);

    private sealed class Sold
    {
        public required Product Product { get; init; }
        public required List<ContractPrice> Prices { get; init; }
        public string? Successor { get; init; }
    }
}
