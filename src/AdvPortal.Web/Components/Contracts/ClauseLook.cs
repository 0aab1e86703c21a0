using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Contracts;

/// <summary>How a clause is called.</summary>
internal static class ClauseLook
{
    /// <summary>« Article 6.2 »; an annex is called by its name.</summary>
    public static string Clause(this IStringLocalizer<Texts> text, string number) => char.IsLetter(number[0]) && number.Contains(' ', StringComparison.Ordinal) ? number : text["Clause.Name", number];
}
