using System.Globalization;
using System.Xml;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>UBL's components on top of an XML writer: what is null or empty is left out, as UBL forbids empty elements.</summary>
/// <param name="currency">ISO 4217, of every amount; empty in a document without any.</param>
internal sealed class UblWriter(XmlWriter xml, string currency = "")
{
    private const string Aggregates = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    private const string Basics = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    public IDisposable Root(string name, string @namespace)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement(name, @namespace);
        xml.WriteAttributeString("xmlns", "cac", ns: null, Aggregates);
        xml.WriteAttributeString("xmlns", "cbc", ns: null, Basics);

        return new Closing(xml);
    }

    public IDisposable Aggregate(string name)
    {
        xml.WriteStartElement("cac", name, Aggregates);

        return new Closing(xml);
    }

    public void Text(string name, string? value, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var text = value is null ? "" : Allowed(value);

        if (text.Length == 0)
        {
            return;
        }

        xml.WriteStartElement("cbc", name, Basics);

        foreach (var attribute in attributes)
        {
            xml.WriteAttributeString(attribute.Name, attribute.Value);
        }

        xml.WriteString(text);
        xml.WriteEndElement();
    }

    public void Date(string name, DateOnly? day) => Text(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Amount(string name, decimal amount, string format = "0.00") =>
        Text(name, amount.ToString(format, CultureInfo.InvariantCulture), ("currencyID", currency));

    /// <summary>Kilograms.</summary>
    public void Weight(string name, decimal? kilograms) =>
        Text(name, kilograms?.ToString("0.###", CultureInfo.InvariantCulture), ("unitCode", "KGM"));

    public void Quantity(string name, decimal quantity, string unit) =>
        Text(name, quantity.ToString("0.####", CultureInfo.InvariantCulture), ("unitCode", unit));

    public void Identification(string name, string? id, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        if (!string.IsNullOrEmpty(id))
        {
            using (Aggregate(name))
            {
                Text("ID", id, attributes);
            }
        }
    }

    /// <summary>A period of one day.</summary>
    public void Day(string name, DateOnly? day)
    {
        if (day is not null)
        {
            using (Aggregate(name))
            {
                Date("StartDate", day);
                Date("EndDate", day);
            }
        }
    }

    public void Location(AcknowledgementParty party)
    {
        if (party.Gln is null && party.Address is null)
        {
            return;
        }

        using (Aggregate("DeliveryLocation"))
        {
            Text("ID", party.Gln, ("schemeID", "0088"));
            Address("Address", party.Address);
        }
    }

    public void Party(string name, AcknowledgementParty party)
    {
        using (Aggregate(name))
        {
            Text("EndpointID", party.Gln ?? party.Siren, ("schemeID", party.Gln is null ? "0002" : "0088"));
            Identification("PartyIdentification", party.Gln, ("schemeID", "0088"));

            using (Aggregate("PartyName"))
            {
                Text("Name", party.Name);
            }

            Address("PostalAddress", party.Address);
            Tax(party.VatId);
            LegalEntity(party);
            Contact("Contact", party.Contact);
        }
    }

    public void Address(string name, AcknowledgementAddress? address)
    {
        if (address is null)
        {
            return;
        }

        using (Aggregate(name))
        {
            Text("StreetName", address.Street);
            Text("CityName", address.City);
            Text("PostalZone", address.Postcode);

            if (!string.IsNullOrEmpty(address.Country))
            {
                using (Aggregate("Country"))
                {
                    Text("IdentificationCode", address.Country);
                }
            }
        }
    }

    private void Tax(string? vatId)
    {
        if (vatId is null)
        {
            return;
        }

        using (Aggregate("PartyTaxScheme"))
        {
            Text("CompanyID", vatId);

            using (Aggregate("TaxScheme"))
            {
                Text("ID", "VAT");
            }
        }
    }

    private void LegalEntity(AcknowledgementParty party)
    {
        if (party.Siren is null)
        {
            return;
        }

        using (Aggregate("PartyLegalEntity"))
        {
            Text("RegistrationName", party.Name);
            Text("CompanyID", party.Siren, ("schemeID", "0002"));
        }
    }

    public void Contact(string name, AcknowledgementContact? contact)
    {
        if (contact is null)
        {
            return;
        }

        using (Aggregate(name))
        {
            Text("Name", contact.Name);
            Text("Telephone", contact.Phone);
            Text("ElectronicMail", contact.Email);
        }
    }

    private static string Allowed(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.ToString()));

    private sealed class Closing(XmlWriter xml) : IDisposable
    {
        public void Dispose() => xml.WriteEndElement();
    }
}
