using System.Collections;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AdvPortal.Persistence.Common;

/// <summary>
/// A new row that EF does not track, because it is one of very many: its values are read by the mapping, the owner is the tenant at work, and
/// the whole that it is part of is at hand.
/// </summary>
public sealed class NewRow
{
    private readonly TenantOwned _row;
    private readonly NewRow? _whole;
    private readonly IForeignKey? _partOf;

    private NewRow(IEntityType kind, TenantOwned row, NewRow? whole, IForeignKey? partOf) => (Kind, _row, _whole, _partOf) = (kind, row, whole, partOf);

    public IEntityType Kind { get; }

    /// <summary>Wholes with all their parts, each after what it is part of.</summary>
    internal static IEnumerable<NewRow> Of(IEntityType kind, IEnumerable wholes, NewRow? whole = null, IForeignKey? partOf = null)
    {
        foreach (TenantOwned row in wholes)
        {
            var mine = new NewRow(kind, row, whole, partOf);
            yield return mine;

            foreach (var parts in kind.GetNavigations())
            {
                if (!parts.IsOnDependent && parts.GetGetter().GetClrValue(row) is IEnumerable its)
                {
                    foreach (var part in Of(parts.TargetEntityType, its, mine, parts.ForeignKey))
                    {
                        yield return part;
                    }
                }
            }
        }
    }

    /// <summary>As it will stand in the table.</summary>
    /// <param name="property">Of <see cref="Kind"/>.</param>
    /// <param name="tenant">Who owns it.</param>
    /// <exception cref="InvalidOperationException">It is somebody else's.</exception>
    public object? Value(IProperty property, TenantId tenant) => property.Name switch
    {
        nameof(TenantOwned.TenantId) => _row.TenantId == default || _row.TenantId == tenant ? tenant
            : throw new InvalidOperationException($"This {Kind.ClrType.Name} does not belong to the current tenant."),
        nameof(TenantOwned.Version) => 1,
        _ when _partOf?.Properties.Contains(property) is true => _whole!.Value(property.FindFirstPrincipal()!, tenant),
        _ => property.GetGetter().GetClrValue(_row),
    };
}
