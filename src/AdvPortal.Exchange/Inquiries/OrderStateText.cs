using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Inquiries;

/// <summary>What left of a line.</summary>
/// <param name="On">When it left.</param>
/// <param name="IsDelivered">It was taken.</param>
public sealed record SentPart(DateOnly On, string? Carrier, string? Tracking, string? Link, bool IsDelivered);

/// <summary>A line as it stands, under the client's own code.</summary>
/// <param name="Was">The first day that was promised, where it is another.</param>
/// <param name="Cause">Why; null where nothing moved.</param>
public sealed record LineState(
    string? Code, string Description, decimal Quantity, string Unit, decimal Shipped, decimal Outstanding, DateOnly? Promised, DateOnly? Was, PromiseCause? Cause, IReadOnlyList<PromisedPart> Parts,
    IReadOnlyList<SentPart> Sent, bool IsCancelled);

/// <summary>The state of an order as its client reads it: each line with its code, what is promised and why, what has left and how it is followed.</summary>
public static class OrderStateText
{
    private const int MostLines = 60;

    /// <param name="language">Of the client: ISO 639-1.</param>
    /// <param name="reference">The client's number of the order; ours where it has none.</param>
    /// <param name="number">Ours.</param>
    /// <param name="today">What was promised before it is late, and said to be so.</param>
    /// <param name="lines">In the order of the client's document.</param>
    public static string Write(string language, string? reference, string number, DateOnly today, IReadOnlyList<LineState> lines)
    {
        var texts = DocumentTexts.In(language);
        var head = reference is null || reference == number ? texts.Format("StateHead", number) : texts.Format("StateHeadBoth", reference, number);
        var told = lines.Take(MostLines).Select(line => $"- {Line(line, texts, language, today)}");

        return $"{head}\n\n{string.Join('\n', lines.Count > MostLines ? told.Append($"- {texts.Format("StateMore", lines.Count - MostLines)}") : told)}";
    }

    private static string Line(LineState line, DocumentTexts texts, string language, DateOnly today)
    {
        var what = texts.Format("StateLine", string.Join(", ", new[] { line.Code, line.Description.Length == 0 ? null : line.Description }.OfType<string>()), Amount(line.Quantity, line, texts));

        return $"{what}{string.Join(texts["StateAnd"], Says(line, texts, language, today))}.";
    }

    private static IEnumerable<string> Says(LineState line, DocumentTexts texts, string language, DateOnly today)
    {
        if (line.IsCancelled)
        {
            yield return texts["StateCancelled"];
            yield break;
        }

        foreach (var sent in line.Sent)
        {
            var day = Wording.DateLong(sent.On, texts.Culture);
            var how = string.Join(", ", new[] { sent.Carrier, sent.Tracking is null ? null : texts.Format("StateTracking", sent.Tracking), sent.Link }.OfType<string>());
            yield return $"{texts.Format(sent.IsDelivered ? "StateDelivered" : "StateSent", day)}{(how.Length == 0 ? "" : $" ({how})")}";
        }

        if (line is { Sent: [], Shipped: > 0 })
        {
            yield return texts.Format("StateShipped", Amount(line.Shipped, line, texts));
        }

        if (line.Outstanding > 0)
        {
            yield return Promise(line, texts, language, today);
        }
    }

    private static string Promise(LineState line, DocumentTexts texts, string language, DateOnly today)
    {
        if (line.Promised is not { } day)
        {
            return texts["StateNoDate"];
        }

        var rest = line.Outstanding < line.Quantity ? texts.Format("StateRest", Amount(line.Outstanding, line, texts)) : "";
        // A day that has passed is no promise any more.
        if (day < today)
        {
            return $"{rest}{texts.Format("StateLate", Wording.DateLong(day, texts.Culture))}";
        }

        var when = line.Parts.Count > 1
            ? ChangeReason.OfParts(line.Parts, line.Unit, language).TrimEnd('.')
            : texts.Format("StatePromised", Wording.DateLong(day, texts.Culture));
        var instead = line.Was is { } was && was != day ? texts.Format("StateInstead", Wording.DateLong(was, texts.Culture, day)) : "";
        var why = line.Cause is { } cause && ChangeReason.OfPromise(cause, language) is { } reason ? $" ({reason.TrimEnd('.')})" : "";

        return $"{rest}{when}{instead}{why}";
    }

    private static string Amount(decimal quantity, LineState line, DocumentTexts texts) => $"{Wording.Quantity(quantity, texts.Culture)}\u00A0{UnitCodes.Word(line.Unit, texts)}";
}
