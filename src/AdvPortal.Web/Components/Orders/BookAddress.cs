using AdvPortal.Application.Orders;
using Microsoft.AspNetCore.WebUtilities;

namespace AdvPortal.Web.Components.Orders;

/// <summary>The order book in addresses: what is looked at, in which saved view, from where on, and in which columns.</summary>
public sealed record BookAddress(BookFilter Filter, Guid? Saved = null, BookPlace? Place = null, string? Columns = null)
{
    private const string Page = "orders";

    public static BookAddress Of(string address)
    {
        var query = new Uri(address).Query;
        var said = QueryHelpers.ParseQuery(query);

        return new(BookFilter.Parse(query), Guid.TryParse(said.GetValueOrDefault("saved"), out var saved) ? saved : null, new(Said("after"), Said("before")), Said("columns"));

        string? Said(string name) => said.GetValueOrDefault(name).ToString() is { Length: > 0 } value ? value : null;
    }

    /// <summary>Another part of the book, from its beginning.</summary>
    public BookAddress To(BookFilter filter) => this with { Filter = filter, Place = null };

    public override string ToString()
    {
        var query = Filter.ToQuery();
        var rest = new Dictionary<string, string?>(StringComparer.Ordinal) { ["saved"] = Saved?.ToString(), ["columns"] = Columns, ["after"] = Place?.After, ["before"] = Place?.Before }.Where(part => part.Value is not null);

        return QueryHelpers.AddQueryString(query.Length == 0 ? Page : $"{Page}?{query}", rest);
    }

    /// <summary>Where the file of all that is looked at comes from.</summary>
    public string Export(string format) => Filter.ToQuery() is { Length: > 0 } query ? $"api/v1/orders/export?{query}&format={format}" : $"api/v1/orders/export?format={format}";
}
