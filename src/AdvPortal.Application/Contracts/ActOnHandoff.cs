using AdvPortal.Application.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Persistence;
using FluentValidation;

namespace AdvPortal.Application.Contracts;

/// <summary>What every act on one handoff has in common.</summary>
public sealed class ActOnHandoff(UnitOfWork unitOfWork, TenantClock clock)
{
    internal Task<Result<HandoffView>> RunAsync(
        object useCase, Permission permission, HandoffId id, int? version, Func<AdvDbContext, Handoff, Task<Result>> act, CancellationToken ct) =>
        unitOfWork.RunAsync<Result<HandoffView>>(useCase, permission, id, async db =>
        {
            if (await db.Handoffs.SingleOrDefaultAsync(h => h.Id == id, ct) is not { } handoff)
            {
                return new NoSuchHandoff();
            }

            if (version is { } seen && seen != handoff.Version)
            {
                return new ChangedMeanwhile();
            }

            return (await act(db, handoff)).Refusal is { } refusal
                ? refusal
                : await db.ViewAsync(handoff, clock, ct) with { Version = db.VersionAfterSaving(handoff) };
        }, ct);
}

internal static class KnownClient
{
    /// <summary>A client that is one already bears its own name and code, whatever was typed.</summary>
    public static async Task<Result<HandoffContent>> NamedAsync(this HandoffContent content, AdvDbContext db, CancellationToken ct) =>
        content.Client.Id is not { } id ? content
        : await db.Clients.Where(c => c.Id == id).Select(c => new { c.Code, c.Name }).SingleOrDefaultAsync(ct) is { } known ? content with { Client = content.Client with { Code = known.Code, Name = known.Name } }
        : new Domain.Clients.NoSuchClient();
}

/// <summary>Starts a handoff: it is kept from the first word on.</summary>
[UseCase]
public sealed class StartHandoff(UnitOfWork unitOfWork, IValidator<HandoffContent> validator, CurrentMember member, TenantClock clock)
{
    public async Task<Result<HandoffView>> ExecuteAsync(HandoffContent content, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(content, ct) is { } invalid)
        {
            return invalid;
        }

        var id = Ids.New<HandoffId>();

        return await unitOfWork.RunAsync<Result<HandoffView>>(this, Permission.PrepareHandoffs, id, async db =>
        {
            var named = await content.NamedAsync(db, ct);

            if (!named.IsOk)
            {
                return named.Refusal;
            }

            var handoff = new Handoff(id, member.Id, named.Value, clock.Now);
            db.Handoffs.Add(handoff);

            return await db.ViewAsync(handoff, clock, ct);
        }, ct);
    }
}

/// <summary>Keeps what is filled in, complete or not, while the handoff lies with sales.</summary>
[UseCase]
public sealed class ChangeHandoff(ActOnHandoff act, IValidator<HandoffContent> validator)
{
    /// <param name="change">The content as it stands to the content as it shall be.</param>
    public Task<Result<HandoffView>> ExecuteAsync(HandoffId id, Func<HandoffContent, Result<HandoffContent>> change, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, Permission.PrepareHandoffs, id, version, async (db, handoff) =>
        {
            var changed = change(handoff.Content);

            if (!changed.IsOk)
            {
                return changed.Refusal;
            }

            if (await validator.RefuseAsync(changed.Value, ct) is { } invalid)
            {
                return invalid;
            }

            var named = await changed.Value.NamedAsync(db, ct);

            return named.IsOk ? handoff.Change(named.Value) : named.Refusal;
        }, ct);
}

/// <summary>Hands it to the desk.</summary>
[UseCase]
public sealed class SubmitHandoff(ActOnHandoff act, TenantClock clock)
{
    public Task<Result<HandoffView>> ExecuteAsync(HandoffId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, Permission.PrepareHandoffs, id, version, async (db, handoff) =>
        {
            var codes = handoff.Content.Prices.Select(p => p.ProductCode).OfType<string>().ToList();
            var known = await ClientLists.ProductsAsync(db, codes, ct);

            return codes.Find(code => !known.ContainsKey(code)) is { } unknown ? new Domain.Clients.UnknownProductCode(unknown) : handoff.Submit(clock.Now);
        }, ct);
}

/// <summary>Asks sales before deciding.</summary>
[UseCase]
public sealed class AskAboutHandoff(ActOnHandoff act, CurrentMember member, TenantClock clock)
{
    public Task<Result<HandoffView>> ExecuteAsync(HandoffId id, IReadOnlyList<string>? questions, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, Permission.AcceptHandoffs, id, version, (_, handoff) => Task.FromResult(handoff.Ask(questions ?? [], member.Id, clock.Now)), ct);
}

/// <summary>Gives it back to sales, with the reasons.</summary>
[UseCase]
public sealed class ReturnHandoff(ActOnHandoff act, CurrentMember member, TenantClock clock)
{
    public Task<Result<HandoffView>> ExecuteAsync(HandoffId id, IReadOnlyList<string>? reasons, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, Permission.AcceptHandoffs, id, version, (_, handoff) => Task.FromResult(handoff.Return(reasons ?? [], member.Id, clock.Now)), ct);
}
