using System.Buffers;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Json;
using AdvPortal.Persistence.Mapping;
using AdvPortal.Persistence.Outbox;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AdvPortal.Application.Common;

/// <summary>What a piece of work changed, before and after, read off the context as it is saved: the body of a history entry.</summary>
internal sealed record ChangeRecord(string Changes, string? Personal, ClientId? ClientId)
{
    /// <summary>Rows told in full; past this, work in bulk would write more history than data, and the number of the rest is kept.</summary>
    internal const int MostRowsOfAKind = 50;

    // Follows from the bytes, which are kept and never change; it may be megabytes, and holds names that the hashed half could not lose.
    private const string Reading = nameof(Domain.Intake.OrderDocument.Reading);

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> _parts = [];

    public static ChangeRecord Of(ChangedRows rows) => Of(rows, rows.All);

    /// <summary>Apart for each of many things: what was changed of it, and of what refers to it as its whole.</summary>
    public static IReadOnlyList<(IId About, ChangeRecord Record)> Of(ChangedRows rows, IReadOnlyList<IId> subjects)
    {
        // Typed ids are named as the columns that refer to them: OrderId; a mail tells of its subject.
        var whole = subjects.Count == 0 ? "Id" : subjects[0].GetType().Name;
        var apart = rows.All.ToLookup(row => IdOf(row.Current(row.Kind.FindProperty(whole) ?? row.Kind.FindProperty(nameof(OutboxMessage.SubjectId)) ?? row.Kind.FindProperty("Id")!)));

        return [.. subjects.Select(subject => (subject, Of(rows, apart[subject.Value])))];
    }

    private static ChangeRecord Of(ChangedRows all, IEnumerable<ChangedRow> rows)
    {
        var kinds = rows.GroupBy(row => row.Kind).ToList();

        return new(Write(kinds, personal: false) ?? "[]", Write(kinds, personal: true), OnlyClient(kinds.SelectMany(all.ClientsOf)));
    }

    private static Guid? IdOf(object? id) => id is IId typed ? typed.Value : id as Guid?;

    private static string? Write(List<IGrouping<IEntityType, ChangedRow>> kinds, bool personal)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        var written = 0;
        json.WriteStartArray();

        foreach (var kind in kinds)
        {
            foreach (var entry in kind.Take(MostRowsOfAKind))
            {
                var properties = kind.Key.GetProperties().Where(p => Recorded(entry, p) && IsPersonal(entry, p) == personal).ToList();

                if (properties.Count == 0 && (personal || entry.State is EntityState.Modified))
                {
                    continue;
                }

                json.WriteStartObject();
                json.WriteString("kind", kind.Key.ClrType.Name);
                json.WriteString("id", entry.Current(kind.Key.FindProperty("Id")!) is var key && key is IId id ? id.Value : (Guid)key!);
                Write(json, "before", entry.State is EntityState.Added ? [] : properties, entry.Original);
                Write(json, "after", entry.State is EntityState.Deleted ? [] : properties, entry.Current);
                json.WriteEndObject();
                written++;
            }

            if (!personal && kind.Count() is var count and > MostRowsOfAKind)
            {
                json.WriteStartObject();
                json.WriteString("kind", kind.Key.ClrType.Name);
                json.WriteNumber("more", count - MostRowsOfAKind);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.Flush();

        return written == 0 && personal ? null : Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, string name, List<IProperty> properties, Func<IProperty, object?> value)
    {
        if (properties.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);

        foreach (var property in properties)
        {
            json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(property.Name));
            JsonSerializer.Serialize(json, value(property), property.ClrType, StoredJson.Options);
        }

        json.WriteEndObject();
    }

    private static bool Recorded(ChangedRow entry, IProperty property) =>
        property.Name is not (nameof(TenantOwned.TenantId) or nameof(TenantOwned.Version) or "Id")
        && property.ClrType != typeof(byte[])
        && property.Name != Reading
        && (entry.State is not EntityState.Modified || entry.Tracked!.Property(property.Name).IsModified)
        && (entry.State is not EntityState.Modified || !Equals(entry.Original(property), entry.Current(property)));

    // A whole that holds something personal is kept apart as a whole: the hashed half could not be erased.
    private static bool IsPersonal(ChangedRow entry, IProperty property) =>
        property.PropertyInfo?.GetCustomAttribute<PersonalDataAttribute>() is not null
        || HoldsPersonalData(entry.Current(property)) || HoldsPersonalData(entry.Original(property));

    private static bool HoldsPersonalData(object? value) =>
        value is not null && _parts.GetOrAdd(value.GetType(), PartsOf) is { Length: > 0 } parts
        && Array.Exists(parts, part => part.GetValue(value) is { } held && (part.IsDefined(typeof(PersonalDataAttribute)) || HoldsPersonalData(held)));

    // Only what is ours is looked into, and only where it can hold something of the kind.
    private static PropertyInfo[] PartsOf(Type type) => type.Assembly != typeof(PersonalDataAttribute).Assembly || type.IsEnum || type.IsValueType
        ? []
        : [.. type.GetProperties().Where(part => part.GetIndexParameters().Length == 0 && (part.IsDefined(typeof(PersonalDataAttribute)) || (part.PropertyType != type && PartsOf(part.PropertyType).Length > 0)))];

    // What concerns several clients is told of none of them: it would be missing at the others.
    private static ClientId? OnlyClient(IEnumerable<ClientId> clients) => clients.Distinct().Take(2).ToList() is [var only] ? only : null;
}
