using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Products;

/// <summary>What we sell, a page at a time, and how clients call it.</summary>
[UseCase]
public sealed class ReadCatalogue(UnitOfWork unitOfWork)
{
    private const int PageSize = 25;

    /// <summary>Codes told of one product; the number of all is told with them.</summary>
    private const int CodesOfAProduct = 6;

    /// <param name="search">Any part of our code or name, a GTIN, or the beginning of a client's code.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="ct">Stops reading.</param>
    public Task<Result<Page<Row>>> ExecuteAsync(string? search, string? after, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadClients, async db =>
        {
            var products = db.Products.AsQueryable();

            if (search is { Length: > 0 })
            {
                var begins = $"{search.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
                var found = db.FindProducts(search);
                var called = db.BuyerCodes.Where(c => EF.Functions.ILike(c.Code, begins)).Select(c => c.ProductId);
                products = products.Where(p => found.Contains(p.Id) || called.Contains(p.Id));
            }

            if (Cursor.Read<string, Guid>(after) is var (code, id))
            {
                products = products.Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.Code, p.Id), ValueTuple.Create(code, new ProductId(id))));
            }

            var page = await products.OrderBy(p => p.Code).ThenBy(p => p.Id).Take(PageSize + 1).ToListAsync(ct);
            var ids = page.Select(p => p.Id).ToList();
            var codes = (await (
                from theirs in db.BuyerCodes
                join client in db.Clients on theirs.ClientId equals client.Id
                where ids.Contains(theirs.ProductId)
                orderby client.Name, theirs.Code
                select new { theirs.ProductId, Code = new Code(theirs.Code, client.Id, client.Name) }).ToListAsync(ct)).ToLookup(c => c.ProductId, c => c.Code);

            return page
                .ConvertAll(p => new Row(p.Id, p.Code, p.Name, p.Unit, p.Gtin, p.Family, [.. codes[p.Id].Take(CodesOfAProduct)], codes[p.Id].Count()))
                .Cut(PageSize, p => Cursor.Write(p.Code, p.Id.Value));
        }, ct);

    /// <param name="Codes">Some of the codes under which clients know the product.</param>
    /// <param name="CodeCount">How many there are.</param>
    public sealed record Row(ProductId Id, string Code, string Name, string Unit, string? Gtin, string? Family, IReadOnlyList<Code> Codes, int CodeCount);

    public sealed record Code(string Value, ClientId ClientId, string ClientName);
}
