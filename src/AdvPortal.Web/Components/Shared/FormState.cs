using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Shared;

/// <summary>What a form has to say beside each field: the same validator that the use case runs, asked field by field or whole.</summary>
public sealed class FormState<TForm>(IValidator<TForm> validator, IStringLocalizer<Texts> text) where TForm : class
{
    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);

    /// <summary>The words under a field, addressed as FluentValidation does: "Name", "Sites[0].City".</summary>
    public string? this[string field] => _errors.GetValueOrDefault(field);

    public bool HasErrors => _errors.Count > 0;

    /// <summary>Given to the fields of the form, which say there what they cannot read.</summary>
    public Entries Entries { get; } = new();

    public async Task<bool> ValidateAsync(TForm form)
    {
        var result = await validator.ValidateAsync(form);
        _errors.Clear();

        foreach (var error in result.Errors)
        {
            _errors.TryAdd(error.PropertyName, text[error.ErrorMessage]);
        }

        return result.IsValid && Entries.AreRead;
    }

    /// <summary>Checks one field when the person leaves it, so that nobody is told off about what they have not reached yet.</summary>
    public async Task CheckAsync(TForm form, string field)
    {
        var result = await validator.ValidateAsync(form);
        _errors.Remove(field);

        if (result.Errors.Find(error => error.PropertyName == field) is { } wrong)
        {
            _errors[field] = text[wrong.ErrorMessage];
        }
    }
}
