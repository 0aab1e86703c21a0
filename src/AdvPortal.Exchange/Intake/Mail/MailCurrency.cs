using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Asks who a buyer is that gives no number to be known by, and whose prices are in a currency of neither their country nor ours.</summary>
/// <remarks>
/// Without an account, a VAT number or a GLN, a message is known by what it says of its sender only. Where that does not hold together, no price list
/// and no client can answer to it, and a borrowed name looks just so: a person decides before the order counts.
/// </remarks>
internal static class MailCurrency
{
    /// <summary>Buyers of every country order from this side of the border in it.</summary>
    private const string Ours = "EUR";

    public static void Check(OrderDraft order, ProblemLog log)
    {
        if (order is not { Currency: { } currency and not Ours, Buyer: null or { Id: null, VatId: null, Gln: null } })
        {
            return;
        }

        var address = order.Buyer is { } buyer && buyer.Address != PartyDraft.Nowhere ? buyer.Address : order.ShipTo?.Address;
        if ((address?.Country ?? (address?.Street is { } street ? Countries.AtEndOf(street) : null)) is { } country && Countries.CurrencyOf(country) is { } usual && usual != currency)
        {
            log.Error("mail-currency-foreign", null, currency, usual);
        }
    }
}
