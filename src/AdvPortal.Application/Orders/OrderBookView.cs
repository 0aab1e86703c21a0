using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Orders;

/// <summary>The views of the order book that everybody has.</summary>
public enum OrderBookView { ToReview, Late, ThisWeek, Confirmed, All, AtRisk, BackOrders, OnHold, Open }

/// <summary>Which orders a view shows: the same on the page and in the API.</summary>
internal static class OrderBookViews
{
    /// <param name="orders">Of which orders.</param>
    /// <param name="view">Which of them.</param>
    /// <param name="today">In the company's time zone.</param>
    /// <param name="firstDeparture">The first day on which goods may still leave.</param>
    /// <remarks>Lines that are open come first in every condition about them: the indexes by day hold no others. At risk and late as in <see cref="PromiseStandings"/>.</remarks>
    public static IQueryable<Order> In(this IQueryable<Order> orders, OrderBookView view, DateOnly today, DateOnly firstDeparture)
    {
        var monday = Monday(today);
        var sunday = monday.AddDays(6);

        return view switch
        {
            OrderBookView.ToReview => orders.Where(o => o.Status == OrderStatus.ToReview),
            OrderBookView.Late => orders.Where(o => o.OpenLines > 0 && o.NextDueOn < today).UnderWay(),
            OrderBookView.AtRisk => orders.Where(o => o.OpenLines > 0 && (o.NextDueOn == null || o.NextDueOn >= today) && (o.IsThreatened || o.NextShipOn < firstDeparture)).UnderWay(),
            OrderBookView.ThisWeek => orders.Where(o => o.OpenLines > 0 && o.NextDueOn >= monday && o.NextDueOn <= sunday),
            OrderBookView.BackOrders => orders.Where(o => o.OpenLines > 0 && o.Status == OrderStatus.PartlyShipped),
            OrderBookView.OnHold => orders.Where(o => o.Status == OrderStatus.OnHold),
            OrderBookView.Confirmed => orders.Where(o => o.Status == OrderStatus.Confirmed),
            OrderBookView.Open => orders.Where(o => o.OpenLines > 0),
            _ => orders,
        };
    }

    /// <summary>Whether every order of a view has a day on which something is due.</summary>
    public static bool HasDay(this OrderBookView view) => view is OrderBookView.Late or OrderBookView.ThisWeek;

    public static IQueryable<Order> Among(this IQueryable<Order> orders, IQueryable<OrderId> found) => orders.Where(o => found.Contains(o.Id));

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>As in <see cref="OrderLife.IsUnderWay"/>.</summary>
    public static IQueryable<Order> UnderWay(this IQueryable<Order> orders) =>
        orders.Where(o => o.Status == OrderStatus.Confirmed || o.Status == OrderStatus.InPreparation || o.Status == OrderStatus.PartlyShipped);
}
