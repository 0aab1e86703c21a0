using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Inquiries;

/// <summary>Notes something for colleagues, and calls some of them.</summary>
[UseCase]
public sealed class NoteOnInquiry(ActOnInquiry act, CurrentMember member, IValidator<NoteOnInquiry.Form> validator)
{
    public Task<Result<InquiryView>> ExecuteAsync(InquiryId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, inquiry, _, now) =>
            {
                if (await validator.RefuseAsync(form, ct) is { } invalid)
                {
                    return invalid;
                }

                var called = form.Mentions.Distinct().ToList();
                var known = called.Count == 0 ? 0 : await db.Members.CountAsync(m => called.Contains(m.Id) && !m.IsDisabled, ct);

                return known < called.Count ? new NoSuchMember() : inquiry.Note(form.Text!, member.Id, called, now);
            },
            ct);

    public sealed class Form
    {
        public string? Text { get; set; }

        /// <summary>Colleagues who are to look.</summary>
        public List<MemberId> Mentions { get; set; } = [];
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        private const int MostMentions = 50;

        public Validator()
        {
            RuleFor(f => f.Text).NotEmpty().WithMessage("EnterText").MaximumLength(InquiryMessage.TextMaxLength).WithMessage("TextTooLong");
            RuleFor(f => f.Mentions).Must(m => m.Count <= MostMentions).WithMessage("TextTooLong");
        }
    }
}

/// <summary>Whoever was called has looked.</summary>
[UseCase]
public sealed class SeeMention(ActOnInquiry act, CurrentMember member)
{
    public Task<Result<InquiryView>> ExecuteAsync(InquiryId id, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, null,
            (inquiry, _, now) =>
            {
                inquiry.Mentions.FirstOrDefault(m => m.MemberId == member.Id)?.See(now);

                return Result.Ok;
            },
            ct);
}

/// <summary>Gives a conversation to somebody, or lets it follow the client's owner and stand-in again.</summary>
[UseCase]
public sealed class AssignInquiry(ActOnInquiry act)
{
    public Task<Result<InquiryView>> ExecuteAsync(InquiryId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, inquiry, _, _) => form.MemberId is { } to && !await db.Members.AnyAsync(m => m.Id == to && !m.IsDisabled, ct) ? new NoSuchMember() : inquiry.Assign(form.MemberId),
            ct);

    /// <param name="MemberId">Null: whoever answers for the client.</param>
    public sealed record Form(MemberId? MemberId = null);
}

/// <summary>Says whose question it is, what it is about and how urgent.</summary>
[UseCase]
public sealed class ClassifyInquiry(ActOnInquiry act, IValidator<ClassifyInquiry.Form> validator)
{
    public Task<Result<InquiryView>> ExecuteAsync(InquiryId id, Func<Form, Result<Form>> change, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, inquiry, service, _) =>
            {
                var changed = change(new() { ClientId = inquiry.ClientId, Subject = inquiry.Subject, Kind = inquiry.Kind, Priority = inquiry.Priority });

                if (!changed.IsOk)
                {
                    return changed.Refusal;
                }

                var form = changed.Value;

                if (await validator.RefuseAsync(form, ct) is { } invalid)
                {
                    return invalid;
                }

                if (form.ClientId is { } client && client != inquiry.ClientId && !await db.Clients.AnyAsync(c => c.Id == client, ct))
                {
                    return new NoSuchClient();
                }

                if (inquiry.Classify(form.ClientId, form.Subject!, form.Kind!.Value, form.Priority!.Value, service).Refusal is { } refusal)
                {
                    return refusal;
                }

                // Now that the client is known, its own numbers mean something.
                var visit = new Visit(db);
                var link = InquiryLinks.Ask(db, visit, Exchange.Inquiries.NamedThings.In(inquiry.Subject, string.Join('\n', inquiry.Messages.Where(m => m.Voice is InquiryVoice.Client).Select(m => m.Text))), inquiry.ClientId);
                await visit.GoAsync(ct);
                link(inquiry);

                return Result.Ok;
            },
            ct);

    public sealed class Form
    {
        public ClientId? ClientId { get; set; }
        public string? Subject { get; set; }
        public InquiryKind? Kind { get; set; }
        public InquiryPriority? Priority { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Subject).NotEmpty().WithMessage("EnterSubject").MaximumLength(Inquiry.SubjectMaxLength).WithMessage("SubjectTooLong");
            RuleFor(f => f.Kind).NotNull().WithMessage("Inquiry.KindMissing");
            RuleFor(f => f.Priority).NotNull().WithMessage("Inquiry.PriorityMissing");
        }
    }
}

/// <summary>Puts a conversation out of sight until a moment, or back.</summary>
[UseCase]
public sealed class SnoozeInquiry(ActOnInquiry act)
{
    public Task<Result<InquiryView>> ExecuteAsync(InquiryId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, (inquiry, _, now) => inquiry.Snooze(form.Until?.ToUniversalTime(), now), ct);

    /// <param name="Until">Null: back in sight.</param>
    public sealed record Form(DateTimeOffset? Until = null);
}

/// <summary>Nothing more is to be done, until the client writes again.</summary>
[UseCase]
public sealed class CloseInquiry(ActOnInquiry act)
{
    public Task<Result<InquiryView>> ExecuteAsync(InquiryId id, int? version, CancellationToken ct = default) => act.RunAsync(this, id, version, (inquiry, _, now) => inquiry.Close(now), ct);
}

/// <summary>Something is to be done after all.</summary>
[UseCase]
public sealed class ReopenInquiry(ActOnInquiry act)
{
    public Task<Result<InquiryView>> ExecuteAsync(InquiryId id, int? version, CancellationToken ct = default) => act.RunAsync(this, id, version, (inquiry, service, now) => inquiry.Reopen(service, now), ct);
}

/// <summary>Lets a conversation go on in another of the same client.</summary>
[UseCase]
public sealed class MergeInquiries(ActOnInquiry act)
{
    public Task<Result<InquiryView>> ExecuteAsync(InquiryId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, inquiry, service, now) =>
            {
                if (form.Into == id)
                {
                    return new MergedWithItself();
                }

                var visit = new Visit(db);
                var other = ReadInquiry.Ask(db, visit, form.Into);
                var before = visit.Ask(db.Inquiries.AsTracking().Where(i => i.MergedIntoId == id));
                await visit.GoAsync(ct);
                var merged = other.Only is { } into ? inquiry.MergeInto(into, service, now) : new NoInquiryToJoin();

                if (merged.IsOk)
                {
                    // What had joined this one goes on there too.
                    foreach (var each in before.Rows)
                    {
                        each.GoAlong(inquiry);
                    }
                }

                return merged;
            },
            ct);

    public sealed record Form(InquiryId Into);
}

/// <summary>Lets some messages go on in a conversation of their own, which is the answer.</summary>
[UseCase]
public sealed class SplitInquiry(ActOnInquiry act, ReadInquiry read, IValidator<SplitInquiry.Form> validator)
{
    public async Task<Result<InquiryView>> ExecuteAsync(InquiryId id, Form form, int? version, CancellationToken ct = default)
    {
        var fresh = Ids.New<InquiryId>();
        var split = await act.RunAsync(
            this, id, version,
            async (db, inquiry, service, now) =>
            {
                if (await validator.RefuseAsync(form, ct) is { } invalid)
                {
                    return invalid;
                }

                var other = inquiry.Split(fresh, form.Subject!, form.Messages, service, now);

                if (!other.IsOk)
                {
                    return other.Refusal;
                }

                db.Inquiries.Add(other.Value);

                return Result.Ok;
            },
            ct);

        return split.IsOk ? await read.ExecuteAsync(fresh, ct) : split;
    }

    public sealed class Form
    {
        public string? Subject { get; set; }

        /// <summary>Those that go on apart.</summary>
        public List<InquiryMessageId> Messages { get; set; } = [];
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(f => f.Subject).NotEmpty().WithMessage("EnterSubject").MaximumLength(Inquiry.SubjectMaxLength).WithMessage("SubjectTooLong");
    }
}
