using AdvPortal.Exchange.Acknowledgements;

namespace AdvPortal.Exchange.Tests.Acknowledgements;

/// <summary>Our answer to order 4500187342 of Hydraulique Chartraine: asked for a Wednesday, promised for the Friday.</summary>
public static class Chartraine
{
    public const string Sentence = "Pas de livraison les mercredis et jeudis à notre entrepôt de Chartres";
    public const string Reason = "Votre entrepôt ne reçoit ni le mercredi ni le jeudi\u202F; livraison confirmée le vendredi 27 novembre.";

    public static readonly DateOnly Wednesday = new(2026, 11, 25);
    public static readonly DateOnly Friday = new(2026, 11, 27);

    public static Acknowledgement Moved() => new()
    {
        Number = "CV26-04518",
        AcknowledgementNumber = "AR26-04518",
        IssuedAt = new(2026, 11, 23, 9, 12, 0, TimeSpan.FromHours(1)),
        CustomerReference = "4500187342",
        CustomerOrderDate = new(2026, 11, 23),
        Language = "fr",
        Currency = "EUR",
        Supplier = new("Visserie du Perche")
        {
            Gln = "3012345000018",
            VatId = "FR40303265045",
            Siren = "303265045",
            Address = new("ZA des Fresnes", "61110", "Bretoncelles", "FR"),
            Contact = new("Claire Morel", "c.morel@visserie-du-perche.example", "02 37 00 00 12"),
        },
        Buyer = new("Hydraulique Chartraine SAS")
        {
            Gln = "3020000012341",
            VatId = "FR83404833048",
            Siren = "404833048",
            Address = new("12 rue des Ateliers", "28110", "Lucé", "FR"),
            Contact = new("Nathalie Rousseau", "n.rousseau@hydraulique-chartraine.example"),
        },
        ShipTo = new("Entrepôt de Chartres")
        {
            Gln = "3020000012358",
            Address = new("4 rue du Silo, quai 2", "28000", "Chartres", "FR"),
            Contact = new("Karim Haddad"),
        },
        Status = AcknowledgementStatus.AcceptedWithAmendment,
        Notes = [new(Reason, Sentence)],
        TotalNet = 1517.00m,
        Lines =
        [
            Line("10", "VH-M8-30-ZN", "Vis H M8×30 8.8 zinguée", 5000, 8.40m, 420.00m),
            Line("20", "VCHC-M6-20", "Vis CHC M6×20 12.9", 3000, 11.20m, 336.00m),
            Line("30", "EH-M8-ZN", "Écrou H M8 cl. 8 zingué", 5000, 3.10m, 155.00m),
            Line("40", "RP-M8-ZN", "Rondelle plate M8 zinguée", 10000, 1.15m, 115.00m),
            Line("50", "GJ-M10-120", "Goujon M10×120 inox A2", 400, 96.50m, 386.00m),
            Line("60", "BE-M12-A4", "Bague épaulée M12 inox A4", 250, 42.00m, 105.00m),
        ],
    };

    /// <summary>Every way a line can be answered, on one order.</summary>
    public static Acknowledgement Mixed()
    {
        var moved = Moved();
        var lines = moved.Lines;

        return moved with
        {
            Version = 2,
            Lines =
            [
                lines[0] with { PromisedOn = Wednesday, LineStatus = LineStatus.Accepted, Changes = [] },
                lines[1] with
                {
                    PromisedQuantity = 2500,
                    LineAmount = 280.00m,
                    Changes = [.. lines[1].Changes, new QuantityChange(3000, 2500) { Reason = "Le reliquat de 500 pièces suit le 4 décembre." }],
                },
                lines[2] with { LineStatus = LineStatus.AlreadyDelivered, Changes = [] },
                lines[3] with
                {
                    NetPrice = 1.25m,
                    LineAmount = 125.00m,
                    Changes = [.. lines[3].Changes, new PriceChange(1.15m, 1.25m) { Reason = "Prix du contrat 2026, avenant n° 3." }],
                },
                lines[4] with { PromisedQuantity = 0, LineAmount = 0, LineStatus = LineStatus.NotAccepted, PromisedOn = null, Changes = [], Note = "Article arrêté au 30 juin 2026." },
                lines[5] with { LineNo = "70", OrderedQuantity = 0, LineStatus = LineStatus.Added, RequestedOn = null, Changes = [], Note = "Ajoutée à votre demande du 23 novembre." },
            ],
            TotalNet = 1085.00m,
        };
    }

    /// <summary>The second version: the client took 6 000 screws instead of 5 000, gave the washers up, added rings, and may not have more nuts.</summary>
    public static Acknowledgement Amended()
    {
        var moved = Moved();
        var line = moved.Lines[0] with { Changes = [], RequestedOn = Friday };

        return moved with
        {
            Version = 2,
            Status = AcknowledgementStatus.AcceptedWithAmendment,
            Answers = new(ChangeAnswer.TakenInPart, "CHG-7", new(2026, 11, 24)),
            Notes = [],
            TotalNet = 659.00m,
            Lines =
            [
                line with { OrderedQuantity = 6000, PromisedQuantity = 6000, LineAmount = 504.00m, LineStatus = LineStatus.Changed, Before = new(5000, 8.40m, Wednesday.AddDays(1)) },
                moved.Lines[2] with { Changes = [], LineStatus = LineStatus.NotAccepted, Before = new(5000, 3.10m, Friday), Note = "La quantité demandée n’est pas disponible." },
                moved.Lines[5] with { Changes = [], LineStatus = LineStatus.Added },
                moved.Lines[3] with { Changes = [], OrderedQuantity = 0, PromisedQuantity = 0, LineAmount = 0, PromisedOn = null, ShipOn = null, LineStatus = LineStatus.Deleted, Before = new(10000, 1.15m, Friday) },
            ],
        };
    }

    private static AcknowledgementLine Line(string no, string code, string description, decimal quantity, decimal price, decimal amount) => new()
    {
        LineNo = no,
        BuyerCode = "0A-" + code,
        SupplierCode = code,
        Description = description,
        OrderedQuantity = quantity,
        PromisedQuantity = quantity,
        Unit = "PCE",
        NetPrice = price,
        PriceBaseQuantity = 100,
        LineAmount = amount,
        RequestedOn = Wednesday,
        PromisedOn = Friday,
        ShipOn = new(2026, 11, 26),
        LineStatus = LineStatus.Changed,
        Changes = [new DateChange(Wednesday, Friday) { Reason = Reason, ClientSentence = Sentence }],
    };
}
