using System.Buffers.Text;
using System.Text.Json;

namespace AdvPortal.Application.Common;

/// <summary>Some rows, and the cursor to ask for those that follow. There is no page number: rows that arrive on top move nothing.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Where a page ended, as text only we can read. Anything else, such as a bookmark from another time, is the first page.</summary>
public static class Cursor
{
    public static string Write<T1, T2>(T1 first, T2 second) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new Pair<T1, T2>(first, second)));

    public static Pair<T1, T2>? Read<T1, T2>(string? cursor)
    {
        if (cursor is null || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Pair<T1, T2>>(Base64Url.DecodeFromChars(cursor));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>One row more than a page of this size has; without a size, all.</summary>
    public static IQueryable<T> UpTo<T>(this IQueryable<T> rows, int? size) => size is { } most ? rows.Take(most + 1) : rows;

    /// <summary>Makes a page of one row more than was asked for: the surplus only tells that there is a next page.</summary>
    public static Page<T> Cut<T>(this List<T> rows, int size, Func<T, string> cursor) =>
        rows.Count > size ? new(rows[..size], cursor(rows[size - 1])) : new(rows, null);

    public sealed record Pair<T1, T2>(T1 First, T2 Second);
}
