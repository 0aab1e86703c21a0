namespace AdvPortal.Exchange.Deliveries;

/// <summary>Reads the units that the lines are in (<c>cac:TransportHandlingUnit</c>), in a line as Peppol has them or in the shipment.</summary>
internal sealed partial class UblDespatchLineReader
{
    private readonly List<(string Unit, string Line, decimal? Quantity)> _inside = [];

    /// <summary>Gives the units that name the lines in them what is in them.</summary>
    public void Finish()
    {
        // The first word on how much of a line is in a unit counts.
        var known = _pieces.Values.SelectMany(piece => piece.In.Select(packed => (piece, packed.Unit))).ToHashSet();

        foreach (var (unit, line, quantity) in _inside)
        {
            if (_pieces.GetValueOrDefault(line) is { } piece && known.Add((piece, unit)))
            {
                piece.In.Add((unit, quantity ?? piece.Quantity ?? 0));
            }
        }
    }

    /// <summary>Reads the unit that the carrier loads, and the parcels on it.</summary>
    /// <returns>The numbers of what holds the goods: the parcels where there are any, else the unit itself.</returns>
    public IReadOnlyList<string> ReadUnit()
    {
        var (number, kind, weight) = ((string?)null, (string?)null, (decimal?)null);
        List<UnitDraft> parcels = [];
        List<(string Line, decimal? Quantity)> lines = [];

        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ID": number = _xml.Text(); break;
                case "TransportHandlingUnitTypeCode": kind = _xml.Text(); break;
                case "MeasurementDimension": weight = ReadWeight() ?? weight; break;
                case "HandlingUnitDespatchLine": ReadInside(lines); break;
                case "Package" or "ActualPackage": ReadParcel(parcels); break;
            }
        }

        if (number is null)
        {
            return parcels.ConvertAll(parcel => parcel.Number);
        }

        var unit = draft.Unit(number);
        unit.Kind = kind is null ? unit.Kind : UnitDraft.KindOf(kind);
        unit.WeightKg ??= weight;
        parcels.ForEach(parcel => parcel.On = number);
        _inside.AddRange(lines.Select(line => (number, line.Line, line.Quantity)));

        return parcels.Count == 0 ? [number] : parcels.ConvertAll(parcel => parcel.Number);
    }

    private void ReadParcel(List<UnitDraft> parcels)
    {
        var (number, kind, weight) = ((string?)null, (string?)null, (decimal?)null);

        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ID": number = _xml.Text(); break;
                case "PackagingTypeCode": kind = _xml.Text(); break;
                case "MeasurementDimension": weight = ReadWeight() ?? weight; break;
            }
        }

        if (number is not null)
        {
            var parcel = draft.Unit(number);
            parcel.Kind = UnitDraft.KindOf(kind);
            parcel.WeightKg ??= weight;
            parcels.Add(parcel);
        }
    }

    private void ReadInside(List<(string Line, decimal? Quantity)> lines)
    {
        var (id, quantity) = ((string?)null, (decimal?)null);

        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ID": id = _xml.Text(); break;
                case "DeliveredQuantity": quantity = context.Number(); break;
            }
        }

        if (id is not null)
        {
            lines.Add((id, quantity));
        }
    }

    // UNCL 6313: a gross weight, in kilograms.
    private decimal? ReadWeight()
    {
        var (what, unit, measure) = ((string?)null, (string?)null, (decimal?)null);

        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "AttributeID": what = _xml.Text(); break;
                case "Measure":
                    unit = _xml.Attribute("unitCode");
                    measure = context.Number();
                    break;
            }
        }

        return what is "AAB" or "AAD" or "G" && unit is "KGM" ? measure : null;
    }

    private void ReadUnits(List<string> units)
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            if (_xml.Name == "TransportHandlingUnit")
            {
                units.AddRange(ReadUnit());
            }
        }
    }
}
