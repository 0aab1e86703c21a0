using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Intake;

/// <summary>« 3 sur 19 »: where a piece of work stands in the queue, and what comes before and after; so that one works through it without going back to the list.</summary>
[UseCase]
public sealed class ReadPlaceInQueue(UnitOfWork unitOfWork, TenantClock clock, CurrentMember member)
{
    /// <summary>A queue is counted no further.</summary>
    public const int MostCounted = 1000;

    public Task<Result<Place>> ExecuteAsync(QueueFilter filter, QueueSubject subject, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var tab = filter.Tab;
            var (documentId, orderId) = (new OrderDocumentId(subject.Id), new OrderId(subject.Id));
            Answer<IntakeQueue.Place<OrderDocumentId>>? document = null;
            Answer<IntakeQueue.Place<OrderId>>? order = null;

            // Of what has left the queue, too: what comes after is what stood behind it.
            var queue = await IntakeQueue.OpenAsync(db, member.Id, HalfDay.Of(clock.Local(clock.Now)), filter, visit => _ = subject.Kind is QueueKind.Document
                ? (object)(document = visit.Ask(IntakeQueue.Places(db.OrderDocuments.Where(d => d.Id == documentId))))
                : order = visit.Ask(IntakeQueue.Places(db.Orders.Where(o => o.Id == orderId), tab)), ct);
            var mark = queue.Merge(tab, document?.Rows ?? [], order?.Rows ?? []).FirstOrDefault();

            var visit = new Visit(db);
            var all = (visit.Ask(IntakeQueue.Count(queue.Documents(tab, null), MostCounted)), visit.Ask(IntakeQueue.Count(queue.Orders(tab, null), MostCounted)));
            var first = (visit.Ask(IntakeQueue.Places(queue.Documents(tab, null).Take(2))), visit.Ask(IntakeQueue.Places(queue.Orders(tab, null).Take(2), tab)));
            var here = (visit.Ask(IntakeQueue.Count(queue.Documents(tab, null).Where(d => d.Id == documentId), 1)), visit.Ask(IntakeQueue.Count(queue.Orders(tab, null).Where(o => o.Id == orderId), 1)));
            var after = (visit.Ask(IntakeQueue.Places(queue.Documents(tab, mark).Take(1))), visit.Ask(IntakeQueue.Places(queue.Orders(tab, mark).Take(1), tab)));
            var before = (visit.Ask(IntakeQueue.Places(queue.Documents(tab, mark, back: true).Take(1))), visit.Ask(IntakeQueue.Places(queue.Orders(tab, mark, back: true).Take(1), tab)));
            var passed = (visit.Ask(IntakeQueue.Count(queue.Documents(tab, mark, back: true), MostCounted)), visit.Ask(IntakeQueue.Count(queue.Orders(tab, mark, back: true), MostCounted)));
            await visit.GoAsync(ct);

            var (previous, next) = (queue.Merge(tab, before.Item1.Rows, before.Item2.Rows, back: true), queue.Merge(tab, after.Item1.Rows, after.Item2.Rows));
            var rest = queue.Merge(tab, first.Item1.Rows, first.Item2.Rows).Where(m => (m.Kind, m.Id) != (subject.Kind, subject.Id));
            var isHere = mark is not null && here.Item1.Only + here.Item2.Only > 0;

            return new Place(
                isHere ? Math.Min(passed.Item1.Only + passed.Item2.Only + 1, MostCounted) : null, Math.Min(all.Item1.Only + all.Item2.Only, MostCounted),
                mark is null ? null : Subject(previous.FirstOrDefault()), mark is null ? null : Subject(next.FirstOrDefault()), Subject(rest.FirstOrDefault()));
        }, ct);

    private static QueueSubject? Subject(QueueMark? mark) => mark is null ? null : new(mark.Kind, mark.Id);

    /// <param name="At">From 1; null for what is not, or no longer, in this part of the queue.</param>
    /// <param name="Of">How many there are, up to <see cref="MostCounted"/>.</param>
    /// <param name="First">The first of the others: where one goes on from the end.</param>
    public sealed record Place(int? At, int Of, QueueSubject? Previous, QueueSubject? Next, QueueSubject? First)
    {
        /// <summary>What is to be done when this is done: what stood behind it, else whatever is left.</summary>
        public QueueSubject? GoOn => Next ?? First;
    }
}
