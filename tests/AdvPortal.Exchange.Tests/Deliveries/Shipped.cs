using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Deliveries;
using AdvPortal.Exchange.Tests.Acknowledgements;

namespace AdvPortal.Exchange.Tests.Deliveries;

/// <summary>Deliveries to Hydraulique Chartraine: one by hand, and as many others as there are seeds.</summary>
public static class Shipped
{
    public const string Mention = "Chantier 4411, à rappeler sur tous les documents.";

    public static readonly DespatchedOrder First = new("4500187342", "CV26-04518", new(2026, 11, 23));
    public static readonly DespatchedOrder Second = new("4500187399", "CV26-04531", new(2026, 11, 24));

    /// <summary>The number of a unit of ours.</summary>
    public static string AnSscc(int serial) => Sscc.Of("3012345", serial);

    /// <summary>Two orders on a pallet with a parcel on it, and a parcel beside it; of one line the rest follows, of another it does not.</summary>
    public static DespatchAdvice Partly()
    {
        var order = Chartraine.Moved();

        return new()
        {
            Number = "BL26-00123",
            IssuedAt = new(2026, 11, 26, 16, 30, 0, TimeSpan.FromHours(1)),
            ShipOn = new(2026, 11, 26),
            ArriveOn = Chartraine.Friday,
            Language = "fr",
            Supplier = order.Supplier,
            Buyer = order.Buyer,
            ShipTo = order.ShipTo,
            Carrier = "Transports Percheron",
            TrackingNumber = "TP-88 412 907",
            TrackingLink = "https://suivi.percheron.example/colis?n=TP88412907&langue=fr",
            Mentions = [Mention],
            Notes = ["Livraison au quai 2, sur rendez-vous."],
            Lines =
            [
                Line(1, First, "10", "VH-M8-30-ZN", "Vis H M8×30 8.8 zinguée", 4500, 5000, 500, BackOrderPolicy.Keep) with { Gtin = "3012345000024" },
                Line(2, First, "20", "VCHC-M6-20", "Vis CHC M6×20 12.9", 3000, 3000),
                Line(3, Second, "10", "EH-M8-ZN", "Écrou H M8 cl. 8 zingué", 1000, 1200, 200, BackOrderPolicy.Cancel) with { Notes = ["Nouveau conditionnement par 500."] },
            ],
            Units =
            [
                new() { Number = AnSscc(1), Kind = LogisticUnit.Pallet, Contents = [new(1, 4000)], WeightKg = 184.5m },
                new() { Number = AnSscc(2), Kind = LogisticUnit.Parcel, Contents = [new(1, 500), new(2, 3000)], WeightKg = 22m, On = AnSscc(1) },
                new() { Number = AnSscc(3), Kind = LogisticUnit.Parcel, Contents = [new(3, 1000)], WeightKg = 6.4m },
            ],
        };
    }

    /// <summary>Orders, lines, units and notes in any number and mixture; the same for the same seed.</summary>
    public static DespatchAdvice AnyShape(int seed)
    {
        var random = new Random(seed);
        var (lines, units) = (new List<DespatchLine>(), new List<DespatchUnit>());

        foreach (var order in new[] { First, Second, new DespatchedOrder("PO/17:4+'?", "CV26-04600") }.Take(random.Next(1, 4)))
        {
            var lineNo = 0;

            for (var count = random.Next(1, 5); count > 0; count--)
            {
                lines.Add(ALine(random, lines.Count + 1, order, lineNo += random.Next(1, 20)));
            }
        }

        for (var count = random.Next(0, 6); count > 0; count--)
        {
            var pallet = units.Find(unit => unit.Kind is LogisticUnit.Pallet);
            units.Add(new()
            {
                Number = random.Next(5) == 0 ? $"COLIS-{units.Count + 1}" : AnSscc(seed * 100 + units.Count),
                Kind = random.Next(3) == 0 ? LogisticUnit.Pallet : LogisticUnit.Parcel,
                WeightKg = random.Next(3) == 0 ? null : random.Next(1, 9000) / 10m,
            });

            if (pallet is not null && units[^1].Kind is LogisticUnit.Parcel && random.Next(2) == 0)
            {
                units[^1] = units[^1] with { On = pallet.Number };
            }
        }

        Pack(random, lines, units);
        var whole = random.Next(4) > 0;

        return Partly() with
        {
            ShipTo = random.Next(4) == 0 ? null : Partly().ShipTo,
            ArriveOn = whole ? Chartraine.Friday : null,
            Carrier = whole ? "L'Express: A+B?" : null,
            TrackingNumber = random.Next(2) == 0 ? "1Z999AA10123456784" : null,
            TrackingLink = whole ? $"https://suivi.example/{new string('x', 90)}?a=1&b='2'" : null,
            Mentions = random.Next(2) == 0 ? [] : [Mention],
            Notes = [.. Enumerable.Range(1, random.Next(0, 3)).Select(note => $"Remarque n° {note}: l'accès est au quai {random.Next(9)}; sonner + attendre ?")],
            Lines = lines,
            Units = units,
        };
    }

    private static DespatchLine ALine(Random random, int position, DespatchedOrder order, int lineNo)
    {
        var quantity = random.Next(5) == 0 ? 0 : random.Next(1, 40000) / (random.Next(4) == 0 ? 4m : 1m);
        var outstanding = random.Next(3) == 0 || quantity == 0 ? random.Next(1, 500) : 0;
        var line = Line(position, order, lineNo.ToString("000", System.Globalization.CultureInfo.InvariantCulture), $"ART+{position}:'?", $"Désignation {position}, {string.Join(' ', Enumerable.Range(1, random.Next(1, 9)).Select(word => new string('m', word)))} et la suite", quantity, quantity + outstanding, outstanding);

        return line with
        {
            BackOrder = outstanding == 0 ? BackOrderPolicy.Keep : (BackOrderPolicy)random.Next(3),
            BuyerCode = random.Next(6) == 0 ? null : line.BuyerCode,
            Gtin = random.Next(2) == 0 ? null : AGtin(position),
            Unit = random.Next(4) == 0 ? "KGM" : "H87",
            OrderedQuantity = random.Next(3) == 0 ? null : line.OrderedQuantity,
            Notes = random.Next(3) == 0 ? ["Lot soldé: voir l'avis + l'annexe."] : [],
        };
    }

    private static void Pack(Random random, List<DespatchLine> lines, List<DespatchUnit> units)
    {
        foreach (var line in lines)
        {
            var rest = line.Quantity;

            for (var index = 0; index < units.Count && rest > 1; index++)
            {
                if (random.Next(3) == 0)
                {
                    var part = decimal.Floor(rest * random.Next(1, 5) / 4);

                    if (part > 0)
                    {
                        units[index] = units[index] with { Contents = [.. units[index].Contents, new(line.Position, part)] };
                        rest -= part;
                    }
                }
            }
        }
    }

    private static string AGtin(int number)
    {
        var body = $"3012345{number:00000}";

        return body + Sscc.CheckDigit(body);
    }

    private static DespatchLine Line(int position, DespatchedOrder order, string no, string code, string description, decimal quantity, decimal ordered, decimal outstanding = 0, BackOrderPolicy policy = BackOrderPolicy.Keep) => new()
    {
        Position = position,
        Order = order,
        OrderLineNo = no,
        BuyerCode = "0A-" + code,
        SupplierCode = code,
        Description = description,
        Quantity = quantity,
        Unit = "H87",
        OrderedQuantity = ordered,
        OutstandingQuantity = outstanding,
        BackOrder = policy,
    };
}
