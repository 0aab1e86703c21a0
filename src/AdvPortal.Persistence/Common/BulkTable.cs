using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace AdvPortal.Persistence.Common;

/// <summary>A table as EF maps it, and the statement that inserts many of its rows: one array a column, taken apart by PostgreSQL.</summary>
internal sealed class BulkTable
{
    private readonly List<Column> _columns;
    private readonly string _insert;

    public BulkTable(IEntityType kind)
    {
        var table = StoreObjectIdentifier.Create(kind, StoreObjectType.Table)!.Value;
        _columns = [.. kind.GetProperties().Select(property => new Column(property, property.GetColumnName(table)!))];
        _insert =
            $"""
            insert into {Quote(table.Name)} ({string.Join(", ", _columns.Select(column => Quote(column.Name)))})
            select * from unnest({string.Join(", ", _columns.Select((column, n) => $"${n + 1}::{column.Type}[]"))})
            """;
    }

    /// <summary>Whether its rows are rows of a tenant with all their values in columns of one table, and none of them PostgreSQL's to give.</summary>
    public static bool Takes(IEntityType kind) =>
        kind.ClrType.IsAssignableTo(typeof(TenantOwned)) && !kind.GetComplexProperties().Any() && kind.BaseType is null
        && kind.GetProperties().All(property => property.GetComputedColumnSql() is null && property.GetDefaultValueSql() is null && !property.TryGetDefaultValue(out _) && Column.Holds(property));

    public void Write(NpgsqlCommand insert, IReadOnlyList<EntityEntry> rows)
    {
        insert.CommandText = _insert;

        foreach (var column in _columns)
        {
            insert.Parameters.Add(new() { Value = column.ValuesOf(rows) });
        }
    }

    private static string Quote(string name) => $"\"{name}\"";

    private sealed class Column(IProperty property, string name)
    {
        private static readonly Dictionary<Type, Func<int, Array>> _arrays = new()
        {
            [typeof(Guid)] = count => new Guid?[count],
            [typeof(string)] = count => new string?[count],
            [typeof(int)] = count => new int?[count],
            [typeof(long)] = count => new long?[count],
            [typeof(decimal)] = count => new decimal?[count],
            [typeof(bool)] = count => new bool?[count],
            [typeof(DateOnly)] = count => new DateOnly?[count],
            [typeof(DateTimeOffset)] = count => new DateTimeOffset?[count],
            [typeof(byte[])] = count => new byte[]?[count],
        };

        private readonly RelationalTypeMapping _mapping = property.GetRelationalTypeMapping();

        public string Name => name;

        /// <summary>Without its length or precision: the column has them.</summary>
        public string Type => _mapping.StoreTypeNameBase;

        public static bool Holds(IProperty property) => _arrays.ContainsKey(StoredAs(property.GetRelationalTypeMapping()));

        public Array ValuesOf(IReadOnlyList<EntityEntry> rows)
        {
            var values = _arrays[StoredAs(_mapping)](rows.Count);

            for (var row = 0; row < rows.Count; row++)
            {
                if (rows[row].CurrentValues[property] is { } value)
                {
                    values.SetValue(_mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value, row);
                }
            }

            return values;
        }

        private static Type StoredAs(RelationalTypeMapping mapping) => Nullable.GetUnderlyingType(mapping.Converter?.ProviderClrType ?? mapping.ClrType) ?? mapping.Converter?.ProviderClrType ?? mapping.ClrType;
    }
}
