using AdvPortal.Exchange.Intake.Csv;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>A list that somebody wants to import (clients, sites, contacts, products, codes, prices), before anyone asks what it means.</summary>
/// <param name="Headers">The first row that is not empty, blanks trimmed.</param>
/// <param name="Rows">The rows below it that are not empty.</param>
/// <param name="Problems">What could not be read; with no headers and no rows, the file was no table.</param>
/// <param name="DecimalMark">How the file parts decimals: what <see cref="TryNumber"/> goes by where a number reads both ways.</param>
public sealed record Table(IReadOnlyList<string> Headers, IReadOnlyList<TableRow> Rows, IReadOnlyList<Problem> Problems, char DecimalMark = '.')
{
    /// <summary>Reads a number in the style of this file: « 1 234,50 € », "1,234.50".</summary>
    public bool TryNumber(string? cell, out decimal number) => CellNumber.TryParse(cell, DecimalMark, out number);

    /// <summary>Reads a day: ISO, day first, or with a month's name.</summary>
    public static bool TryDate(string? cell, out DateOnly day) => CellDate.TryParse(cell, out day);
}

/// <summary>A row as wide as the headers.</summary>
/// <param name="Number">As a spreadsheet counts it: from 1, the headers included.</param>
/// <param name="Cells">Trimmed; null where there is nothing.</param>
/// <param name="IsOverlong">The file has more cells here than headers: what stands under them may belong elsewhere.</param>
public sealed record TableRow(int Number, string?[] Cells, bool IsOverlong = false);
