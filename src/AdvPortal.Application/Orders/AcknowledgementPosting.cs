using AdvPortal.Application.Outbox;
using AdvPortal.Application.Webhooks;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Orders;

/// <summary>Puts the answer to an order into the outbox, in the transaction that gives it; or stops it there.</summary>
public sealed class AcknowledgementPosting(Mailer mailer, MailSettings settings, TenantClock clock)
{
    /// <summary>Null when nobody at the client's has an address: the answer goes another way.</summary>
    internal async Task<OutboxMessage?> PostAsync(AdvDbContext db, Order order, TimeSpan delay, CancellationToken ct) =>
        Post(db, await AcknowledgementBasis.ReadAsync(db, clock, order, ct), delay);

    /// <param name="db">In whose transaction.</param>
    /// <param name="basis">Of the order as it stands.</param>
    /// <param name="delay">How long it can be stopped.</param>
    /// <param name="refused">The client's change that is answered, and not the order.</param>
    internal OutboxMessage? Post(AdvDbContext db, AcknowledgementBasis basis, TimeSpan delay, DecidedAmendment? refused = null)
    {
        if (basis.Buyers() is not { Count: > 0 } buyers)
        {
            return null;
        }

        var answer = refused is null ? basis.Describe() : basis.DescribeRefusal(refused);

        return Send(db, basis, MailKind.Acknowledgement, AcknowledgementMail.Write(buyers.Count == 1 ? answer : answer with { Buyer = answer.Buyer with { Contact = null } }), answer, delay);
    }

    /// <summary>Tells of new dates in a person's words, the answer as it stands going with them.</summary>
    internal bool PostNotice(AdvDbContext db, AcknowledgementBasis basis, string subject, string text, TimeSpan delay)
    {
        if (basis.Buyers().Count == 0)
        {
            return false;
        }

        Send(db, basis, MailKind.PromiseNotice, ClarificationMail.Write(basis.Client.Language, subject, text), basis.Describe(), delay);

        return true;
    }

    private OutboxMessage Send(AdvDbContext db, AcknowledgementBasis basis, MailKind kind, MailText words, Acknowledgement answer, TimeSpan delay) =>
        mailer.Send(db, new(kind, words, answer.Language, [.. basis.Buyers().Select(buyer => new Mailbox(buyer.Email!, buyer.Name))])
        {
            From = new(basis.Settings.MailFrom ?? settings.From.Address, basis.Settings.LegalName),
            ReplyTo = basis.Answering is { } member ? new(member.Email, member.Name) : null,
            Attachments = [.. Attachments(answer, basis.AnsweredFormat)],
            About = basis.Order.Id.Value,
            ClientId = basis.Order.ClientId,
            Delay = delay,
        });

    internal static IQueryable<OutboxMessage> Of(AdvDbContext db, OrderId order) =>
        db.Outbox.Where(m => m.SubjectId == order.Value && m.Kind == MailKind.Acknowledgement);

    /// <summary>What waits does not leave any more; what is on the wire, or gone, cannot be stopped. Says whether something waited, and whether anything has ever left, be it to a webhook.</summary>
    internal static async Task<(bool Waited, bool HasLeft)> StopAsync(AdvDbContext db, Order order, CancellationToken ct)
    {
        var visit = new Visit(db);
        var waiting = visit.Ask(Of(db, order.Id).Where(m => m.Status == OutboxStatus.Waiting));
        var notices = visit.Ask(ToldPromises.WaitingNotices(db, order.Id));
        var left = visit.Ask(Left(db, order));
        var told = order.ConfirmedAt is { } at ? visit.Ask(WebhookPosting.Left(db, order.Id.Value, WebhookEvents.Confirmed, at)) : null;
        await visit.GoAsync(ct);

        foreach (var mail in waiting.Rows.Concat(notices.Rows))
        {
            mail.Cancel();
        }

        return (waiting.Rows.Count > 0, left.Rows.Count > 0 || told?.Rows.Count > 0);
    }

    // A version that the client has is no reason to let the next one leave.
    private static IQueryable<MessageId> Left(AdvDbContext db, Order order)
    {
        var (id, since) = (order.Id, Since(order));

        return Of(db, id).Where(m => m.Attempts > 0 && m.CreatedAt > since).Select(m => m.Id);
    }

    /// <summary>What was written before then answers an earlier version of the order.</summary>
    internal static DateTimeOffset Since(Order order) =>
        order.Amendments.LastOrDefault(a => a.Revision == order.Revision && a.Outcome is not AmendmentOutcome.Refused)?.At ?? DateTimeOffset.MinValue;

    // As it came, so it is answered: a machine that orders reads the answer too.
    private static IEnumerable<MailAttachment> Attachments(Acknowledgement answer, string? cameAs)
    {
        var name = $"ARC-{answer.AcknowledgementNumber}";
        yield return new($"{name}.pdf", "application/pdf", AcknowledgementPdf.Write(answer));

        if (cameAs?.StartsWith("ubl-", StringComparison.Ordinal) is true)
        {
            yield return new($"{name}.xml", "application/xml", UblOrderResponse.Write(answer));
        }
        else if (cameAs?.StartsWith("edifact-", StringComparison.Ordinal) is true)
        {
            yield return new($"{name}.edi", "application/edifact", EdifactOrdrsp.Write(answer));
        }
    }
}
