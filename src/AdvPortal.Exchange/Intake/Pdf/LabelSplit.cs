using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>A label and what stands behind it in the same phrase: « Commande n° : 4500187342 », « Qté: 40 ».</summary>
/// <param name="Text">The label without its colon.</param>
/// <param name="Column">What it stands for; null for a label that is none of ours.</param>
/// <param name="Value">Null where the value stands elsewhere.</param>
internal sealed partial record LabelSplit(string Text, OrderColumn? Column, int Rank, Phrase Label, Phrase? Value, bool HasColon)
{
    private const int LongestLabel = 6;
    private const int LongestValueWithoutColon = 6;

    /// <summary>The first label of a phrase; null when it starts with none.</summary>
    public static LabelSplit? Find(Phrase phrase, ReadingGuide? guide = null) => All(phrase, guide) is [var first, ..] ? first : null;

    public static IReadOnlyList<LabelSplit> All(Phrase phrase, ReadingGuide? guide = null)
    {
        phrase = Parted(phrase);
        List<LabelSplit> found = [];
        var colon = ColonFrom(phrase, 0);
        if (colon < 0)
        {
            return WithoutColon(phrase, guide) is { } one ? [one] : [];
        }

        var start = colon < LongestLabel ? 0 : KnownSuffix(phrase, 0, colon, guide);
        while (colon >= 0 && start >= 0)
        {
            var (next, nextStart) = (colon, -1);
            do
            {
                next = ColonFrom(phrase, next + 1);
                nextStart = next < 0 ? -1 : KnownSuffix(phrase, colon + 1, next, guide);
            }
            while (next >= 0 && nextStart < 0);

            var valueEnd = next < 0 ? phrase.Words.Count : nextStart;
            var label = phrase.Part(start, colon + 1 - start)!;
            var text = label.Text.TrimEnd(':', ' ', '\u00A0', '\u202F');
            if (text.Length > 0)
            {
                var known = Known(text, guide);
                found.Add(new(text, known?.Column, known?.Rank ?? 0, label, phrase.Part(colon + 1, valueEnd - colon - 1), HasColon: true));
            }

            (colon, start) = (next, nextStart);
        }

        return found;
    }

    /// <summary>What a label stands for, by the guide first.</summary>
    public static (OrderColumn? Column, int Rank)? Known(string text, ReadingGuide? guide) =>
        guide is not null && OrderLayout.Said(guide.Labels, text) is { } said ? (OrderColumnNames.ColumnOf(said), -1)
        : OrderColumnNames.Find(text) is var (column, rank) ? (column, rank)
        : Possessive().Replace(text, "") is var bare && bare.Length < text.Length && OrderColumnNames.Find(bare) is var (own, bareRank) ? (own, bareRank + 20)
        : text.IndexOf('/', StringComparison.Ordinal) is > 2 and var slash && OrderColumnNames.Find(text[..slash]) is ( < OrderColumn.LineNo and var first, var firstRank) && OrderColumnNames.Find(text[(slash + 1)..]) is not null ? (first, firstRank + 30)
        : OrderColumnNames.Normalise(text) is "numero" or "number" or "nr" ? (OrderColumn.LineNo, 0)
        : null;

    [GeneratedRegex(@"^(votre|notre|vos|nos|your|our|my)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Possessive();

    private static LabelSplit? WithoutColon(Phrase phrase, ReadingGuide? guide)
    {
        for (var count = Math.Min(LongestLabel, phrase.Words.Count); count > 0; count--)
        {
            var label = phrase.Part(0, count)!;
            var text = label.Text.TrimEnd('#', ' ');
            if (Known(text.Length == 0 ? label.Text : text, guide) is not var (column, rank))
            {
                continue;
            }

            var value = phrase.Part(count, phrase.Words.Count - count);
            return value is null || MayBeValue(column, value) ? new(text, column, rank, label, value, HasColon: false) : null;
        }

        return null;
    }

    /// <summary>Without a colon only what looks like a number or a day is a value; the rest is a sentence.</summary>
    private static bool MayBeValue(OrderColumn? column, Phrase value) =>
        (value.Words.Count <= LongestValueWithoutColon || (column == OrderColumn.OrderNumber && value.Words[1].Text is "-" or "–" or "—")) && column switch
        {
            OrderColumn.IssueDate or OrderColumn.RequestedDate => CellDate.TryParse(value.Text, out _),
            OrderColumn.OrderNumber or OrderColumn.Contract or OrderColumn.BuyerId or OrderColumn.BuyerCode or OrderColumn.SupplierCode or OrderColumn.Gtin or OrderColumn.BuyerGln or OrderColumn.BuyerVat or OrderColumn.ShipToGln =>
                value.Words[0].Text.Any(char.IsAsciiDigit) && (value.Words.Count == 1 || value.Words[1].Text is "du" or "of" or "dated" or "vom" or "del" or "-" or "–" or "—" or "/" || value.Words.All(word => word.Text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)))),
            OrderColumn.BuyerEmail => value.Text.Contains('@', StringComparison.Ordinal),
            _ => false,
        };

    private static int ColonFrom(Phrase phrase, int from)
    {
        for (var i = from; i < phrase.Words.Count; i++)
        {
            if (phrase.Words[i].Text.EndsWith(':'))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where the longest known label that ends at a colon starts; -1 for none.</summary>
    private static int KnownSuffix(Phrase phrase, int from, int colon, ReadingGuide? guide)
    {
        for (var start = Math.Max(from, colon - LongestLabel + 1); start <= colon; start++)
        {
            if (phrase.Part(start, colon + 1 - start) is { } label && Known(label.Text.TrimEnd(':', ' '), guide) is not null)
            {
                return start;
            }
        }

        return -1;
    }

    /// <summary>« PO:4711 » in one word is a label and its value all the same.</summary>
    private static Phrase Parted(Phrase phrase)
    {
        if (!phrase.Words.Any(word => StuckColon(word.Text) > 0))
        {
            return phrase;
        }

        List<Word> words = [];
        foreach (var word in phrase.Words)
        {
            if (StuckColon(word.Text) is var at and > 0)
            {
                var edge = word.Left + ((word.Right - word.Left) * (at + 1) / word.Text.Length);
                words.AddRange([word with { Text = word.Text[..(at + 1)], Right = edge }, word with { Text = word.Text[(at + 1)..], Left = edge }]);
            }
            else
            {
                words.Add(word);
            }
        }

        return new(phrase.Page, words);
    }

    private static int StuckColon(string word)
    {
        var at = word.IndexOf(':', StringComparison.Ordinal);
        return at > 0 && at + 1 < word.Length && word[at + 1] != '/' && char.IsLetter(word[0]) && !word.AsSpan(0, at).ContainsAnyInRange('0', '9') ? at : -1;
    }
}
