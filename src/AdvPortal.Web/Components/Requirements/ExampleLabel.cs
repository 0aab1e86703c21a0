using System.Globalization;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Labels;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>A label of an order that nobody placed: what a rule prints, before there is anything to print.</summary>
internal static class ExampleLabel
{
    // Any number of the right form: elements about the contents stand beside a GTIN.
    private const string Gtin = "3654123000019";

    public static ParcelLabel Of(Labelling rule, string? sender) => new()
    {
        Sender = sender ?? "Visserie du Perche",
        ShipTo = new("Hydraulique Chartraine, Entrepôt de Chartres") { Address = new("4 rue du Silo, quai 2", "28000", "Chartres", "FR") },
        CustomerReference = LabelPayload.Example(LabelField.OrderReference),
        OrderNumber = "CV26-04518",
        BuyerCode = LabelPayload.Example(LabelField.BuyerCode),
        Description = "Vis H M8×30 8.8 zinguée",
        Quantity = decimal.Parse(LabelPayload.Example(LabelField.Quantity), CultureInfo.InvariantCulture),
        Unit = "PCE",
        Parcel = 1,
        Parcels = 4,
        Per = rule.Unit,
        Symbology = rule.Symbology ?? Symbology.Qr,
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        Payload = LabelPayload.Write(rule, LabelPayload.Example, Gtin),
        Elements = LabelPayload.Elements(rule, LabelPayload.Example, Gtin),
    };
}
