using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>Why we do something otherwise than ordered, as one sentence that the client reads: said of them, not of our checks.</summary>
public static class ChangeReason
{
    /// <summary>Why goods do not arrive on <paramref name="day"/>, in <paramref name="language"/> (ISO 639-1); <paramref name="site"/> is the client's name for the place.</summary>
    public static string OfDate(WhyNot why, DateOnly day, string? site, string language)
    {
        var texts = DocumentTexts.In(language);
        var who = site is null ? texts["WhoYou"] : texts.Format("WhoSite", site);

        return texts.Format($"Why{why}", who, texts.Culture.DateTimeFormat.GetDayName(day.DayOfWeek), Wording.DateLong(day, texts.Culture));
    }

    /// <summary>Why another price is confirmed: it is the one of the contract.</summary>
    public static string OfPrice(string language) => DocumentTexts.In(language)["WhyPrice"];

    /// <summary>Why another quantity is confirmed: packs are not opened.</summary>
    public static string OfQuantity(string language) => DocumentTexts.In(language)["WhyQuantity"];

    /// <summary>Why a change of the client's is not done; the note of whoever decided follows, where there is one.</summary>
    public static string OfRefusal(AmendmentRefusal reason, string? note, string language)
    {
        var text = reason is AmendmentRefusal.Other ? null : DocumentTexts.In(language)[$"Refused{reason}"];

        return string.Join(' ', new[] { text, note?.Trim() }.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>Why a promise was moved, as far as its cause says anything that a client is to read; null where it does not.</summary>
    public static string? OfPromise(PromiseCause cause, string language) =>
        cause is PromiseCause.First or PromiseCause.Amendment or PromiseCause.Other ? null : DocumentTexts.In(language)[$"Moved{cause}"];

    /// <summary>On which day how much of a line arrives; <paramref name="unit"/> as the line counts.</summary>
    public static string OfParts(IEnumerable<PromisedPart> parts, string unit, string language)
    {
        var texts = DocumentTexts.In(language);

        return texts.Format("PartsOn", string.Join(", ", parts.Select(part => texts.Format("PartOn", $"{Wording.Quantity(part.Quantity, texts.Culture)}\u00A0{UnitCodes.Word(unit, texts)}", Wording.DateLong(part.DeliverOn, texts.Culture)))));
    }

    /// <summary>That a line stays because its change was not chosen.</summary>
    public static string OfKept(string language) => DocumentTexts.In(language)["RefusedLine"];

    /// <summary>Why an order is given up: the client does, by this document; <paramref name="number"/> is theirs, or the order's.</summary>
    public static string OfCancellation(string number, string language) => DocumentTexts.In(language).Format("WhyCancelled", number);
}
