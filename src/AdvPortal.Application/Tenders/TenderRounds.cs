using AdvPortal.Application.Outbox;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Tenders;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Tenders;

/// <summary>Goes round the companies and reminds contributors of what they were asked for an offer.</summary>
public sealed class TenderRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TenderRounds> log) : TenantRounds(scopes, clock, log)
{
    protected override TimeSpan Pause => TimeSpan.FromMinutes(15);

    protected override Task VisitAsync(IServiceProvider company, Guid tenant, CancellationToken ct) => company.GetRequiredService<RemindContributors>().ExecuteAsync(ct);
}

/// <summary>On working days, mails whoever was asked for something for an offer: once when it is due by the next working day, and once when it is late. How many mails.</summary>
[UseCase]
public sealed class RemindContributors(UnitOfWork unitOfWork, Mailer mailer, TenantClock clock, CurrentMember member)
{
    private const int Most = 500;

    // Nobody is woken for it.
    private static readonly TimeOnly _morning = new(7, 0);

    public async Task<int> ExecuteAsync(CancellationToken ct = default) =>
        TimeOnly.FromDateTime(clock.Local(clock.Now).DateTime) < _morning || !WorkingDays.Contains(clock.Today) ? 0 : await unitOfWork.RunUnrecordedAsync(db => RemindAsync(db, ct), ct);

    private async Task<int> RemindAsync(AdvDbContext db, CancellationToken ct)
    {
        var (today, until) = (clock.Today, WorkingDays.After(clock.Today, 1));
        var visit = new Visit(db);

        // Two nodes go one after the other, the second knowing of the first one's mails.
        visit.Lock($"tender-reminders:{member.TenantId!.Value.Value}");
        var waiting = visit.Ask(WaitingFor(db, today, until));
        var company = visit.Ask(
            from each in db.TenantSettings
            join tenant in db.Tenants on each.TenantId equals tenant.Id
            select new { each.LegalName, tenant.Slug });
        await visit.GoAsync(ct);

        foreach (var task in waiting.Rows)
        {
            var isLate = task.DueOn < today;
            var words = TenderMail.Remind(
                task.Language, task.Name, task.Number, task.Title, task.Client, task.Text, task.DueOn, isLate, mailer.LinkTo(company.Rows[0].Slug, $"tenders/{task.TenderId.Value}"), company.Rows[0].LegalName);
            mailer.Send(db, new(MailKind.Other, words, task.Language, new Mailbox(task.Email, task.Name)) { About = task.TenderId.Value });
            db.Add(new TenderReminder(task.Id, task.DueOn, isLate, clock.Now));
        }

        return waiting.Rows.Count;
    }

    private static IQueryable<Waiting> WaitingFor(AdvDbContext db, DateOnly today, DateOnly until) => (
        from task in db.Set<TenderTask>()
        where task.AnsweredAt == null && task.DueOn <= until && !db.TenderReminders.Any(r => r.TaskId == task.Id && r.DueOn == task.DueOn && r.IsLate == (task.DueOn < today))
        join tender in db.Tenders on EF.Property<TenderId>(task, "TenderId") equals tender.Id
        where tender.DueAt != null
        join client in db.Clients.IgnoreQueryFilters(new[] { Filters.Archived }) on tender.ClientId equals client.Id
        join assignee in db.Members on task.AssigneeId equals assignee.Id
        where !assignee.IsDisabled
        orderby task.DueOn, task.Id
        select new Waiting(task.Id, task.Text, task.DueOn, tender.Id, tender.Number, tender.Title, client.Name, assignee.Name, assignee.Email, assignee.Language)).Take(Most);

    private sealed record Waiting(Guid Id, string Text, DateOnly DueOn, TenderId TenderId, string Number, string Title, string Client, string Name, string Email, string Language);
}
