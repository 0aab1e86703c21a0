using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Ubl;

/// <summary>Reads parties and addresses (<c>cac:CustomerParty</c>, <c>cac:Party</c>, <c>cac:Address</c>).</summary>
internal sealed class UblParty(UblContext context)
{
    private readonly XmlCursor _xml = context.Xml;

    /// <summary>A customer or supplier party: a party with the account numbers that both sides gave it.</summary>
    /// <param name="accountName">The account number by which we, or they, know it: the identifier where the party has none.</param>
    public PartyDraft ReadTrader(string accountName)
    {
        var parent = _xml.Name;
        PartyDraft party = new();
        string? account = null;
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "Party":
                    ReadParty(party);
                    break;
                case "CustomerAssignedAccountID" or "SupplierAssignedAccountID":
                    var isWanted = _xml.Name == accountName;
                    account = isWanted || account is null ? _xml.Text() ?? account : account;
                    break;
                case "DeliveryContact" or "AccountingContact" or "BuyerContact" or "SellerContact" or "DespatchContact" when party.Contact == PartyDraft.Nobody:
                    party.Contact = ReadContact();
                    break;
                default:
                    context.LeaveUnread(parent);
                    break;
            }
        }

        party.Id ??= account;
        return party;
    }

    public void ReadParty(PartyDraft party)
    {
        string? endpoint = null;
        string? legalName = null;
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "EndpointID":
                    var scheme = _xml.Attribute("schemeID");
                    endpoint = _xml.Text() is { } id && UblContext.IsLocationNumber(scheme, id) ? id : null;
                    break;
                case "PartyIdentification":
                    ReadIdentification(party);
                    break;
                case "PartyName":
                    var name = Inner("Name");
                    party.Name ??= name;
                    break;
                case "PostalAddress":
                    party.Address = ReadAddress();
                    break;
                case "PartyTaxScheme":
                    ReadTaxScheme(party);
                    break;
                case "PartyLegalEntity":
                    var legal = ReadLegalEntity();
                    legalName ??= legal;
                    break;
                case "Contact":
                    party.Contact = ReadContact();
                    break;
                default:
                    context.LeaveUnread("Party");
                    break;
            }
        }

        party.Name ??= legalName;
        party.Gln ??= endpoint;
    }

    public PostalAddress ReadAddress()
    {
        var address = new PostalAddress();
        List<string> additional = [];
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "StreetName": address = address with { Street = _xml.Text() }; break;
                case "BuildingNumber": address = address with { BuildingNumber = _xml.Text() }; break;
                case "CityName": address = address with { City = _xml.Text() }; break;
                case "PostalZone": address = address with { Postcode = _xml.Text() }; break;
                case "CountrySubentity": address = address with { Region = _xml.Text() }; break;
                case "Country": address = address with { Country = Inner("IdentificationCode") }; break;
                case "AdditionalStreetName" or "BuildingName" or "Floor" or "Room" or "Department" or "Postbox" or "MarkAttention" or "InhouseMail" or "BlockName" or "PlotIdentification":
                    Add(additional, _xml.Text());
                    break;
                case "AddressLine":
                    Add(additional, Inner("Line"));
                    break;
                default:
                    context.LeaveUnread("Address");
                    break;
            }
        }

        // An address given as lines only is the whole, kept together.
        var rest = additional.Count == 0 ? null : string.Join(", ", additional);
        return address.Street is null && address.City is null ? address with { Street = rest } : address with { Additional = rest };
    }

    /// <summary>The text of one child of the present element.</summary>
    public string? Inner(string child)
    {
        string? text = null;
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            if (_xml.Name == child)
            {
                text ??= _xml.Text();
            }
        }

        return text;
    }

    /// <summary>The GLN has its own field; the identifier is the first that is no GLN, else the GLN itself.</summary>
    private void ReadIdentification(PartyDraft party)
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            if (_xml.Name != "ID")
            {
                continue;
            }

            var scheme = _xml.Attribute("schemeID");
            if (_xml.Text() is not { } id)
            {
                continue;
            }

            var isGln = UblContext.IsLocationNumber(scheme, id);
            party.Gln ??= isGln ? id : null;
            party.Id = party.Id is null || (party.Id == party.Gln && !isGln) ? id : party.Id;
        }
    }

    private void ReadTaxScheme(PartyDraft party)
    {
        string? company = null;
        var scheme = "";
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "CompanyID": company = _xml.Text(); break;
                case "TaxScheme": scheme = Inner("ID") ?? ""; break;
            }
        }

        // A second scheme (FC: a local tax number) does not replace the VAT number.
        party.VatId = party.VatId is null || scheme.Contains("VAT", StringComparison.OrdinalIgnoreCase) ? company ?? party.VatId : party.VatId;
    }

    private string? ReadLegalEntity()
    {
        string? name = null;
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "RegistrationName": name = _xml.Text(); break;
                case "CompanyID": context.LeaveUnread("PartyLegalEntity"); break;
            }
        }

        return name;
    }

    private PartyContact ReadContact()
    {
        var contact = PartyDraft.Nobody;
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "Name": contact = contact with { Name = _xml.Text() }; break;
                case "Telephone": contact = contact with { Phone = _xml.Text() }; break;
                case "ElectronicMail": contact = contact with { Email = _xml.Text() }; break;
                default: context.LeaveUnread("Contact"); break;
            }
        }

        return contact;
    }

    private static void Add(List<string> parts, string? part)
    {
        if (part is not null)
        {
            parts.Add(part);
        }
    }
}
