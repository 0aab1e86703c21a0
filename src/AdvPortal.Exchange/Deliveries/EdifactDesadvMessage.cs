using System.Globalization;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Acknowledgements;
using static AdvPortal.Exchange.Acknowledgements.EdifactPhrases;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>The segments between UNH and UNT of a DESADV, in the order of the D.96A segment table.</summary>
internal sealed class EdifactDesadvMessage(DespatchAdvice it, EdifactSegments edi)
{
    // SG1 has room for ten references: two are the note's and the carrier's, and each order takes two.
    private const int MostOrders = 4;

    private const int MostTexts = 5;
    private const int LineNoSize = 6;
    private const int PackageGroup = 1;

    private int _lines;
    private int _sequences;

    public void Write()
    {
        edi.Add("BGM", ["351"], [it.Number], ["9"]);
        edi.Add("DTM", ["137", it.IssuedAt.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture), "203"]);
        Date(edi, "11", it.ShipOn);
        Date(edi, "17", it.ArriveOn);

        if (it.WeightKg is { } weight)
        {
            edi.Add("MEA", ["PD"], ["AAD"], ["KGM", Number(weight, "0.###")]);
        }

        WriteReferences();
        Party(edi, "BY", it.Buyer);
        Party(edi, "SU", it.Supplier);

        if (it.ShipTo is { } shipTo)
        {
            Party(edi, "DP", shipTo);
        }

        if (it.Carrier is { } carrier)
        {
            edi.Add("TDT", ["20"], [], [], [], [null, null, null, edi.Pieces(carrier, NameSize).FirstOrDefault()]);
        }

        WriteConsignment();
        edi.Add("CNT", ["2", Count(_lines)]);
    }

    private void WriteReferences()
    {
        var orders = it.Orders.ToList();

        edi.Add("RFF", ["AAK", it.Number]);

        foreach (var order in orders.Count <= MostOrders ? orders : [])
        {
            WriteOrder(order, lineNo: null);
        }

        if (it.TrackingNumber is { } tracking)
        {
            edi.Add("RFF", ["CN", tracking]);
        }
    }

    private void WriteConsignment()
    {
        var pieces = DespatchPiece.Of(it).ToLookup(piece => piece.Unit);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);

        edi.Add("CPS", [Count(++_sequences)]);
        WriteTexts();

        foreach (var kind in it.Loaded.GroupBy(unit => unit.Kind).OrderByDescending(kind => kind.Key))
        {
            edi.Add("PAC", [Count(kind.Count())], [], [Package(kind.Key)]);
        }

        WriteLines(pieces[null]);

        foreach (var unit in it.Units)
        {
            numbers[unit.Number] = ++_sequences;
            var pallet = unit.On is { } on && numbers.TryGetValue(on, out var parent) ? parent : PackageGroup;
            WriteUnit(unit, Count(_sequences), Count(pallet));
            WriteLines(pieces[unit]);
        }
    }

    // The link to follow the shipment has a segment of its own: it is no sentence, and is put together without blanks.
    private void WriteTexts()
    {
        if (it.TrackingLink is { } link)
        {
            edi.Add("FTX", ["TRA"], [], [], [.. edi.Pieces(link, TextSize).Take(MostTexts)]);
        }

        Say(it.Said, it.TrackingLink is null ? MostTexts : MostTexts - 1);
    }

    private void WriteUnit(DespatchUnit unit, string sequence, string parent)
    {
        var isSscc = Sscc.IsValid(unit.Number);

        edi.Add("CPS", [sequence], [parent]);
        edi.Add("PAC", ["1"], [], [Package(unit.Kind)]);

        if (unit.WeightKg is { } weight)
        {
            edi.Add("MEA", ["PD"], ["AAB"], ["KGM", Number(weight, "0.###")]);
        }

        edi.Add("PCI", [isSscc ? "33E" : "24"]);
        edi.Add("GIN", [isSscc ? "BJ" : "ML"], [unit.Number]);
    }

    private void WriteLines(IEnumerable<DespatchPiece> pieces)
    {
        foreach (var piece in pieces)
        {
            WriteLine(piece.Line, piece);
        }
    }

    private void WriteLine(DespatchLine line, DespatchPiece piece)
    {
        var unit = UnitCodes.Edifact(line.Unit);
        List<string?[]> codes = [];

        if (line.BuyerCode is { } theirs)
        {
            codes.Add([theirs, "IN", null, "92"]);
        }

        if (line.SupplierCode is { } ours)
        {
            codes.Add([ours, "SA", null, "91"]);
        }

        edi.Add("LIN", [Count(++_lines)], [], line.Gtin is null ? [] : [line.Gtin, "EN"]);

        if (codes.Count > 0)
        {
            edi.Add("PIA", [[line.Gtin is null ? "5" : "1"], .. codes]);
        }

        foreach (var pieces in edi.Pieces(line.Description, NameSize).Chunk(2).Take(MostTexts))
        {
            edi.Add("IMD", ["F"], [], [null, null, null, .. pieces]);
        }

        edi.Add("QTY", ["12", Number(piece.Quantity), unit]);

        if (piece.IsFirst && line.OrderedQuantity is { } ordered)
        {
            edi.Add("QTY", ["21", Number(ordered), unit]);
        }

        if (piece.IsFirst)
        {
            Say(line.Notes, MostTexts);
        }

        if (line.Order is { } order)
        {
            WriteOrder(order, line.OrderLineNo);
        }

        if (piece.IsFirst && line.OutstandingQuantity > 0)
        {
            edi.Add("QVR", [Number(-line.OutstandingQuantity), "21"], [Discrepancy(line.BackOrder)]);
        }
    }

    private void WriteOrder(DespatchedOrder order, string? lineNo)
    {
        var fits = lineNo is { Length: <= LineNoSize };
        edi.Add("RFF", ["ON", order.CustomerReference, fits ? lineNo : null]);
        Date(edi, "171", order.OrderedOn);

        if (lineNo is not null && !fits)
        {
            edi.Add("RFF", ["LI", lineNo]);
        }

        if (order.Number is { } number)
        {
            edi.Add("RFF", ["VN", number]);
        }
    }

    private void Say(IEnumerable<string> texts, int most)
    {
        foreach (var pieces in texts.SelectMany(text => edi.Pieces(text, TextSize).Chunk(MostTexts)).Take(most))
        {
            edi.Add("FTX", ["AAI"], [], [], pieces, [it.Language.ToUpperInvariant()]);
        }
    }

    /// <summary>7065, UN/ECE Recommendation 21.</summary>
    private static string Package(LogisticUnit kind) => kind is LogisticUnit.Pallet ? "PX" : "PK";

    /// <summary>4221: the back order follows, or what was delivered is all; nothing where that is still to be decided.</summary>
    private static string? Discrepancy(BackOrderPolicy policy) => policy switch
    {
        BackOrderPolicy.Keep => "BP",
        BackOrderPolicy.Cancel => "CP",
        _ => null,
    };

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
