using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>The currency of prices that bear none, or only a sign that several share: told by the sums, the words and the addresses of the pages.</summary>
internal static partial class PageCurrency
{
    /// <returns>An ISO 4217 code, « $ » where nothing tells which, or null.</returns>
    public static string? Find(PageSection section, string? ofPrices, ProblemLog log)
    {
        var found = ofPrices ?? section.Table?.Totals.Select(total => CellNumber.CurrencyOf(total.Amount)).FirstOrDefault(currency => currency is not null) ?? OfHeaders(section);
        if (found is not (null or "$"))
        {
            return found;
        }

        var codes = section.Lines.SelectMany(line => Code().Matches(line.Text)).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();
        if (codes is [var only])
        {
            return only;
        }

        if (found == "$" && section.Lines.Any(line => PartyBlock.IsAmerican(line.Text)))
        {
            log.Info("currency-from-address", null, "$", "USD");
            return "USD";
        }

        return found ?? (section.Lines.Any(line => line.Text.Contains('€', StringComparison.Ordinal)) ? "EUR" : null);
    }

    private static string? OfHeaders(PageSection section) =>
        section.Table?.Header.Cells.Select(cell => cell.Text.Contains('€', StringComparison.Ordinal) ? "EUR" : cell.Text.Contains('£', StringComparison.Ordinal) ? "GBP" : null).FirstOrDefault(currency => currency is not null);

    [GeneratedRegex(@"\b(EUR|USD|GBP|CHF|CAD|AUD|SEK|DKK|NOK|PLN|CZK|MAD|TND|PHP|SGD|HKD|NZD|MXN|BRL|INR|JPY|CNY)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Code();
}
