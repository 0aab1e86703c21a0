using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Mail;

/// <summary>What differs from the order in plain sentences; a date that moved on many lines is one of them.</summary>
internal static class AcknowledgementChanges
{
    public static IEnumerable<string> Of(Acknowledgement acknowledgement, DocumentTexts texts)
    {
        var saidOnce = acknowledgement.SaidOnce().Select(note => note.Text).ToHashSet(StringComparer.Ordinal);

        return Dates(acknowledgement, texts)
            .Concat(acknowledgement.Lines.SelectMany(line => Line(acknowledgement, line, texts)))
            .Select(change => change.Reason is { } reason && !saidOnce.Contains(reason) ? $"{change.Sentence} {reason}" : change.Sentence);
    }

    private static IEnumerable<(string Sentence, string? Reason)> Dates(Acknowledgement acknowledgement, DocumentTexts texts)
    {
        var moves = acknowledgement.Lines.SelectMany(line => line.Changes.OfType<DateChange>().Select(change => (line, change)));

        return moves.GroupBy(move => (move.change.From, move.change.To, move.change.Reason)).Select(group =>
        {
            var lines = group.Select(move => move.line).ToList();
            var who = lines.Count == 1 ? Name(lines[0], texts)
                : lines.Count == acknowledgement.Lines.Count ? texts["MailAllLines"]
                : texts.Format("MailLines", string.Join(", ", lines.Select(line => line.LineNo)));
            var (from, to, reason) = group.Key;

            return (texts.Format("MailDate", who, Wording.DateLong(to, texts.Culture), Wording.DateLong(from, texts.Culture, to)), reason);
        });
    }

    private static IEnumerable<(string Sentence, string? Reason)> Line(Acknowledgement acknowledgement, AcknowledgementLine line, DocumentTexts texts)
    {
        var name = Name(line, texts);

        if (line.LineStatus is LineStatus.NotAccepted or LineStatus.Added or LineStatus.AlreadyDelivered or LineStatus.Deleted)
        {
            yield return (texts.Format(line.IsKept ? "MailKept" : "Mail" + line.LineStatus, name), line.Note);
            yield break;
        }

        if (SinceLastVersion.Of(acknowledgement, line, texts) is { } since)
        {
            yield return (texts.Format("MailSince", name, char.ToLower(since[0], texts.Culture) + since[1..]), null);
        }

        foreach (var change in line.Changes)
        {
            if (change is QuantityChange quantity)
            {
                yield return (texts.Format("MailQuantity", name, Quantity(quantity.To), Wording.Quantity(quantity.From, texts.Culture)), quantity.Reason);
            }
            else if (change is PriceChange price)
            {
                yield return (texts.Format("MailPrice", name, Price(price.To), Price(price.From)), price.Reason);
            }
        }

        string Quantity(decimal quantity) => $"{Wording.Quantity(quantity, texts.Culture)}\u00A0{UnitCodes.Word(line.Unit, texts)}";

        string Price(decimal price) => $"{Wording.Price(price, texts.Culture)}\u00A0{acknowledgement.Currency}"
            + (line.PriceBaseQuantity == 1 ? "" : $"\u00A0{texts.Format("PricePer", Wording.Quantity(line.PriceBaseQuantity, texts.Culture))}");
    }

    private static string Name(AcknowledgementLine line, DocumentTexts texts) => texts.Format("MailLine", line.LineNo, line.BuyerCode);
}
