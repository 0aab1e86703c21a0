using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using FluentValidation;

namespace AdvPortal.Application.Orders;

/// <summary>A saved view as pages and the API read it.</summary>
/// <param name="Query">The filter, as an address carries it.</param>
/// <param name="OwnerId">Null when a program made it.</param>
public sealed record SavedViewRow(SavedViewId Id, int Version, string Name, string Query, bool IsShared, MemberId? OwnerId)
{
    internal static IQueryable<SavedView> SeenBy(AdvDbContext db, MemberId? member) => db.SavedViews.Where(v => v.IsShared || v.OwnerId == member).OrderBy(v => v.Id);

    internal static SavedViewRow Of(SavedView view, int? version = null) => new(view.Id, version ?? view.Version, view.Name, view.Query, view.IsShared, view.OwnerId);
}

/// <summary>What a saved view is called, shows, and for whom.</summary>
public sealed class SavedViewForm
{
    public string? Name { get; set; }

    /// <summary>The filter, as an address carries it; what makes no sense in it is left out.</summary>
    public string? Query { get; set; }

    public bool IsShared { get; set; }

    /// <summary>Only what the book understands is kept, however it was written.</summary>
    internal string Kept => BookFilter.Parse(Query ?? "").ToQuery();

    public sealed class Validator : AbstractValidator<SavedViewForm>
    {
        public Validator()
        {
            RuleFor(f => f.Name).NotEmpty().WithMessage("ChooseViewName").MaximumLength(SavedView.NameMaxLength).WithMessage("ViewNameTooLong");
            RuleFor(f => f.Kept).MaximumLength(SavedView.QueryMaxLength).OverridePropertyName(nameof(Query)).WithMessage("ViewQueryTooLong");
        }
    }
}

/// <summary>The views that the person who asks has beside those of everybody: their own, and the shared ones.</summary>
[UseCase]
public sealed class ListViews(UnitOfWork unitOfWork, CurrentMember member)
{
    public Task<Result<Page<SavedViewRow>>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db => new Page<SavedViewRow>((await SavedViewRow.SeenBy(db, member.Id).ToListAsync(ct)).ConvertAll(v => SavedViewRow.Of(v)), null), ct);
}

/// <summary>One saved view.</summary>
[UseCase]
public sealed class ReadView(UnitOfWork unitOfWork, CurrentMember member)
{
    public Task<Result<SavedViewRow>> ExecuteAsync(SavedViewId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<SavedViewRow>(this, Permission.ReadOrders, async db =>
            await SavedViewRow.SeenBy(db, member.Id).SingleOrDefaultAsync(v => v.Id == id, ct) is { } view ? SavedViewRow.Of(view) : new NoSuchView(), ct);
}

/// <summary>Keeps the part of the book that somebody looks at under a name.</summary>
[UseCase]
public sealed class SaveView(UnitOfWork unitOfWork, IValidator<SavedViewForm> validator, CurrentMember member)
{
    public Task<Result<SavedViewRow>> ExecuteAsync(SavedViewForm form, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<SavedViewRow>>(this, Permission.ReadOrders, result => result.Value!.Id, async db =>
        {
            if (await validator.RefuseAsync(form, ct) is { } invalid)
            {
                return invalid;
            }

            var view = new SavedView(member.Id, form.Name!, form.Kept, form.IsShared);
            db.Add(view);

            return SavedViewRow.Of(view, 1);
        }, ct);
}

/// <summary>Renames a saved view, lets it show something else, shares it or takes it back.</summary>
[UseCase]
public sealed class ChangeView(ActOnView act, IValidator<SavedViewForm> validator)
{
    public Task<Result<SavedViewRow>> ExecuteAsync(SavedViewId id, Func<SavedViewForm, Result<SavedViewForm>> change, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, async (db, view) =>
        {
            var changed = change(new() { Name = view.Name, Query = view.Query, IsShared = view.IsShared });

            if (!changed.IsOk)
            {
                return changed.Refusal;
            }

            if (await validator.RefuseAsync(changed.Value, ct) is { } invalid)
            {
                return invalid;
            }

            view.Change(changed.Value.Name!, changed.Value.Kept, changed.Value.IsShared);

            return Result.Ok;
        }, ct);
}

/// <summary>Gives a saved view up.</summary>
[UseCase]
public sealed class DropView(ActOnView act)
{
    public Task<Result<SavedViewRow>> ExecuteAsync(SavedViewId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, (db, view) =>
        {
            db.Remove(view);

            return Task.FromResult(Result.Ok);
        }, ct);
}

/// <summary>What every act on a saved view has in common: it exists for the person, and it is theirs to change.</summary>
public sealed class ActOnView(UnitOfWork unitOfWork, CurrentMember member)
{
    internal Task<Result<SavedViewRow>> RunAsync(object useCase, SavedViewId id, int? version, Func<AdvDbContext, SavedView, Task<Result>> act, CancellationToken ct) =>
        unitOfWork.RunAsync<Result<SavedViewRow>>(useCase, Permission.ReadOrders, id, async db =>
        {
            if (await db.SavedViews.SingleOrDefaultAsync(v => v.Id == id, ct) is not { } view || !view.IsSeenBy(member.Id))
            {
                return new NoSuchView();
            }

            if (view.OwnerId != member.Id && !member.May(Permission.ManageTenant))
            {
                return new NotYourView();
            }

            if (version is { } seen && seen != view.Version)
            {
                return new ChangedMeanwhile();
            }

            if ((await act(db, view)).Refusal is { } refusal)
            {
                return refusal;
            }

            db.ChangeTracker.DetectChanges();

            return SavedViewRow.Of(view, db.Entry(view).State is EntityState.Modified ? db.VersionAfterSaving(view) : view.Version);
        }, ct);
}
