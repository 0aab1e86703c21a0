using System.Globalization;
using AdvPortal.Exchange.Lists;

namespace AdvPortal.Application.Imports;

/// <summary>A list of each kind to start from: it can be imported as it is, and the lists refer to one another.</summary>
public static class ImportExamples
{
    private const decimal ScrewPrice = 8.40m;
    private const decimal WasherPrice = 1.25m;

    /// <summary>A CSV file that a spreadsheet set to this language opens by itself.</summary>
    public static byte[] Write(ImportKind kind, DateOnly today, CultureInfo culture)
    {
        var inFrench = culture.TwoLetterISOLanguageName == "fr";
        var year = new DateOnly(today.Year, 1, 1);
        string?[] headings = [.. ImportColumns.FieldsOf(kind).Select(field => ImportColumns.HeadingOf(field, inFrench))];

        return CsvList.Write([headings, .. Rows(kind, inFrench, Number, Day(kind is ImportKind.Shipments ? today : year), Day(year.AddYears(1).AddDays(-1)))], inFrench ? ';' : ',');

        string Number(decimal number) => number.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', inFrench ? ',' : '.');
        string Day(DateOnly day) => day.ToString(inFrench ? "dd'/'MM'/'yyyy" : "yyyy'-'MM'-'dd", CultureInfo.InvariantCulture);
    }

    private static string?[][] Rows(ImportKind kind, bool inFrench, Func<decimal, string> number, string from, string until) => kind switch
    {
        ImportKind.Clients =>
        [
            ["EX-0001", "Mécanique de Nogent", "FR40123456824", "123456824", "3012345678900", "fr", "EUR", "02 37 00 00 01", null],
            ["EX-0002", "Pompes du Loir", null, null, null, "fr", "EUR", null, inFrench ? "Préfère être appelé le matin" : "Prefers calls in the morning"],
        ],
        ImportKind.Sites =>
        [
            ["EX-0001", inFrench ? "Atelier" : "Workshop", "3012345678917", "12 rue du Moulin", "28400", "Nogent-le-Rotrou", "FR", "Europe/Paris", null],
            ["EX-0002", inFrench ? "Dépôt" : "Depot", null, "4 zone des Prés", "28200", "Châteaudun", "FR", "Europe/Paris", inFrench ? "Quai 2" : "Dock 2"],
        ],
        ImportKind.Contacts =>
        [
            ["EX-0001", "Anne Lefort", inFrench ? "Achats" : "Buyer", "anne.lefort@mecanique-nogent.example", "02 37 00 00 02", "fr", null],
            ["EX-0002", "Paul Renard", inFrench ? "Entrepôt" : "Warehouse", "paul.renard@pompes-loir.example", null, "fr", inFrench ? "Dépôt" : "Depot"],
        ],
        ImportKind.Products =>
        [
            ["EX-M8-30", inFrench ? "Vis H M8×30 zinguée" : "Hex bolt M8×30 zinc", "PCE", "3012345000012", inFrench ? "Visserie" : "Bolts"],
            ["EX-RP-M8", inFrench ? "Rondelle plate M8" : "Flat washer M8", "PCE", null, inFrench ? "Rondelles" : "Washers"],
        ],
        ImportKind.ProductCodes =>
        [
            ["EX-0001", "0A-4711", "EX-M8-30"],
            ["EX-0001", "0A-4712", "EX-RP-M8"],
        ],
        ImportKind.Requirements =>
        [
            ["EX-0001", inFrench ? "Pas de livraison le mercredi" : "No deliveries on Wednesdays", inFrench ? "Atelier" : "Workshop", "Anne Lefort", inFrench ? "E-mail" : "Email", from, inFrench ? "Bloquante" : "Block", null],
            ["EX-0002", inFrench ? "Merci de coller une étiquette QR code sur chaque colis" : "Please put a QR code label on every parcel", null, "Paul Renard", null, null, null, from],
        ],
        ImportKind.StockDates =>
        [
            [null, "EX-4500187342", "10", "EX-M8-30", until, inFrench ? "Zingage attendu" : "Waiting for zinc plating"],
            [null, "EX-4500187342", null, "EX-RP-M8", until, null],
        ],
        ImportKind.Shipments =>
        [
            ["EX-EXP-00731", null, "EX-4500187342", "10", "EX-M8-30", "100", null, from, null, "Heppner", "HP42", null, null],
            ["EX-EXP-00731", null, "EX-4500187342", null, "EX-RP-M8", "50", null, from, null, "Heppner", "HP42", null, null],
        ],
        _ =>
        [
            ["EX-0001", "EX-M8-30", number(ScrewPrice), "100", "EUR", from, until, null],
            ["EX-0001", "EX-RP-M8", number(WasherPrice), "100", "EUR", from, null, "1000"],
        ],
    };
}
