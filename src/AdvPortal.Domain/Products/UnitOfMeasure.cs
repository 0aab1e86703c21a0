using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace AdvPortal.Domain.Products;

/// <summary>What a unit measures: units of one dimension are converted by arithmetic alone, a pack needs to be told what it holds.</summary>
public enum Dimension { Count, Pack, Mass, Length, Area, Volume }

/// <summary>A unit as orders write it: a code of UN/ECE Recommendation 20 or 21 (Peppol writes packages with an X before), an EDIFACT code, or the trade's word in French or English.</summary>
/// <param name="Factor">How many pieces, kilograms, metres, square metres or litres one of them is; 1 for a pack.</param>
/// <param name="Pack">Of a pack: which kind, by its code of Recommendation 21. Two kinds never hold the same by themselves.</param>
public readonly record struct UnitOfMeasure(Dimension Dimension, decimal Factor, string? Pack = null)
{
    private static readonly FrozenDictionary<string, UnitOfMeasure> _known = Known().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null for what is no unit that we know.</summary>
    public static UnitOfMeasure? Of(string unit) => _known.TryGetValue(unit, out var known) || _known.TryGetValue(Folded(unit), out known) ? known : null;

    /// <summary>Whether two names stand for the same unit.</summary>
    public static bool AreSame(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase) || (Of(one) is { } first && Of(other) is { } second && first == second);

    private static IEnumerable<KeyValuePair<string, UnitOfMeasure>> Known() =>
    [
        .. Named(Dimension.Count, 1, "C62", "EA", "PCE", "PCS", "PC", "H87", "NAR", "NIU", "NMB", "U", "UN", "UNIT", "UNITS", "UNITE", "UNITES", "PIECE", "PIECES", "PCES", "EACH", "STK"),
        .. Named(Dimension.Count, 2, "PR", "NPR", "PAIR", "PAIRS", "PAIRE", "PAIRES"),
        .. Named(Dimension.Count, 12, "DZN", "DPC", "DOZEN", "DOUZAINE", "DOUZAINES"),
        .. Named(Dimension.Count, 20, "TPR"),
        .. Named(Dimension.Count, 100, "CEN", "CENT", "CENTS", "HUNDRED"),
        .. Named(Dimension.Count, 144, "GRO", "GROSS", "GROSSE"),
        .. Named(Dimension.Count, 1_000, "MIL", "T3", "MILLE", "MILLIER", "MILLIERS", "THOUSAND"),
        .. Named(Dimension.Count, 1_000_000, "MIO", "MILLION"),
        .. Packs("BX", "BOX", "BOXES", "BOITE", "BOITES", "BTE", "BTES"),
        .. Packs("CT", "CTN", "CARTON", "CARTONS"),
        .. Packs("CS", "CASE", "CASES", "CAISSE", "CAISSES"),
        .. Packs("PK", "PACK", "PACKS", "LOT", "LOTS"),
        .. Packs("PA", "PACKET", "PACKETS", "PAQUET", "PAQUETS", "PQT"),
        .. Packs("BG", "BAG", "BAGS", "SACHET", "SACHETS", "SAC", "SACS"),
        .. Packs("RO", "RL", "ROLL", "ROLLS", "ROULEAU", "ROULEAUX"),
        .. Packs("PX", "PF", "PALLET", "PALLETS", "PALETTE", "PALETTES"),
        .. Named(Dimension.Mass, 1, "KGM", "KG", "KILO", "KILOS"),
        .. Named(Dimension.Mass, 0.001m, "GRM", "G", "GR"),
        .. Named(Dimension.Mass, 1_000, "TNE", "T", "TONNE", "TONNES"),
        .. Named(Dimension.Length, 1, "MTR", "M", "ML", "METRE", "METRES"),
        .. Named(Dimension.Length, 0.01m, "CMT", "CM"),
        .. Named(Dimension.Length, 0.001m, "MMT", "MM"),
        .. Named(Dimension.Length, 1_000, "KMT", "KTM", "KM"),
        .. Named(Dimension.Area, 1, "MTK", "M2", "M²"),
        .. Named(Dimension.Volume, 1, "LTR", "L", "LITRE", "LITRES"),
        .. Named(Dimension.Volume, 0.001m, "MLT"),
        .. Named(Dimension.Volume, 1_000, "MTQ", "M3", "M³"),
    ];

    private static IEnumerable<KeyValuePair<string, UnitOfMeasure>> Named(Dimension dimension, decimal factor, params string[] names) =>
        names.Select(name => KeyValuePair.Create(name, new UnitOfMeasure(dimension, factor)));

    private static IEnumerable<KeyValuePair<string, UnitOfMeasure>> Packs(string code, params string[] names) =>
        names.Append(code).Concat(names.Append(code).Where(name => name.Length == 2).Select(name => "X" + name))
            .Select(name => KeyValuePair.Create(name, new UnitOfMeasure(Dimension.Pack, 1, code)));

    // « Boîte. » is a BOITE: people write neither in capitals nor without accents.
    private static string Folded(string unit)
    {
        var folded = new StringBuilder(unit.Length);

        foreach (var letter in unit.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark && letter is not '.' && !char.IsWhiteSpace(letter))
            {
                folded.Append(char.ToUpperInvariant(letter));
            }
        }

        return folded.ToString();
    }
}
