using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Tenders;
using AdvPortal.Domain.Tenders;
using AdvPortal.Web.Components.Review;
using AdvPortal.Web.Components.Shared;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Tenders;

/// <summary>In which colour a tender's standing is shown, and the few words beside it.</summary>
internal static class TenderLook
{
    private static readonly TimeSpan _soon = TimeSpan.FromHours(48);

    public static Tone ToneOf(TenderStatus status) => status switch
    {
        TenderStatus.ToApprove => Tone.Warn,
        TenderStatus.Approved => Tone.Accent,
        TenderStatus.Won => Tone.Ok,
        TenderStatus.Lost => Tone.Bad,
        TenderStatus.Declined or TenderStatus.Cancelled => Tone.Outline,
        _ => Tone.Neutral,
    };

    /// <summary>Late is red, within two days is orange.</summary>
    public static Tone ToneOf(DateTimeOffset due, DateTimeOffset now) => due < now ? Tone.Bad : due - now <= _soon ? Tone.Warn : Tone.Neutral;

    public static string? Css(DateTimeOffset due, DateTimeOffset now) => ToneOf(due, now) switch
    {
        Tone.Bad => "bad m",
        Tone.Warn => "warn m",
        _ => null,
    };

    public static string Money(this IStringLocalizer<Texts> text, decimal amount, TenderView it) => text.Word(new Money(amount, it.Currency));

    /// <summary>« 8,20 € », « 8,20 € les 100 », “€8.20 per 100”: of a unit it is said alone.</summary>
    public static string Price(this IStringLocalizer<Texts> text, decimal price, decimal units, string currency)
    {
        var words = Wording.Price(price, currency, CultureInfo.CurrentCulture);

        return units == 1 ? words : text["Tender.ContractPrice", words, text.Word(units)];
    }

    /// <summary>« dès 5 000 »; « dès la première unité ».</summary>
    public static string FromOn(this IStringLocalizer<Texts> text, decimal quantity) => quantity > 0 ? text["Tender.FromQuantityOn", text.Word(quantity)] : text["Tender.FromFirst"];

    /// <summary>A moment on the company's clocks: « ven. 4 déc. 12:00 ».</summary>
    public static string At(this IStringLocalizer<Texts> text, DateTimeOffset at, TenantClock clock) => text.Stamp(clock.Local(at), clock.Today);

    /// <summary>« 10 · VH-M8-30-ZN ».</summary>
    public static string Named(TenderView.Line line) => (line.ProductCode ?? line.BuyerCode) is { } code ? $"{line.LineNo} · {code}" : line.LineNo;

    /// <summary>« 1 000 ; 5 000 PCE ».</summary>
    public static string Asked(this IStringLocalizer<Texts> text, TenderView.Line line) =>
        line.Quantities.Count == 0 ? line.Unit : $"{string.Join(" · ", line.Quantities.Select(quantity => text.Word(quantity)))} {line.Unit}";
}
