using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Requirements;

/// <summary>Writes down what a client requires: in force from its first day, or kept as a draft.</summary>
[UseCase]
public sealed class CreateRequirement(UnitOfWork unitOfWork, IValidator<RequirementForm> validator, TenantClock clock)
{
    public Task<Result<RequirementView>> ExecuteAsync(ClientId client, RequirementForm form, CancellationToken ct = default)
    {
        var id = Ids.New<RequirementId>();

        return unitOfWork.RunAsync<Result<RequirementView>>(this, Permission.ManageRequirements, id, async db =>
        {
            if (!await db.Clients.AnyAsync(c => c.Id == client, ct))
            {
                return new NoSuchClient();
            }

            if (await validator.RefuseAsync(form, ct) is { } invalid)
            {
                return invalid;
            }

            if (form.SiteId is { } site && !await db.Sites.AnyAsync(s => s.Id == site && s.ClientId == client, ct))
            {
                return new NoSuchSite();
            }

            var number = await db.NextNumberAsync("requirement", ct);
            var prepared = Requirement.Prepare(id, (int)number, client, form.SiteId, form.ProductFamily, form.ToContent(clock.Today));

            if (!prepared.IsOk)
            {
                return prepared.Refusal;
            }

            if (!form.Draft && prepared.Value.Publish().Refusal is { } refusal)
            {
                return refusal;
            }

            db.Requirements.Add(prepared.Value);

            return RequirementView.Of(prepared.Value) with { Version = db.VersionAfterSaving(prepared.Value) };
        }, ct);
    }
}
