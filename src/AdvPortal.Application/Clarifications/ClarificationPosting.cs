using AdvPortal.Application.Orders;
using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Clarifications;

/// <summary>Drafts questions, and puts them into the outbox in the transaction that makes the order wait.</summary>
public sealed class ClarificationPosting(Mailer mailer, MailSettings settings, TenantClock clock, CurrentMember member)
{
    /// <summary>The question about some findings, or about all that is open, to whoever answers best.</summary>
    internal async Task<ClarificationDraft> DraftAsync(AdvDbContext db, Order order, WaitingFor of, IReadOnlyCollection<FindingId> about, CancellationToken ct)
    {
        var basis = await AcknowledgementBasis.ReadAsync(db, clock, order, ct);
        var recipients = of is WaitingFor.Client ? Contacts(basis.Client, order.SiteId) : await SalesAsync(db, order.ClientId, ct);
        var (to, sender) = (recipients.Count > 0 ? recipients[0] : null, basis.Answering?.Name);
        var subject = new ClarificationSubject(
            to?.Language ?? basis.Client.Language, to?.Name, order.CustomerReference ?? order.Number, basis.Asked?.IssueDate, order.Currency, basis.Settings.LegalName, sender,
            [.. order.Findings.Where(f => about.Count == 0 ? f.State is FindingState.Open : about.Contains(f.Id)).OrderBy(f => order.Lines.FirstOrDefault(l => l.LineNo == f.LineNo)?.Position ?? int.MaxValue).Select(f => Point(f, order))]);

        var (title, text) = of is WaitingFor.Client
            ? ClarificationMail.Draft(subject)
            : ClarificationMail.DraftForSales(subject, basis.Client.Name, order.Number, mailer.LinkTo(await SlugAsync(db, ct), $"orders/{order.Id.Value}"));

        return new(of, recipients, subject.Language, title, text);
    }

    /// <summary>The people at a client's that may be asked: buyers first, those of the site before the others.</summary>
    internal static List<ClarificationDraft.Recipient> Contacts(Client client, SiteId? site) =>
    [
        .. client.Contacts.Where(c => c is { ErasedAt: null, Email.Length: > 0 })
            .OrderBy(c => c.Role is not ContactRole.Buyer).ThenBy(c => c.SiteId is { } of && of != site).ThenBy(c => c.Id.Value)
            .Select(c => new ClarificationDraft.Recipient(c.Name, c.Email!, c.Language)),
    ];

    /// <summary>Whoever brought the client in first, then the rest of sales, then those who answer for the client.</summary>
    internal static async Task<List<ClarificationDraft.Recipient>> SalesAsync(AdvDbContext db, ClientId? client, CancellationToken ct)
    {
        var visit = new Visit(db);
        var authors = visit.Ask(db.Handoffs.Where(h => h.ClientId == client && h.AuthorId != null).OrderByDescending(h => h.CreatedAt).Select(h => h.AuthorId));
        var members = visit.Ask(db.Members.Where(m => !m.IsDisabled));
        await visit.GoAsync(ct);
        var author = authors.Rows is [var first, ..] ? first : null;

        return [.. members.Rows.Where(m => m.Id == author || m.Roles.Contains(Role.Sales)).OrderBy(m => m.Id != author).ThenBy(m => m.Name, StringComparer.CurrentCulture).Select(m => new ClarificationDraft.Recipient(m.Name, m.Email, m.Language))];
    }

    /// <param name="to">One of those who may be asked.</param>
    internal Clarification Post(AdvDbContext db, Clarification asked, ClarificationDraft.Recipient to, TenantSettingsOf sender)
    {
        var from = new Exchange.Mail.Mailbox(sender.MailFrom ?? settings.From.Address, sender.Company);
        var sent = mailer.Send(db, new(MailKind.Other, ClarificationMail.Write(to.Language, asked.Subject, asked.Text), to.Language, new Exchange.Mail.Mailbox(to.Address, to.Name))
        {
            From = from,
            ReplyTo = sender.ReplyTo,
            About = (asked.OrderId?.Value ?? asked.OrderDocumentId?.Value)!.Value,
            ClientId = asked.ClientId,
        });
        asked.Sent(to.Address, OutgoingMail.StableMessageId(sent.Id.Value, from));
        db.Clarifications.Add(asked);

        return asked;
    }

    internal Clarification Ask(OrderId? order, OrderDocumentId? document, ClientId? client, ClarificationForm form) =>
        new(Ids.New<ClarificationId>(), order, document, client, form.Of, form.Subject!, form.Text!, member.Id, clock.Now);

    /// <summary>Who signs, and whom an answer reaches: the person who asks.</summary>
    internal IQueryable<TenantSettingsOf> Sender(AdvDbContext db) => db.TenantSettings.Select(s => new TenantSettingsOf(
        s.LegalName, s.MailFrom,
        db.Members.Where(m => m.Id == member.Id).Select(m => m.Email).FirstOrDefault(),
        db.Members.Where(m => m.Id == member.Id).Select(m => m.Name).FirstOrDefault()));

    private static ClarificationPoint Point(Finding finding, Order order) =>
        order.Lines.FirstOrDefault(l => l.LineNo == finding.LineNo) is var line && line is null
            ? new(finding.Kind, finding.LineNo, null, finding.Before, finding.After, finding.Sentence)
            : new(finding.Kind, finding.LineNo, line.SentBuyerCode ?? line.BuyerCode, finding.Before, finding.After, finding.Sentence, line.PriceBaseQuantity);

    private static Task<string> SlugAsync(AdvDbContext db, CancellationToken ct) => db.Tenants.Where(t => t.Id == db.Tenant).Select(t => t.Slug).SingleAsync(ct);

    /// <summary>The company that asks, and the person.</summary>
    internal sealed record TenantSettingsOf(string Company, string? MailFrom, string? Email, string? Name)
    {
        public Exchange.Mail.Mailbox? ReplyTo => Email is null ? null : new(Email, Name);
    }
}
