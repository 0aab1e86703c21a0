using AdvPortal.Application.Inquiries;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Tenders;
using AdvPortal.Exchange.Tenders;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Tenders;

/// <summary>What a conversation says of the tender that is opened from it: whose it is, in which words, for which of our products. Nobody types it again.</summary>
[UseCase]
public sealed class ReadTenderSource(UnitOfWork unitOfWork)
{
    public Task<Result<Source>> ExecuteAsync(InquiryId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Source>(this, Permission.HandleTenders, async db =>
        {
            var visit = new Visit(db);
            var found = visit.Ask(db.Inquiries.Where(i => i.Id == id).Select(i => new { i.ClientId, i.ContactId, i.Subject }));
            var said = visit.Ask(InquiryParts.LastWordsOf(db, id).Select(m => m.Text));
            await visit.GoAsync(ct);

            if (found.Only is not { } inquiry)
            {
                return new NoSuchInquiry();
            }

            var words = said.Only ?? "";
            var goods = AskedGoods.In(words);

            // However it is written, an index finds it.
            List<string> codes = [.. goods.SelectMany(each => each.Codes).SelectMany(code => new[] { code, code.ToUpperInvariant(), code.ToLowerInvariant() }).Distinct(StringComparer.Ordinal)];
            var client = inquiry.ClientId;
            var known = new Visit(db);
            var ours = known.Ask(db.Products.Where(p => codes.Contains(p.Code)).Select(p => new Named(p.Code, p.Code, p.Name, p.Unit)));
            var theirs = known.Ask(
                from code in db.BuyerCodes
                where code.ClientId == client && codes.Contains(code.Code)
                join product in db.Products on code.ProductId equals product.Id
                select new Named(code.Code, product.Code, product.Name, product.Unit));
            await known.GoAsync(ct);

            var (byTheirs, byOurs) = (new CodeBook<Named>(theirs.Rows, named => named.Said), new CodeBook<Named>(ours.Rows, named => named.Said));

            return new Source(
                id, client, inquiry.ContactId, WholeText.Cut(inquiry.Subject, Tender.TitleMaxLength), WholeText.Cut(words, Tender.WordsMaxLength),
                [
                    .. from each in goods

                       // The client's own meaning of a code comes first.
                       let named = each.Codes.Select(code => byTheirs.Find(code) ?? byOurs.Find(code)).FirstOrDefault(hit => hit is not null)
                       where named is not null
                       select new Line(named.ProductCode, named.Said == named.ProductCode ? null : named.Said, named.Name, named.Unit, [.. each.Quantities.Take(TenderLine.MostTiers)]),
                ]);
        }, ct);

    /// <param name="Title">What the conversation is about.</param>
    /// <param name="Words">The client's last ones.</param>
    /// <param name="Lines">Products of ours that are named in them.</param>
    public sealed record Source(InquiryId InquiryId, ClientId? ClientId, ContactId? ContactId, string Title, string Words, IReadOnlyList<Line> Lines);

    /// <param name="BuyerCode">The client's code, where it was named by that.</param>
    public sealed record Line(string ProductCode, string? BuyerCode, string Description, string Unit, IReadOnlyList<decimal> Quantities);

    private sealed record Named(string Said, string ProductCode, string Name, string Unit);
}
