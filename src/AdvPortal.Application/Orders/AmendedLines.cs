using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Acknowledgements;

namespace AdvPortal.Application.Orders;

/// <summary>What an answer tells of the client's changes since the last one: by line, what was asked, what was done and what had been promised.</summary>
internal sealed class AmendedLines(IReadOnlyList<DecidedAmendment> amendments, string language)
{
    private readonly ILookup<string, (AmendmentSide Side, DecidedLine Line)> _lines =
        amendments.SelectMany(each => each.Lines.Select(line => (each.Side, Line: line))).ToLookup(each => each.Line.LineNo, StringComparer.Ordinal);

    public bool IsCancellation => amendments is [.., { IsCancellation: true, Outcome: not AmendmentOutcome.Refused }];

    /// <summary>Something is otherwise because we want it so.</summary>
    public bool IsOurs => amendments.Any(each => each is { Side: AmendmentSide.Us, Lines.Count: > 0 });

    /// <summary>Those decided since the order was last answered. A change refused after that had an answer of its own.</summary>
    public static AmendedLines SinceLastAnswer(Order order, string language) =>
        new([.. order.Amendments.Where(each => each.Revision == order.Revision && (each.Outcome is not AmendmentOutcome.Refused || each.At <= order.ConfirmedAt))], language);

    public AnsweredChange? Answer(bool differs) => amendments.LastOrDefault(each => each.Side is AmendmentSide.Client) is not { } last ? null
        : new(IsCancellation ? ChangeAnswer.Cancelled : differs ? ChangeAnswer.TakenInPart : ChangeAnswer.Taken, last.Number, last.IssuedOn);

    /// <summary>Null for a line that the client left alone.</summary>
    public Line? Of(string lineNo)
    {
        if (_lines[lineNo].ToList() is not { Count: > 0 } decided)
        {
            return null;
        }

        // Several changes before one answer: what had been promised is told by the first, what is asked by the last.
        var (first, last) = (decided[0].Line, decided[^1].Line);
        var asked = decided.LastOrDefault(each => each is { Side: AmendmentSide.Client, Line: { IsApplied: true, Asked: not null } }).Line?.Asked;

        return new(
            !last.IsApplied ? LineStatus.NotAccepted : first.Kind is LineDifferenceKind.Added ? LineStatus.Added : last.Kind is LineDifferenceKind.Removed ? LineStatus.AlreadyDelivered : LineStatus.Changed,
            asked, first.Before is { } before ? new(before.Quantity, before.NetPrice, before.PromisedOn) : null, last.IsApplied ? null : Why(lineNo))
        {
            IsAddedByUs = asked is null && first.Kind is LineDifferenceKind.Added && last.IsApplied,
        };
    }

    /// <summary>The lines that are not in the order: those given up, and those that were not taken in.</summary>
    public IEnumerable<AcknowledgementLine> Gone(Order order)
    {
        foreach (var decided in _lines.Where(line => order.Lines.All(each => each.LineNo != line.Key)))
        {
            var ((_, first), (side, last)) = (decided.First(), decided.Last());
            var isAsked = last.IsApplied && side is AmendmentSide.Client;

            if ((first.Before ?? last.Asked ?? last.Before) is not { } terms || (first.Before is null && last is { Kind: LineDifferenceKind.Removed }))
            {
                continue;
            }

            yield return new()
            {
                LineNo = decided.Key,
                BuyerCode = terms.BuyerCode ?? terms.ProductCode ?? "",
                SupplierCode = terms.ProductCode ?? "",
                Description = terms.Description,
                OrderedQuantity = isAsked ? 0 : terms.Quantity,
                PromisedQuantity = 0,
                Unit = terms.Unit,
                NetPrice = terms.NetPrice ?? 0,
                PriceBaseQuantity = terms.PriceBaseQuantity,
                LineAmount = 0,
                RequestedOn = terms.RequestedOn,
                LineStatus = isAsked ? LineStatus.Deleted : LineStatus.NotAccepted,
                Before = first.Before is { } before ? new(before.Quantity, before.NetPrice, before.PromisedOn) : null,
                Note = last.IsApplied ? null : Why(decided.Key),
            };
        }
    }

    // A change that is refused as a whole says why above the lines.
    private string? Why(string lineNo) =>
        amendments.Last(each => each.Lines.Any(line => line.LineNo == lineNo)) is { Outcome: AmendmentOutcome.PartlyApplied } by
            ? ChangeReason.OfRefusal(by.Reason ?? AmendmentRefusal.Other, by.Note, language) is { Length: > 0 } why ? why : ChangeReason.OfKept(language)
            : null;

    /// <param name="Asked">As the client wants the line now; null where that was not taken.</param>
    public sealed record Line(LineStatus Status, LineTerms? Asked, PromisedTerms? Before, string? Note)
    {
        /// <summary>It is in no order of the client's.</summary>
        public bool IsAddedByUs { get; init; }
    }
}
