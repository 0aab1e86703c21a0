using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Prices in a currency that is not the buyer's country's, from a buyer who gives no account: somebody must know them first.</summary>
internal static class MailCurrency
{
    private static readonly (string Country, string Currency)[] Usual =
    [
        ("france", "EUR"), ("belgique", "EUR"), ("belgium", "EUR"), ("allemagne", "EUR"), ("germany", "EUR"), ("espagne", "EUR"), ("spain", "EUR"), ("italie", "EUR"), ("italy", "EUR"),
        ("luxembourg", "EUR"), ("pays-bas", "EUR"), ("netherlands", "EUR"), ("portugal", "EUR"), ("suisse", "CHF"), ("switzerland", "CHF"), ("royaume-uni", "GBP"), ("united kingdom", "GBP"),
        ("canada", "CAD"), ("usa", "USD"), ("united states", "USD"), ("états-unis", "USD"),
    ];

    public static void Check(OrderDraft order, ProblemLog log)
    {
        var address = order.Buyer?.Address.Street ?? order.ShipTo?.Address.Street;
        if (address is null || order is not { Currency: { } currency, Buyer: null or { Id: null, VatId: null, Gln: null } })
        {
            return;
        }

        var country = Array.Find(Usual, usual => address.TrimEnd('.', ' ').EndsWith(usual.Country, StringComparison.OrdinalIgnoreCase));
        if (country.Currency is not null && country.Currency != currency)
        {
            log.Error("mail-currency-foreign", null, currency, country.Currency);
        }
    }
}
