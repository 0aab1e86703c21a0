using System.Reflection;

namespace AdvPortal.Persistence.Common;

/// <summary>A row that a search function found.</summary>
internal sealed class Found<TId>
{
    public TId Id { get; private set; } = default!;
}

/// <summary>A row that is like one of several terms, told by its place among them, from 0.</summary>
public sealed class Alike<TId>
{
    public int Term { get; private set; }
    public TId Id { get; private set; } = default!;
}

/// <summary>
/// What a person typed, looked for in texts of this tenant: anywhere in them, words in their order, whatever the accents and the case.
/// Row security keeps PostgreSQL from using trigram indexes; the functions asked here may, and put the transaction's tenant first.
/// </summary>
public static class Search
{
    /// <summary>Orders by their number, the client's reference or the whole code of a product in them; the best and newest first.</summary>
    /// <remarks>Where only the best are asked for, one or two letters are looked for in the last 20 000 orders.</remarks>
    public static IQueryable<OrderId> FindOrders(this AdvDbContext db, string term, int? most = null) => db.SearchOrders(Text(term), most).Select(found => found.Id);

    /// <summary>Clients in use, by code or name.</summary>
    public static IQueryable<ClientId> FindClients(this AdvDbContext db, string term, int? most = null) => db.SearchClients(Text(term), most).Select(found => found.Id);

    /// <summary>Conversations by their subject, who wrote and how the last message begins, the last one first; of one client, or of all.</summary>
    public static IQueryable<InquiryId> FindInquiries(this AdvDbContext db, string term, int? most, ClientId? client) => db.SearchInquiries(Text(term), most, client?.Value).Select(found => found.Id);

    /// <summary>Products in use, by code, name, GTIN or a client's code for them.</summary>
    public static IQueryable<ProductId> FindProducts(this AdvDbContext db, string term, int? most = null) => db.SearchProducts(Text(term), most).Select(found => found.Id);

    /// <summary>Clients in use whose code or name is somewhat like a term; the likeliest of each. How alike they are is for the caller to say.</summary>
    public static IQueryable<Alike<ClientId>> FindSimilarClients(this AdvDbContext db, IEnumerable<string> terms, int most) => db.SimilarClients([.. terms.Select(Text)], most);

    /// <summary>The same of products, by code, name, GTIN and a client's codes for them.</summary>
    public static IQueryable<Alike<ProductId>> FindSimilarProducts(this AdvDbContext db, IEnumerable<string> terms, ClientId? client, int most) => db.SimilarProducts([.. terms.Select(Text)], client?.Value, most);

    internal static void Declare(ModelBuilder model)
    {
        DeclareAlike<ClientId>(model, nameof(AdvDbContext.SimilarClients), "similar_clients");
        DeclareAlike<ProductId>(model, nameof(AdvDbContext.SimilarProducts), "similar_products");
        Declare<OrderId>(model, nameof(AdvDbContext.SearchOrders), "search_orders");
        Declare<ClientId>(model, nameof(AdvDbContext.SearchClients), "search_clients");
        Declare<ProductId>(model, nameof(AdvDbContext.SearchProducts), "search_products");
        Declare<InquiryId>(model, nameof(AdvDbContext.SearchInquiries), "search_inquiries");
    }

    private static void Declare<TId>(ModelBuilder model, string method, string function)
    {
        model.HasDbFunction(typeof(AdvDbContext).GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!).HasName(function);
        model.Entity<Found<TId>>().HasNoKey().ToTable((string?)null);
        model.Entity<Found<TId>>().Property(found => found.Id);
    }

    private static void DeclareAlike<TId>(ModelBuilder model, string method, string function)
    {
        model.HasDbFunction(typeof(AdvDbContext).GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!).HasName(function);
        model.Entity<Alike<TId>>().HasNoKey().ToTable((string?)null);
        model.Entity<Alike<TId>>().Property(alike => alike.Id);
        model.Entity<Alike<TId>>().Property(alike => alike.Term);
    }

    // The one character that PostgreSQL cannot store is in no text.
    private static string Text(string term) => term.Replace("\0", " ", StringComparison.Ordinal);
}
