using AdvPortal.Domain.Tenders;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Tenders;

/// <summary>Opens a tender: what a client wants prices for outside its contract, and until when.</summary>
[UseCase]
public sealed class OpenTender(UnitOfWork unitOfWork, IValidator<TenderForm> validator, TenantClock clock, CurrentMember member)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderForm form, CancellationToken ct = default)
    {
        var id = Ids.New<TenderId>();

        return unitOfWork.RunAsync<Result<TenderView>>(this, Permission.HandleTenders, id, async db =>
        {
            if (await validator.RefuseAsync(form, ct) is { } invalid)
            {
                return invalid;
            }

            var basis = await TenderBasis.ReadAsync(db, form, stands: null, ct);

            if (!basis.IsOk)
            {
                return basis.Refusal;
            }

            var asked = basis.Value.Of(form);

            if (!asked.IsOk)
            {
                return asked.Refusal;
            }

            var opened = Tender.Open(id, form.Head(basis.Value.ClientId), asked.Value, basis.Value.Currency, clock.Now, clock.Zone, member.Id);

            if (!opened.IsOk)
            {
                return opened.Refusal;
            }

            var views = await TenderReading.ViewsAsync(db, clock, [opened.Value], ct);
            opened.Value.Numbered(clock.Today.Year, await db.NextNumberAsync("tender", ct));
            db.Tenders.Add(opened.Value);

            return views[0] with { Number = opened.Value.Number };
        }, ct);
    }
}

/// <summary>Puts right what a client asks for. What was offered for a line that stays, stays.</summary>
[UseCase]
public sealed class ChangeTender(ActOnTender act, IValidator<TenderForm> validator, TenantClock clock)
{
    /// <param name="change">The form as it stands to the form as it shall be; its lines are replaced as a whole.</param>
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, Func<TenderForm, Result<TenderForm>> change, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleTenders, id, version,
            async (db, tender, _) =>
            {
                var form = change(TenderForm.Of(tender));

                if (!form.IsOk)
                {
                    return form.Refusal;
                }

                // A tender does not become another client's, nor does it come of another conversation.
                (form.Value.ClientId, form.Value.InquiryId) = (tender.ClientId, tender.InquiryId);

                if (await validator.RefuseAsync(form.Value, ct) is { } invalid)
                {
                    return invalid;
                }

                var basis = await TenderBasis.ReadAsync(db, form.Value, tender, ct);

                if (!basis.IsOk)
                {
                    return basis.Refusal;
                }

                var asked = basis.Value.Of(form.Value);

                return asked.IsOk ? tender.Change(form.Value.Head(tender.ClientId), asked.Value, clock.Now, clock.Zone) : asked.Refusal;
            },
            ct);
}
