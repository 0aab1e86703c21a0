using System.Collections.Frozen;
using System.Globalization;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;

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

    private static readonly FrozenDictionary<string, SourceKind> _sources = Words(new Dictionary<SourceKind, string[]>
    {
        [SourceKind.Email] = ["e-mail", "email", "mail", "courriel", "message"],
        [SourceKind.Call] = ["appel", "téléphone", "tél", "call", "phone", "telephone", "phone call"],
        [SourceKind.Contract] = ["contrat", "contract", "cgv", "cga", "terms"],
        [SourceKind.Complaint] = ["réclamation", "complaint", "litige", "claim"],
        [SourceKind.Meeting] = ["réunion", "visite", "rendez-vous", "meeting", "visit"],
        [SourceKind.Letter] = ["courrier", "lettre", "letter", "post"],
        [SourceKind.Handoff] = ["relais", "passation", "handoff", "handover"],
        [SourceKind.Note] = ["note", "cahier des charges", "autre", "other"],
    });

    private static readonly FrozenDictionary<string, Severity> _severities = Words(new Dictionary<Severity, string[]>
    {
        [Domain.Requirements.Severity.Warn] = ["alerte", "information", "info", "warn", "warning", "alert"],
        [Domain.Requirements.Severity.Task] = ["tâche", "à cocher", "task", "to do"],
        [Domain.Requirements.Severity.AutoFix] = ["automatique", "correction automatique", "auto", "autofix", "auto-fix", "automatic", "fix automatically"],
        [Domain.Requirements.Severity.Block] = ["bloquante", "bloquant", "bloque", "block", "blocking"],
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
    public static ContactRole? Role(ImportDraft row) => Known(row, ImportField.Role, _roles, "ImportRoleUnknown");

    /// <summary>How the client told us; null where the cell is empty.</summary>
    public static SourceKind? Source(ImportDraft row) => Known(row, ImportField.How, _sources, "ImportSourceUnknown");

    /// <summary>How much the client insists; null where the cell is empty.</summary>
    public static Severity? Severity(ImportDraft row) => Known(row, ImportField.Severity, _severities, "ImportSeverityUnknown");

    private static T? Known<T>(ImportDraft row, ImportField field, FrozenDictionary<string, T> words, string unknown) where T : struct
    {
        if (row.Text(field) is not { } text)
        {
            return null;
        }

        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        row.Refuse(new(unknown, text), field);

        return null;
    }

    private static FrozenDictionary<string, T> Words<T>(Dictionary<T, string[]> all) where T : struct =>
        all.SelectMany(each => each.Value.Select(word => (word, each.Key))).ToFrozenDictionary(pair => pair.word, pair => pair.Key, StringComparer.OrdinalIgnoreCase);
}
