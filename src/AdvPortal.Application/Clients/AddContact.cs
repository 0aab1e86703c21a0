using AdvPortal.Domain.Clients;
using FluentValidation;

namespace AdvPortal.Application.Clients;

/// <summary>Adds a person to write to.</summary>
[UseCase]
public sealed class AddContact(UnitOfWork unitOfWork, IValidator<ContactForm> validator)
{
    public Task<Result<ContactView>> ExecuteAsync(ClientId client, ContactForm form, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<ContactView>>(this, Permission.ManageClients, client, async db =>
        {
            if (await db.Clients.Include(c => c.Sites).Include(c => c.Contacts).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == client, ct) is not { } found)
            {
                return new NoSuchClient();
            }

            if (await validator.RefuseAsync(form, ct) is { } invalid)
            {
                return invalid;
            }

            if (form.SiteId is { } site && found.Sites.All(s => s.Id != site))
            {
                return new NoSuchSite();
            }

            var met = found.Meet(form.Name!, form.Role, form.Email, form.Phone, form.Language, form.SiteId);
            met.KnowHabits(form.Habits);

            return ContactView.Of(met);
        }, ct);
}

/// <summary>Puts right what is known of a person at the client's.</summary>
[UseCase]
public sealed class UpdateContact(UnitOfWork unitOfWork, IValidator<ContactForm> validator)
{
    public Task<Result<ContactView>> ExecuteAsync(ContactId id, Func<ContactView, Result<ContactForm>> change, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<ContactView>>(this, Permission.ManageClients, id, async db =>
        {
            var client = await db.Clients.Include(c => c.Sites).Include(c => c.Contacts).AsSplitQuery().SingleOrDefaultAsync(c => c.Contacts.Any(one => one.Id == id), ct);

            // Whoever was erased on their request is not written over again.
            if (client?.Contacts.SingleOrDefault(c => c.Id == id) is not { ErasedAt: null } contact)
            {
                return new NoSuchContact();
            }

            if (version is { } seen && seen != contact.Version)
            {
                return new ChangedMeanwhile();
            }

            var changed = change(ContactView.Of(contact));

            if (!changed.IsOk)
            {
                return changed.Refusal;
            }

            var form = changed.Value;

            if (await validator.RefuseAsync(form, ct) is { } invalid)
            {
                return invalid;
            }

            if (form.SiteId is { } site && client.Sites.All(s => s.Id != site))
            {
                return new NoSuchSite();
            }

            contact.Describe(form.Name!, form.Role, form.Email, form.Phone, form.Language ?? contact.Language, form.SiteId);
            contact.KnowHabits(form.Habits);
            db.ChangeTracker.DetectChanges();
            db.Touch(contact);

            return ContactView.Of(contact) with { Version = db.VersionAfterSaving(contact) };
        }, ct);
}
