using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Deliveries;
using FluentValidation;

namespace AdvPortal.Application.Complaints;

/// <summary>Why something is done with a complaint.</summary>
public class ComplaintReason
{
    public string? Reason { get; set; }

    public sealed class Validator : AbstractValidator<ComplaintReason>
    {
        public Validator() => RuleFor(f => f.Reason).NotEmpty().WithMessage("SayWhy").MaximumLength(Complaint.ReasonMaxLength).WithMessage("NoteTooLong");
    }
}

/// <summary>Closes a complaint: every line is decided, every credit approved, the client told.</summary>
[UseCase]
public sealed class CloseComplaint(ActOnComplaint act, TenantClock clock, CurrentMember member)
{
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, complaint => complaint.Close(clock.Now, member.Id), ct);
}

/// <summary>Refuses a complaint: there is nothing wrong, or nothing that is ours.</summary>
[UseCase]
public sealed class RefuseComplaint(ActOnComplaint act, TenantClock clock, IValidator<ComplaintReason> validator)
{
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, ComplaintReason why, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, Permission.HandleComplaints, id, version, async (_, complaint, _) => await validator.RefuseAsync(why, ct) is { } invalid ? invalid : complaint.Refuse(why.Reason!, clock.Now), ct);
}

/// <summary>The client takes a complaint back.</summary>
[UseCase]
public sealed class WithdrawComplaint(ActOnComplaint act, TenantClock clock, IValidator<ComplaintReason> validator)
{
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, ComplaintReason why, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, Permission.HandleComplaints, id, version, async (_, complaint, _) => await validator.RefuseAsync(why, ct) is { } invalid ? invalid : complaint.Withdraw(why.Reason!, clock.Now), ct);
}

/// <summary>Takes an ended complaint up again, from one step on.</summary>
[UseCase]
public sealed class ReopenComplaint(ActOnComplaint act, TenantClock clock, CurrentMember member, IValidator<ReopenComplaint.Form> validator)
{
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleComplaints, id, version,
            async (db, complaint, _) =>
            {
                if (await validator.RefuseAsync(form, ct) is { } invalid)
                {
                    return invalid;
                }

                // Others may have disputed its goods since it ended.
                var basis = await DisputeBasis.ReadAsync(db, ComplaintForm.Of<ComplaintForm>(complaint), id, ct);

                return complaint.Reopen(form.Reason!, form.From ?? Discipline.Containment, basis.Of(complaint), basis.Elsewhere, clock.Now, clock.Today, member.Id);
            },
            ct);

    public sealed class Form
    {
        public string? Reason { get; set; }

        /// <summary>The step from which the work begins anew; the third where nothing is said.</summary>
        public Discipline? From { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(f => f.Reason).NotEmpty().WithMessage("SayWhy").MaximumLength(Complaint.ReasonMaxLength).WithMessage("NoteTooLong");
    }
}

/// <summary>Keeps a photo, or a PDF, that shows what is wrong.</summary>
[UseCase]
public sealed class AttachToComplaint(ActOnComplaint act, TenantClock clock)
{
    /// <summary>Bytes; a larger file is refused at the door.</summary>
    public const int MostBytes = 15 * 1024 * 1024;

    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, byte[] bytes, string fileName, int? version, CancellationToken ct = default)
    {
        ComplaintFile? file = null;

        return ShowAsync(act.RunAsync(
            this, Permission.HandleComplaints, id, version,
            (db, complaint, _) =>
            {
                if (ProofType.Of(bytes) is not { } type)
                {
                    return Task.FromResult<Result>(new ProofTypeRefused());
                }

                var attached = complaint.Attach();

                if (attached.IsOk)
                {
                    file = new(id, fileName[^Math.Min(fileName.Length, ComplaintFile.FileNameMaxLength)..], type, bytes.Length, clock.Now);
                    db.ComplaintFiles.Add(file);
                    db.ComplaintFileContents.Add(new(file.Id, bytes));
                }

                return Task.FromResult(attached);
            },
            ct));

        // It was not there yet when the others were read.
        async Task<Result<ComplaintView>> ShowAsync(Task<Result<ComplaintView>> attaching) => await attaching is { IsOk: true } done && file is not null
            ? done.Value with { Files = [.. done.Value.Files, new(file.Id, file.FileName, file.ContentType, file.Size, file.AddedAt)] }
            : await attaching;
    }
}

/// <summary>One file of a complaint, byte for byte.</summary>
[UseCase]
public sealed class ReadComplaintFile(UnitOfWork unitOfWork)
{
    public Task<Result<Content>> ExecuteAsync(ComplaintId id, ComplaintFileId file, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Content>(this, Permission.ReadOrders, async db =>
            await db.ComplaintFiles.Where(f => f.Id == file && f.ComplaintId == id).Join(db.ComplaintFileContents, f => f.Id, c => c.Id, (f, c) => new Content(c.Bytes, f.FileName, f.ContentType)).SingleOrDefaultAsync(ct) is { } content
                ? content
                : new NoSuchComplaintFile(), ct);

    public sealed record Content(byte[] Bytes, string Name, string ContentType);
}
