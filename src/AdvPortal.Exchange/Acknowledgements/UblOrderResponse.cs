using System.Globalization;
using System.Xml;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>The acknowledgement as a UBL 2.1 OrderResponse (OASIS, clause 2.3.7 « Ordering »), for ERPs that read XML.</summary>
public static class UblOrderResponse
{
    private const string Document = "urn:oasis:names:specification:ubl:schema:xsd:OrderResponse-2";

    /// <summary>
    /// UTF-8 XML, elements in the order of the schema. The answer's code is UN/EDIFACT 4343, a line's is 1229; units are UN/ECE Recommendation 20.
    /// Characters that XML 1.0 forbids are left out.
    /// </summary>
    public static byte[] Write(Acknowledgement acknowledgement)
    {
        using var stream = new MemoryStream();

        using (var xml = XmlWriter.Create(stream, new() { Indent = true }))
        {
            Write(acknowledgement, new UblWriter(xml, acknowledgement.Currency));
        }

        return stream.ToArray();
    }

    private static void Write(Acknowledgement it, UblWriter ubl)
    {
        var saidOnce = it.SaidOnce().ToList();

        using (ubl.Root("OrderResponse", Document))
        {
            ubl.Text("UBLVersionID", "2.1");
            ubl.Text("ID", it.DocumentId);
            ubl.Text("SalesOrderID", it.Number);
            ubl.Date("IssueDate", DateOnly.FromDateTime(it.IssuedAt.DateTime));
            ubl.Text("IssueTime", it.IssuedAt.ToString("HH:mm:sszzz", CultureInfo.InvariantCulture));
            ubl.Text("OrderResponseCode", it.Status.Code(), ("listID", "UNCL4343"));

            foreach (var note in saidOnce)
            {
                ubl.Text("Note", note.Text, ("languageID", it.Language));
            }

            ubl.Text("DocumentCurrencyCode", it.Currency);
            ubl.Text("LineCountNumeric", it.Lines.Count.ToString(CultureInfo.InvariantCulture));

            using (ubl.Aggregate("OrderReference"))
            {
                ubl.Text("ID", it.CustomerReference);
                ubl.Date("IssueDate", it.CustomerOrderDate);
            }

            WriteAnswered(ubl, it.Answers);

            using (ubl.Aggregate("SellerSupplierParty"))
            {
                ubl.Party("Party", it.Supplier);
            }

            using (ubl.Aggregate("BuyerCustomerParty"))
            {
                ubl.Party("Party", it.Buyer);
            }

            if (it.ShipTo is { } shipTo)
            {
                using (ubl.Aggregate("Delivery"))
                {
                    ubl.Location(shipTo);
                    ubl.Party("DeliveryParty", shipTo);
                }
            }

            using (ubl.Aggregate("LegalMonetaryTotal"))
            {
                // No tax is stated here, so what is payable is what the schema insists on: the sum of the lines.
                ubl.Amount("LineExtensionAmount", it.TotalNet);
                ubl.Amount("TaxExclusiveAmount", it.TotalNet);
                ubl.Amount("PayableAmount", it.TotalNet);
            }

            foreach (var line in it.Lines)
            {
                WriteLine(ubl, it, line, saidOnce);
            }
        }
    }

    // UNTDID 1001 has a code for the change of an order and none for a cancellation: the name says which.
    private static void WriteAnswered(UblWriter ubl, AnsweredChange? answers)
    {
        if (answers?.Number is not { Length: > 0 } number)
        {
            return;
        }

        using (ubl.Aggregate("AdditionalDocumentReference"))
        {
            ubl.Text("ID", number);
            ubl.Date("IssueDate", answers.IssuedOn);
            ubl.Text("DocumentTypeCode", answers.IsCancellation ? null : "230", ("listID", "UNCL1001"));
            ubl.Text("DocumentType", answers.IsCancellation ? "OrderCancellation" : "OrderChange");
        }
    }

    private static void WriteLine(UblWriter ubl, Acknowledgement it, AcknowledgementLine line, IReadOnlyList<AcknowledgementNote> saidOnce)
    {
        var unit = UnitCodes.Recommendation20(line.Unit);

        using (ubl.Aggregate("OrderLine"))
        {
            using (ubl.Aggregate("LineItem"))
            {
                ubl.Text("ID", line.LineNo);

                foreach (var remark in line.Remarks(saidOnce, SinceLastVersion.Of(it, line, DocumentTexts.In(it.Language))))
                {
                    ubl.Text("Note", remark, ("languageID", it.Language));
                }

                ubl.Text("LineStatusCode", line.LineStatus.Code(), ("listID", "UNCL1229"));
                ubl.Quantity("Quantity", line.PromisedQuantity, unit);
                ubl.Amount("LineExtensionAmount", line.LineAmount);
                WriteDelivery(ubl, line);

                using (ubl.Aggregate("Price"))
                {
                    ubl.Amount("PriceAmount", line.NetPrice, "0.00##");
                    ubl.Quantity("BaseQuantity", line.PriceBaseQuantity, unit);
                }

                using (ubl.Aggregate("Item"))
                {
                    ubl.Text("Name", line.Description);
                    ubl.Identification("BuyersItemIdentification", line.BuyerCode);
                    ubl.Identification("SellersItemIdentification", line.SupplierCode);
                    ubl.Identification("StandardItemIdentification", line.Gtin, ("schemeID", "0160"));
                }
            }

            if (!line.IsOurs)
            {
                using (ubl.Aggregate("OrderLineReference"))
                {
                    ubl.Text("LineID", line.LineNo);
                }
            }
        }
    }

    private static void WriteDelivery(UblWriter ubl, AcknowledgementLine line)
    {
        if (line is { RequestedOn: null, PromisedOn: null, ShipOn: null })
        {
            return;
        }

        using (ubl.Aggregate("Delivery"))
        {
            ubl.Day("RequestedDeliveryPeriod", line.RequestedOn);
            ubl.Day("PromisedDeliveryPeriod", line.PromisedOn);

            if (line.ShipOn is { } shipOn)
            {
                using (ubl.Aggregate("Despatch"))
                {
                    ubl.Date("EstimatedDespatchDate", shipOn);
                }
            }
        }
    }
}
