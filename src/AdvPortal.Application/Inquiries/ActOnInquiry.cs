using AdvPortal.Domain.Inquiries;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Inquiries;

/// <summary>What every act on one conversation has in common: it exists, it is as the person saw it, and it is answered as it is afterwards.</summary>
public sealed class ActOnInquiry(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="useCase">What is done.</param>
    /// <param name="id">The conversation.</param>
    /// <param name="version">As it was seen; null for whatever it is now.</param>
    /// <param name="act">With the whole of it at hand.</param>
    /// <param name="ct">Stops it.</param>
    internal Task<Result<InquiryView>> RunAsync(object useCase, InquiryId id, int? version, Func<AdvDbContext, Inquiry, ServiceLevel, DateTimeOffset, Task<Result>> act, CancellationToken ct) =>
        unitOfWork.RunAsync<Result<InquiryView>>(useCase, Permission.HandleInquiries, id, async db =>
        {
            var visit = new Visit(db);
            var found = ReadInquiry.Ask(db, visit, id);
            var settings = visit.Ask(db.TenantSettings.Select(s => s.Service));
            await visit.GoAsync(ct);

            if (found.Only is not { } inquiry)
            {
                return new NoSuchInquiry();
            }

            if (version is { } seen && seen != inquiry.Version)
            {
                return new ChangedMeanwhile();
            }

            var before = inquiry.Version;

            return (await act(db, inquiry, ServiceOf(settings), clock.Now)).Refusal is { } refusal ? refusal : await AnswerAsync(db, clock, inquiry, before, ct);
        }, ct);

    internal Task<Result<InquiryView>> RunAsync(object useCase, InquiryId id, int? version, Func<Inquiry, ServiceLevel, DateTimeOffset, Result> act, CancellationToken ct) =>
        RunAsync(useCase, id, version, (_, inquiry, service, now) => Task.FromResult(act(inquiry, service, now)), ct);

    /// <summary>As it will be once this work is saved.</summary>
    internal static async Task<InquiryView> AnswerAsync(AdvDbContext db, TenantClock clock, Inquiry inquiry, int before, CancellationToken ct)
    {
        var version = inquiry.Version == before ? before : db.VersionAfterSaving(inquiry);
        var view = (await InquiryReading.ViewsAsync(db, clock, [inquiry], ct))[0];
        var known = view.Orders.Select(o => o.OrderId).ToHashSet();
        var fresh = inquiry.Links.Select(l => l.OrderId).OfType<OrderId>().Where(id => !known.Contains(id)).ToList();
        var added = fresh.Count == 0 ? [] : await db.Orders.AsNoTracking().Where(o => fresh.Contains(o.Id)).Select(o => new InquiryView.OrderLink(o.Id, o.Number, o.CustomerReference)).ToListAsync(ct);

        return view with { Version = version, Orders = [.. view.Orders, .. added] };
    }

    internal ServiceLevel ServiceOf(Answer<ServiceTerms?> settings) => new((settings.Rows is [var terms, ..] ? terms : null) ?? ServiceTerms.Usual, clock.Zone);
}
