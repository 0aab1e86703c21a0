using AdvPortal.Persistence;

namespace AdvPortal.Application.Clients;

/// <summary>Remembers under which code a client knows one of our products, when a person says so.</summary>
internal static class LearnedCodes
{
    public static async Task LearnAsync(AdvDbContext db, ClientId client, IEnumerable<(string Code, ProductId Product)> codes, CancellationToken ct)
    {
        var said = codes.DistinctBy(c => c.Code, StringComparer.OrdinalIgnoreCase).ToList();
        var names = said.Select(c => c.Code).ToList();
        var known = await db.BuyerCodes.Where(c => c.ClientId == client && names.Contains(c.Code)).ToListAsync(ct);

        foreach (var (code, product) in said)
        {
            var before = known.Find(c => c.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

            if (before?.ProductId == product)
            {
                continue;
            }

            if (before is not null)
            {
                before.StandsFor(product);
            }
            else
            {
                db.BuyerCodes.Add(new(client, code, product));
            }
        }
    }
}
