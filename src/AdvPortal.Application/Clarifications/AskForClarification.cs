using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Clarifications;

/// <summary>Drafts the question about what stands open in an order: a person reads it before it leaves.</summary>
[UseCase]
public sealed class DraftClarification(UnitOfWork unitOfWork, ClarificationPosting posting)
{
    /// <param name="about">Only these findings; none for all that are open.</param>
    public Task<Result<ClarificationDraft>> ExecuteAsync(OrderId id, WaitingFor of, IReadOnlyCollection<FindingId> about, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<ClarificationDraft>(this, Permission.HandleOrders, async db =>
            await ReadOrder.FindAsync(db, id, ct) is { } order ? await posting.DraftAsync(db, order, of, about, ct) : new NoSuchOrder(), ct);
}

/// <summary>Asks a client, or sales, about an order, which waits for the answer from then on.</summary>
[UseCase]
public sealed class AskForClarification(ActOnOrder act, ClarificationPosting posting, IValidator<ClarificationForm> validator)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, ClarificationForm form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, order, now) =>
            {
                if (await validator.RefuseAsync(form, ct) is { } invalid)
                {
                    return invalid;
                }

                var waits = order.WaitFor(form.Of, now);

                return waits.IsOk ? await PostAsync(db, order, form, ct) : waits;
            },
            ct);

    private async Task<Result> PostAsync(AdvDbContext db, Order order, ClarificationForm form, CancellationToken ct)
    {
        var visit = new Visit(db);
        var sender = visit.Ask(posting.Sender(db));
        var contacts = visit.Ask(db.Contacts.AsNoTracking().Where(c => c.ClientId == order.ClientId && c.ErasedAt == null && c.Email != null && form.Of == WaitingFor.Client)
            .Select(c => new ClarificationDraft.Recipient(c.Name, c.Email!, c.Language)));
        var members = visit.Ask(db.Members.AsNoTracking().Where(m => !m.IsDisabled && form.Of == WaitingFor.Sales).Select(m => new ClarificationDraft.Recipient(m.Name, m.Email, m.Language)));
        await visit.GoAsync(ct);

        if (contacts.Rows.Concat(members.Rows).FirstOrDefault(r => r.Address.Equals(form.To!.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } to)
        {
            return new AddressOfNobody(form.To!.Trim());
        }

        posting.Post(db, posting.Ask(order.Id, null, order.ClientId, form), to, sender.Rows[0]);

        return Result.Ok;
    }
}

/// <summary>Goes on without an answer: nobody waits for it any more. One that comes all the same is still kept.</summary>
[UseCase]
public sealed class StopWaiting(ActOnOrder act)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, order, now) =>
            {
                foreach (var asked in await db.Clarifications.Where(c => c.OrderId == order.Id && c.AnsweredAt == null && c.WithdrawnAt == null).ToListAsync(ct))
                {
                    asked.Withdraw(now);
                }

                order.StopWaiting();

                return Result.Ok;
            },
            ct);
}

/// <summary>Writes down an answer that came by telephone or on paper; the order is ours to go on with.</summary>
[UseCase]
public sealed class RecordAnswer(ActOnOrder act, IValidator<AnswerForm> validator)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, AnswerForm form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, order, now) =>
            {
                if (await validator.RefuseAsync(form, ct) is { } invalid)
                {
                    return invalid;
                }

                if (await db.Clarifications.Where(c => c.OrderId == order.Id).OrderByDescending(c => c.AskedAt).FirstOrDefaultAsync(ct) is not { } asked)
                {
                    return new NothingWasAsked();
                }

                asked.Answered(form.From!, form.Answer!, null, now);
                order.StopWaiting();

                return Result.Ok;
            },
            ct);
}

/// <summary>What was asked about an order, the last question first.</summary>
[UseCase]
public sealed class ListClarifications(UnitOfWork unitOfWork)
{
    public Task<Result<Page<ClarificationView>>> ExecuteAsync(OrderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<ClarificationView>>(this, Permission.ReadOrders, async db =>
            await db.Orders.AnyAsync(o => o.Id == id, ct) ? new Page<ClarificationView>(await ClarificationView.About(db, id, null).ToListAsync(ct), null) : new NoSuchOrder(), ct);
}
