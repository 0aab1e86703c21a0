using FluentValidation;

namespace AdvPortal.Application.Common;

public sealed record NotAllowed : Refusal
{
    public override RefusalKind Kind => RefusalKind.NotAllowed;
}

public sealed record ChangedMeanwhile : Refusal
{
    public override RefusalKind Kind => RefusalKind.Outdated;
}

public sealed record Invalid(IReadOnlyDictionary<string, string[]> Fields) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The same key came with another request: nothing was done.</summary>
public sealed record KeyUsedOtherwise : Unacceptable;

/// <summary>The same request came before and is still at work: its answer is kept when it is done.</summary>
public sealed record RequestUnderWay : Refusal;

/// <summary>A value that no column holds, and that nobody caught before.</summary>
public sealed record ValueDoesNotFit : Unacceptable;

public static class Validation
{
    private static readonly Dictionary<string, string[]> _noRow = new(StringComparer.Ordinal) { [""] = ["NotOfThisShape"] };
    private static readonly Dictionary<string, string[]> _nothing = [];

    /// <summary>Checks the whole form: a MudForm only checks the fields it shows.</summary>
    public static async Task<Invalid?> RefuseAsync<T>(this IValidator<T> validator, T form, CancellationToken ct)
    {
        var result = await validator.ValidateAsync(form, ct);

        return result.IsValid ? null : new Invalid(result.ToDictionary().AsReadOnly());
    }

    /// <summary>Checks every row of a list, and says which: "[2].NetPrice".</summary>
    public static async Task<Invalid?> RefuseRowsAsync<T>(this IValidator<T> validator, IReadOnlyList<T> rows, CancellationToken ct)
    {
        var wrong = new Dictionary<string, string[]>(StringComparer.Ordinal);

        foreach (var (at, row) in rows.Index())
        {
            foreach (var (field, words) in row is null ? _noRow : (await validator.RefuseAsync(row, ct))?.Fields ?? _nothing)
            {
                wrong[field.Length == 0 ? $"[{at}]" : $"[{at}].{field}"] = words;
            }
        }

        return wrong.Count == 0 ? null : new Invalid(wrong);
    }
}
