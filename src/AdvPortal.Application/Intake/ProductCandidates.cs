using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Intake;

/// <summary>Finds the products that a line may mean whose code nobody knows.</summary>
internal static class ProductCandidates
{
    /// <summary>Lines that are asked about at once: more are another kind of trouble.</summary>
    private const int MostLines = 50;

    private const int MostFound = 12;

    /// <summary>The question, to be asked with others: what is near in code or description, by line.</summary>
    public static IQueryable<Near> Of(AdvDbContext db, IReadOnlyList<Wanted> lines, ClientId? client) =>
        from alike in db.FindSimilarProducts(Terms(lines), client, MostFound)
        join product in db.Products on alike.Id equals product.Id
        select new Near
        {
            Line = alike.Term / 2,
            Product = product,
        };

    /// <param name="codes">All that the client calls our products by.</param>
    public static IReadOnlyList<LineCandidates> Weigh(IReadOnlyList<Wanted> lines, IEnumerable<Near> near, IEnumerable<BuyerCode> codes)
    {
        var (byLine, theirs) = (near.ToLookup(n => n.Line), codes.ToLookup(c => c.ProductId, c => c.Code));

        return [.. lines.Take(MostLines).Select((line, index) => new LineCandidates(
            line.LineNo, line.Code, line.Description,
            Candidate.Nearest(byLine[index].DistinctBy(n => n.Product.Id).Select(n => Weigh(line, n.Product, theirs[n.Product.Id])))))];
    }

    private static Candidate? Weigh(Wanted line, Product product, IEnumerable<string> codes)
    {
        var theirs = codes.Select(code => (Code: code, Like: Likeness.OfCodes(line.Code, code))).OrderByDescending(c => c.Like).FirstOrDefault();
        var ours = line.OurCodes.Append(line.Code).Append(line.SupplierCode).Max(code => Likeness.OfCodes(code, product.Code));

        return Candidate.Of(
            product.Id.Value, product.Code, product.Name,
            Candidate.Same(line.Gtin is not null && line.Gtin == product.Gtin, 0.95, MessageKeys.SameGtin),
            Candidate.Near(ours, 0.75, MessageKeys.NearCode),
            Candidate.Near(theirs.Like, 0.75, MessageKeys.NearBuyerCode, theirs.Code ?? ""),
            Candidate.Near(Likeness.OfDescriptions(line.Description, product.Name), 0.7, MessageKeys.NearDescription));
    }

    // Two terms a line, so that a place among them tells the line.
    private static IEnumerable<string> Terms(IReadOnlyList<Wanted> lines) =>
        lines.Take(MostLines).SelectMany(line => new[] { (line.OurCodes is [var likeliest, ..] ? likeliest : null) ?? line.Code ?? line.SupplierCode ?? line.Gtin ?? "", line.Description ?? "" });

    /// <param name="OurCodes">What the client's code is of ours, by the rule that dresses it.</param>
    internal sealed record Wanted(string LineNo, string? Code, string? SupplierCode, string? Gtin, string? Description, IReadOnlyList<string> OurCodes);

    internal sealed class Near
    {
        public required int Line { get; init; }
        public required Product Product { get; init; }
    }
}
