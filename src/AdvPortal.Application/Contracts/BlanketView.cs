using AdvPortal.Domain.Contracts;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Contracts;

/// <summary>A blanket order as pages and the API read it, with what orders take of each line.</summary>
public sealed record BlanketView(
    BlanketOrderId Id, string Number, int Version, BlanketStatus Status, ClientId ClientId, string ClientName, string? CustomerReference, string Currency, DateOnly ValidFrom, DateOnly ValidUntil,
    DateTimeOffset OpenedAt, HandoffId? HandoffId, DateTimeOffset? ClosedAt, string? CloseReason, IReadOnlyList<BlanketView.Line> Lines, IReadOnlyList<BlanketChange> Changes)
{
    /// <summary>Of one that ends soon, how many days are left, today being 0; null where nothing is to be done about its end.</summary>
    public int? EndsInDays(DateOnly today) => Status is BlanketStatus.Open && Lines.Any(line => line.Balance.EndsSoonWithRest(ValidUntil, today)) ? ValidUntil.DayNumber - today.DayNumber : null;

    internal static BlanketView Of(BlanketOrder blanket, string clientName, IReadOnlyCollection<BlanketStanding> standings)
    {
        var byLine = standings.ToDictionary(each => each.Line);

        return new(
            blanket.Id, blanket.Number, blanket.Version, blanket.Status, blanket.ClientId, clientName, blanket.CustomerReference, blanket.Currency, blanket.ValidFrom, blanket.ValidUntil,
            blanket.OpenedAt, blanket.HandoffId, blanket.ClosedAt, blanket.CloseReason,
            [.. blanket.Lines.OrderBy(line => line.Position).Select(line => Line.Of(line, byLine.GetValueOrDefault(line.Id)))], blanket.Changes);
    }

    /// <param name="CalledOffQuantity">By promised orders, less what of them was given up.</param>
    /// <param name="InReviewQuantity">By orders that nobody has promised yet; no part of what is called off.</param>
    /// <param name="RemainingQuantity">Agreed less called off; below zero where more was promised.</param>
    public sealed record Line(
        BlanketLineId Id, string ProductCode, string Description, decimal AgreedQuantity, string Unit, decimal CalledOffQuantity, decimal InReviewQuantity, decimal RemainingQuantity,
        decimal NetPrice, decimal PriceBaseQuantity, string? Rhythm)
    {
        internal BlanketBalance Balance => new(AgreedQuantity, CalledOffQuantity, InReviewQuantity);

        /// <summary>In hundredths of what is agreed.</summary>
        public int Percent => Balance.Percent;

        public bool IsNearlyUsedUp => Balance.IsNearlyUsedUp;

        internal static Line Of(BlanketLine line, BlanketStanding? standing)
        {
            var balance = new BlanketBalance(line.AgreedQuantity, standing?.CalledOff ?? 0, standing?.InReview ?? 0);

            return new(line.Id, line.ProductCode, line.Description, balance.Agreed, line.Unit, balance.CalledOff, balance.InReview, balance.Remaining, line.NetPrice, line.PriceBaseQuantity, line.Rhythm);
        }
    }
}

/// <summary>How blanket orders are read: with their lines, and with what orders take of them, in two questions however many there are.</summary>
internal static class BlanketReading
{
    public static async Task<List<BlanketView>> ViewsAsync(AdvDbContext db, IQueryable<BlanketOrder> which, CancellationToken ct)
    {
        var found = await Named(db, which).AsSingleQuery().ToListAsync(ct);
        var ids = found.ConvertAll(each => each.Blanket.Id);
        var standings = found.Count == 0 ? [] : await BlanketStandings.Of(db, db.BlanketOrders.Where(b => ids.Contains(b.Id)), db.Set<BlanketLine>(), []).ToListAsync(ct);

        return found.ConvertAll(each => BlanketView.Of(each.Blanket, each.Client, [.. standings.Where(s => s.BlanketOrderId == each.Blanket.Id)]));
    }

    private static IQueryable<NamedBlanket> Named(AdvDbContext db, IQueryable<BlanketOrder> which) =>
        from blanket in which.AsNoTracking().Include(b => b.Lines)
        select new NamedBlanket { Blanket = blanket, Client = db.Clients.IgnoreQueryFilters(new[] { Persistence.Filters.Archived }).Where(c => c.Id == blanket.ClientId).Select(c => c.Name).First() };

    private sealed class NamedBlanket
    {
        public required BlanketOrder Blanket { get; init; }
        public required string Client { get; init; }
    }

    /// <summary>The agreement itself, to be changed: nobody promises of it, or changes it, until the transaction ends.</summary>
    public static async Task<BlanketOrder?> FindAsync(AdvDbContext db, BlanketOrderId id, CancellationToken ct)
    {
        var found = await BlanketStandings.Locked(db, id).AsTracking().SingleOrDefaultAsync(ct);

        if (found is not null)
        {
            await db.Entry(found).Collection(b => b.Lines).LoadAsync(ct);
        }

        return found;
    }

    /// <summary>As it stands after what was done with it, and is about to be saved.</summary>
    public static async Task<BlanketView> ViewAsync(AdvDbContext db, BlanketOrder blanket, CancellationToken ct)
    {
        var client = await db.Clients.IgnoreQueryFilters([Persistence.Filters.Archived]).Where(c => c.Id == blanket.ClientId).Select(c => c.Name).SingleAsync(ct);
        var standings = await BlanketStandings.Of(db, db.BlanketOrders.Where(b => b.Id == blanket.Id), db.Set<BlanketLine>(), []).ToListAsync(ct);

        return BlanketView.Of(blanket, client, standings) with { Version = db.VersionAfterSaving(blanket) };
    }
}
