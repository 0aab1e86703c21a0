using System.Globalization;
using AdvPortal.Application.Clients;
using AdvPortal.Application.Intake;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Clarifications;

/// <summary>Drafts the question about a document that no order can be made of yet.</summary>
[UseCase]
public sealed class DraftDocumentClarification(UnitOfWork unitOfWork, ClarificationPosting posting)
{
    public Task<Result<ClarificationDraft>> ExecuteAsync(OrderDocumentId id, WaitingFor of, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<ClarificationDraft>(this, Permission.HandleOrders, async db =>
        {
            if (await ReceiveOrderDocument.FindAsync(db, id, ct) is not { } document)
            {
                return new NoSuchOrderDocument();
            }

            var recipients = await DocumentRecipients.OfAsync(db, document, of, ct);
            var sender = await posting.Sender(db).SingleAsync(ct);
            var to = recipients.Count > 0 ? recipients[0] : null;
            var culture = CultureInfo.GetCultureInfo(to?.Language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) is not false ? "fr" : "en");
            var problems = (OrderDocumentView.Read(document)?.Problems ?? []).Where(p => p.Severity is not ProblemSeverity.Info).Select(p => ProblemText.Say(p, culture));
            var (subject, text) = ClarificationMail.Draft(culture.Name, to?.Name, document.FileName, problems, sender.Company, sender.Name);

            return new ClarificationDraft(of, recipients, culture.Name, subject, text);
        }, ct);
}

/// <summary>Asks the client, or sales, about a document, which waits for the answer from then on.</summary>
[UseCase]
public sealed class AskAboutDocument(UnitOfWork unitOfWork, ClarificationPosting posting, IValidator<ClarificationForm> validator)
{
    public Task<Result<OrderDocumentView>> ExecuteAsync(OrderDocumentId id, ClarificationForm form, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<OrderDocumentView>>(this, Permission.HandleOrders, id, async db =>
        {
            if (await ReceiveOrderDocument.FindAsync(db, id, ct) is not { } document)
            {
                return new NoSuchOrderDocument();
            }

            if (version is { } seen && seen != document.Version)
            {
                return new ChangedMeanwhile();
            }

            if (await validator.RefuseAsync(form, ct) is { } invalid)
            {
                return invalid;
            }

            if (document.WaitFor(form.Of).Refusal is { } refusal)
            {
                return refusal;
            }

            if ((await DocumentRecipients.OfAsync(db, document, form.Of, ct)).Find(r => r.Address.Equals(form.To!.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } to)
            {
                return new AddressOfNobody(form.To!.Trim());
            }

            posting.Post(db, posting.Ask(null, document.Id, document.ClientId, form), to, await posting.Sender(db).SingleAsync(ct));

            return OrderDocumentView.Of(document) with { Version = db.VersionAfterSaving(document) };
        }, ct);
}

/// <summary>Goes on with a document without an answer.</summary>
[UseCase]
public sealed class StopWaitingForDocument(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<OrderDocumentView>> ExecuteAsync(OrderDocumentId id, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<OrderDocumentView>>(this, Permission.HandleOrders, id, async db =>
        {
            if (await ReceiveOrderDocument.FindAsync(db, id, ct) is not { } document)
            {
                return new NoSuchOrderDocument();
            }

            if (version is { } seen && seen != document.Version)
            {
                return new ChangedMeanwhile();
            }

            if (document.WaitFor(null).Refusal is { } refusal)
            {
                return refusal;
            }

            foreach (var asked in await db.Clarifications.Where(c => c.OrderDocumentId == id && c.AnsweredAt == null && c.WithdrawnAt == null).ToListAsync(ct))
            {
                asked.Withdraw(clock.Now);
            }

            return OrderDocumentView.Of(document) with { Version = db.VersionAfterSaving(document) };
        }, ct);
}

/// <summary>Who can be asked about a document: the contacts of its client, or whoever sent the mail that it came in.</summary>
internal static class DocumentRecipients
{
    public static async Task<List<ClarificationDraft.Recipient>> OfAsync(AdvDbContext db, OrderDocument document, WaitingFor of, CancellationToken ct)
    {
        if (of is WaitingFor.Sales)
        {
            return await ClarificationPosting.SalesAsync(db, document.ClientId, ct);
        }

        if (document.ClientId is { } client)
        {
            var visit = new Visit(db);
            var whole = visit.AskClient(db, client);
            await visit.GoAsync(ct);

            return ClarificationPosting.Contacts(whole.Rows[0], document.SiteId);
        }

        return OrderDocumentView.Read(document)?.Sender is { Address: { Length: > 0 } address } sender
            ? [new(sender.Name ?? address, address, await db.Tenants.Where(t => t.Id == db.Tenant).Select(t => t.Language).SingleAsync(ct))]
            : [];
    }
}
