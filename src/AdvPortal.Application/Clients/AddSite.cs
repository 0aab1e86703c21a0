using AdvPortal.Domain.Clients;
using FluentValidation;

namespace AdvPortal.Application.Clients;

/// <summary>Adds a place of delivery.</summary>
[UseCase]
public sealed class AddSite(UnitOfWork unitOfWork, IValidator<SiteForm> validator, TenantClock clock)
{
    public Task<Result<SiteView>> ExecuteAsync(ClientId client, SiteForm form, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<SiteView>>(this, Permission.ManageClients, client, async db =>
        {
            if (await db.Clients.Include(c => c.Sites).SingleOrDefaultAsync(c => c.Id == client, ct) is not { } found)
            {
                return new NoSuchClient();
            }

            if (await validator.RefuseAsync(form, ct) is { } invalid)
            {
                return invalid;
            }

            var site = found.OpenSite(form.Name!, form.TimeZone ?? clock.Zone.Id, form.Address ?? PostalAddress.Empty, form.Gln);
            site.Describe(form.Name!, site.TimeZone, site.Address, form.Gln, form.Notes);

            return SiteView.Of(site);
        }, ct);
}

/// <summary>Puts a place of delivery right.</summary>
[UseCase]
public sealed class UpdateSite(UnitOfWork unitOfWork, IValidator<SiteForm> validator)
{
    public Task<Result<SiteView>> ExecuteAsync(SiteId id, Func<SiteView, Result<SiteForm>> change, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<SiteView>>(this, Permission.ManageClients, id, async db =>
        {
            if (await db.Clients.Include(c => c.Sites).SingleOrDefaultAsync(c => c.Sites.Any(s => s.Id == id), ct) is not { } client)
            {
                return new NoSuchSite();
            }

            var site = client.Sites.Single(s => s.Id == id);

            if (version is { } seen && seen != site.Version)
            {
                return new ChangedMeanwhile();
            }

            var changed = change(SiteView.Of(site));

            if (!changed.IsOk)
            {
                return changed.Refusal;
            }

            if (await validator.RefuseAsync(changed.Value, ct) is { } invalid)
            {
                return invalid;
            }

            var form = changed.Value;
            site.Describe(form.Name!, form.TimeZone ?? site.TimeZone, form.Address ?? PostalAddress.Empty, form.Gln, form.Notes);
            db.ChangeTracker.DetectChanges();
            db.Touch(site);

            return SiteView.Of(site) with { Version = db.VersionAfterSaving(site) };
        }, ct);
}
