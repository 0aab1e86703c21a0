using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>What a message changes of an order: « ligne 2 : 75 au lieu de 50 », "change Line 1 quantity from 50 to 75 units of X", « supprimer la ligne 3 ».</summary>
/// <remarks>What may be meant otherwise changes nothing, and is told: a price, a line that is not to be given up, a day of one line alone.</remarks>
internal sealed partial class MailChange(ProblemLog log, MailStyle style, MailSpots spots)
{
    private const int LongestTold = 120;

    private readonly TextItems _items = new(log, style);
    private readonly MailDelivery _delivery = new(log, style);

    /// <summary>The changed lines only: a quantity as it shall be, 0 for a line that falls away.</summary>
    public OrderDraft Read(IReadOnlyList<MailLine> lines, string? number)
    {
        var order = new OrderDraft { OrderNumber = number };
        List<(MailLine Line, WordDate Date, bool IsMove)> days = [];
        foreach (var line in lines)
        {
            var text = ItemTokens.Blanked(line.Text, WordDates.In(line.Text, style));
            foreach (var found in OrderNumbers.In(text).ToList())
            {
                text = string.Concat(text.AsSpan(0, found.From), new string(' ', found.Length), text.AsSpan(found.From + found.Length));
            }

            foreach (var sentence in Sentences(text))
            {
                Take(order, line, sentence);
            }

            days.AddRange(_delivery.Candidates(line).Where(day => !IsOfLine(order, line, day.Date)).Select(day => (line, day.Date, day.IsMove)));
        }

        SetDay(order, days);
        return order;
    }

    /// <summary>A day to which the goods are moved outweighs the one on which they were to come; several are for a person to choose from.</summary>
    private void SetDay(OrderDraft order, List<(MailLine Line, WordDate Date, bool IsMove)> days)
    {
        var meant = days.Exists(day => day.IsMove) ? days.FindAll(day => day.IsMove) : days;
        if (meant.Select(day => (day.Date.Day, day.Date.End)).Distinct().Skip(1).Any())
        {
            Tell(string.Join(", ", meant.Select(day => day.Date.Text).Distinct(StringComparer.Ordinal)), meant[^1].Line);
        }
        else if (meant is [.., var (line, date, _)] && _delivery.Settle(date, line) is { } wanted)
        {
            (order.Delivery.Date, order.Delivery.Start, order.Delivery.End) = wanted.End is null ? (wanted.Day, null, null) : ((DateOnly?)null, wanted.Day, wanted.End);
            spots.Head(0, "requestedDelivery", line, wanted.Start, wanted.Length);
        }
    }

    /// <summary>« Livrer la ligne 20 le 4 » moves that line; « ligne 20 à 400 et livraison le 4 » may move it, or the order.</summary>
    private bool IsOfLine(OrderDraft order, MailLine line, WordDate date)
    {
        var before = line.Text[..date.Start];
        var clause = before[(before.LastIndexOfAny(['.', ';', '!', '?']) + 1)..];
        if (SeveralLines().IsMatch(clause))
        {
            Tell(clause + date.Text, line);
            return true;
        }

        if (LineNumber().Match(clause) is not { Success: true } named)
        {
            return false;
        }

        if (QuantityIn(clause).To is not null)
        {
            Tell(clause + date.Text, line);
        }
        else if (_delivery.Settle(date, line) is { Day: { } day })
        {
            var draft = order.Lines.Find(each => each.LineNo == named.Groups["no"].Value) ?? Keep(order, new() { LineNo = named.Groups["no"].Value });
            draft.DeliveryDate = day;
        }

        return true;
    }

    private void Take(OrderDraft order, MailLine line, string sentence)
    {
        var (from, to) = QuantityIn(sentence);
        var lineNo = LineNumber().Match(sentence) is { Success: true } named ? named.Groups["no"].Value : null;
        var code = ItemTokens.In(sentence).Find(token => token.Part == ItemPart.Code && token.Value != lineNo);
        var drops = Drops().Match(sentence);
        if (drops.Success && (lineNo ?? code?.Value) is { } dropped)
        {
            if (Denies().IsMatch(sentence) || (drops.Groups["done"].Success && sentence.Contains('?', StringComparison.Ordinal)))
            {
                Tell(sentence, line);
                return;
            }

            log.Warning("line-cancelled", Place.Line(dropped, null), "0");
            Keep(order, new() { LineNo = lineNo, BuyerCode = code?.Value, Quantity = 0 });
        }
        else if (to is not null && (lineNo is not null || code is not null))
        {
            if (Denies().IsMatch(sentence) || Prices().IsMatch(sentence))
            {
                Tell(sentence, line);
                return;
            }

            var draft = new LineDraft { LineNo = lineNo, BuyerCode = code?.Value, Unit = Unit(sentence, to) };
            draft.Quantity = _items.Number(to, line, draft);
            if (from is not null)
            {
                draft.AddNote($"{from} → {to}");
            }

            Keep(order, draft);
        }
        else
        {
            var items = _items.In(line with { Text = sentence }, sentence, mayLackCode: false);
            var isAdded = Adds().IsMatch(sentence);
            foreach (var item in items)
            {
                item.Draft.Action = isAdded ? LineAction.Added : item.Draft.Action;
                item.Draft.Description = item.Draft.Description is { } said && OnlyVerb().IsMatch(said) ? null : item.Draft.Description;
                Keep(order, item.Draft);
            }

            if (items.Count == 0 && (lineNo is not null || code is not null) && Wishes().IsMatch(sentence))
            {
                Tell(sentence, line);
            }
        }
    }

    private static (string? From, string? To) QuantityIn(string sentence) =>
        FromTo().Match(sentence) is { Success: true } change ? ((string?)change.Groups["from"].Value, (string?)change.Groups["to"].Value)
        : InsteadOf().Match(sentence) is { Success: true } instead ? ((string?)instead.Groups["from"].Value, (string?)instead.Groups["to"].Value)
        : To().Match(sentence) is { Success: true } set ? (null, (string?)set.Groups["to"].Value)
        : (null, null);

    /// <summary>What is said last of a line is what is wanted.</summary>
    private static LineDraft Keep(OrderDraft order, LineDraft draft)
    {
        var earlier = draft.Action is LineAction.Added ? [] : order.Lines.FindAll(each => each.Action is not LineAction.Added && each.LineNo == draft.LineNo && (draft.LineNo is not null || (draft.BuyerCode is not null && each.BuyerCode == draft.BuyerCode)));
        draft.DeliveryDate ??= earlier.LastOrDefault()?.DeliveryDate;
        order.Lines.RemoveAll(earlier.Contains);
        order.Lines.Add(draft);
        return draft;
    }

    private void Tell(string words, MailLine line) =>
        log.Warning("mail-change-unsure", Place.FileLine(line.Number + 1), words.Trim() is { Length: > LongestTold } told ? $"{told[..LongestTold]}…" : words.Trim());

    private static string? Unit(string sentence, string to) =>
        ItemTokens.In(sentence).Find(token => token.Part == ItemPart.Quantity && token.Value == to)?.Unit;

    private static IEnumerable<string> Sentences(string text) => End().Split(text).Where(sentence => sentence.Trim().Length > 0);
}
