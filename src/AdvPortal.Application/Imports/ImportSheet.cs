using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Application.Imports;

/// <summary>A list with what each of its columns means: recognised first, then as a person corrected it.</summary>
public sealed record ImportSheet(ImportKind Kind, Table Table, IReadOnlyList<ImportField?> Columns)
{
    /// <summary>A person can look through so many; more are shared over several files.</summary>
    public const int MostRows = 20_000;

    /// <summary>The needed columns that nobody has pointed at yet.</summary>
    public IReadOnlyList<ImportField> Missing => [.. ImportColumns.NeededBy(Kind).Where(needed => IndexOf(needed) < 0)];

    /// <summary>Why nothing can be imported from this list at all.</summary>
    internal Refusal? Refusal =>
        Table.Headers.Count == 0 ? new ImportUnreadable(Table.Problems)
        : Table.Rows.Count > MostRows ? new ImportTooLong(MostRows)
        : Missing is { Count: > 0 } missing ? new ImportColumnsMissing(missing)
        : null;

    public static ImportSheet Of(ImportKind kind, Table table) => new(kind, table, ImportColumns.Recognise(kind, table.Headers));

    /// <summary>The same list with a column that means something else; what the column meant elsewhere, it means no more.</summary>
    public ImportSheet With(int column, ImportField? field) =>
        this with { Columns = [.. Columns.Select((was, index) => index == column ? field : was == field ? null : was)] };

    internal string? Cell(TableRow row, ImportField field) => IndexOf(field) is var index and >= 0 ? row.Cells[index] : null;

    /// <summary>A cell as a spreadsheet calls it: "C12".</summary>
    internal string? PlaceOf(TableRow row, ImportField field)
    {
        var index = IndexOf(field);
        var letters = "";

        for (var rest = index; rest >= 0; rest = (rest / 26) - 1)
        {
            letters = (char)('A' + (rest % 26)) + letters;
        }

        return index < 0 ? null : $"{letters}{row.Number}";
    }

    private int IndexOf(ImportField field)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (Columns[index] == field)
            {
                return index;
            }
        }

        return -1;
    }
}

/// <summary>The file is no list that can be read; its problems say why.</summary>
public sealed record ImportUnreadable(IReadOnlyList<Problem> Problems) : Unacceptable;

/// <summary>The list has more rows than one import takes.</summary>
public sealed record ImportTooLong(int MostRows) : Unacceptable(MostRows);

/// <summary>Columns without which no row can be told from another.</summary>
public sealed record ImportColumnsMissing(IReadOnlyList<ImportField> Fields) : Unacceptable(Fields);
