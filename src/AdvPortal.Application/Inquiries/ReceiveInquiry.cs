using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Inquiries;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Inquiries;

/// <summary>
/// Takes a client's mail into its conversation: the one whose message it answers where that is the same client's, else a new one. Once, however
/// often it is delivered. What a machine answers by itself goes only where it answers, and changes nothing there.
/// </summary>
[UseCase(TakesIn = true)]
public sealed class ReceiveInquiry(UnitOfWork unitOfWork, ActOnInquiry act, TenantClock clock)
{
    /// <summary>Of one client in an hour, in one conversation: past it, a machine is at work.</summary>
    private const int MostAnHour = 20;

    public async Task<Result<InquiryId>> ExecuteAsync(OrderDocumentId document, ClientLetter letter, CancellationToken ct = default)
    {
        var fresh = Ids.New<InquiryId>();
        var received = await unitOfWork.RunAsync<Result<Received>>(this, Permission.HandleOrders, done => done.Value!.Id, async db =>
        {
            var ids = letter.AnswersTo.ToList();
            var visit = new Visit(db);
            var mails = visit.Ask(db.OrderDocuments.Where(d => d.Id == document).Select(d => d.ClientId));
            var known = visit.Ask(db.Set<InquiryMessage>().Where(m => m.DocumentId == document).Select(m => EF.Property<InquiryId>(m, "InquiryId")));
            var thread = visit.Ask((
                from message in db.Set<InquiryMessage>()
                where ids.Contains(message.MailId!)
                join inquiry in db.Inquiries on EF.Property<InquiryId>(message, "InquiryId") equals inquiry.Id
                orderby message.Id descending
                select new { inquiry.Id, inquiry.ClientId }).Take(1));
            var senders = visit.Ask(InquiryLinks.Senders(db, letter.Address));
            var settings = visit.Ask(db.TenantSettings.Select(s => s.Service));
            await visit.GoAsync(ct);

            if (mails.Rows.Count == 0)
            {
                return new NoSuchOrderDocument();
            }

            if (known.Rows.Count > 0)
            {
                return new MailReceivedAlready();
            }

            var facts = new Facts(document, letter, mails.Rows[0], senders.Rows, act.ServiceOf(settings));

            return thread.Rows is [var begun, ..] ? await GoOnAsync(db, begun.Id, begun.ClientId, fresh, facts, ct) : letter.IsMachine ? new NoSuchInquiry() : await BeginAsync(db, fresh, facts, ct);
        }, ct);

        return received.IsOk ? received.Value.Id : received.Refusal;
    }

    private async Task<Result<Received>> GoOnAsync(AdvDbContext db, InquiryId id, ClientId? client, InquiryId fresh, Facts facts, CancellationToken ct)
    {
        var visit = new Visit(db);
        var found = ReadInquiry.Ask(db, visit, id);
        var link = InquiryLinks.Ask(db, visit, facts.Named, client ?? facts.Client);
        await visit.GoAsync(ct);
        var inquiry = found.Only!;

        // Mails are passed on, and answered by whoever got them: what one client says is none of another's business.
        if (inquiry.IsOthers(facts.Client, facts.Letter.Address))
        {
            return facts.Letter.IsMachine ? new NoSuchInquiry() : await BeginAsync(db, fresh, facts, ct);
        }

        var isLoop = inquiry.Messages.Count(m => m.Voice is InquiryVoice.Client && m.At > clock.Now.AddHours(-1)) >= MostAnHour;
        var received = inquiry.Receive(facts.Says with { IsMachine = facts.Letter.IsMachine || isLoop, IsKnown = facts.IsOf(inquiry.ClientId) }, facts.Service, clock.Now);

        // One that has grown too long goes on in another; a machine does not begin one.
        if (received.Refusal is InquiryTooLong)
        {
            return facts.Letter.IsMachine || isLoop ? received.Refusal : await BeginAsync(db, fresh, facts, ct);
        }

        if (!received.IsOk)
        {
            return received.Refusal;
        }

        link(inquiry);

        return new Received(inquiry.Id);
    }

    private async Task<Result<Received>> BeginAsync(AdvDbContext db, InquiryId id, Facts facts, CancellationToken ct)
    {
        var visit = new Visit(db);
        var link = InquiryLinks.Ask(db, visit, facts.Named, facts.Client);
        await visit.GoAsync(ct);
        var inquiry = Inquiry.Open(
            id, facts.Client, facts.Letter.Subject, facts.Says, facts.Service, clock.Now, NamedThings.KindOf(facts.Letter.Subject, facts.Letter.Text), NamedThings.PriorityOf(facts.Letter.Subject, facts.Letter.Text));

        if (facts.Sender is { } sender && sender.ClientId == facts.Client)
        {
            inquiry.Meet(sender.ContactId);
        }

        link(inquiry);
        db.Inquiries.Add(inquiry);

        return new Received(id);
    }

    private sealed record Facts(OrderDocumentId Document, ClientLetter Letter, ClientId? OfDocument, IReadOnlyList<InquiryLinks.Sender> Senders, ServiceLevel Service)
    {
        public InquiryLinks.Sender? Sender { get; } = InquiryLinks.Only(Senders);

        public ClientId? Client => OfDocument ?? Sender?.ClientId;

        public NamedThings Named { get; } = NamedThings.In(Letter.Subject, Letter.Text);

        /// <summary>Somebody of this client has the address: what a mail names in its words anybody may write.</summary>
        public bool IsOf(ClientId? client) => Senders.Any(sender => sender.ClientId == client);

        public Said Says => new(Letter.Text, Letter.Address, Letter.Name, InquiryChannel.Email, new ReceivedMail(Letter.MailId, Document, Letter.Html, Letter.Files, Letter.Problems));
    }

    public sealed record Received(InquiryId Id);
}
