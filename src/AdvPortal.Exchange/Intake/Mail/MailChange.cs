using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>What a message changes of an order: « ligne 2 : 75 au lieu de 50 », "change Line 1 quantity from 50 to 75 units of X", « supprimer la ligne 3 ».</summary>
internal sealed partial class MailChange(ProblemLog log, MailStyle style, MailSpots spots)
{
    private readonly TextItems _items = new(log, style);
    private readonly MailDelivery _delivery = new(log, style);

    /// <summary>The changed lines only: a quantity as it shall be, 0 for a line that falls away.</summary>
    public OrderDraft Read(IReadOnlyList<MailLine> lines, string? number)
    {
        var order = new OrderDraft { OrderNumber = number };
        foreach (var line in lines)
        {
            var dates = WordDates.In(line.Text, style);
            var text = ItemTokens.Blanked(line.Text, dates);
            foreach (var found in OrderNumbers.In(text).ToList())
            {
                text = string.Concat(text.AsSpan(0, found.From), new string(' ', found.Length), text.AsSpan(found.From + found.Length));
            }

            foreach (var sentence in Sentences(text))
            {
                Take(order, line, sentence);
            }

            if (_delivery.Wanted(line) is { } wanted)
            {
                (order.Delivery.Date, order.Delivery.Start, order.Delivery.End) = wanted.End is null ? (wanted.Day, null, null) : ((DateOnly?)null, wanted.Day, wanted.End);
                spots.Head(0, "requestedDelivery", line, wanted.Start, wanted.Length);
            }
        }

        return order;
    }

    private void Take(OrderDraft order, MailLine line, string sentence)
    {
        var (from, to) = FromTo().Match(sentence) is { Success: true } change ? (change.Groups["from"].Value, change.Groups["to"].Value)
            : InsteadOf().Match(sentence) is { Success: true } instead ? (instead.Groups["from"].Value, instead.Groups["to"].Value)
            : To().Match(sentence) is { Success: true } set ? (null, set.Groups["to"].Value)
            : ((string?)null, (string?)null);
        var lineNo = LineNumber().Match(sentence) is { Success: true } named ? named.Groups["no"].Value : null;
        var tokens = ItemTokens.In(sentence);
        var code = tokens.Find(token => token.Part == ItemPart.Code && token.Value != lineNo);
        if (Drops().IsMatch(sentence) && (lineNo ?? code?.Value) is { } dropped)
        {
            log.Warning("line-cancelled", Place.Line(dropped, null), "0");
            order.Lines.Add(new() { LineNo = lineNo, BuyerCode = code?.Value, Quantity = 0 });
        }
        else if (to is not null && (lineNo is not null || code is not null))
        {
            var draft = new LineDraft { LineNo = lineNo, BuyerCode = code?.Value, Unit = Unit(sentence, to) };
            draft.Quantity = _items.Number(to, line, draft);
            if (from is not null)
            {
                draft.AddNote($"{from} → {to}");
            }

            order.Lines.Add(draft);
        }
        else
        {
            foreach (var item in _items.In(line with { Text = sentence }, sentence, mayLackCode: false))
            {
                order.Lines.Add(item.Draft);
            }
        }
    }

    private static string? Unit(string sentence, string to) =>
        ItemTokens.In(sentence).Find(token => token.Part == ItemPart.Quantity && token.Value == to)?.Unit;

    private static IEnumerable<string> Sentences(string text) => End().Split(text).Where(sentence => sentence.Trim().Length > 0);

    [GeneratedRegex(@"(?<=[.!?;])\s+|(?:\s+|,\s+)(?:et|and|puis|then)\s+(?=(?:d['’]\s?|de\s|to\s)?(?:(?:la\s|the\s)?(?:ligne|line)|supprim\w+|annul\w+|retir\w+|ajout\w+|pass(?:er|ez|ons)|port(?:er|ez)|remplac\w+|cancel|delete|remove|add|change|replace|set|r[ée]f)\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex End();

    /// <summary>« 6 000 » is one number, and what stands behind « ligne » is none of goods.</summary>
    private const string Number = @"(?<!\b(?:ligne|line|poste|item|position)\s*(?:n\s*[°º]\s*)?)(?<![\d.,])(?:\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)|\d[\d.,]*\d|\d)";

    [GeneratedRegex(@"\b(?:de|from)\s+(?<from>" + Number + @")\s*\p{L}*\s+(?:à|a|to|en)\s+(?<to>" + Number + @")|\b(?:replace|remplacer)\s+(?<from>" + Number + @")\s*\p{L}*\s+(?:by|with|par)\s+(?<to>" + Number + @")|(?<from>" + Number + @")\s*(?:->|→|=>)\s*(?<to>" + Number + @")", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex FromTo();

    [GeneratedRegex(@"(?<to>" + Number + @")\s*(?:x\s+)?[\p{L}²]*\s+(?:(?!\d+[\s,.])[\w./-]+\s+){0,3}?(?:au lieu de|à la place de|instead of|rather than|in place of)\s+(?<from>" + Number + @")|(?:au lieu de|instead of)\s+(?<from>" + Number + @")[^\d]{1,30}?(?<to>" + Number + @")", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex InsteadOf();

    [GeneratedRegex(@"\b(?:quantit[ée]|qt[ée]|quantity|qty|port(?:er|ez|ons)|pass(?:er|ez|ons)|mett(?:re|ez)|set|change)\b[^\d]{0,60}?(?:ligne|line|r[ée]f\S*)?[^\d]{0,20}(?:\S*\d\S*\s+)?(?:à|a|to|en|:)\s+(?<to>" + Number + @")|\b(?:ligne|line)\s*\d{1,4}\s+(?:à|to)\s+(?<to>" + Number + @")", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex To();

    [GeneratedRegex(@"\b(?:ligne|line|poste|item|position)\s*(?:n\s*[°º]\s*)?(?<no>\d{1,4})(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex LineNumber();

    [GeneratedRegex(@"\b(supprim\w+|annul(er|ez|ée?|ons)|retir(er|ez|ons)|delet\w+|remov\w+|cancel\w*|drop)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Drops();
}
