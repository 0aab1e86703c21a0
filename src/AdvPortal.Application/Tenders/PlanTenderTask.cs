using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Tenants;
using AdvPortal.Domain.Tenders;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Outbox;
using FluentValidation;

namespace AdvPortal.Application.Tenders;

/// <summary>Asks a colleague for what an offer needs: a price, a delay, a transport, a certificate. The colleague reads it by mail at once.</summary>
[UseCase]
public sealed class PlanTenderTask(ActOnTender act, Mailer mailer, TenantClock clock, CurrentMember member, IValidator<PlanTenderTask.Form> validator)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleTenders, id, version,
            async (db, tender, settings) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid : await PlanAsync(db, tender, settings, form, ct),
            ct);

    private async Task<Result> PlanAsync(AdvDbContext db, Tender tender, TenantSettings settings, Form form, CancellationToken ct)
    {
        var (assignee, client) = (form.AssigneeId!.Value, tender.ClientId);
        var visit = new Visit(db);
        var members = visit.Ask(db.Members.Where(m => m.Id == assignee && !m.IsDisabled).Select(m => new { m.Name, m.Email, m.Language }));
        var clients = visit.Ask(db.Clients.IgnoreQueryFilters(new[] { Filters.Archived }).Where(c => c.Id == client).Select(c => c.Name));

        // What one asks of oneself one knows.
        var slugs = assignee == member.Id ? null : visit.Ask(db.Tenants.Where(t => t.Id == db.Tenant).Select(t => t.Slug));
        await visit.GoAsync(ct);

        if (members.Only is not { } asked)
        {
            return new NoSuchMember();
        }

        var planned = tender.Plan(new(form.Kind!.Value, form.Text!, assignee, form.DueOn!.Value));

        if (!planned.IsOk)
        {
            return planned;
        }

        var task = tender.Tasks[^1];

        if (slugs is not null)
        {
            var words = TenderMail.Ask(
                asked.Language, asked.Name, tender.Number, tender.Title, clients.Rows[0], task.Text, task.DueOn, mailer.LinkTo(slugs.Rows[0], $"tenders/{tender.Id.Value}"), settings.LegalName);
            mailer.Send(db, new(MailKind.Other, words, asked.Language, new Exchange.Mail.Mailbox(asked.Email, asked.Name)) { About = tender.Id.Value });
        }

        // What is asked for tomorrow nobody is reminded of a moment later.
        if (task.DueOn <= WorkingDays.After(clock.Today, 1))
        {
            db.Add(new TenderReminder(task.Id, task.DueOn, isLate: task.DueOn < clock.Today, clock.Now));
        }

        return planned;
    }

    public sealed class Form
    {
        public TenderTaskKind? Kind { get; set; }

        /// <summary>What is asked.</summary>
        public string? Text { get; set; }

        public MemberId? AssigneeId { get; set; }
        public DateOnly? DueOn { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Kind).NotNull().WithMessage("Tender.ChooseKind");
            RuleFor(f => f.Text).NotEmpty().WithMessage("Tender.TaskMissing").MaximumLength(TenderTask.TextMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.AssigneeId).NotNull().WithMessage("Tender.ChooseMember");
            RuleFor(f => f.DueOn).NotNull().WithMessage("Tender.ChooseDay");
        }
    }
}

/// <summary>A colleague is asked no more.</summary>
[UseCase]
public sealed class DropTenderTask(ActOnTender act)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, Guid task, int? version, CancellationToken ct = default) => act.RunAsync(this, id, version, tender => tender.Drop(task), ct);
}
