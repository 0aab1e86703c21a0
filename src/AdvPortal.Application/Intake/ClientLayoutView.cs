using AdvPortal.Domain.Intake;

namespace AdvPortal.Application.Intake;

/// <summary>How one client's documents of one layout are read, and since when.</summary>
/// <param name="SeenIn">The document it was first met in.</param>
public sealed record ClientLayoutView(
    ClientLayoutId Id, ClientId ClientId, string ClientName, string Name, LayoutState State, int Revision, IReadOnlyList<LayoutField> Fields, LayoutHabits Habits,
    OrderDocumentId SeenIn, DateTimeOffset SeenAt, IReadOnlyList<LayoutRevision> Revisions, int Version)
{
    internal static ClientLayoutView Of(ClientLayout layout, string client) => new(
        layout.Id, layout.ClientId, client, layout.Name, layout.State, layout.Revision, layout.Fields, layout.Habits, layout.SeenIn, layout.SeenAt, layout.Revisions, layout.Version);
}

/// <summary>The layouts that clients' documents come in; those that wait for approval first.</summary>
[UseCase]
public sealed class ListClientLayouts(UnitOfWork unitOfWork)
{
    public Task<Result<Page<ClientLayoutView>>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var layouts = db.ClientLayouts.AsNoTracking().Where(l => query.ClientId == null || l.ClientId == query.ClientId);
            layouts = query.State is { } state ? layouts.Where(l => l.State == state) : layouts;

            if (Cursor.Read<DateTimeOffset, Guid>(query.After) is var (at, id))
            {
                layouts = layouts.Where(l => EF.Functions.LessThan(ValueTuple.Create(l.SeenAt, l.Id), ValueTuple.Create(at, new ClientLayoutId(id))));
            }

            var rows = await layouts.OrderByDescending(l => l.SeenAt).ThenByDescending(l => l.Id).Take(query.Size + 1)
                .Join(db.Clients, l => l.ClientId, c => c.Id, (layout, client) => new { layout, client.Name })
                .OrderByDescending(row => row.layout.SeenAt).ThenByDescending(row => row.layout.Id).ToListAsync(ct);

            return rows.ConvertAll(row => ClientLayoutView.Of(row.layout, row.Name)).Cut(query.Size, l => Cursor.Write(l.SeenAt, l.Id.Value));
        }, ct);

    public sealed record Query(ClientId? ClientId = null, LayoutState? State = null, string? After = null, int Size = 25);
}

/// <summary>One layout with all that was ever in force.</summary>
[UseCase]
public sealed class ReadClientLayout(UnitOfWork unitOfWork)
{
    public Task<Result<ClientLayoutView>> ExecuteAsync(ClientLayoutId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<ClientLayoutView>(this, Permission.ReadOrders, async db =>
            await db.ClientLayouts.AsNoTracking().Where(l => l.Id == id).Join(db.Clients, l => l.ClientId, c => c.Id, (layout, client) => new { layout, client.Name }).SingleOrDefaultAsync(ct) is { } found
                ? ClientLayoutView.Of(found.layout, found.Name)
                : new NoSuchLayout(), ct);
}

/// <summary>The layout that a document came in, as far as it is known: of its client, or of the one client that sends such documents.</summary>
[UseCase]
public sealed class ReadLayoutOfDocument(UnitOfWork unitOfWork)
{
    public Task<Result<Answer>> ExecuteAsync(OrderDocumentId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Answer>(this, Permission.ReadOrders, async db =>
        {
            if (await db.OrderDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } document)
            {
                return new NoSuchOrderDocument();
            }

            if (OrderDocumentView.Read(document)?.Layout is not { } layout)
            {
                return new Answer(false, null);
            }

            var known = await db.ClientLayouts.AsNoTracking().Where(l => l.Fingerprint == layout.Fingerprint && (document.ClientId == null || l.ClientId == document.ClientId))
                .Join(db.Clients, l => l.ClientId, c => c.Id, (l, client) => new { Layout = l, client.Name }).OrderBy(l => l.Layout.Id).Take(2).ToListAsync(ct);

            return new Answer(true, known is [var only] ? ClientLayoutView.Of(only.Layout, only.Name) : null);
        }, ct);

    /// <param name="HasLayout">Whether it is a document whose layout can be learnt at all.</param>
    /// <param name="Layout">Null for one that was never seen, or whose client is not known yet.</param>
    public sealed record Answer(bool HasLayout, ClientLayoutView? Layout);
}
