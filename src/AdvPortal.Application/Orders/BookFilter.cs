using System.Globalization;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Orders;

/// <summary>What the order book can be read in the order of.</summary>
public enum BookSort { Promise, Requested, Received, Amount, Client, Due }

/// <summary>The part of the order book that somebody looks at: as an address carries it, and as a saved view keeps it.</summary>
public sealed record BookFilter
{
    private const string Day = "yyyy-MM-dd";

    public OrderBookView View { get; init; } = OrderBookView.ThisWeek;

    /// <summary>Orders of the clients that the person who asks answers for today, absent colleagues' included.</summary>
    public bool Mine { get; init; }

    /// <summary>Orders of the clients that this member answers for today.</summary>
    public MemberId? Owner { get; init; }

    /// <summary>Of those, only what the person who asks does in this absent colleague's place.</summary>
    public MemberId? For { get; init; }

    /// <summary>Due on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Due on this day or earlier.</summary>
    public DateOnly? Until { get; init; }

    public IReadOnlyList<OrderStatus> Statuses { get; init; } = [];
    public ClientId? Client { get; init; }
    public SiteId? Site { get; init; }

    /// <summary>A kind of rule that has something to say of the order.</summary>
    public string? Requirement { get; init; }

    /// <summary>A part of an order's number or reference, of a client's name, or the code of a product in it.</summary>
    public string? Text { get; init; }

    /// <summary>Null for the order that the view is read in.</summary>
    public BookSort? Sort { get; init; }

    public bool Descending { get; init; }

    /// <summary>How it is sorted, also where nobody said.</summary>
    public (BookSort By, bool Descending) Order => Sort is { } by ? (by, Descending) : View switch
    {
        OrderBookView.ToReview => (BookSort.Due, false),
        OrderBookView.All or OrderBookView.Confirmed => (BookSort.Received, true),
        _ => (BookSort.Promise, false),
    };

    /// <summary>Whether it shows less than its view does.</summary>
    public bool IsNarrowed => Mine || For is not null || Owner is not null || From is not null || Until is not null || Statuses.Count > 0 || Client is not null || Site is not null || Requirement is not null || Text is not null;

    /// <summary>The filter that an address carries; what makes no sense in it says nothing.</summary>
    /// <param name="query">With or without its question mark.</param>
    public static BookFilter Parse(string query)
    {
        var said = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2 && part[1].Length > 0)
            .ToLookup(part => part[0].ToLowerInvariant(), part => Uri.UnescapeDataString(part[1].Replace('+', ' ')), StringComparer.Ordinal);
        var sort = Said("sort")?.TrimStart('-');

        return new()
        {
            View = Name<OrderBookView>(Said("view")) ?? OrderBookView.ThisWeek,
            Mine = bool.TryParse(Said("mine"), out var mine) && mine,
            Owner = Id<MemberId>("owner"),
            For = Id<MemberId>("for"),
            From = Date("from"),
            Until = Date("until"),
            Statuses = [.. said["status"].SelectMany(each => each.Split(',')).Select(Name<OrderStatus>).OfType<OrderStatus>().Distinct().Order()],
            Client = Id<ClientId>("client"),
            Site = Id<SiteId>("site"),
            Requirement = Said("requirement"),
            Text = Said("q"),
            Sort = Name<BookSort>(sort),
            Descending = Name<BookSort>(sort) is not null && Said("sort")!.StartsWith('-'),
        };

        string? Said(string name) => said[name].LastOrDefault()?.Trim() is { Length: > 0 } text ? text : null;
        TId? Id<TId>(string name) where TId : struct, IId<TId> => Guid.TryParse(Said(name), out var id) ? TId.From(id) : null;
        DateOnly? Date(string name) => DateOnly.TryParseExact(Said(name), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>As an address carries it, without a question mark; empty for the view that the book opens with.</summary>
    public string ToQuery() => string.Join('&', Parts().Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));

    private IEnumerable<(string Name, string? Value)> Parts() =>
    [
        ("view", View is OrderBookView.ThisWeek ? null : Name(View)),
        ("mine", Mine ? "true" : null),
        ("owner", Owner?.Value.ToString()),
        ("for", For?.Value.ToString()),
        ("from", From?.ToString(Day, CultureInfo.InvariantCulture)),
        ("until", Until?.ToString(Day, CultureInfo.InvariantCulture)),
        ("status", Statuses.Count == 0 ? null : string.Join(',', Statuses.Select(each => Name(each)))),
        ("client", Client?.Value.ToString()),
        ("site", Site?.Value.ToString()),
        ("requirement", Requirement),
        ("q", Text),
        ("sort", Sort is { } sort ? $"{(Descending ? "-" : "")}{Name(sort)}" : null),
    ];

    private static string Name(Enum value) => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];

    // A number is no name.
    private static T? Name<T>(string? name) where T : struct, Enum =>
        name is { Length: > 0 } && char.IsLetter(name[0]) && Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
