using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Portfolios;

/// <summary>Tells of a cover: each stand-in of all their clients in one mail, and on choice whoever buys at the clients, in their language.</summary>
public sealed class CoverPosting(Mailer mailer, MailSettings settings, CurrentMember member)
{
    /// <summary>How long a person can take back what they published before anybody reads of it.</summary>
    public static readonly TimeSpan UndoFor = TimeSpan.FromSeconds(60);

    internal async Task PostAsync(AdvDbContext db, Absence absence, IReadOnlyList<Cover> covers, CoverFacts facts, bool tellClients, CancellationToken ct)
    {
        var ids = covers.Select(k => k.ClientId).Distinct().ToList();
        var visit = new Visit(db);
        var company = visit.Ask(
            from each in db.TenantSettings
            join tenant in db.Tenants on each.TenantId equals tenant.Id
            select new { each.LegalName, each.MailFrom, tenant.Slug });
        var contacts = tellClients ? visit.Ask(db.Contacts.Where(c => ids.Contains(c.ClientId) && c.Role == ContactRole.Buyer && c.Email != null && c.ErasedAt == null).OrderBy(c => c.Id)) : null;
        await visit.GoAsync(ct);

        var (us, people) = (company.Rows[0], facts.Team.ToDictionary(c => c.Member.Id, c => c.Member));
        var names = facts.Clients.DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.Name);
        var from = new Mailbox(us.MailFrom ?? settings.From.Address, us.LegalName);

        // A program that publishes means it.
        var delay = member.Id is null ? TimeSpan.Zero : UndoFor;

        foreach (var mine in covers.GroupBy(k => k.StandInId))
        {
            var standIn = people[mine.Key];
            var words = CoverMail.ToStandIn(
                standIn.Language, standIn.Name, people[absence.MemberId].Name,
                [.. mine.OrderBy(k => names[k.ClientId], StringComparer.CurrentCulture).ThenBy(k => k.FirstHalf).Select(k => Stretch(names[k.ClientId], k))],
                mailer.LinkTo(us.Slug, $"team?Absence={absence.Id.Value}"), us.LegalName);
            mailer.Send(db, new(MailKind.Other, words, standIn.Language, new Mailbox(standIn.Email, standIn.Name)) { About = absence.Id.Value, Delay = delay });
        }

        var byClient = covers.ToLookup(k => k.ClientId);

        foreach (var contact in contacts?.Rows ?? [])
        {
            var answering = byClient[contact.ClientId].OrderBy(k => k.FirstHalf).ToList();
            var first = people[answering[0].StandInId];
            var words = CoverMail.ToClient(
                contact.Language, contact.Name, people[answering[0].AbsentId].Name,
                [.. answering.Select(k => Stretch($"{people[k.StandInId].Name}, {people[k.StandInId].Email}", k))], us.LegalName);
            mailer.Send(db, new(MailKind.Other, words, contact.Language, new Mailbox(contact.Email!, contact.Name))
            {
                From = from,
                ReplyTo = new(first.Email, first.Name),
                About = absence.Id.Value,
                ClientId = contact.ClientId,
                Delay = delay,
            });
        }
    }

    private static CoverMail.Stretch Stretch(string name, Cover cover) => new(
        name, HalfDay.DayOf(cover.FirstHalf), HalfDay.DayOf(cover.LastHalf),
        HalfDay.HalfOf(cover.FirstHalf) is DayHalf.Afternoon, HalfDay.HalfOf(cover.LastHalf) is DayHalf.Morning);

    /// <summary>What waits of it does not leave any more.</summary>
    internal static async Task StopAsync(AdvDbContext db, Absence absence, CancellationToken ct)
    {
        foreach (var mail in await db.Outbox.Where(m => m.SubjectId == absence.Id.Value && m.Status == OutboxStatus.Waiting && m.Attempts == 0).ToListAsync(ct))
        {
            mail.Cancel();
        }
    }
}
