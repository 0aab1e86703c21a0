using System.Globalization;
using AdvPortal.Exchange.Texts;
using static AdvPortal.Exchange.Acknowledgements.EdifactPhrases;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>The segments between UNH and UNT of an ORDRSP, in the order of the D.96A segment table.</summary>
internal static class EdifactOrdrspMessage
{
    public static void Write(Acknowledgement it, EdifactSegments edi)
    {
        var saidOnce = it.SaidOnce().ToList();

        edi.Add("BGM", ["231"], [it.DocumentId], [MessageFunction(it.Status)], [it.Status.Code()]);
        Date(edi, "137", DateOnly.FromDateTime(it.IssuedAt.DateTime));

        foreach (var note in saidOnce)
        {
            Say(edi, note.Text, it.Language);
        }

        edi.Add("RFF", ["ON", it.CustomerReference]);
        Date(edi, "171", it.CustomerOrderDate);

        if (it.Answers is { Number: { Length: > 0 } change } answered)
        {
            edi.Add("RFF", ["ACW", change]);
            Date(edi, "171", answered.IssuedOn);
        }

        edi.Add("RFF", ["VN", it.Number]);
        Party(edi, "BY", it.Buyer);
        Party(edi, "SU", it.Supplier);

        if (it.ShipTo is { } shipTo)
        {
            Party(edi, "DP", shipTo);
        }

        edi.Add("CUX", ["2", it.Currency, "9"]);

        foreach (var (index, line) in it.Lines.Index())
        {
            Line(edi, it, line, index + 1, saidOnce);
        }

        edi.Add("UNS", ["S"]);
        edi.Add("MOA", ["79", Number(it.TotalNet, "0.00")]);
        edi.Add("CNT", ["2", it.Lines.Count.ToString(CultureInfo.InvariantCulture)]);
    }

    private static void Line(EdifactSegments edi, Acknowledgement it, AcknowledgementLine line, int position, IReadOnlyList<AcknowledgementNote> saidOnce)
    {
        var unit = UnitCodes.Edifact(line.Unit);
        var number = line.LineNo.Length is > 0 and <= 6 ? line.LineNo : position.ToString(CultureInfo.InvariantCulture);

        edi.Add("LIN", [number], [line.LineStatus.Code()], line.Gtin is null ? [] : [line.Gtin, "EN"]);
        edi.Add("PIA", [line.Gtin is null ? "5" : "1"], [line.BuyerCode, "IN", null, "92"], [line.SupplierCode, "SA", null, "91"]);
        edi.Add("IMD", ["F"], [], [null, null, null, .. edi.Pieces(line.Description, NameSize).Take(2)]);
        edi.Add("QTY", ["21", Number(line.OrderedQuantity), unit]);
        edi.Add("QTY", [line.LineStatus == LineStatus.AlreadyDelivered ? "12" : "113", Number(line.PromisedQuantity), unit]);
        Date(edi, "2", line.RequestedOn);
        Date(edi, "69", line.PromisedOn);
        Date(edi, "79", line.ShipOn);
        edi.Add("MOA", ["203", Number(line.LineAmount, "0.00")]);

        foreach (var remark in line.Remarks(saidOnce, SinceLastVersion.Of(it, line, DocumentTexts.In(it.Language))))
        {
            Say(edi, remark, it.Language);
        }

        edi.Add("PRI", ["AAA", Number(line.NetPrice, "0.00##"), null, null, Number(line.PriceBaseQuantity), unit]);

        if (!line.IsOurs)
        {
            edi.Add("RFF", line.LineNo.Length <= 6 ? ["ON", it.CustomerReference, line.LineNo] : ["LI", line.LineNo]);
        }
    }

    /// <summary>EANCOM 1225: not processed yet, accepted as it is, changed, not accepted.</summary>
    private static string MessageFunction(AcknowledgementStatus status) => status switch
    {
        AcknowledgementStatus.Accepted => "29",
        AcknowledgementStatus.AcceptedWithAmendment => "4",
        AcknowledgementStatus.Rejected => "27",
        _ => "12",
    };
}
