using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Joins what several words state of one thing into one rule.</summary>
internal static class Merging
{
    /// <returns>Both in one; null when they contradict each other.</returns>
    public static Rule? Join(Rule one, Rule other) => (one, other) switch
    {
        (DeliveryDays a, DeliveryDays b) => Join(a, b),
        (Labelling a, Labelling b) when AreOfOneUnit(a, b) => Fits(a.Symbology, b.Symbology) && Fits(a.Copies, b.Copies)
            ? a with { Symbology = a.Symbology ?? b.Symbology, Per = a.Per ?? b.Per, Copies = a.Copies ?? b.Copies, Payload = Join(a.Payload, b.Payload) } : null,
        (ProductCode a, ProductCode b) => Fits(a.Prefix, b.Prefix) && Fits(a.Suffix, b.Suffix) && Fits(a.Pad, b.Pad)
            ? a with { Prefix = a.Prefix ?? b.Prefix, Suffix = a.Suffix ?? b.Suffix, Pad = a.Pad ?? b.Pad, Documents = a.Documents | b.Documents } : null,
        (Packaging a, Packaging b) => Fits(a.PalletType, b.PalletType) && Fits(a.MaxHeightCm, b.MaxHeightCm) && Fits(a.MaxWeightKg, b.MaxWeightKg) && Fits(a.MultipleOf, b.MultipleOf)
            ? a with { PalletType = a.PalletType ?? b.PalletType, MaxHeightCm = a.MaxHeightCm ?? b.MaxHeightCm, MaxWeightKg = a.MaxWeightKg ?? b.MaxWeightKg, MultipleOf = a.MultipleOf ?? b.MultipleOf, NoMixedPallets = a.NoMixedPallets ?? b.NoMixedPallets } : null,
        (MinimumOrder a, MinimumOrder b) => Fits(a.Amount, b.Amount) && Fits(a.Currency, b.Currency) && Fits(a.Quantity, b.Quantity) && Fits(a.CarriagePaidFrom, b.CarriagePaidFrom)
            ? a with { Amount = a.Amount ?? b.Amount, Currency = a.Currency ?? b.Currency, Quantity = a.Quantity ?? b.Quantity, CarriagePaidFrom = a.CarriagePaidFrom ?? b.CarriagePaidFrom } : null,
        (PartialDelivery a, PartialDelivery b) => Fits(a.Allowed, b.Allowed) ? a with { Allowed = a.Allowed ?? b.Allowed } : null,
        (BackOrder a, BackOrder b) => Fits(a.Policy, b.Policy) ? a with { Policy = a.Policy ?? b.Policy } : null,
        (RequiredDocuments a, RequiredDocuments b) => Fits(a.DeliveryNoteCopies, b.DeliveryNoteCopies) && Fits(a.Language, b.Language) && Fits(a.SendInvoiceTo, b.SendInvoiceTo) && Fits(a.Certificate, b.Certificate)
            ? a with { DeliveryNoteCopies = a.DeliveryNoteCopies ?? b.DeliveryNoteCopies, Language = a.Language ?? b.Language, SendInvoiceTo = a.SendInvoiceTo ?? b.SendInvoiceTo, Certificate = a.Certificate ?? b.Certificate } : null,
        (Reference a, Reference b) => Fits(a.Pattern, b.Pattern) ? a with { Required = a.Required ?? b.Required, Pattern = a.Pattern ?? b.Pattern, Where = a.Where | b.Where } : null,
        (ContactFirst a, ContactFirst b) => Fits(a.Phone, b.Phone) && Fits(a.BeforeHours, b.BeforeHours) && Fits(a.Who, b.Who)
            ? a with { Phone = a.Phone ?? b.Phone, BeforeHours = a.BeforeHours ?? b.BeforeHours, Who = a.Who ?? b.Who } : null,
        (Instruction a, Instruction b) => a.Text.Contains(b.Text, StringComparison.Ordinal) ? a : b.Text.Contains(a.Text, StringComparison.Ordinal) ? b
            : a.Text.Length + b.Text.Length + 1 <= Instruction.TextMaxLength ? a with { Text = $"{a.Text}\n{b.Text}" } : null,
        _ => null,
    };

    /// <summary>Labels on parcels and labels on pallets are two things; where no unit is named, it is the other's.</summary>
    public static bool AreOfOneUnit(Rule one, Rule other) => one is not Labelling a || other is not Labelling b || a.Per is null || b.Per is null || a.Per == b.Per;

    private static DeliveryDays? Join(DeliveryDays a, DeliveryDays b)
    {
        var open = a.Open | b.Open;

        // A list of days goes on in the next sentence; a day refused there is not one of them.
        var closed = open is Weekdays.None ? a.Closed | b.Closed : Refused(a) | Refused(b) | (Weekdays.All & ~open);
        open &= ~closed;

        if (!Fits(a.CutOff, b.CutOff) || !Fits(a.NoticeDays, b.NoticeDays) || closed is Weekdays.All || (Refused(a) & b.Open) != 0 || (Refused(b) & a.Open) != 0 && a.Open != Weekdays.None && (a.Open & ~Refused(b)) == 0)
        {
            return null;
        }

        return a with
        {
            Open = open,
            Closed = closed,
            Windows = Join(a.Windows, b.Windows),
            ClosedDates = Join(a.ClosedDates, b.ClosedDates),
            CutOff = a.CutOff ?? b.CutOff,
            NoticeDays = a.NoticeDays ?? b.NoticeDays,
            Holidays = a.Holidays ?? b.Holidays,
        };
    }

    private static Weekdays Refused(DeliveryDays rule) => rule.Open is Weekdays.None ? rule.Closed : Weekdays.None;

    private static List<T>? Join<T>(IReadOnlyList<T>? one, IReadOnlyList<T>? other) => one is null && other is null ? null : [.. (one ?? []).Concat(other ?? []).Distinct()];

    private static bool Fits<T>(T? one, T? other) => one is null || other is null || EqualityComparer<T>.Default.Equals(one, other);
}
