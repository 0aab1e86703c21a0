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

    /// <param name="insert">The statement to be.</param>
    /// <param name="count">Rows.</param>
    /// <param name="value">Of one of them, counted from 0, as the domain has it.</param>
    public void Write(NpgsqlCommand insert, int count, Func<int, IProperty, object?> value)
    {
        insert.CommandText = _insert;

        foreach (var column in _columns)
        {
            insert.Parameters.Add(new() { Value = column.ValuesOf(count, value) });
        }
    }

    private static string Quote(string name) => $"\"{name}\"";

    private sealed class Column(IProperty property, string name)
    {
        private static readonly Dictionary<Type, Func<int, Func<int, object?>, Array>> _arrays = new()
        {
            [typeof(Guid)] = Fill<Guid?>,
            [typeof(string)] = Fill<string>,
            [typeof(int)] = Fill<int?>,
            [typeof(long)] = Fill<long?>,
            [typeof(decimal)] = Fill<decimal?>,
            [typeof(bool)] = Fill<bool?>,
            [typeof(DateOnly)] = Fill<DateOnly?>,
            [typeof(DateTimeOffset)] = Fill<DateTimeOffset?>,
            [typeof(byte[])] = Fill<byte[]>,
        };

        private readonly RelationalTypeMapping _mapping = property.GetRelationalTypeMapping();

        public string Name => name;

        /// <summary>Without its length or precision: the column has them.</summary>
        public string Type => _mapping.StoreTypeNameBase;

        public static bool Holds(IProperty property) => _arrays.ContainsKey(StoredAs(property.GetRelationalTypeMapping()));

        public Array ValuesOf(int count, Func<int, IProperty, object?> value)
        {
            var convert = _mapping.Converter?.ConvertToProvider;

            return _arrays[StoredAs(_mapping)](count, convert is null ? row => value(row, property) : row => value(row, property) is { } given ? convert(given) : null);
        }

        private static T?[] Fill<T>(int count, Func<int, object?> value)
        {
            var values = new T?[count];

            for (var row = 0; row < count; row++)
            {
                values[row] = (T?)value(row);
            }

            return values;
        }

        private static Type StoredAs(RelationalTypeMapping mapping) => Nullable.GetUnderlyingType(mapping.Converter?.ProviderClrType ?? mapping.ClrType) ?? mapping.Converter?.ProviderClrType ?? mapping.ClrType;
    }
}
