using AdvPortal.Domain.Clients;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Clients;

/// <summary>Remembers under which code a client knows one of our products, when a person says so.</summary>
internal static class LearnedCodes
{
    public static async Task LearnAsync(AdvDbContext db, ClientId client, IEnumerable<(string Code, ProductId Product)> codes, CancellationToken ct) =>
        await LearnAsync(db, client, await db.BuyerCodes.AsNoTracking().Where(c => c.ClientId == client).ToListAsync(ct), codes, ct);

    /// <param name="db">Where they are kept.</param>
    /// <param name="client">Whose codes they are.</param>
    /// <param name="known">Those that the client has, as they were read.</param>
    /// <param name="codes">What was said.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task LearnAsync(AdvDbContext db, ClientId client, IReadOnlyList<BuyerCode> known, IEnumerable<(string Code, ProductId Product)> codes, CancellationToken ct)
    {
        var said = codes.Select(c => (Code: c.Code.Trim(), c.Product)).Where(c => c.Code.Length is > 0 and <= BuyerCode.CodeMaxLength).DistinctBy(c => c.Code, StringComparer.Ordinal).ToList();
        var book = new CodeBook<BuyerCode>(known, c => c.Code);
        var learnt = said.FindAll(c => book.Find(c.Code)?.ProductId != c.Product);

        foreach (var (code, product) in learnt)
        {
            // Written otherwise, it may be another code: what the client knows it by stays.
            if (known.FirstOrDefault(c => c.Code == code) is { } before)
            {
                db.Attach(before);
                before.StandsFor(product);
            }
            else
            {
                db.BuyerCodes.Add(new(client, code, product));
            }
        }

        if (learnt.Count > 0)
        {
            // The list is the client's: whoever read it before must not write it back.
            db.Touch(await db.Clients.IgnoreQueryFilters([Filters.Archived]).SingleAsync(c => c.Id == client, ct));
        }
    }
}
