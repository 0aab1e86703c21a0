using System.Collections.Frozen;
using System.Globalization;
using AdvPortal.Domain.Clients;

namespace AdvPortal.Application.Imports;

/// <summary>Reads the words that people write where we keep codes.</summary>
internal static class ImportWords
{
    private static readonly FrozenDictionary<string, ContactRole> _roles = new Dictionary<string, ContactRole>(StringComparer.OrdinalIgnoreCase)
    {
        ["achats"] = ContactRole.Buyer,
        ["achat"] = ContactRole.Buyer,
        ["acheteur"] = ContactRole.Buyer,
        ["acheteuse"] = ContactRole.Buyer,
        ["approvisionnement"] = ContactRole.Buyer,
        ["buyer"] = ContactRole.Buyer,
        ["purchasing"] = ContactRole.Buyer,
        ["procurement"] = ContactRole.Buyer,
        ["entrepôt"] = ContactRole.Warehouse,
        ["réception"] = ContactRole.Warehouse,
        ["logistique"] = ContactRole.Warehouse,
        ["magasin"] = ContactRole.Warehouse,
        ["warehouse"] = ContactRole.Warehouse,
        ["logistics"] = ContactRole.Warehouse,
        ["receiving"] = ContactRole.Warehouse,
        ["qualité"] = ContactRole.Quality,
        ["quality"] = ContactRole.Quality,
        ["comptabilité"] = ContactRole.Accounting,
        ["compta"] = ContactRole.Accounting,
        ["finance"] = ContactRole.Accounting,
        ["accounting"] = ContactRole.Accounting,
        ["accounts payable"] = ContactRole.Accounting,
        ["autre"] = ContactRole.Other,
        ["other"] = ContactRole.Other,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Every country under its code, its own name and its English one, from the machine's own tables.
    private static readonly Lazy<FrozenDictionary<string, string>> _countries = new(() =>
    {
        var countries = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Allemagne"] = "DE", ["Belgique"] = "BE", ["Espagne"] = "ES", ["Italie"] = "IT", ["Pays-Bas"] = "NL", ["Royaume-Uni"] = "GB", ["Suisse"] = "CH", ["Pologne"] = "PL" };

        foreach (var region in CultureInfo.GetCultures(CultureTypes.SpecificCultures).Where(c => c.Name.Length > 0).Select(c => new RegionInfo(c.Name)).Where(r => r.TwoLetterISORegionName.All(char.IsAsciiLetter)))
        {
            countries.TryAdd(region.TwoLetterISORegionName, region.TwoLetterISORegionName);
            countries.TryAdd(region.EnglishName, region.TwoLetterISORegionName);
            countries.TryAdd(region.NativeName, region.TwoLetterISORegionName);
        }

        return countries.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    });

    public static string Currency(string text) => text is "€" ? "EUR" : text.ToUpperInvariant();

    /// <summary>ISO 3166-1 alpha-2; a country that we do not know refuses the row.</summary>
    public static string Country(ImportDraft row, string text)
    {
        if (_countries.Value.TryGetValue(text, out var code))
        {
            return code;
        }

        row.Refuse(new("ImportCountryUnknown", text), ImportField.Country);

        return text;
    }

    /// <summary>Null where the cell is empty; a word that we do not know refuses the row.</summary>
    public static ContactRole? Role(ImportDraft row)
    {
        if (row.Text(ImportField.Role) is not { } text)
        {
            return null;
        }

        if (_roles.TryGetValue(text, out var role))
        {
            return role;
        }

        row.Refuse(new("ImportRoleUnknown", text), ImportField.Role);

        return null;
    }
}
