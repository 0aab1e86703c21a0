using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>What a printed sum sums up.</summary>
internal enum TotalKind
{
    /// <summary>« Sous-total », "Subtotal": of the lines above, perhaps not of all.</summary>
    Part,

    /// <summary>« Total HT », "Net total".</summary>
    Net,

    /// <summary>« Total » and no more.</summary>
    Plain,

    /// <summary>« Total TTC », « Net à payer », "Grand total".</summary>
    Gross,

    Tax,

    /// <summary>Carriage, a discount on the whole.</summary>
    Charge,
}

/// <summary>A sum under or beside the table.</summary>
/// <param name="Amount">As written.</param>
internal sealed partial record PageTotal(TotalKind Kind, string Label, string Amount, int Page, PageBox Box)
{
    /// <summary>The sums on a line: each after its words, or under them.</summary>
    public static IReadOnlyList<PageTotal> On(PageLine line, PageLine? next)
    {
        List<PageTotal> totals = [];
        for (var i = 0; i < line.Phrases.Count; i++)
        {
            var phrase = line.Phrases[i];
            if (!RowWords.IsTotal(phrase.Text) || RowWords.IsAmount(phrase.Text))
            {
                continue;
            }

            var amount = AmountAtEnd(phrase);
            for (var j = i + 1; amount is null && j < line.Phrases.Count && !RowWords.IsTotal(line.Phrases[j].Text); j++)
            {
                amount = RowWords.IsAmount(line.Phrases[j].Text) && !(j + 1 < line.Phrases.Count && RowWords.IsAmount(line.Phrases[j + 1].Text)) ? line.Phrases[j] : null;
            }

            if (amount is not null)
            {
                totals.Add(Of(phrase.Text, amount));
            }
            else if (next is not null)
            {
                totals.AddRange(Below(phrase, line, next));
            }
        }

        return totals;
    }

    /// <summary>The sum of the lines, and what is to be paid; what is not said is null.</summary>
    public static (PageTotal? Net, PageTotal? Gross) Choose(IReadOnlyList<PageTotal> totals)
    {
        PageTotal? Last(TotalKind kind) => totals.LastOrDefault(total => total.Kind == kind);

        var parts = totals.Where(total => total.Kind == TotalKind.Part).ToList();
        var hasCharges = totals.Any(total => total.Kind == TotalKind.Charge && total.Amount.Any(c => c is >= '1' and <= '9'));
        var (part, plain) = (parts.Count == 1 ? parts[0] : null, Last(TotalKind.Plain));
        var net = part ?? (hasCharges ? null : Last(TotalKind.Net));
        var isPlainNet = net is null && !hasCharges && Last(TotalKind.Tax) is null && Last(TotalKind.Net) is null;
        return (net ?? (isPlainNet ? plain : null), Last(TotalKind.Gross) ?? (isPlainNet ? null : plain));
    }

    private static TotalKind KindOf(string text) =>
        Part().IsMatch(text) ? TotalKind.Part
        : Gross().IsMatch(text) ? TotalKind.Gross
        : Tax().IsMatch(text) ? TotalKind.Tax
        : Charge().IsMatch(text) ? TotalKind.Charge
        : Net().IsMatch(text) ? TotalKind.Net
        : TotalKind.Plain;

    private static Phrase? AmountAtEnd(Phrase phrase)
    {
        Phrase? best = null;
        for (var from = phrase.Words.Count - 1; from > 0 && phrase.Part(from, phrase.Words.Count - from) is { } end; from--)
        {
            // A rate in per cent is no amount, and what follows it is.
            if (phrase.Words[from].Text.Contains('%', StringComparison.Ordinal) || (!RowWords.IsAmount(end.Text) && best is not null))
            {
                break;
            }

            best = RowWords.IsAmount(end.Text) ? end : best;
        }

        return best;
    }

    private static PageTotal Of(string label, Phrase amount) => new(KindOf(label), label, amount.Text, amount.Page, amount.Box);

    /// <summary>The amounts under the words; each has the words that stand over it.</summary>
    private static IEnumerable<PageTotal> Below(Phrase label, PageLine line, PageLine next)
    {
        var amounts = line.Page != next.Page || next.Base - line.Base >= 3 * line.Size ? [] : next.Phrases.Where(phrase => phrase.Overlaps(label.Left, label.Right) && RowWords.IsAmount(phrase.Text)).ToList();
        for (var i = 0; i < amounts.Count; i++)
        {
            var (from, to) = (i == 0 ? double.MinValue : (amounts[i - 1].Right + amounts[i].Left) / 2, i + 1 == amounts.Count ? double.MaxValue : (amounts[i].Right + amounts[i + 1].Left) / 2);
            var words = string.Join(' ', label.Words.Where(word => word.Middle >= from && word.Middle < to).Select(word => word.Text));
            if (RowWords.IsTotal(words))
            {
                yield return Of(words, amounts[i]);
            }
        }
    }

    [GeneratedRegex(@"^(sous|sub|zwischen)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Part();

    [GeneratedRegex(@"\b(ttc|payer|pay|due|grand|incl|gross|brutto|tout compris)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Gross();

    [GeneratedRegex(@"^(montant (de la )?|total )?(tva|t\.v\.a|vat|gst|tax|taxe|sales tax|mwst|iva|i\.v\.a)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tax();

    [GeneratedRegex(@"^(frais|port|transport|shipping|freight|delivery|postage|handling|remise|rabais|escompte|acompte|discount|[eé]co)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Charge();

    [GeneratedRegex(@"\b(ht|h\.t|untaxed|net|hors|excl|without|imponib)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Net();
}
