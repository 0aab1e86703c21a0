using AdvPortal.Application.Intake;
using Microsoft.AspNetCore.WebUtilities;

namespace AdvPortal.Web.Components.Intake;

/// <summary>The intake queue in addresses: the list itself, and a piece of work that knows of which part of the queue it is.</summary>
internal static class QueueAddress
{
    private const string Page = "orders/documents";

    /// <summary>The part of the queue that an address was opened from; null for one opened from elsewhere.</summary>
    public static QueueFilter? Of(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);

        return query.TryGetValue("queue", out var tab) ? new(Tab(tab), Share(query.GetValueOrDefault("who")), Words(query.GetValueOrDefault("q"))) : null;
    }

    /// <summary>The tab of a name, also of one that an older address knows.</summary>
    public static QueueTab Tab(string? name) => name?.ToLowerInvariant() switch
    {
        "client" or "waitingforclient" => QueueTab.Client,
        "sales" or "waitingforsales" => QueueTab.Sales,
        "rejected" or "setaside" => QueueTab.Rejected,
        "done" or "all" => QueueTab.Done,
        _ => QueueTab.Todo,
    };

    public static QueueShare? Share(string? name) => Enum.TryParse<QueueShare>(name, ignoreCase: true, out var share) && Enum.IsDefined(share) ? share : null;

    public static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static string List(QueueFilter? filter, string? after = null) => filter is null ? Page : Write(Page, "view", filter, after);

    public static string To(QueueSubject subject, QueueFilter? filter)
    {
        var place = subject.Kind is QueueKind.Order ? $"orders/{subject.Id}" : $"{Page}/{subject.Id}";

        return filter is null ? place : Write(place, "queue", filter, after: null);
    }

    private static string Write(string place, string tab, QueueFilter filter, string? after) => QueryHelpers.AddQueryString(
        place,
        new Dictionary<string, string?>(StringComparer.Ordinal) { [tab] = Name(filter.Tab), ["who"] = filter.Share is { } share ? Name(share) : null, ["q"] = filter.Text, ["after"] = after }.Where(part => part.Value is not null));

    private static string Name(Enum value) => value.ToString().ToLowerInvariant();
}
