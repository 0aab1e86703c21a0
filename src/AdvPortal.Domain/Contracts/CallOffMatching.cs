using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Contracts;

/// <summary>Who says that an order line calls off a blanket order.</summary>
[JsonConverter(typeof(CamelCaseEnum<CallOffBasis>))]
public enum CallOffBasis
{
    /// <summary>The client: the order, or the line, names the agreement.</summary>
    Named,

    /// <summary>The portal: exactly one open agreement has this product on the day asked for.</summary>
    Proposed,

    /// <summary>Somebody at the desk, who linked the line or took the link away.</summary>
    Person,
}

/// <summary>Whether an order line is a call-off, and who says so.</summary>
/// <param name="Line">Null where somebody says that it calls nothing off.</param>
public sealed record CallOffLink(BlanketLineId? Line, CallOffBasis Basis);

/// <summary>A line of a client's agreements, with what others have called off of it.</summary>
/// <param name="CalledOff">By promised orders other than the one that is looked at.</param>
/// <param name="InReview">By orders other than that one that nobody has promised yet.</param>
public sealed record BlanketStanding(
    BlanketLineId Line, BlanketOrderId BlanketOrderId, string Number, string? CustomerReference, BlanketStatus Status, DateOnly ValidFrom, DateOnly ValidUntil, string Currency,
    ProductId ProductId, string ProductCode, decimal Agreed, decimal NetPrice, decimal PriceBaseQuantity, decimal CalledOff, decimal InReview)
{
    public decimal Rest => Agreed - CalledOff;

    public bool IsOpen => Status is BlanketStatus.Open;

    public bool Holds(DateOnly day) => ValidFrom <= day && day <= ValidUntil;

    /// <summary>By our number of it or the client's, however it is spaced and written.</summary>
    public bool IsNamedBy(string name) => Bare(name) is { Length: > 0 } bare && (bare == Bare(Number) || bare == Bare(CustomerReference));

    private static string Bare(string? name) => string.Concat((name ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

/// <summary>Which line of a client's agreements an order line calls off.</summary>
/// <remarks>Pure. What was said of the line before holds for as long as it can; then what the order names; then the one agreement that it can only mean.</remarks>
public static class CallOffMatching
{
    /// <param name="product">Of the order line.</param>
    /// <param name="currency">Of the order: prices in another are no price of it.</param>
    /// <param name="on">The day asked for; null for none.</param>
    /// <param name="today">For which goods are wanted that nobody wants on a day.</param>
    /// <param name="names">References that the line gives, else the order.</param>
    /// <param name="before">What was said of this line, of this product.</param>
    /// <param name="agreed">The client's.</param>
    /// <returns>Null where nothing speaks for a call-off.</returns>
    public static CallOffLink? Of(ProductId product, string currency, DateOnly? on, DateOnly today, IReadOnlyList<string> names, CallOffLink? before, IReadOnlyList<BlanketStanding> agreed)
    {
        List<BlanketStanding> ofProduct = [.. agreed.Where(each => each.ProductId == product)];

        if (before is not null && (before.Line is null || ofProduct.Exists(each => each.Line == before.Line && each.Currency == currency && Stays(before, each, on))))
        {
            return before;
        }

        var day = on ?? today;
        var open = ofProduct.FindAll(each => each.IsOpen && each.Currency == currency);

        // Of two that bear one name the one that holds on the day is meant.
        if (open.Where(each => names.Any(each.IsNamedBy)).OrderByDescending(each => each.Holds(day)).ThenByDescending(each => each.ValidFrom).FirstOrDefault() is { } named)
        {
            return new(named.Line, CallOffBasis.Named);
        }

        // Whoever names one that is over means that one, and no other is put in its place.
        return NamedInVain(product, names, agreed) is null && open.FindAll(each => each.Holds(day)) is [var only] ? new(only.Line, CallOffBasis.Proposed) : null;
    }

    /// <summary>The agreement on this product that the order names and that is closed; null where it names none such.</summary>
    public static BlanketStanding? NamedInVain(ProductId product, IReadOnlyList<string> names, IReadOnlyList<BlanketStanding> agreed) =>
        agreed.FirstOrDefault(each => each.ProductId == product && !each.IsOpen && names.Any(each.IsNamedBy));

    // A proposal rests on the day asked for: another day, and it is looked at again. Where none was asked for, time that passes takes nothing out.
    private static bool Stays(CallOffLink before, BlanketStanding linked, DateOnly? on) => before.Basis is not CallOffBasis.Proposed || on is not { } day || linked.Holds(day);
}
