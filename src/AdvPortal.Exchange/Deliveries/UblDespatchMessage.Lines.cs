using System.Globalization;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Acknowledgements;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>The lines, and the units that they are in.</summary>
internal sealed partial class UblDespatchMessage
{
    private void WriteLine(DespatchPiece piece, string id)
    {
        var line = piece.Line;
        var unit = UnitCodes.Recommendation20(line.Unit);

        using (ubl.Aggregate("DespatchLine"))
        {
            ubl.Text("ID", id);
            WriteNotes(piece.IsFirst ? line.Notes : []);
            ubl.Quantity("DeliveredQuantity", piece.Quantity, unit);

            if (piece.IsFirst && line.OutstandingQuantity > 0)
            {
                // « Outstanding » will follow in a later despatch (tir16-049): what is given up only has its reason.
                if (line.BackOrder is not BackOrderPolicy.Cancel)
                {
                    ubl.Quantity("OutstandingQuantity", line.OutstandingQuantity, unit);
                }

                ubl.Text("OutstandingReason", DespatchWords.Rest(line, _texts));
            }

            using (ubl.Aggregate("OrderLineReference"))
            {
                ubl.Text("LineID", line.OrderLineNo ?? UblDespatchNames.None);

                if (line.Order is { } order)
                {
                    using (ubl.Aggregate("OrderReference"))
                    {
                        ubl.Text("ID", order.CustomerReference);
                    }
                }
            }

            WriteItem(piece, unit);

            if (piece.Unit is { } packed)
            {
                using (ubl.Aggregate("Shipment"))
                {
                    ubl.Text("ID", UblDespatchNames.None);
                    var pallet = it.Units.FirstOrDefault(other => other.Number == packed.On);
                    WriteUnit(pallet ?? packed, pallet is null ? [] : [packed]);
                }
            }
        }
    }

    private void WriteItem(DespatchPiece piece, string unit)
    {
        var line = piece.Line;

        using (ubl.Aggregate("Item"))
        {
            ubl.Text("Name", string.IsNullOrWhiteSpace(line.Description) ? line.Code : line.Description);
            ubl.Identification("BuyersItemIdentification", line.BuyerCode);
            ubl.Identification("SellersItemIdentification", line.SupplierCode);
            ubl.Identification("StandardItemIdentification", line.Gtin, ("schemeID", "0160"));

            if (!piece.IsFirst)
            {
                return;
            }

            // UBL has no element for these two; a property of the item says them to whoever looks.
            WriteProperty(UblDespatchNames.Ordered, line.OrderedQuantity, unit);
            WriteProperty(line.BackOrder is BackOrderPolicy.Ask ? UblDespatchNames.Undecided : UblDespatchNames.Cancelled, line.BackOrder is BackOrderPolicy.Keep || line.OutstandingQuantity == 0 ? null : line.OutstandingQuantity, unit);
        }
    }

    private void WriteProperty(string name, decimal? quantity, string unit)
    {
        if (quantity is not { } amount)
        {
            return;
        }

        using (ubl.Aggregate("AdditionalItemProperty"))
        {
            ubl.Text("Name", name);
            ubl.Text("Value", amount.ToString("0.####", CultureInfo.InvariantCulture));
            ubl.Quantity("ValueQuantity", amount, unit);
        }
    }

    /// <param name="unit">What the carrier loads.</param>
    /// <param name="inside">The parcels on it that are meant.</param>
    private void WriteUnit(DespatchUnit unit, IEnumerable<DespatchUnit> inside)
    {
        using (ubl.Aggregate("TransportHandlingUnit"))
        {
            ubl.Text("ID", unit.Number);
            ubl.Text("TransportHandlingUnitTypeCode", Package(unit.Kind));
            WriteWeight(unit.WeightKg);

            foreach (var parcel in inside)
            {
                using (ubl.Aggregate("Package"))
                {
                    ubl.Text("ID", parcel.Number);
                    ubl.Text("PackagingTypeCode", Package(parcel.Kind));
                    WriteWeight(isPeppol ? null : parcel.WeightKg);
                }
            }
        }
    }

    // UNCL 6313: unit gross weight.
    private void WriteWeight(decimal? kilograms)
    {
        if (kilograms is { } weight)
        {
            using (ubl.Aggregate("MeasurementDimension"))
            {
                ubl.Text("AttributeID", "AAB");
                ubl.Weight("Measure", weight);
            }
        }
    }

    private static string Package(LogisticUnit kind) => kind is LogisticUnit.Pallet ? "PX" : "PK";
}
