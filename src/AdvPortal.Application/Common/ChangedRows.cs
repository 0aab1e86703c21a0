using System.Collections.Concurrent;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AdvPortal.Application.Common;

/// <summary>What a piece of work is about to change, row by row, and whose things those are: read off the context before it is saved.</summary>
internal sealed class ChangedRows
{
    private const string ClientKey = "ClientId";

    private static readonly HashSet<Type> _unrecorded = [typeof(Draft)];

    // Who answers when, the journal of it, and calls between colleagues have guards of their own, and change nothing of the client's.
    private static readonly HashSet<Type> _ofTheDesk = [typeof(Cover), typeof(CoverNote), typeof(HandbackMark), typeof(InquiryMention)];

    // What is agreed with a client for every order to come: no part of what was taken in.
    private static readonly HashSet<Type> _agreed = [typeof(BuyerCode)];

    // What comes in before anybody knows whose it is.
    private static readonly HashSet<Type> _post = [typeof(Inquiry), typeof(OrderDocument)];

    private static readonly ConcurrentDictionary<IEntityType, IReadOnlyList<IForeignKey>> _leads = [];

    private readonly Lazy<Dictionary<(IEntityType Kind, object Id), EntityEntry>> _atHand;

    private ChangedRows(AdvDbContext db)
    {
        // New ones come first, tracked or not.
        All =
        [
            .. db.NewRows.Select(row => new ChangedRow(row.Kind, EntityState.Added, row, Tracked: null, db.Tenant!.Value)),
            .. db.ChangeTracker.Entries<TenantOwned>()
                .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !_unrecorded.Contains(e.Metadata.ClrType))
                .Select(e => new ChangedRow(e.Metadata, e.State, New: null, e, db.Tenant!.Value)),
        ];

        // Only those of which nothing was changed itself: the others speak for their parts.
        _atHand = new(() => db.ChangeTracker.Entries<TenantOwned>().Where(e => e.State is EntityState.Unchanged && OwnClient(e.Metadata) is not null)
            .ToDictionary(e => (e.Metadata, e.Property("Id").CurrentValue!), e => (EntityEntry)e));
    }

    public IReadOnlyList<ChangedRow> All { get; }

    public static ChangedRows Of(AdvDbContext db) => new(db);

    /// <summary>Whose the rows will be; of a part, whose its whole is.</summary>
    public IEnumerable<ClientId> ClientsOf(IGrouping<IEntityType, ChangedRow> rows) =>
        (OwnClient(rows.Key) is { } own ? rows.Select(row => row.Current(own)) : rows.SelectMany(WholesOf).Select(whole => whole.CurrentValues[OwnClient(whole.Metadata)!])).OfType<ClientId>();

    /// <summary>
    /// The clients of whom something is changed, before or after. Left out is one that is new, and a letter that was nobody's until now, with
    /// nothing else: whoever sorts the post says whose it is.
    /// </summary>
    /// <param name="takenIn">What a client says or sends is taken in: all of it is new, but for what is agreed on the way.</param>
    public List<ClientId> ClientsTouched(bool takenIn = false)
    {
        var (touched, isNew) = (new HashSet<ClientId>(), new HashSet<ClientId>());

        foreach (var row in All.Where(row => !_ofTheDesk.Contains(row.Kind.ClrType) && (!takenIn || _agreed.Contains(row.Kind.ClrType))))
        {
            if (OwnClient(row.Kind) is not { } own)
            {
                touched.UnionWith(WholesOf(row).Select(whole => whole.CurrentValues[OwnClient(whole.Metadata)!]).OfType<ClientId>());
                continue;
            }

            var (before, after) = (row.State is EntityState.Added ? null : row.Original(own) as ClientId?, row.State is EntityState.Deleted ? null : row.Current(own) as ClientId?);

            if (row.State is EntityState.Added && row.Kind.ClrType == typeof(Client))
            {
                isNew.Add(after!.Value);
            }
            else if (row.State is not EntityState.Modified || before is not null || !_post.Contains(row.Kind.ClrType))
            {
                touched.UnionWith(new[] { before, after }.OfType<ClientId>());
            }
        }

        touched.ExceptWith(isNew);

        return [.. touched];
    }

    internal static IProperty? OwnClient(IEntityType kind) => kind.FindProperty(kind.ClrType == typeof(Client) ? "Id" : ClientKey);

    /// <summary>What a row without a client of its own leads to one by: its whole; where it is no part, whatever it refers to.</summary>
    internal static IReadOnlyList<IForeignKey> LeadsOf(IEntityType kind) => _leads.GetOrAdd(kind, static it =>
        it.GetForeignKeys().Where(key => OwnClient(key.PrincipalEntityType) is not null).ToList() is var leads && leads.Exists(IsWhole) ? leads.FindAll(IsWhole) : leads);

    private static bool IsWhole(IForeignKey key) => key.PrincipalToDependent is not null;

    private IEnumerable<EntityEntry> WholesOf(ChangedRow row) => row.New is not null ? []
        : LeadsOf(row.Kind).Select(key => row.Current(key.Properties[^1]) is { } id ? _atHand.Value.GetValueOrDefault((key.PrincipalEntityType, id)) : null).OfType<EntityEntry>();
}

/// <summary>A row that changed, as EF tracks it, or a new one among many, which it does not.</summary>
internal sealed record ChangedRow(IEntityType Kind, EntityState State, NewRow? New, EntityEntry? Tracked, TenantId Tenant)
{
    public object? Current(IProperty property) => New is null ? Tracked!.CurrentValues[property] : New.Value(property, Tenant);

    public object? Original(IProperty property) => New is null ? Tracked!.OriginalValues[property] : New.Value(property, Tenant);
}
