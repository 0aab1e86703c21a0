using System.Collections.Frozen;

namespace AdvPortal.Exchange.Intake.Checks;

/// <summary>The unit codes met in orders: UN/ECE Recommendation 20 and the EDIFACT and package codes used beside it.</summary>
internal static class Units
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "C62", "EA", "PCE", "PCS", "H87", "NAR", "NPR", "NMP", "NIU", "PR", "SET", "KT", "DZN", "GRO", "CEN", "MIL", "MIO", "CNT", "TPR", "DPC", "HD", "SW", "PK", "XPK", "BX", "XBX", "CT", "XCT",
        "CS", "XCS", "PA", "PF", "XPF", "PX", "XPX", "XPL", "XPA", "BG", "XBG", "XSA", "SA", "BO", "XBO", "BJ", "XBJ", "CA", "XCA", "DR", "XDR", "RL", "RO", "XRO", "XRL", "TU", "XTU", "ST", "SR", "BE", "XBE", "XCO", "XCR", "CR",
        "XJR", "JR", "XPP", "XPU", "TY", "XTY", "TN", "XTN", "XLV", "LEF", "BLL", "AB", "AS", "CL", "CG", "PB", "PG", "RA", "SO", "SX", "TK", "TR", "VI", "JG", "KG1", "D63", "D97", "E4", "E48", "E49", "E50", "E51", "E54",
        "KGM", "GRM", "MGM", "MC", "TNE", "LBR", "ONZ", "DTN", "HGM", "KTN", "STN", "LTN", "CWA", "CWI", "STI", "GRN", "APZ", "DRA", "DJ", "CGM", "KGF",
        "LTR", "MLT", "CLT", "DLT", "HLT", "MTQ", "CMQ", "DMQ", "MMQ", "GLL", "GLI", "QT", "PT", "PTI", "OZA", "OZI", "BUA", "INQ", "FTQ", "YDQ", "A44", "G21", "NTT", "MAL",
        "MTR", "MMT", "CMT", "DMT", "KMT", "KTM", "INH", "FOT", "YRD", "SMI", "LM", "LF", "NMI", "HMT", "4H",
        "MTK", "CMK", "DMK", "MMK", "KMK", "HAR", "ARE", "INK", "FTK", "YDK", "M4", "ACR",
        "HUR", "MIN", "SEC", "DAY", "WEE", "MON", "ANN", "QAN", "HTZ", "E46", "C26", "LH",
        "KWH", "MWH", "WHR", "KWT", "WTT", "MAW", "GWH", "JOU", "KJO", "K3", "AMP", "VLT", "BAR", "PAL", "KPA", "MPA", "CEL", "P1", "LS", "ZZ", "AMH", "D30");

    public static bool IsKnown(string unit) => Known.Contains(unit);
}
