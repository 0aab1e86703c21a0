using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Xml;

namespace AdvPortal.Exchange.Intake.Ubl;

/// <summary>Reads parties and addresses (<c>cac:CustomerParty</c>, <c>cac:Party</c>, <c>cac:Address</c>).</summary>
internal sealed class UblParty(XmlContext context)
{
    private readonly XmlCursor _xml = context.Xml;

    /// <summary>A customer or supplier party: a party with the account numbers that both sides gave it.</summary>
    /// <param name="role">Its name in the document: <c>buyer.</c></param>
    /// <param name="accountName">The account number by which we, or they, know it: the identifier where the party has none.</param>
    public PartyDraft ReadTrader(string role, string accountName)
    {
        var parent = _xml.Name;
        PartyDraft party = new();
        var (account, accountPlace) = ((string?)null, _xml.Place);
        var owner = context.Enter(role);
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "Party":
                    ReadParty(party);
                    break;
                case "CustomerAssignedAccountID" or "SupplierAssignedAccountID":
                    var isWanted = _xml.Name == accountName;
                    if ((isWanted || account is null) && _xml.Text() is { } number)
                    {
                        (account, accountPlace) = (number, _xml.Place);
                    }

                    break;
                case "DeliveryContact" or "AccountingContact" or "BuyerContact" or "SellerContact" or "DespatchContact" when party.Contact == PartyDraft.Nobody:
                    party.Contact = ReadContact();
                    break;
                default:
                    context.LeaveUnread(parent);
                    break;
            }
        }

        if (party.Id is null && account is not null)
        {
            party.Id = account;
            context.Found("id", accountPlace);
        }

        context.Leave(owner);
        return party;
    }

    public void ReadParty(PartyDraft party)
    {
        var (endpoint, endpointPlace) = ((string?)null, _xml.Place);
        var (legalName, legalPlace) = ((string?)null, _xml.Place);
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "EndpointID":
                    var scheme = _xml.Attribute("schemeID");
                    endpoint = _xml.Text() is { } id && XmlContext.IsLocationNumber(scheme, id) ? id : null;
                    endpointPlace = _xml.Place;
                    break;
                case "PartyIdentification":
                    ReadIdentification(party);
                    break;
                case "PartyName":
                    var name = context.Inner("Name", party.Name is null ? "name" : null);
                    party.Name ??= name;
                    break;
                case "PostalAddress":
                    party.Address = ReadAddress();
                    break;
                case "PartyTaxScheme":
                    ReadTaxScheme(party);
                    break;
                case "PartyLegalEntity":
                    (legalName, legalPlace) = legalName is null ? ReadLegalEntity() : (legalName, legalPlace);
                    break;
                case "Contact":
                    party.Contact = ReadContact();
                    break;
                default:
                    context.LeaveUnread("Party");
                    break;
            }
        }

        if (party.Name is null && legalName is not null)
        {
            party.Name = legalName;
            context.Found("name", legalPlace);
        }

        if (party.Gln is null && endpoint is not null)
        {
            party.Gln = endpoint;
            context.Found("gln", endpointPlace);
        }
    }

    public PostalAddress ReadAddress()
    {
        var address = new PostalAddress();
        List<string> additional = [];
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "StreetName": address = address with { Street = context.Text("address.street") }; break;
                case "BuildingNumber": address = address with { BuildingNumber = context.Text("address.buildingNumber") }; break;
                case "CityName": address = address with { City = context.Text("address.city") }; break;
                case "PostalZone": address = address with { Postcode = context.Text("address.postcode") }; break;
                case "CountrySubentity": address = address with { Region = context.Text("address.region") }; break;
                case "Country": address = address with { Country = context.Inner("IdentificationCode", "address.country") }; break;
                case "AdditionalStreetName" or "BuildingName" or "Floor" or "Room" or "Department" or "Postbox" or "MarkAttention" or "InhouseMail" or "BlockName" or "PlotIdentification":
                    Add(additional, context.Text("address.additional"));
                    break;
                case "AddressLine":
                    Add(additional, context.Inner("Line", "address.additional"));
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

            var isGln = XmlContext.IsLocationNumber(scheme, id);
            if (isGln && party.Gln is null)
            {
                party.Gln = id;
                context.Found("gln");
            }

            if (party.Id is null || (party.Id == party.Gln && !isGln))
            {
                party.Id = id;
                context.Forget("id");
                context.Found("id");
            }
        }
    }

    private void ReadTaxScheme(PartyDraft party)
    {
        var (company, place) = ((string?)null, _xml.Place);
        var scheme = "";
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "CompanyID": (company, place) = (_xml.Text(), _xml.Place); break;
                case "TaxScheme": scheme = context.Inner("ID") ?? ""; break;
            }
        }

        // A second scheme (FC: a local tax number) does not replace the VAT number.
        if (company is not null && (party.VatId is null || scheme.Contains("VAT", StringComparison.OrdinalIgnoreCase)))
        {
            party.VatId = company;
            context.Forget("vatId");
            context.Found("vatId", place);
        }
    }

    private (string? Name, (int Line, int From, int Length) Place) ReadLegalEntity()
    {
        var (name, place) = ((string?)null, _xml.Place);
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "RegistrationName": (name, place) = (_xml.Text(), _xml.Place); break;
                case "CompanyID": context.LeaveUnread("PartyLegalEntity"); break;
            }
        }

        return (name, place);
    }

    private PartyContact ReadContact()
    {
        var contact = PartyDraft.Nobody;
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "Name": contact = contact with { Name = context.Text("contact.name") }; break;
                case "Telephone": contact = contact with { Phone = context.Text("contact.phone") }; break;
                case "ElectronicMail": contact = contact with { Email = context.Text("contact.email") }; break;
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
