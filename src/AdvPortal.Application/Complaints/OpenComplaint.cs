using AdvPortal.Domain.Complaints;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Complaints;

/// <summary>Opens a complaint: what a client says is wrong, in its own words, and what it disputes of what was delivered.</summary>
[UseCase]
public sealed class OpenComplaint(UnitOfWork unitOfWork, IValidator<ComplaintForm> validator, TenantClock clock, CurrentMember member)
{
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintForm form, CancellationToken ct = default)
    {
        var id = Ids.New<ComplaintId>();

        return unitOfWork.RunAsync<Result<ComplaintView>>(this, Permission.HandleComplaints, id, async db =>
        {
            if (await validator.RefuseAsync(form, ct) is { } invalid)
            {
                return invalid;
            }

            var basis = await DisputeBasis.ReadAsync(db, form, null, ct);

            if (basis.Refusal is { } stranger)
            {
                return stranger;
            }

            var disputed = basis.Of(form);

            if (!disputed.IsOk)
            {
                return disputed.Refusal;
            }

            var opened = Complaint.Open(id, form.Head(), disputed.Value, basis.Elsewhere, clock.Now, clock.Today, member.Id);

            if (!opened.IsOk)
            {
                return opened.Refusal;
            }

            var views = await ComplaintReading.ViewsAsync(db, clock, [opened.Value], ct);
            opened.Value.Numbered(clock.Today.Year, await db.NextNumberAsync("complaint", ct));
            db.Complaints.Add(opened.Value);

            return views[0] with { Number = opened.Value.Number };
        }, ct);
    }
}

/// <summary>Puts right what was said of a complaint, and what is disputed.</summary>
[UseCase]
public sealed class ChangeComplaint(ActOnComplaint act, IValidator<ComplaintForm> validator, TenantClock clock)
{
    /// <param name="change">The form as it stands to the form as it shall be; its lines are replaced as a whole.</param>
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, Func<ComplaintForm, Result<ComplaintForm>> change, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleComplaints, id, version,
            async (db, complaint, _) =>
            {
                var form = change(ComplaintForm.Of<ComplaintForm>(complaint));

                if (!form.IsOk)
                {
                    return form.Refusal;
                }

                if (await validator.RefuseAsync(form.Value, ct) is { } invalid)
                {
                    return invalid;
                }

                // A complaint does not become another client's, nor come of another conversation.
                (form.Value.ClientId, form.Value.InquiryId) = (complaint.ClientId, complaint.InquiryId);
                var basis = await DisputeBasis.ReadAsync(db, form.Value, id, ct);

                if (basis.Refusal is { } stranger)
                {
                    return stranger;
                }

                var disputed = basis.Of(form.Value);

                return disputed.IsOk
                    ? complaint.Change(form.Value.Head(), disputed.Value, basis.Elsewhere, clock.DayOf)
                    : disputed.Refusal;
            },
            ct);
}
