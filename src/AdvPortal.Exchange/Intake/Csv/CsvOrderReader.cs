using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;
using Sylvan.Data.Csv;

namespace AdvPortal.Exchange.Intake.Csv;

/// <summary>Reads orders that people export as delimited text; delimiter, encoding, headers, number and date style are told from the file.</summary>
internal sealed class CsvOrderReader
{
    private const int SampledRows = 25;

    /// <summary>Rows of one or two cells that belong to no table: text is not taken for a list below this share of whole rows.</summary>
    private const double TableShare = 0.9;

    private readonly ProblemLog _log;
    private readonly CsvLayout _layout;
    private readonly CsvRow _row;
    private readonly Dictionary<string, CsvOrder> _orders = new(StringComparer.Ordinal);
    private readonly List<CsvOrder> _sequence = [];
    private readonly Dictionary<OrderColumn, string> _preamble = [];

    private CsvOrderReader(ProblemLog log, CsvLayout layout, char delimiter)
    {
        (_log, _layout) = (log, layout);
        _row = new(log, layout, delimiter);
    }

    /// <returns>Null when the text is no table at all.</returns>
    public static DocumentReading? Read(ReadOnlySpan<byte> bytes, ReadingContext context)
    {
        var log = new ProblemLog();
        var text = FileText.Decode(bytes, log);
        if (CsvSource.FindDelimiter(text) is not { } delimiter)
        {
            return null;
        }

        try
        {
            var sample = Sample(text, delimiter);
            if (CsvLayout.Find(sample) is not { } layout)
            {
                if (!IsTable(sample))
                {
                    return null;
                }

                log.Warning("no-order-columns", null);
                return log.Reading(DocumentFormat.Csv, []);
            }

            if (!layout.IsOrder)
            {
                log.Warning("no-order-columns", null);
                return IsTable(sample[Math.Max(layout.HeaderRow, 0)..]) ? log.Reading(DocumentFormat.Csv, []) : null;
            }

            return new CsvOrderReader(log, layout, delimiter).Read(text, delimiter);
        }
        catch (CsvFormatException broken)
        {
            log.Error("csv-invalid", Place.Row(broken.RowNumber));
            return log.Reading(DocumentFormat.Csv, []);
        }
    }

    private static List<string[]> Sample(string text, char delimiter)
    {
        using var reader = CsvSource.Open(text, delimiter);
        List<string[]> rows = [];
        while (rows.Count < SampledRows && reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    private static bool IsTable(List<string[]> rows)
    {
        var full = rows.FindAll(row => row.Length > 1 || row is not [""]);
        return full.Count >= 2 && full[0].Length >= 2 && full.Count(row => row.Length == full[0].Length) >= full.Count * TableShare;
    }

    private DocumentReading Read(string text, char delimiter)
    {
        using var reader = CsvSource.Open(text, delimiter);
        for (var row = 0; reader.Read(); row++)
        {
            if (row < _layout.HeaderRow)
            {
                ReadPreamble(reader, row);
            }
            else if (row > _layout.HeaderRow)
            {
                ReadRow(reader, row + 1);
            }
        }

        if (_layout.HeaderRow < 0)
        {
            _log.Error("header-missing", null);
        }

        _row.Settle();
        _row.TellUnread();
        var checks = new OrderChecks(_log, _sequence.Count > 1, isMessage: false, Placeholders.MayStandIn(text));
        foreach (var order in _sequence)
        {
            order.Finish(_preamble, _log);
            order.Draft.Currency ??= _layout.Currency;
            checks.Check(order.Draft);
        }

        return _log.Reading(DocumentFormat.Csv, _sequence.ConvertAll(order => order.Draft.Build()));
    }

    /// <summary>« Commande n° ; 4500187 » above the table: a name we know and its value.</summary>
    private void ReadPreamble(CsvDataReader reader, int row)
    {
        var cells = Enumerable.Range(0, reader.RowFieldCount).Select(i => reader.GetString(i).Trim()).Where(cell => cell.Length > 0).ToArray();
        if (cells.Length >= 2 && OrderColumnNames.Find(cells[0]) is var (column, _) && column < OrderColumn.LineNo)
        {
            _preamble.TryAdd(column, cells[1]);
        }
        else if (cells.Length > 0 && !cells[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            _log.Info("row-unread", Place.Row(row + 1), string.Join(" · ", cells.Take(6)));
        }
    }

    private void ReadRow(CsvDataReader reader, int number)
    {
        if (!_row.Load(reader, number))
        {
            return;
        }

        var key = _row.Text(OrderColumn.OrderNumber) ?? (_sequence.Count > 0 ? _sequence[^1].Key : "");
        if (_row.IsTotal)
        {
            _row.ReadTotal(_sequence.Count > 0 ? _sequence[^1].Draft : null);
            return;
        }

        if (!_orders.TryGetValue(key, out var order))
        {
            if (_orders.Count == ReadingLimits.Orders)
            {
                _log.Error("too-many-orders", Place.Row(number), Place.Text(ReadingLimits.Orders));
                return;
            }

            order = new(key);
            _orders.Add(key, order);
            _sequence.Add(order);
        }

        if (order.Draft.Lines.Count == ReadingLimits.LinesPerOrder)
        {
            _log.Error("too-many-lines", Place.Row(number), Place.Text(ReadingLimits.LinesPerOrder));
            return;
        }

        order.Take(_row, _log);
    }
}
