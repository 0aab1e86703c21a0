using System.Text.Json.Serialization;

namespace AdvPortal.Exchange.Intake.Originals;

/// <summary>A client's file as a person looks at it, with the place of every value that was read: a click on a field leads there.</summary>
/// <remarks>Not kept in the database: the bytes are, and reading is deterministic, so it is made again when somebody looks.</remarks>
/// <param name="Parts">What is shown one beside the other: a sheet, a page, the message and each of its attachments.</param>
/// <param name="Spots">Where each value stands; a value that was computed or said twice has none or several.</param>
public sealed record DocumentOriginal(IReadOnlyList<OriginalPart> Parts, IReadOnlyList<Spot> Spots)
{
    public static readonly DocumentOriginal Nothing = new([], []);
}

/// <summary>One thing to look at in a file.</summary>
/// <param name="Name">The sheet's or attachment's name, or the page's number; null for a file that is one thing.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TextPart), "text")]
[JsonDerivedType(typeof(TablePart), "table")]
[JsonDerivedType(typeof(PagePart), "page")]
[JsonDerivedType(typeof(MessagePart), "message")]
public abstract record OriginalPart(string? Name);

/// <summary>Lines of text: a segment of EDIFACT, a line of XML, a line of a text file.</summary>
/// <param name="IsCut">The file is longer than what is shown.</param>
public sealed record TextPart(string? Name, IReadOnlyList<TextLine> Lines, bool IsCut = false) : OriginalPart(Name);

/// <param name="Explanation">What the line says, in the words of <see cref="ProblemText"/>; null where it speaks for itself.</param>
public sealed record TextLine(string Text, Message? Explanation = null);

/// <summary>A sheet or a delimited file, as wide as its widest row.</summary>
/// <param name="HeaderRow">Counted from 0 in <paramref name="Rows"/>; -1 without headers.</param>
public sealed record TablePart(string? Name, IReadOnlyList<TableLine> Rows, int HeaderRow, bool IsCut = false) : OriginalPart(Name);

/// <param name="Number">As a spreadsheet counts it, from 1.</param>
public sealed record TableLine(int Number, IReadOnlyList<string> Cells);

/// <summary>A page of a PDF, in points of 1/72 inch from its upper left corner.</summary>
public sealed record PagePart(string? Name, double Width, double Height, IReadOnlyList<PageText> Texts, IReadOnlyList<PageStroke> Strokes) : OriginalPart(Name);

/// <param name="Y">The base line.</param>
/// <param name="Width">What the text fills on the page, whatever the reader's own font is.</param>
public sealed record PageText(string Text, double X, double Y, double Width, double Size, bool IsBold);

/// <summary>A rule or a filled field: enough to see the table that the eye sees.</summary>
public sealed record PageStroke(double X, double Y, double Width, double Height, bool IsFilled);

/// <summary>An e-mail: its heads as decoded, and its words. HTML is shown as the text it says.</summary>
public sealed record MessagePart(string? Name, string? From, string? To, string? Subject, DateTimeOffset? SentAt, IReadOnlyList<TextLine> Lines, IReadOnlyList<string> Attachments) : OriginalPart(Name);

/// <summary>Where one value stands.</summary>
/// <param name="Value">The value's place in the reading: <c>orders[0].lines[3].quantity</c>, as <c>document</c> of the REST contract names it. What stands there and could not be read has its spot too.</param>
/// <param name="Part">Counted from 0 in <see cref="DocumentOriginal.Parts"/>.</param>
/// <param name="Line">The line or row, counted from 0 in its part.</param>
/// <param name="From">In text the first character of the line, in a table the column; both from 0.</param>
/// <param name="Length">Characters; 0 for the whole line or cell.</param>
/// <param name="Box">On a page, in its points.</param>
public sealed record Spot(string Value, int Part, int Line = 0, int From = 0, int Length = 0, PageBox? Box = null);

public sealed record PageBox(double X, double Y, double Width, double Height);
