using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Contracts;

/// <summary>Writes down what a client agreed to take within a period. Nothing that was ordered before becomes a call-off by itself.</summary>
[UseCase]
public sealed class OpenBlanketOrder(UnitOfWork unitOfWork, IValidator<BlanketForm> validator, TenantClock clock)
{
    /// <summary>The counter of the numbers.</summary>
    internal const string Counter = "blanket-order";

    public Task<Result<BlanketView>> ExecuteAsync(BlanketForm form, CancellationToken ct = default)
    {
        var id = Ids.New<BlanketOrderId>();

        return unitOfWork.RunAsync<Result<BlanketView>>(this, Permission.ManageClients, id, async db =>
        {
            if (await validator.RefuseAsync(form, ct) is { } invalid)
            {
                return invalid;
            }

            if (await db.Clients.Where(c => c.Id == form.ClientId).Select(c => new { c.Id, c.Name, c.Currency }).SingleOrDefaultAsync(ct) is not { } client)
            {
                return new NoSuchClient();
            }

            var agreed = await form.AgreedAsync(db, known: null, ct);

            if (!agreed.IsOk)
            {
                return agreed.Refusal;
            }

            var opened = BlanketOrder.Open(id, form.Terms(client.Id, client.Currency), agreed.Value, clock.Now);

            if (!opened.IsOk)
            {
                return opened.Refusal;
            }

            await AddAsync(db, opened.Value, ct);

            return BlanketView.Of(opened.Value, client.Name, []);
        }, ct);
    }

    /// <summary>Numbers it and adds it: last of all, because the counter stays locked until the end.</summary>
    internal static async Task AddAsync(AdvDbContext db, BlanketOrder blanket, CancellationToken ct)
    {
        blanket.Numbered(await db.NextNumberAsync(Counter, ct));
        db.BlanketOrders.Add(blanket);
    }
}

/// <summary>Writes down what was agreed anew. What orders have called off stays covered; a quantity moves for a stated reason.</summary>
[UseCase]
public sealed class ChangeBlanketOrder(UnitOfWork unitOfWork, IValidator<BlanketForm> validator, CurrentMember member, TenantClock clock)
{
    public Task<Result<BlanketView>> ExecuteAsync(BlanketOrderId id, BlanketForm form, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<BlanketView>>(this, Permission.ManageClients, id, async db =>
        {
            if (await BlanketReading.FindAsync(db, id, ct) is not { } blanket)
            {
                return new NoSuchBlanketOrder();
            }

            if (version is { } seen && seen != blanket.Version)
            {
                return new ChangedMeanwhile();
            }

            // An agreement does not become another client's.
            form.ClientId = blanket.ClientId;

            if (await validator.RefuseAsync(form, ct) is { } invalid)
            {
                return invalid;
            }

            var agreed = await form.AgreedAsync(db, blanket, ct);

            if (!agreed.IsOk)
            {
                return agreed.Refusal;
            }

            var changed = blanket.Change(form.Terms(blanket.ClientId, blanket.Currency), agreed.Value, await CalledOffAsync(db, blanket, ct), form.Reason, member.Id, clock.Now);

            return changed.IsOk ? await BlanketReading.ViewAsync(db, blanket, ct) : changed.Refusal;
        }, ct);

    // Also of orders that take nothing: a line that anything refers to stays.
    private static async Task<Dictionary<BlanketLineId, decimal>> CalledOffAsync(AdvDbContext db, BlanketOrder blanket, CancellationToken ct)
    {
        var lines = blanket.Lines.Select(line => line.Id).ToList();
        var visit = new Visit(db);
        var named = visit.Ask(db.Set<OrderLine>().Where(l => lines.Contains(l.BlanketLineId!.Value) || lines.Contains(l.ReservedLineId!.Value)).Select(l => new { l.BlanketLineId, l.ReservedLineId }).Distinct());
        var taken = visit.Ask(BlanketStandings.Called(db, db.Orders).Where(c => (lines.Contains(c.AskedOf!.Value) || lines.Contains(c.ReservedOf!.Value)) && lines.Contains(c.TakenOf!.Value)).Select(c => new { Line = c.TakenOf!.Value, c.Taken }));
        await visit.GoAsync(ct);
        var sums = taken.Rows.ToLookup(each => each.Line, each => each.Taken);

        return named.Rows.SelectMany(each => new[] { each.BlanketLineId, each.ReservedLineId }).OfType<BlanketLineId>().Where(lines.Contains).Distinct().ToDictionary(line => line, line => sums[line].Sum());
    }
}

/// <summary>Ends a blanket order before its last day, or once it is used up: nothing more is called off of it.</summary>
[UseCase]
public sealed class CloseBlanketOrder(UnitOfWork unitOfWork, IValidator<CloseBlanketOrder.Form> validator, CurrentMember member, TenantClock clock)
{
    public Task<Result<BlanketView>> ExecuteAsync(BlanketOrderId id, Form form, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<BlanketView>>(this, Permission.ManageClients, id, async db =>
        {
            if (await BlanketReading.FindAsync(db, id, ct) is not { } blanket)
            {
                return new NoSuchBlanketOrder();
            }

            if (version is { } seen && seen != blanket.Version)
            {
                return new ChangedMeanwhile();
            }

            if (await validator.RefuseAsync(form, ct) is { } invalid)
            {
                return invalid;
            }

            var closed = blanket.Close(form.Reason, member.Id, clock.Now);

            return closed.IsOk ? await BlanketReading.ViewAsync(db, blanket, ct) : closed.Refusal;
        }, ct);

    public sealed record Form(string? Reason);

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(f => f.Reason).MaximumLength(BlanketOrder.ReasonMaxLength).WithMessage("NoteTooLong");
    }
}
