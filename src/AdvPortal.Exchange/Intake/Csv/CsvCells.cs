using AdvPortal.Exchange.Intake.Tables;
using Sylvan.Data.Csv;

namespace AdvPortal.Exchange.Intake.Csv;

/// <summary>A delimited text as a source of rows: cells are read where they stand, none becomes a string before it is wanted.</summary>
internal sealed class CsvCells(string text, char delimiter) : TableSource, IDisposable
{
    private readonly CsvDataReader _reader = CsvSource.Open(text, delimiter);
    private int _number;

    public override int Number => _number;

    public override int Index => _number - 1;

    public override int Width => _reader.RowFieldCount;

    public override ReadOnlySpan<char> this[int column] => _reader.GetFieldSpan(column);

    public override bool Read()
    {
        _number++;
        return _reader.Read();
    }

    public void Dispose() => _reader.Dispose();
}
