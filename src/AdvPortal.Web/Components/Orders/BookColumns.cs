namespace AdvPortal.Web.Components.Orders;

/// <summary>The columns of the order book that can be chosen; the number is always there.</summary>
public enum BookColumn { Reference, Client, Lines, Requested, Promised, Gap, Status, Requirements, Amount, Owner, Outstanding, Received }

/// <summary>Which columns are shown, as an address and a member's preference carry them.</summary>
internal static class BookColumns
{
    public static IReadOnlyList<BookColumn> Usual { get; } =
        [BookColumn.Reference, BookColumn.Client, BookColumn.Lines, BookColumn.Requested, BookColumn.Promised, BookColumn.Gap, BookColumn.Status, BookColumn.Requirements, BookColumn.Amount, BookColumn.Owner];

    /// <summary>Those that are named; the usual ones when none is.</summary>
    public static IReadOnlyList<BookColumn> Parse(string? names)
    {
        var named = (names ?? "").Split(',').Select(name => Enum.TryParse<BookColumn>(name, ignoreCase: true, out var column) && Enum.IsDefined(column) ? column : (BookColumn?)null).OfType<BookColumn>().ToHashSet();

        return named.Count == 0 ? Usual : [.. Enum.GetValues<BookColumn>().Where(named.Contains)];
    }

    public static string Write(IEnumerable<BookColumn> columns) => string.Join(',', columns.Select(column => column.ToString().ToLowerInvariant()));
}
