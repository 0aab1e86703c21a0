using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Tenants;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Outbox;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Outbox;

/// <summary>Who writes to whom about a client's business: the client, its people, and whoever answers for it at ours.</summary>
/// <param name="Answering">Null where nobody does.</param>
internal sealed record Correspondents(Client Client, IReadOnlyList<Contact> Contacts, Member? Answering)
{
    /// <summary>To be called once the visit is over.</summary>
    public static Func<Correspondents> Ask(AdvDbContext db, Visit visit, TenantClock clock, ClientId id)
    {
        var responsible = db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now))).Where(r => r.ClientId == id);
        var client = visit.Ask(db.Clients.AsNoTracking().IgnoreQueryFilters(new[] { Filters.Archived }).Where(c => c.Id == id));
        var contacts = visit.Ask(db.Contacts.AsNoTracking().Where(c => c.ClientId == id && c.ErasedAt == null).OrderBy(c => c.Name));
        var answering = visit.Ask(db.Members.AsNoTracking().Where(m => responsible.Any(r => m.Id == (r.ActingOwnerId ?? r.OwnerId))));

        return () => new(client.Rows[0], contacts.Rows, answering.Only);
    }

    /// <summary>Whoever of the client's has this address, whatever its case; null for nobody.</summary>
    public Contact? At(string address) => Contacts.FirstOrDefault(c => string.Equals(c.Email, address, StringComparison.OrdinalIgnoreCase));

    /// <summary>In which language they are written to: in any but French it is English.</summary>
    public static string LanguageOf(Contact to) => to.Language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en";
}

/// <summary>What a person wrote to a client, with a paper of ours.</summary>
/// <param name="Paper">A PDF.</param>
/// <param name="About">What it tells of.</param>
internal sealed record PaperMail(Contact To, string Subject, string Text, (string Name, byte[] Bytes) Paper, Guid About)
{
    public void Send(AdvDbContext db, Mailer mailer, MailSettings mail, TenantSettings settings, Correspondents people)
    {
        var language = Correspondents.LanguageOf(To);
        mailer.Send(db, new(MailKind.Other, ClarificationMail.Write(language, Subject.Trim(), Text), language, new Exchange.Mail.Mailbox(To.Email!, To.Name))
        {
            From = new(settings.MailFrom ?? mail.From.Address, settings.LegalName),
            ReplyTo = people.Answering is { } member ? new(member.Email, member.Name) : null,
            Attachments = [new(Paper.Name, "application/pdf", Paper.Bytes)],
            About = About,
            ClientId = people.Client.Id,
        });
    }
}
