using System.Collections.Frozen;
using System.Globalization;

namespace AdvPortal.Exchange.Intake.Drafts;

/// <summary>Countries as people write them under an address. A word is a country only where there is no doubt.</summary>
internal static class Countries
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["AT"] = "autriche österreich austria",
        ["AU"] = "australie australia",
        ["BE"] = "belgique belgium belgië belgien",
        ["BR"] = "brésil brasil brazil",
        ["CA"] = "canada",
        ["CH"] = "suisse schweiz switzerland svizzera",
        ["CN"] = "chine china",
        ["CZ"] = "tchéquie czechia czech_republic république_tchèque",
        ["DE"] = "deutschland allemagne germany",
        ["DK"] = "danemark denmark danmark",
        ["DZ"] = "algérie algeria",
        ["ES"] = "espagne españa spain",
        ["FI"] = "finlande finland",
        ["FR"] = "france",
        ["GB"] = "united_kingdom royaume-uni great_britain england uk",
        ["IE"] = "ireland irlande",
        ["IN"] = "inde india",
        ["IT"] = "italie italia italy",
        ["JP"] = "japon japan",
        ["LU"] = "luxembourg",
        ["MA"] = "maroc morocco",
        ["MC"] = "monaco",
        ["MX"] = "mexique méxico mexico",
        ["NL"] = "pays-bas nederland netherlands the_netherlands",
        ["NO"] = "norvège norway norge",
        ["PH"] = "philippines",
        ["PL"] = "polska pologne poland",
        ["PT"] = "portugal",
        ["RO"] = "roumanie romania",
        ["SE"] = "suède sweden sverige",
        ["TN"] = "tunisie tunisia",
        ["US"] = "united_states united_states_of_america états-unis usa u.s.a",
    }
    .SelectMany(country => country.Value.Split(' ').Append(country.Key).Select(name => (Name: name.Replace('_', ' '), country.Key)))
    .ToFrozenDictionary(entry => entry.Name, entry => entry.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The ISO 3166-1 alpha-2 code of a line that names a country and nothing else; null when it does not.</summary>
    public static string? Find(string line) => Names.GetValueOrDefault(line.Trim('.', ' '));

    /// <summary>The code of the country whose name ends an address on one line; two letters may be a state's there.</summary>
    public static string? AtEndOf(string address)
    {
        var text = address.TrimEnd('.', ' ');
        for (var at = text.Length; at > 0;)
        {
            at = text.LastIndexOfAny([' ', ','], at - 1);
            if (text[(at + 1)..] is var name && (name.Length > 2 || name is "UK") && Names.TryGetValue(name, out var code))
            {
                return code;
            }
        }

        return null;
    }

    /// <summary>The currency of a country (ISO 4217); null for a code that is none.</summary>
    public static string? CurrencyOf(string country)
    {
        try
        {
            return new RegionInfo(country).ISOCurrencySymbol is { Length: 3 } currency ? currency : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
