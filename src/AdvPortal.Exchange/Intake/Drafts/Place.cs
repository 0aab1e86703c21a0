using System.Globalization;

namespace AdvPortal.Exchange.Intake.Drafts;

/// <summary>Where in a file something stands, in words a person can follow with the file open.</summary>
internal static class Place
{
    /// <summary>A segment of an interchange, counted from 1, the UNA not counted.</summary>
    public static Message Segment(int number, ReadOnlySpan<char> tag) => new("where-segment", Text(number), tag.ToString());

    /// <summary>The envelope of a message, counted from 1 in its interchange.</summary>
    public static Message Envelope(string tag, int message) => new("where-envelope", tag, Text(message));

    /// <summary>A line of an order; <paramref name="order"/> only where the file holds several orders.</summary>
    public static Message Line(string lineNo, string? order) => order is null ? new("where-line", lineNo) : new("where-line-of-order", lineNo, order);

    public static Message Order(string order) => new("where-order", order);

    /// <summary>An XML element and the line of the file it starts on.</summary>
    public static Message Element(string name, int fileLine) => new("where-element", name, Text(fileLine));

    public static Message FileLine(int line) => new("where-file-line", Text(line));

    /// <summary>A row of a table as a spreadsheet counts it: from 1, the headers included.</summary>
    /// <param name="sheet">Only where the file has orders on several.</param>
    public static Message Row(int number, string? sheet = null) => sheet is null ? new("where-row", Text(number)) : new("where-row-of-sheet", Text(number), sheet);

    public static Message Cell(int row, string column, string? sheet = null) => sheet is null ? new("where-cell", Text(row), column) : new("where-cell-of-sheet", Text(row), column, sheet);

    /// <summary>A place in a file that came with a message; <see cref="ProblemText"/> words the inner place by its own key.</summary>
    public static Message InFile(string name, Message? place) =>
        place is null ? new("where-file", name) : new(ProblemText.InFile, [name, place.Key, .. place.Parts]);

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
