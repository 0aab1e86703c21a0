using System.Globalization;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Promises;
using AdvPortal.Web.Components.Shared;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdvPortal.Web.Components.Orders;

/// <summary>How an order looks in a list: a word and a colour for where it stands, a sign for what its client requires.</summary>
internal static class BookLook
{
    /// <summary>What presses first: late, at risk, then where it is in its life.</summary>
    public static (string Words, Tone Tone) Chip(this BookRow row, IStringLocalizer<Texts> text) => row switch
    {
        { Standing: PromiseStanding.Late or PromiseStanding.AtRisk } => row.Standing.Chip(text),
        { Status: OrderStatus.ToReview, OpenFindings: > 0 } => (text["Book.Points", row.OpenFindings], Tone.Warn),
        { Status: OrderStatus.ToReview } => (text["Book.Ready"], Tone.Accent),
        _ => row.Status.Chip(text),
    };

    public static (string Words, Tone Tone) Chip(this OrderStatus status, IStringLocalizer<Texts> text) => (status is OrderStatus.PartlyShipped ? text["Book.Partly"] : text.Word(status), status switch
    {
        OrderStatus.ToReview => Tone.Warn,
        OrderStatus.Confirmed or OrderStatus.Delivered => Tone.Ok,
        OrderStatus.OnHold => Tone.Bad,
        OrderStatus.Cancelled => Tone.Outline,
        _ => Tone.Neutral,
    });

    /// <summary>« + 2 j », « − 1 j », « 0 », « — ».</summary>
    public static string GapWords(this BookRow row, IStringLocalizer<Texts> text) => row.Gap switch
    {
        null => "—",
        0 => "0",
        { } days => text["Book.Days", days > 0 ? $"+ {days.ToString(CultureInfo.CurrentCulture)}" : $"− {(-days).ToString(CultureInfo.CurrentCulture)}"],
    };

    /// <summary>« 58 764,10 € », « 58 764,10 € + 1 200,00 CHF ».</summary>
    public static string Words(this IReadOnlyList<Money> sums, string currency = "EUR") =>
        sums.Count == 0 ? Wording.Money(0, currency, CultureInfo.CurrentCulture) : string.Join(" + ", sums.Select(sum => Wording.Money(sum.Amount, sum.Currency, CultureInfo.CurrentCulture)));

    public static string IconOf(string kind) => kind switch
    {
        DeliveryDays.KindName => Icons.Material.Outlined.Event,
        ProductCode.KindName => Icons.Material.Outlined.Tag,
        Labelling.KindName => Icons.Material.Outlined.QrCode2,
        RequiredDocuments.KindName => Icons.Material.Outlined.Description,
        Packaging.KindName => Icons.Material.Outlined.Inventory2,
        MinimumOrder.KindName => Icons.Material.Outlined.Euro,
        PartialDelivery.KindName => Icons.Material.Outlined.CallSplit,
        BackOrder.KindName => Icons.Material.Outlined.Replay,
        ContactFirst.KindName => Icons.Material.Outlined.Phone,
        _ => Icons.Material.Outlined.Rule,
    };
}
