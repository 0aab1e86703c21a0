using AdvPortal.Domain.Clients;
using FluentValidation;

namespace AdvPortal.Application.Clients;

/// <summary>Opens a client's record.</summary>
[UseCase]
public sealed class CreateClient(UnitOfWork unitOfWork, IValidator<ClientForm> validator)
{
    public async Task<Result<ClientView>> ExecuteAsync(ClientForm form, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        var client = new Client(form.Code!, form.Name!, form.Language ?? "fr", form.Currency ?? "EUR");
        form.WriteTo(client);

        return await unitOfWork.RunAsync<Result<ClientView>>(this, Permission.ManageClients, client.Id, db =>
        {
            db.Clients.Add(client);

            return Task.FromResult<Result<ClientView>>(ClientView.Of(client, responsible: null));
        }, ct);
    }
}

/// <summary>Puts a client's record right.</summary>
[UseCase]
public sealed class UpdateClient(UnitOfWork unitOfWork, IValidator<ClientForm> validator, TenantClock clock)
{
    public Task<Result<ClientView>> ExecuteAsync(ClientId id, ClientForm form, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<ClientView>>(this, Permission.ManageClients, id, async db =>
        {
            if (await db.Clients.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } client)
            {
                return new NoSuchClient();
            }

            if (version is { } seen && seen != client.Version)
            {
                return new ChangedMeanwhile();
            }

            if (await validator.RefuseAsync(form, ct) is { } invalid)
            {
                return invalid;
            }

            form.WriteTo(client);
            db.ChangeTracker.DetectChanges();
            db.Touch(client);

            return (await ClientView.OfAsync(db, clock, client, ct)) with { Version = db.VersionAfterSaving(client) };
        }, ct);
}
