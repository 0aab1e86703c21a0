using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Intake;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Inquiries;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Orders;

/// <summary>An order as the client's last words in a conversation want it: nobody types it again, and nothing is done before a person has looked at it.</summary>
[UseCase]
public sealed class ReadAskedTerms(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<View>> ExecuteAsync(OrderId id, InquiryId inquiry, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<View>(this, Permission.ReadOrders, async db =>
        {
            if (await ReadOrder.FindAsync(db, id, ct) is not { } order)
            {
                return new NoSuchOrder();
            }

            var visit = new Visit(db);
            var asked = visit.Ask(db.Inquiries.Where(i => i.Id == inquiry).Select(i => new { i.ClientId, i.Subject, i.PersonName }));
            var said = visit.Ask(InquiryParts.LastWordsOf(db, inquiry).Select(m => new { m.Text, m.At, Who = m.FromName ?? m.From }));
            var documents = visit.Ask(OriginalOrder.Document(db, order));
            await visit.GoAsync(ct);

            if (asked.Only is not { } it)
            {
                return new NoSuchInquiry();
            }

            if (it.ClientId != order.ClientId)
            {
                return new InquiryOfAnother();
            }

            var (words, at) = (said.Only?.Text ?? "", clock.Local(said.Only?.At ?? clock.Now));
            var reading = AskedChange.In(it.Subject, words, at, order.CustomerReference);

            return await HoldAsync(db, order, reading, OriginalOrder.Of(documents.Only, order.Id), ct) is var held && held.IsOk
                ? held.Value with { Words = words, Who = said.Only?.Who ?? it.PersonName, On = DateOnly.FromDateTime(at.DateTime) }
                : held;
        }, ct);

    // As a document that changes an order is held against it.
    private async Task<Result<View>> HoldAsync(AdvDbContext db, Order order, DocumentReading reading, PurchaseOrder? original, CancellationToken ct)
    {
        var wanted = AmendmentReading.Of(reading, original, order);
        var asked = new AskedOrder(order.SiteId, order.CustomerReference, order.Currency, order.RequestedOn, AnnouncedTotal: null, SiteIsUnknown: false, [.. wanted.Lines.Select(line => line.Asked), .. AmendmentReading.Known(order)]);
        var basis = await OrderBasis.ReadAsync(db, new Visit(db), clock, order.ClientId, asked, order.Id, ct);

        if (!basis.IsOk)
        {
            return basis.Refusal;
        }

        var (seen, amendment) = (OrderTerms.Of(order), wanted.Resolve(basis.Value, asked, site: null));
        var difference = OrderDifference.Of(order.ToDraft(), amendment);
        var units = basis.Value.Products.ToDictionary(product => product.Id, product => product.Unit);
        var sure = difference.Lines.Where(line => !IsUnsure(line)).ToList();
        var changed = sure.Where(line => line.Kind is LineDifferenceKind.Changed).ToDictionary(line => line.LineNo, StringComparer.Ordinal);
        var gone = sure.Where(line => line.Kind is LineDifferenceKind.Removed).Select(line => line.LineNo).ToHashSet(StringComparer.Ordinal);

        return new View(
            order.Version, seen,
            seen with
            {
                RequestedOn = difference.Head.RequestedOn is { } day ? day.To : seen.RequestedOn,
                Lines =
                [
                    .. seen.Lines.Where(line => !gone.Contains(line.LineNo)).Select(line => changed.TryGetValue(line.LineNo, out var change) ? Changed(line, change) : line),
                    .. sure.Where(line => line.Kind is LineDifferenceKind.Added).Select(line => Added(line.After!)),
                ],
            },
            [.. reading.Problems.Where(problem => problem.Severity is not ProblemSeverity.Info && problem.Code != AskedChange.Cancelled)],
            [.. difference.Lines.Where(IsUnsure).Select(Named)]);

        // Another article in the place of one, one that nobody knows and what is counted otherwise is settled by a person.
        bool IsUnsure(LineDifference line) => line.Kind switch
        {
            LineDifferenceKind.Unmatched => true,
            LineDifferenceKind.Added => line.After is not { ProductId: { } product } after || !units.TryGetValue(product, out var unit) || !UnitCodes.Alike(unit, after.Unit),
            LineDifferenceKind.Changed => line.Fields().Any(field => field is LineField.Product or LineField.Unit),
            LineDifferenceKind.Removed => Wish(line) is { } wish && (wish.ProductId is { } product ? product != line.Before!.ProductId : wish.BuyerCode is { } code && !string.Equals(code, line.Before!.BuyerCode, StringComparison.OrdinalIgnoreCase)),
            _ => false,
        };

        AmendmentLine? Wish(LineDifference line) => amendment.Lines.FirstOrDefault(wish => wish.IsNumbered && wish.LineNo.TrimStart('0') == line.LineNo.TrimStart('0'));

        string Named(LineDifference line) => line.Kind is LineDifferenceKind.Unmatched && amendment.Lines.FirstOrDefault(wish => wish.LineNo == line.LineNo) is { } wish ? wish.BuyerCode ?? wish.ProductCode ?? line.LineNo
            : line.After is { } after && line.Kind is LineDifferenceKind.Added ? after.BuyerCode ?? after.ProductCode ?? after.Description
            : line.LineNo;
    }

    private static OrderTerms.Line Changed(OrderTerms.Line line, LineDifference change)
    {
        var (after, isPrice) = (change.After!, change.Fields().Contains(LineField.Price));

        return line with
        {
            Quantity = after.Quantity,
            NetPrice = isPrice ? after.NetPrice : line.NetPrice,
            PriceBaseQuantity = isPrice ? after.PriceBaseQuantity : line.PriceBaseQuantity,
            RequestedOn = after.RequestedOn,
        };
    }

    private static OrderTerms.Line Added(DraftLine line) => new(
        line.LineNo, line.ProductCode, line.BuyerCode, line.Quantity, Unit: null, line.NetPrice, line.NetPrice is null ? null : line.PriceBaseQuantity, line.RequestedOn);

    /// <param name="Version">Of the order as it was read.</param>
    /// <param name="Seen">The order as it stands.</param>
    /// <param name="Wanted">As the words want it; the same where they want nothing that can be read.</param>
    /// <param name="Doubts">What in the words may be meant otherwise.</param>
    /// <param name="Unsure">What the words name, by code or number of line, and could not be filled in with certainty.</param>
    public sealed record View(int Version, OrderTerms Seen, OrderTerms Wanted, IReadOnlyList<Problem> Doubts, IReadOnlyList<string> Unsure)
    {
        /// <summary>The client's last ones.</summary>
        public string Words { get; init; } = "";

        /// <summary>Who said them.</summary>
        public string? Who { get; init; }

        /// <summary>When, in the company's time zone.</summary>
        public DateOnly On { get; init; }
    }
}
