using System.Text;
using AdvPortal.Exchange.Intake.Tables;
using FluentValidation.Results;

namespace AdvPortal.Application.Imports;

/// <summary>A row while it is judged: gives its cells as what they mean, and collects what it sets and why it is refused.</summary>
internal sealed class ImportDraft(ImportSheet sheet, TableRow row)
{
    private readonly List<ImportChange> _changes = [];
    private readonly List<ImportProblem> _problems = [];

    public int RowNumber => row.Number;

    public string? Subject { get; set; }

    /// <summary>There is no such thing yet: the row makes one.</summary>
    public bool IsNew { get; set; }

    public bool IsRefused => _problems.Count > 0;

    /// <summary>What its sentence becomes, where the list is of requirements.</summary>
    public IReadOnlyList<ImportedRequirement> Requirements { get; set; } = [];

    /// <summary>The order on which something stands in the way of the row.</summary>
    public OrderId? Unmet { get; set; }

    /// <summary>Nothing speaks against the row, and it sets something.</summary>
    public bool Writes => _problems.Count == 0 && (IsNew || _changes.Count > 0);

    /// <summary>The cell as it stands in the file.</summary>
    public string? Raw(ImportField field) => sheet.Cell(row, field);

    /// <summary>The cell, or null with a reason where it is empty.</summary>
    public string? Need(ImportField field)
    {
        if (Raw(field) is null)
        {
            Refuse(new("ImportCellEmpty"), field);
        }

        return Text(field);
    }

    public string? Text(ImportField field)
    {
        if (Raw(field) is not { } text)
        {
            return null;
        }

        // PostgreSQL keeps neither NUL nor half a character; nobody means the other control characters.
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
        {
            Refuse(new("ImportCellUnreadable"), field);

            return null;
        }

        return text;
    }

    public decimal? Number(ImportField field, int decimals)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (!sheet.Table.TryNumber(text, out var number))
        {
            Refuse(new("ImportNotANumber", text), field);

            return null;
        }

        if (decimal.Round(number, decimals) != number)
        {
            Refuse(new("ImportTooPrecise", decimals), field);
        }

        return number;
    }

    public DateOnly? Day(ImportField field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (Table.TryDate(text, out var day))
        {
            return day;
        }

        Refuse(new("ImportNotADate", text), field);

        return null;
    }

    /// <summary>What the row makes of a text: an empty cell leaves it as it was.</summary>
    public string? Take(ImportField field, string? before, Func<string, string>? tidy = null) =>
        Take<string?>(field, before, Text(field) is { } text ? tidy?.Invoke(text) ?? text : null);

    /// <summary>What the row makes of a value: none leaves it as it was.</summary>
    public T Take<T>(ImportField field, T before, T? after)
    {
        if (after is null || Equals(before, after))
        {
            return before;
        }

        _changes.Add(new(field, IsNew ? null : before, after));

        return after;
    }

    public void Refuse(Message message, ImportField? field = null)
    {
        var problem = new ImportProblem(field is { } known ? sheet.PlaceOf(row, known) : null, field, message);

        if (!_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Takes over what the form's own validator says; a value that could not be read is not told twice.</summary>
    public void Check(ValidationResult result, Func<string, ImportField?> fieldOf)
    {
        foreach (var error in result.Errors)
        {
            var field = fieldOf(error.PropertyName);

            if (field is null || _problems.TrueForAll(problem => problem.Field != field))
            {
                Refuse(new(error.ErrorMessage), field);
            }
        }
    }

    public ImportRow Done() => new(
        RowNumber,
        _problems.Count > 0 ? ImportOutcome.Refuse : IsNew ? ImportOutcome.Create : _changes.Count > 0 ? ImportOutcome.Change : ImportOutcome.Same,
        Subject,
        _problems.Count > 0 ? [] : _changes,
        _problems)
    {
        Requirements = _problems.Count > 0 ? [] : Requirements,
        Unmet = Unmet,
    };

    /// <summary>Numbers that people group: 301 234 567 8901.</summary>
    public static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not '.'));
}
