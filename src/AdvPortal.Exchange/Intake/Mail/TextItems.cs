using System.Globalization;
using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>One article that a line orders, with the places of its values in the line.</summary>
/// <param name="Currency">Of its price: an ISO 4217 code, or the sign where several currencies share it.</param>
internal sealed record TextItem(LineDraft Draft, IReadOnlyList<(string Field, int From, int Length)> Places, string? Currency);

/// <summary>Takes the articles out of a line of text: labelled (« SKU: A, Qty: 5 »), or as a sentence or a list has them.</summary>
internal sealed partial class TextItems(ProblemLog log, MailStyle style)
{
    private const int LongestListed = 200;

    /// <param name="line">The line as it stands.</param>
    /// <param name="blanked">The same line, dates and order numbers blanked.</param>
    /// <param name="mayLackCode">An order is being listed: « 500 vis TH M8 » is a line of it.</param>
    public List<TextItem> In(MailLine line, string blanked, bool mayLackCode)
    {
        var mark = Mark().Match(blanked);
        var number = mark.Groups["no"] is { Success: true } no ? no.Value : null;
        var start = mark.Success ? mark.Length : 0;
        if (Labelled(line, start) is { } labelled)
        {
            labelled.Draft.LineNo ??= number;
            return [labelled];
        }

        var tokens = ItemTokens.In(blanked).Where(token => token.Start >= start).ToList();
        var first = tokens.Count == 0 ? -1 : blanked[start..tokens[0].Start].Trim().Length;
        var isListed = (mark.Success || first == 0) && line.Text.Length <= LongestListed;
        List<TextItem> items = [];
        var groups = Grouped(Promoted(tokens, blanked, start));
        for (var i = 0; i < groups.Count; i++)
        {
            var end = i + 1 < groups.Count ? groups[i + 1][0].Start : blanked.Length;
            if (Item(groups[i], line, blanked, i == 0 && isListed ? start : groups[i][0].Start, end, isListed, isListed && mayLackCode) is { } item)
            {
                items.Add(item);
            }
        }

        if (items is [var only])
        {
            only.Draft.LineNo ??= number;
        }

        return items;
    }

    /// <summary>A number as the sender writes numbers; one that reads both ways is told.</summary>
    public decimal? Number(string text, MailLine line, LineDraft draft)
    {
        var mark = style.DecimalMark;
        var kind = CellNumber.Read(text, mark, out var number);
        if (kind == CellNumber.Kind.Invalid)
        {
            draft.HasUnreadableNumber = true;
            log.Error("number-invalid", Place.FileLine(line.Number + 1), text);
            return null;
        }

        // "1,200" in English counts; « 1.200 » or « 1,200 » in French may do either.
        if (kind == CellNumber.Kind.Ambiguous && !(mark == '.' && text.Contains(',', StringComparison.Ordinal)))
        {
            log.Warning("number-both-ways", Place.FileLine(line.Number + 1), text, number.ToString(CultureInfo.InvariantCulture));
        }

        return number;
    }

    /// <summary>A bare number is a quantity where nothing better is: first in a list (« 500 VH-M8 »), or last behind the code (« VH-M8 : 500 »).</summary>
    private static List<ItemToken> Promoted(List<ItemToken> tokens, string text, int start)
    {
        if (tokens.Exists(token => token.Part == ItemPart.Quantity && !IsInWords(token)))
        {
            return tokens.FindAll(token => token.Part != ItemPart.Number);
        }

        var code = tokens.FindIndex(token => token.Part == ItemPart.Code);
        var quantity = tokens.FindIndex(token => token.Part == ItemPart.Number && text[start..token.Start].Trim().Length == 0 && text.AsSpan(token.End).TrimStart() is { Length: > 0 } rest && char.IsLetterOrDigit(rest[0]));
        quantity = quantity >= 0 || code < 0 ? quantity : tokens.FindLastIndex(token => token.Part == ItemPart.Number && token.Start > tokens[code].Start && text[token.End..].Trim(' ', '.', ';', ',').Length == 0);


        // « 500 VH-M8, deux cartons »: what is written in figures counts, the words say how it is packed.
        return [.. tokens.Select((token, i) => i == quantity ? token with { Part = ItemPart.Quantity } : token).Where(token => token.Part != ItemPart.Number && (quantity < 0 || !IsInWords(token)))];
    }

    private static bool IsInWords(ItemToken token) => token.Part == ItemPart.Quantity && NumberWords.Find(token.Value) is not null;

    /// <summary>One item for each quantity or each code, whichever comes first in the line.</summary>
    private static List<List<ItemToken>> Grouped(List<ItemToken> tokens)
    {
        var leads = tokens.Find(token => token.Part is ItemPart.Quantity or ItemPart.Code)?.Part;
        List<List<ItemToken>> groups = [];
        foreach (var token in tokens)
        {
            var current = groups.Count > 0 ? groups[^1] : null;
            if (current is null ? token.Part == leads : token.Part == leads && current.Exists(other => other.Part == ItemPart.Quantity))
            {
                groups.Add([token]);
            }
            else
            {
                current?.Add(token);
            }
        }

        return groups;
    }

    private TextItem? Item(List<ItemToken> tokens, MailLine line, string text, int start, int end, bool isListed, bool mayLackCode)
    {
        var (quantity, price) = (tokens.Find(token => token.Part == ItemPart.Quantity), tokens.Find(token => token.Part == ItemPart.Price));
        var codes = tokens.FindAll(token => token.Part == ItemPart.Code);
        var ours = codes.Find(token => token.IsTheirs);
        codes.RemoveAll(token => ReferenceEquals(token, ours));
        var code = codes.Find(token => token.IsMarked && !IsGtin(token)) ?? codes.Find(token => !IsGtin(token));
        var gtin = codes.Find(IsGtin);
        if (code is null && gtin is null && ours is null && !(quantity is not null && mayLackCode))
        {
            return null;
        }

        if (quantity is null && !isListed)
        {
            return null;
        }

        // « Deux palettes maximum » is a condition; « deux cartons de gants » are goods.
        var inWords = quantity is null ? null : NumberWords.Find(quantity.Value);
        if (inWords is not null && code is null && gtin is null && ours is null && (inWords == 1 || !Contained().IsMatch(text[quantity!.End..])))
        {
            return null;
        }

        var draft = new LineDraft { BuyerCode = code?.Value, SupplierCode = ours?.Value, Gtin = gtin?.Value, Unit = quantity?.Unit, PriceBaseQuantity = price?.Base };
        draft.Quantity = inWords ?? (quantity is null ? null : Number(quantity.Value, line, draft));
        draft.NetPrice = price is null ? null : Number(price.Value, line, draft);
        draft.Description = Description(tokens, text, start, isListed ? end : tokens[^1].End);
        if (!draft.HasCode && draft.Description is null)
        {
            return null;
        }

        List<(string, int, int)> places = [];
        foreach (var (field, token) in (ReadOnlySpan<(string, ItemToken?)>)[("buyerCode", code), ("supplierCode", ours), ("gtin", gtin), ("quantity", quantity), ("netPrice", price)])
        {
            if (token is not null)
            {
                places.Add((field, token.ValueStart, token.Value.Length));
            }
        }

        return new(draft, places, price?.Unit is { } currency ? CellNumber.CurrencyOf(currency) : null);
    }

    /// <summary>What the line says beside its values.</summary>
    private static string? Description(List<ItemToken> tokens, string text, int start, int end)
    {
        var rest = text[..end].ToCharArray();
        foreach (var token in tokens)
        {
            rest.AsSpan(token.Start, Math.Min(token.Length, end - token.Start)).Fill('\u0001');
        }

        var words = new string(rest, Math.Min(start, end), Math.Max(0, end - start)).Split('\u0001', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => Edges().Replace(Spaces().Replace(part, " "), "").Trim())
            .Where(part => part.Count(char.IsLetter) >= 3 && !Linking().IsMatch(part));
        return string.Join(' ', words) is { Length: > 0 } description ? description : null;
    }

    private static bool IsGtin(ItemToken token) => Gs1.LooksLikeGtin(token.Value) && Gs1.HasValidCheckDigit(token.Value) && token.Value.Length >= 12;

    /// <summary>A bullet, or the number of the line: « 1. », « - », "Line 3:".</summary>
    [GeneratedRegex(@"^\s*(?:(?:[-*•·–—▪►>]\s+)?(?:ligne|line|item|poste|pos\.?)\s*(?:n°\s*)?(?<no>\d{1,4})\s*[:.)–-]\s*|[-*•·–—▪►]\s*|(?<no>\d{1,3})[.)]\s+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[\s\p{P}×=+]+(?:(?:de|of|di|x)\s+|d['’])?|^(?:(?:de|of|di|x)\s+|d['’])|[\s\p{P}×=+]+$|(?:\s|^)(?:de|pour|le|la|les|et|and|for|by|at|à|of|réf|ref|qty|avant|au|plus|tard)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Edges();

    [GeneratedRegex(@"^(?:des?|d['’]|of|the|et|and|for|pour(?: le)?|avant le|ht|net|puis|ainsi que|plus|as well as|réf|ref|art|artikel|preis|einzelpreis|precio|prezzo|unitario)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Linking();

    [GeneratedRegex(@"^\s+(?:de\s|d['’]|of\s|di\s)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Contained();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Spaces();
}
