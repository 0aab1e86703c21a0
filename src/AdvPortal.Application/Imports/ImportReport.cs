using System.Text.Json.Serialization;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Imports;

/// <summary>Row by row what an import will do, or has done.</summary>
public sealed record ImportReport(ImportKind Kind, IReadOnlyList<ImportRow> Rows)
{
    public int Created => Count(ImportOutcome.Create);

    public int Changed => Count(ImportOutcome.Change);

    public int Unchanged => Count(ImportOutcome.Same);

    public int Refused => Count(ImportOutcome.Refuse);

    private int Count(ImportOutcome outcome) => Rows.Count(row => row.Outcome == outcome);
}

/// <param name="Number">As a spreadsheet counts rows, the headings included.</param>
/// <param name="Subject">What the row is about: a code, a name.</param>
public sealed record ImportRow(int Number, ImportOutcome Outcome, string? Subject, IReadOnlyList<ImportChange> Changes, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>Its order, where what the client requires stands in the way: it is kept there when the list is brought in, so that somebody can settle it.</summary>
    [JsonIgnore]
    public OrderId? Unmet { get; init; }

    /// <summary>The requirements that the row's sentence becomes; none where the list is of something else.</summary>
    public IReadOnlyList<ImportedRequirement> Requirements { get; init; } = [];
}

/// <param name="Number">EX-012; null while nothing is written.</param>
/// <param name="SiteName">Null for all of the client's sites.</param>
/// <param name="Draft">Kept in preparation for a person to complete.</param>
/// <param name="Unresolved">Words of the sentence that no field holds.</param>
public sealed record ImportedRequirement(
    string? Number, string? SiteName, Severity Severity, DateOnly ValidFrom, DateOnly? ValidUntil, Rule Rule, bool Draft, IReadOnlyList<string> Unresolved);

/// <summary>One value that is set; before is null where there was none.</summary>
public sealed record ImportChange(ImportField Field, object? Before, object? After);

/// <param name="Cell">"C12"; null for the row as a whole.</param>
public sealed record ImportProblem(string? Cell, ImportField? Field, Message Message);
