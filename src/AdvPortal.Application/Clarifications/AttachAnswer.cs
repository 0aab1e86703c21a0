using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Clarifications;

/// <summary>
/// Puts an answer that came by mail to its question: by the Message-ID that it answers to, else by a reference of an order in it, which counts
/// only from somebody at that client's. What it belongs to is then ours to go on with.
/// </summary>
[UseCase(TakesIn = true)]
public sealed class AttachAnswer(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Attached>> ExecuteAsync(Form form, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<Attached>>(this, Permission.HandleOrders, attached => attached.Value!.Subject, async db =>
        {
            var ids = form.AnswersTo.Select(id => id.Trim().TrimStart('<').TrimEnd('>')).Where(id => id.Length > 0).ToList();
            var visit = new Visit(db);
            var documents = visit.Ask(db.OrderDocuments.Where(d => d.Id == form.Document).Select(d => d.Id));
            var answered = visit.Ask(db.Clarifications.AsTracking().Where(c => ids.Contains(c.MailId)).OrderByDescending(c => c.AskedAt).Take(1));
            await visit.GoAsync(ct);

            if (form.Document is not null && documents.Rows.Count == 0)
            {
                return new NoSuchOrderDocument();
            }

            if ((answered.Only ?? await ByReferenceAsync(db, form, ct)) is not { } asked)
            {
                return new NothingWasAsked();
            }

            asked.Answered(form.FromName ?? form.From, form.Text, form.Document, clock.Now);

            if (asked.OrderId is { } id)
            {
                (await db.Orders.SingleAsync(o => o.Id == id, ct)).StopWaiting();
            }
            else if (await db.OrderDocuments.SingleOrDefaultAsync(d => d.Id == asked.OrderDocumentId, ct) is { WaitingFor: not null } waiting)
            {
                waiting.WaitFor(null);
            }

            return new Attached(asked.Id, asked.OrderId, asked.OrderDocumentId);
        }, ct);

    private static async Task<Clarification?> ByReferenceAsync(AdvDbContext db, Form form, CancellationToken ct)
    {
        var references = form.References.Select(r => r.Trim()).Where(r => r.Length > 0).ToList();

        // Whole, whatever the case.
        var sender = form.From.Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);

        if (references.Count == 0)
        {
            return null;
        }

        var open = await Open(db, references, sender).OrderByDescending(asked => asked.AskedAt).Take(2).ToListAsync(ct);

        // Two orders under one reference: a person says to which it belongs.
        return open.Count > 0 && open.TrueForAll(asked => asked.OrderId == open[0].OrderId) ? open[0] : null;
    }

    private static IQueryable<Clarification> Open(AdvDbContext db, List<string> references, string sender) =>
        from asked in db.Clarifications
        join order in db.Orders on asked.OrderId equals order.Id
        where asked.AnsweredAt == null && asked.WithdrawnAt == null && (references.Contains(order.Number) || references.Contains(order.CustomerReference!))
            && (asked.Of == WaitingFor.Client
                ? db.Contacts.Any(c => c.ClientId == order.ClientId && EF.Functions.ILike(c.Email!, sender, @"\"))
                : db.Members.Any(m => EF.Functions.ILike(m.Email, sender, @"\")))
        select asked;

    /// <param name="AnswersTo">Message-IDs that the mail names in In-Reply-To and References, with or without angle brackets.</param>
    /// <param name="References">Order numbers named in it, the client's or ours.</param>
    /// <param name="From">The sender's address.</param>
    /// <param name="FromName">The sender's name, where the mail has one.</param>
    /// <param name="Text">What was answered, without what it quotes.</param>
    /// <param name="Document">The mail itself, as it is kept.</param>
    public sealed record Form(IReadOnlyList<string> AnswersTo, IReadOnlyList<string> References, string From, string? FromName, string Text, OrderDocumentId? Document = null);

    public sealed record Attached(ClarificationId Id, OrderId? OrderId, OrderDocumentId? OrderDocumentId)
    {
        internal IId Subject => OrderId.HasValue ? OrderId.Value : OrderDocumentId.HasValue ? OrderDocumentId.Value : Id;
    }
}
