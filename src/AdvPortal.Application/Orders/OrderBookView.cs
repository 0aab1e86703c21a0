using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Orders;

/// <summary>The views of the order book that everybody has.</summary>
public enum OrderBookView { ToReview, Late, ThisWeek, Confirmed, All }

/// <summary>Which orders a view shows: the same on the page and in the API.</summary>
internal static class OrderBookViews
{
    public static IQueryable<Order> In(this IQueryable<Order> orders, OrderBookView view, DateOnly today)
    {
        var monday = Monday(today);

        return view switch
        {
            OrderBookView.ToReview => orders.Where(o => o.Status == OrderStatus.ToReview),
            OrderBookView.Late => orders.Where(o => o.PromisedOn < today && (o.Status == OrderStatus.Confirmed || o.Status == OrderStatus.InPreparation)),
            OrderBookView.ThisWeek => orders.Where(o => o.PromisedOn >= monday && o.PromisedOn <= monday.AddDays(6) && o.Status != OrderStatus.Cancelled),
            OrderBookView.Confirmed => orders.Where(o => o.Status == OrderStatus.Confirmed),
            _ => orders,
        };
    }

    public static IQueryable<Order> Among(this IQueryable<Order> orders, IQueryable<OrderId> found) => orders.Where(o => found.Contains(o.Id));

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
