using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Reads what an order amounts to at least, and from where its carriage is paid.</summary>
internal static class MinimumOrderReader
{
    private const string Least = "(?:mini\\w*|min|minimums?|moq|mov|au moins|at least|plancher|seuil|threshold|floor|en dessous|au dessous|inferieur\\w*|moins de|less than|below|under|lower than|rien sous|pas sous|a partir de|dessous|fewer than|smallest)";
    private const string Pieces = "(?: (?:pieces?|pcs|pce|unites?|units?|pc|items?|articles?|ea|off|exemplaires|cartons?|colis|boites?|boxes|cases|parcels|palettes?|pallets?|sacs?|bags?|rouleaux|rolls|tubes?|barres?|sets|paires|pairs))";

    private static readonly Pattern _money = Lexicon.Phrase($"(?:{Least}[^;]{{0,70}}(?<m>MONEY)|(?<m2>MONEY)[^;]{{0,40}}{Least})");
    private static readonly Pattern _count = Lexicon.Phrase($"(?:{Least}[^;]{{0,50}} (?<n>NUM){Pieces}|(?<n2>NUM){Pieces}[^;]{{0,30}}{Least}|(?:moq|minimum (?:order )?(?:quantit\\w+|de commande)|quantites? minim\\w+(?: de commande)?)(?: \\w+){{0,3}} ?(?::|=)? ?(?<n3>NUM))");
    private static readonly Pattern _order = Lexicon.Phrase("command\\w*|cde|cdes|order\\w*|lanc\\w+|mini\\w*|min|moq|mov|achat\\w*|achet\\w+|factur\\w+|prepar\\w+|expedi\\w+|livr\\w+|ship\\w*|deliver\\w*|process\\w*|send|purchas\\w+");
    private static readonly Pattern _carriage = Lexicon.Phrase("franco(?: de port)?|port (?:paye|offert|gratuit|compris)|frais de port|(?:free|paid) (?:carriage|delivery|shipping|freight)|carriage (?:paid|free)|delivery charges?|shipping (?:costs?|charges?)|livraison (?:gratuite|offerte)");
    private static readonly Pattern _other = Lexicon.Phrase("per line|par ligne|par article|par reference|per item|per product|each line|chaque ligne|per pallet|par palette|maxi\\w*|max|remise|discount|assur\\w+|penalit\\w+|prix|price|caution");
    private static readonly Pattern _above = Lexicon.Phrase("exceed\\w*|depass\\w+|plus de|more than|over");

    public static IEnumerable<Found> Read(Clause clause)
    {
        var carriage = clause.Find(_carriage);

        if (clause.Find(carriage is null ? _money : _anyMoney) is { } hit && (carriage is not null || clause.Has(_order)) && (hit.Value<Money>("m") ?? hit.Value<Money>("m2")) is { } money && money.Amount is > 0 and <= MinimumOrder.AmountMax)
        {
            // What carriage costs below a threshold is not the threshold.
            var isCharge = carriage is not null && (clause.All(_anyMoney).Skip(1).Any() || (clause.Has(_charge) && !clause.Has(_free)));

            // Carriage is free above an amount; nothing is a least order above one.
            if (isCharge || clause.Has(_other) || (carriage is null && clause.Has(_above)))
            {
                yield return Found.By(new MinimumOrder(), hit) with { Unresolved = [isCharge ? clause.Verbatim : hit.Span.Of(clause.Text.Original)] };
            }
            else if (carriage is { } paid)
            {
                yield return Found.By(new MinimumOrder { CarriagePaidFrom = money.Amount, Currency = money.Currency }, hit, paid.Because("carriagePaidFrom"), hit.Because("currency", hit.Has("m") ? "m" : "m2"));
            }
            else
            {
                yield return Found.By(new MinimumOrder { Amount = money.Amount, Currency = money.Currency }, hit, hit.Because("amount"), hit.Because("currency", hit.Has("m") ? "m" : "m2"));
            }
        }
        else if (carriage is null && clause.Find(_count) is { } count && clause.Has(_order) && (count.Value<object>("n") ?? count.Value<object>("n2") ?? count.Value<object>("n3")) is decimal and > 0 and <= MinimumOrder.AmountMax and var quantity)
        {
            yield return clause.Has(_other) || clause.Has(_above)
                ? Found.By(new MinimumOrder(), count) with { Unresolved = [count.Span.Of(clause.Text.Original)] }
                : Found.By(new MinimumOrder { Quantity = (decimal)quantity }, count, count.Because("quantity"));
        }
    }

    private static readonly Pattern _charge = Lexicon.Phrase("frais de port|delivery charges?|shipping (?:costs?|charges?)");
    private static readonly Pattern _free = Lexicon.Phrase("offert\\w*|gratuit\\w*|free|paid|waived|inclus\\w*|compris\\w*|included|franco");
    private static readonly Pattern _anyMoney = Lexicon.Phrase("(?<m>MONEY)");
}
