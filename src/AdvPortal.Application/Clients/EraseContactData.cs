using AdvPortal.Domain.Clients;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Clients;

/// <summary>Forgets a person at a client's (GDPR, article 17). Orders and acknowledgements stay, as the law of trade wants them; history keeps that it was done, without the data.</summary>
[UseCase]
public sealed class EraseContactData(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<ContactView>> ExecuteAsync(ContactId id, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<ContactView>>(
            this, Permission.ErasePersonalData, id,
            async db =>
            {
                if (await db.Contacts.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } contact)
                {
                    return new NoSuchContact();
                }

                if (contact.ErasedAt is not null)
                {
                    return ContactView.Of(contact);
                }

                if (version is { } seen)
                {
                    db.Expect(contact, seen);
                }

                await db.ForgetAsync(contact, ct);

                // A contact is part of its client, whose version moves with it; read after its notes were blotted, which moves it as well.
                await db.Clients.IgnoreQueryFilters([Filters.Archived]).Where(c => c.Id == contact.ClientId).LoadAsync(ct);
                await ForgetAsync(db, contact, ct);

                return ContactView.Of(contact) with { Version = db.VersionAfterSaving(contact) };
            },
            ct);

    // The row itself is emptied past the context, for the same reason; that it was erased, and when, is told.
    private async Task ForgetAsync(AdvDbContext db, Contact contact, CancellationToken ct)
    {
        contact.Erase(clock.Now);
        await db.Contacts.Where(c => c.Id == contact.Id).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Name, contact.Name).SetProperty(c => c.Email, contact.Email).SetProperty(c => c.Phone, contact.Phone).SetProperty(c => c.Habits, contact.Habits), ct);
        var row = db.Entry(contact);
        row.Property(c => c.Name).OriginalValue = contact.Name;
        row.Property(c => c.Email).OriginalValue = contact.Email;
        row.Property(c => c.Phone).OriginalValue = contact.Phone;
        row.Property(c => c.Habits).OriginalValue = contact.Habits;
    }
}
