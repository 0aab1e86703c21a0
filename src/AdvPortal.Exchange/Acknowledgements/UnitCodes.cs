using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>One unit under its three names: EDIFACT's, UN/ECE Recommendation 20's, and the word people read.</summary>
public static class UnitCodes
{
    /// <summary>PCE for every way to say piece (EDIFACT D.96A knows no H87); any other code is passed on.</summary>
    public static string Edifact(string unit) => IsPiece(unit) ? "PCE" : unit;

    /// <summary>H87 for every way to say piece; any other code is passed on.</summary>
    public static string Recommendation20(string unit) => IsPiece(unit) ? "H87" : unit;

    internal static string Word(string unit, DocumentTexts texts) => unit.ToUpperInvariant() switch
    {
        _ when IsPiece(unit) => texts["UnitPiece"],
        "KGM" or "KG" => "kg",
        "GRM" => "g",
        "TNE" => "t",
        "MTR" or "M" => "m",
        "MTK" => "m²",
        "MTQ" => "m³",
        "LTR" or "L" => "L",
        "CEN" => texts["UnitHundred"],
        "MIL" or "T3" => texts["UnitThousand"],
        "BX" or "XBX" => texts["UnitBox"],
        "PR" or "NPR" => texts["UnitPair"],
        "SET" => texts["UnitSet"],
        "XPX" or "PF" => texts["UnitPallet"],
        _ => unit,
    };

    /// <summary>Whether two codes name the same unit: PCE of one format is EA of another.</summary>
    public static bool Alike(string one, string other) => string.Equals(Recommendation20(one), Recommendation20(other), StringComparison.OrdinalIgnoreCase);

    // As codes have it, and as people write it.
    private static bool IsPiece(string unit) => unit.ToUpperInvariant() is "PCE" or "PCS" or "PC" or "H87" or "C62" or "EA" or "NAR" or "PIÈCE" or "PIÈCES" or "PIECE" or "PIECES" or "UNITÉ" or "UNITÉS" or "UNIT" or "UNITS";
}
