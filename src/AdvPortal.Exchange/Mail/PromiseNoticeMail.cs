using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Mail;

/// <summary>A line that is promised for another day than the client knows of, under the client's own code.</summary>
/// <param name="Was">Arrival as the client knows it; null when it knows of none.</param>
/// <param name="Now">Arrival of the last of it.</param>
/// <param name="Parts">Where it arrives in several parts; empty when all of it comes on <paramref name="Now"/>.</param>
/// <param name="Unit">In which the parts are counted, UN/ECE Recommendation 20.</param>
/// <param name="Reasons">Why it is not sooner, as sentences that the client reads (<see cref="ChangeReason.OfDate"/>).</param>
public sealed record MovedPromise(
    string LineNo, string Code, DateOnly? Was, DateOnly Now, IReadOnlyList<PromisedPart> Parts, string Unit, PromiseCause Cause, PromiseSide Side, IReadOnlyList<string> Reasons);

/// <summary>What a word on new dates is drafted from.</summary>
/// <param name="Language">Of the client: ISO 639-1.</param>
/// <param name="Name">Whom it addresses; null for several, or nobody in particular.</param>
/// <param name="Reference">The client's number of the order.</param>
/// <param name="IsWhole">All that is outstanding moves.</param>
public sealed record PromiseNoticeSubject(
    string Language, string? Name, string Reference, DateOnly? OrderDate, string Company, string? Sender, bool IsWhole, IReadOnlyList<MovedPromise> Lines);

/// <summary>The word to a client that a date has moved: drafted for a person, who changes what they want of it, and sent as they leave it.</summary>
public static class PromiseNoticeMail
{
    public static (string Subject, string Text) Draft(PromiseNoticeSubject about)
    {
        var texts = DocumentTexts.In(about.Language);
        var order = about.OrderDate is { } day ? texts.Format("MailOrderOf", about.Reference, Wording.DateLong(day, texts.Culture)) : texts.Format("MailOrder", about.Reference);
        var isSooner = about.Lines.All(line => line.Now < line.Was);
        var isOurs = about.Lines.Any(line => line.Side is PromiseSide.Us && line.Now > line.Was);
        var causes = about.Lines.Select(line => ChangeReason.OfPromise(line.Cause, about.Language)).Concat(about.Lines.SelectMany(line => line.Reasons)).OfType<string>().Distinct(StringComparer.Ordinal);

        return (
            texts.Format(isSooner ? "NoticeSubjectSooner" : "NoticeSubject", about.Reference),
            string.Join("\n\n", new[]
            {
                about.Name is null ? texts["MailHelloAll"] : texts.Format("MailHello", about.Name),
                texts.Format(isSooner ? "NoticeOpeningSooner" : "NoticeOpening", order),
                string.Join('\n', Days(about, texts).Select(line => $"- {line}")),
                string.Join(' ', causes),
                isOurs ? texts["NoticeSorry"] : "",
                $"{texts["NoticeAttached"]} {texts["MailReply"]}",
                string.Join('\n', new[] { texts["MailRegards"], about.Sender, about.Company }.OfType<string>()),
            }.Where(paragraph => paragraph.Length > 0)));
    }

    // A date that moves on many lines is said once.
    private static IEnumerable<string> Days(PromiseNoticeSubject about, DocumentTexts texts) =>
        about.Lines.GroupBy(line => line.Parts.Count == 0 ? (line.Was, line.Now, Alone: "") : (line.Was, line.Now, Alone: line.LineNo)).Select(same =>
        {
            var lines = same.ToList();
            var (first, was) = (lines[0], same.Key.Was);
            var who = lines.Count == 1 ? texts.Format("MailLine", first.LineNo, first.Code)
                : about.IsWhole && lines.Count == about.Lines.Count ? texts["MailAllLines"]
                : texts.Format("MailLines", string.Join(", ", lines.Select(line => line.LineNo)));

            return first.Parts.Count > 0 ? $"{texts.Format("NoticeParts", who, ChangeReason.OfParts(first.Parts, first.Unit, about.Language))}{(was is { } before ? $" {texts.Format("NoticeInstead", Wording.DateLong(before, texts.Culture, first.Now))}" : "")}"
                : was is { } old && old != first.Now ? texts.Format("MailDate", who, Wording.DateLong(first.Now, texts.Culture), Wording.DateLong(old, texts.Culture, first.Now))
                : texts.Format("NoticeDay", who, Wording.DateLong(first.Now, texts.Culture));
        });
}
