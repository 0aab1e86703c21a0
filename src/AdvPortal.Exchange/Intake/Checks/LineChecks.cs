using System.Globalization;
using System.Runtime.InteropServices;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Checks;

/// <summary>What every line of an order is asked: what, how many, and does the amount follow from the price?</summary>
internal sealed class LineChecks(ProblemLog log, string? order, bool isMessage, bool mayHoldPlaceholders)
{
    /// <summary>Amounts are rounded to cents by whoever wrote them, once up and once down.</summary>
    internal const decimal Cent = 0.02m;

    private const int NamedLines = 10;

    private HashSet<string>? _oddUnits;

    public void Check(List<LineDraft> lines)
    {
        foreach (var line in lines)
        {
            CheckArticle(line);
            CheckQuantity(line);
            CheckAmount(line);
            CheckDelivery(line);
        }

        if (lines.Count > 1)
        {
            TellRepetitions(lines);
        }

        if (isMessage && lines.TrueForAll(line => line is { BuyerCode: not null, SupplierCode: null, Gtin: null }))
        {
            log.Info("only-buyer-codes", order is null ? null : Place.Order(order), lines[0].BuyerCode!);
        }
    }

    /// <summary>A price before allowances that stands alone, and a price for another unit than the quantity's: the amount cannot follow from either.</summary>
    /// <param name="grossPrice">As written: never taken for a net one.</param>
    /// <param name="priceUnit">Null where the file names none beside that of the quantity.</param>
    public static void TellPrice(ProblemLog log, LineDraft line, string? grossPrice, string? priceUnit)
    {
        if (line.NetPrice is null && grossPrice is not null)
        {
            log.Warning("gross-price-only", Place.Line(line.LineNo ?? "—", null), grossPrice);
        }

        if (priceUnit is not null && line.Unit is not null && priceUnit != line.Unit)
        {
            log.Warning("price-unit-differs", Place.Line(line.LineNo ?? "—", null), priceUnit, line.Unit);
            line.Adjustment = null;
        }
    }

    private void TellRepetitions(List<LineDraft> lines)
    {
        Dictionary<string, string?> lineOfCode = new(lines.Count, StringComparer.Ordinal);
        Dictionary<string, List<string?>> repeated = new(StringComparer.Ordinal);
        HashSet<string> numbers = new(lines.Count, StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.LineNo is not null && !numbers.Add(line.LineNo))
            {
                log.Warning("line-number-twice", Where(line), line.LineNo);
            }

            if ((line.Gtin ?? line.SupplierCode ?? line.BuyerCode) is { } code && !lineOfCode.TryAdd(code, line.LineNo))
            {
                ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(repeated, code, out _);
                (same ??= [lineOfCode[code]]).Add(line.LineNo);
            }
        }

        foreach (var (code, same) in repeated)
        {
            var named = string.Join(", ", same.Take(NamedLines)) + (same.Count > NamedLines ? ", …" : "");
            log.Info("same-article", order is null ? null : Place.Order(order), code, named);
        }
    }

    private void CheckArticle(LineDraft line)
    {
        if (!line.HasCode)
        {
            // Words alone are what is left of a line whose columns were not understood.
            log.Add(!isMessage && line.NetPrice is null ? ProblemSeverity.Error : ProblemSeverity.Warning, "line-without-code", Where(line), line.Description ?? line.Name ?? "—");
        }

        if (line.Gtin is { } gtin && !(Gs1.LooksLikeGtin(gtin) && Gs1.HasValidCheckDigit(gtin)))
        {
            log.Warning("gtin-check-digit", Where(line), gtin);
        }

        if (mayHoldPlaceholders)
        {
            foreach (var text in (ReadOnlySpan<string?>)[line.BuyerCode, line.SupplierCode, line.Gtin, line.Description, line.Name])
            {
                if (Placeholders.Is(text))
                {
                    log.Error("placeholder", Where(line), text!);
                }
            }
        }
    }

    private void CheckQuantity(LineDraft line)
    {
        switch (line.Quantity)
        {
            case null when !line.HasUnreadableNumber:
                log.Error("quantity-missing", Where(line));
                break;
            case 0:
                log.Error("quantity-zero", Where(line));
                break;
            case < 0:
                log.Error("quantity-negative", Where(line), Text(line.Quantity.Value));
                break;
        }

        // People write units in their own words; a message owes a code.
        if (line.Unit is { } unit && (isMessage ? !Units.IsKnown(unit) : !unit.Any(char.IsLetter)) && (_oddUnits ??= new(StringComparer.Ordinal)).Add(unit))
        {
            log.Warning("unit-unknown", Where(line), unit);
        }

        if (line.NetPrice < 0)
        {
            log.Error("price-negative", Where(line), Text(line.NetPrice.Value));
        }
        else if (line.NetPrice == 0)
        {
            log.Warning("price-zero", Where(line));
        }
    }

    private void CheckAmount(LineDraft line)
    {
        if (line is not { Quantity: { } quantity, NetPrice: { } price, LineAmount: { } amount, Adjustment: { } adjustment })
        {
            return;
        }

        if (line.PriceBaseQuantity <= 0)
        {
            log.Error("price-base-invalid", Where(line), Text(line.PriceBaseQuantity.Value));
            return;
        }

        if (!TryMultiply(quantity, price, line.PriceBaseQuantity ?? 1, out var computed))
        {
            log.Error("line-amount-differs", Where(line), Text(quantity), Text(price), Text(amount), "∞");
            return;
        }

        var gap = Math.Min(Math.Abs(computed - amount), Math.Abs(computed + adjustment - amount));
        if (gap > Cent)
        {
            // A price printed with too few decimals misses by less than a hundredth; a wrong price or base misses by more.
            var severity = gap <= Math.Abs(amount) / 100 ? ProblemSeverity.Warning : ProblemSeverity.Error;
            log.Add(severity, "line-amount-differs", Where(line), Text(quantity), Text(price), Text(amount), Text(Math.Round(computed + adjustment, 2)));
        }
    }

    private void CheckDelivery(LineDraft line)
    {
        if (line.DeliveryStart > line.DeliveryEnd)
        {
            log.Error("window-reversed", Where(line), OrderChecks.Iso(line.DeliveryStart.Value), OrderChecks.Iso(line.DeliveryEnd.Value));
        }

        if (line.ShipTo?.Gln is { } gln && !Gs1.HasValidCheckDigit(gln))
        {
            log.Warning("gln-check-digit", Where(line), ProblemText.Word("role-ship-to"), gln);
        }
    }

    private static bool TryMultiply(decimal quantity, decimal price, decimal priceBase, out decimal product)
    {
        // Hostile numbers may exceed what a decimal holds; doubles tell cheaply whether the exact product fits.
        var fits = Math.Abs((double)quantity * (double)price / (double)priceBase) < 1e20 && Math.Abs((double)quantity * (double)price) < 1e27;
        product = fits ? quantity * price / priceBase : 0;
        return fits;
    }

    private Message Where(LineDraft line) => Place.Line(line.LineNo ?? "—", order);

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
