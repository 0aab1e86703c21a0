using System.Globalization;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>How one file writes numbers and dates: those that read one way only tell it, or the guide; the others follow at the end.</summary>
/// <param name="usualMark">What parts decimals where nothing tells.</param>
internal sealed class CellStyle(ProblemLog log, ReadingGuide? guide, char usualMark)
{
    private readonly List<(string Cell, Message Where, Action<decimal> Set)> _numbers = [];
    private readonly List<(string Cell, Message? Where, DateOnly Day, bool IsBothWays, bool MayBeMonthFirst, Action<DateOnly?> Set)> _dates = [];
    private int _points;
    private int _commas;
    private int _dayFirst;

    private bool _isMonthFirst;

    /// <summary>What a number that reads both ways is read with until all are seen.</summary>
    public char Mark { get; } = guide?.DecimalMark ?? usualMark;

    /// <summary>What parts the decimals of this file; null when no number tells and nobody said.</summary>
    public char? FoundMark => guide?.DecimalMark ?? (_commas > 0 && _points == 0 ? ',' : _points > 0 && _commas == 0 ? '.' : null);

    /// <returns>True for a number that reads both ways: the caller hands it to <see cref="Defer"/>.</returns>
    public bool Note(CellNumber.Kind kind)
    {
        _points += kind == CellNumber.Kind.PointDecimal ? 1 : 0;
        _commas += kind == CellNumber.Kind.CommaDecimal ? 1 : 0;
        return kind == CellNumber.Kind.Ambiguous;
    }

    public void Defer(string cell, Message where, Action<decimal> set) => _numbers.Add((cell, where, set));

    /// <summary>Reads a day and gives it at once; where it reads both ways, again when the file has told its style.</summary>
    /// <param name="mayBeMonthFirst">It stands under an English name, where 05/06/2026 may be meant the American way.</param>
    public void ReadDate(string cell, Message? where, bool mayBeMonthFirst, Action<DateOnly?> set)
    {
        switch (CellDate.Read(cell, out var day))
        {
            case CellDate.Kind.Invalid:
                log.Error("date-invalid", where, cell);
                return;
            case CellDate.Kind.DayFirst when guide?.DayFirst != false:
                _dayFirst++;
                break;
            case CellDate.Kind.DayFirst:
                log.Error("date-invalid", where, cell);
                return;
            case CellDate.Kind.MonthFirst:
                _isMonthFirst = true;
                _dates.Add((cell, where, day, IsBothWays: false, mayBeMonthFirst, set));
                return;
            case CellDate.Kind.BothWays:
                _dates.Add((cell, where, day, IsBothWays: true, mayBeMonthFirst, set));
                return;
        }

        set(day);
    }

    /// <summary>Numbers and dates that read both ways follow the others of the file; with nothing to follow, they are told.</summary>
    public void Settle()
    {
        foreach (var (cell, where, set) in _numbers)
        {
            CellNumber.Read(cell, FoundMark ?? Mark, out var number);
            set(number);
            if (FoundMark is null)
            {
                log.Warning("number-both-ways", where, cell, number.ToString(CultureInfo.InvariantCulture));
            }
        }

        if (_commas > 0 && _points > 0)
        {
            log.Warning("mixed-decimal-marks", null);
        }

        SettleDates();
    }

    private void SettleDates()
    {
        var isDayFirst = guide?.DayFirst ?? (_dayFirst > 0 || !_isMonthFirst);
        foreach (var (cell, where, day, isBothWays, mayBeMonthFirst, set) in _dates)
        {
            if (!isBothWays && isDayFirst)
            {
                log.Error("date-invalid", where, cell);
                continue;
            }

            var read = isBothWays && !isDayFirst ? new(day.Year, day.Day, day.Month) : day;
            set(read);
            if (isBothWays && guide?.DayFirst is null && _dayFirst == 0 && !_isMonthFirst && mayBeMonthFirst)
            {
                log.Warning("date-both-ways", where, cell, OrderChecks.Iso(read));
            }
        }
    }
}
