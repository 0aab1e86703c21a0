using AdvPortal.Domain.Clients;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Clients;

/// <summary>Remembers under which code a client knows one of our products, when a person says so.</summary>
internal static class LearnedCodes
{
    public static async Task LearnAsync(AdvDbContext db, ClientId client, IEnumerable<(string Code, ProductId Product)> codes, CancellationToken ct)
    {
        var said = codes.ToList();
        var names = said.ConvertAll(c => c.Code);
        Learn(db, client, await db.BuyerCodes.Where(c => c.ClientId == client && names.Contains(c.Code)).ToListAsync(ct), said);
    }

    /// <param name="known">Those that the client has, as they were read.</param>
    public static void Learn(AdvDbContext db, ClientId client, IReadOnlyList<BuyerCode> known, IEnumerable<(string Code, ProductId Product)> codes)
    {
        foreach (var (code, product) in codes.DistinctBy(c => c.Code, StringComparer.OrdinalIgnoreCase))
        {
            var before = known.FirstOrDefault(c => c.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

            if (before?.ProductId == product)
            {
                continue;
            }

            if (before is not null)
            {
                db.Attach(before);
                before.StandsFor(product);
            }
            else
            {
                db.BuyerCodes.Add(new(client, code, product));
            }
        }
    }
}
