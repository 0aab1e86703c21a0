using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Intake;

/// <summary>Puts in force how a client's documents of a layout are read, as the reader inferred it or as a person put it right.</summary>
[UseCase]
public sealed class ApproveClientLayout(UnitOfWork unitOfWork, CurrentMember member, TenantClock clock)
{
    public Task<Result<ClientLayoutView>> ExecuteAsync(ClientLayoutId id, LayoutForm form, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<ClientLayoutView>>(this, Permission.HandleOrders, id, async db =>
        {
            if (await FindAsync(db, id, ct) is not var (layout, client))
            {
                return new NoSuchLayout();
            }

            if (version is { } seen && seen != layout.Version)
            {
                return new ChangedMeanwhile();
            }

            var approved = form.ApproveOn(layout, member.Id, clock.Now);

            return approved.IsOk ? ClientLayoutView.Of(layout, client) with { Version = db.VersionAfterSaving(layout) } : approved.Refusal;
        }, ct);

    internal static async Task<(ClientLayout Layout, string Client)?> FindAsync(AdvDbContext db, ClientLayoutId id, CancellationToken ct) =>
        await db.ClientLayouts.Where(l => l.Id == id).Join(db.Clients, l => l.ClientId, c => c.Id, (layout, client) => new { layout, client.Name }).SingleOrDefaultAsync(ct) is { } found
            ? (found.layout, found.Name)
            : null;
}

/// <summary>Gives a layout up: its documents are read as if for the first time.</summary>
[UseCase]
public sealed class RetireClientLayout(UnitOfWork unitOfWork)
{
    public Task<Result<ClientLayoutView>> ExecuteAsync(ClientLayoutId id, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<ClientLayoutView>>(this, Permission.HandleOrders, id, async db =>
        {
            if (await ApproveClientLayout.FindAsync(db, id, ct) is not var (layout, client))
            {
                return new NoSuchLayout();
            }

            if (version is { } seen && seen != layout.Version)
            {
                return new ChangedMeanwhile();
            }

            var retired = layout.Retire();

            return retired.IsOk ? ClientLayoutView.Of(layout, client) with { Version = db.VersionAfterSaving(layout) } : retired.Refusal;
        }, ct);
}

/// <summary>Reads the document that a layout was met in by what a person is about to say of it; nothing is saved.</summary>
[UseCase]
public sealed class TryClientLayout(UnitOfWork unitOfWork, LimitedReader reader, TenantClock clock)
{
    public async Task<Result<DocumentReading>> ExecuteAsync(ClientLayoutId id, LayoutForm form, CancellationToken ct = default)
    {
        var found = await unitOfWork.ReadAsync<Trial>(this, Permission.ReadOrders, async db =>
            await db.ClientLayouts.AsNoTracking().Where(l => l.Id == id)
                .Join(db.OrderDocuments, l => l.SeenIn, d => d.Id, (layout, document) => new { layout, document.Id, document.FileName, document.ContentType })
                .Join(db.OrderDocumentContents, row => row.Id, c => c.Id, (row, content) => new Trial(row.layout, content.Bytes, row.FileName, row.ContentType))
                .SingleOrDefaultAsync(ct) is { } trial ? trial : new NoSuchLayout(), ct);

        if (!found.IsOk)
        {
            return found.Refusal;
        }

        var (layout, bytes, name, type) = found.Value;
        var approved = form.ApproveOn(layout, by: null, clock.Now);

        return approved.IsOk ? await reader.ReadDocumentAsync(bytes, name, type, Layouts.GuideOf(layout), ct) : approved.Refusal;
    }

    private sealed record Trial(ClientLayout Layout, byte[] Bytes, string Name, string Type);
}

/// <summary>What a person says of a layout.</summary>
public sealed class LayoutForm
{
    public string Name { get; set; } = "";

    /// <summary>Places that are read otherwise than the reader would; an empty text leaves one alone, null lets the reader decide again.</summary>
    public IReadOnlyList<Place> Places { get; set; } = [];

    public LayoutHabits Habits { get; set; } = new();

    public static LayoutForm Of(ClientLayoutView layout) => new()
    {
        Name = layout.Name,
        Places = [.. layout.Fields.Select(field => new Place(field.Text, field.IsLabel, field.Said ?? field.Field))],
        Habits = layout.Habits,
    };

    internal Result ApproveOn(ClientLayout layout, MemberId? by, DateTimeOffset at) => layout.Approve(
        Name, Places.DistinctBy(place => (place.Text, place.IsLabel)).ToDictionary(place => (place.Text, place.IsLabel), place => place.Holds), Habits, DocumentLayout.Fields.ToHashSet(StringComparer.Ordinal), by, at);

    /// <param name="Text">The header or label as the document writes it.</param>
    /// <param name="Holds">A field of the document, or an empty text for none.</param>
    public sealed record Place(string Text, bool IsLabel, string? Holds);
}
