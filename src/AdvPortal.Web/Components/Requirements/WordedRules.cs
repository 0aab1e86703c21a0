using System.Globalization;
using AdvPortal.Application.Requirements;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>The words of rules for what leaves the portal: in the client's language, whoever is at work.</summary>
internal static class WordedRules
{
    public static RuleWording By(IStringLocalizer<Texts> text) => (rule, language) =>
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en");

        try
        {
            return RuleWords.Of(rule, text);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    };
}
