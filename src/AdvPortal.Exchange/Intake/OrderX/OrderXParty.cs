using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Xml;

namespace AdvPortal.Exchange.Intake.OrderX;

/// <summary>Reads a party of the trade (<c>ram:TradePartyType</c>): who buys, sells, receives or is invoiced.</summary>
internal sealed class OrderXParty(XmlContext context)
{
    private readonly XmlCursor _xml = context.Xml;

    /// <param name="role">Its name in the document: <c>buyer.</c></param>
    public PartyDraft Read(string role)
    {
        PartyDraft party = new();
        var parent = _xml.Name;
        var owner = context.Enter(role);
        var (other, otherPlace) = ((string?)null, _xml.Place);
        var (legalName, legalPlace) = ((string?)null, _xml.Place);
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ID" when party.Id is null: party.Id = context.Text("id"); break;
                case "GlobalID":
                    if (ReadGlobalId(party) is { } id && other is null)
                    {
                        (other, otherPlace) = (id, _xml.Place);
                    }

                    break;
                case "Name": party.Name = context.Text("name"); break;
                case "SpecifiedLegalOrganization": (legalName, legalPlace) = ReadLegalOrganization(); break;
                case "DefinedTradeContact" when party.Contact == PartyDraft.Nobody: party.Contact = ReadContact(); break;
                case "PostalTradeAddress": party.Address = ReadAddress(); break;
                case "URIUniversalCommunication": ReadAddressOfMail(party); break;
                case "SpecifiedTaxRegistration": ReadTaxNumber(party); break;
                default: context.LeaveUnread(parent); break;
            }
        }

        if (party.Id is null && other is not null)
        {
            party.Id = other;
            context.Found("id", otherPlace);
        }

        if (party.Name is null && legalName is not null)
        {
            party.Name = legalName;
            context.Found("name", legalPlace);
        }

        context.Leave(owner);
        return party;
    }

    /// <summary>ISO/IEC 6523: 0088 is GS1's location number; other schemes name the party where it has no identifier of its own.</summary>
    private string? ReadGlobalId(PartyDraft party)
    {
        var (scheme, where) = (_xml.Attribute("schemeID"), context.Here);
        if (_xml.Text() is not { } id)
        {
            return null;
        }

        if (XmlContext.IsLocationNumber(scheme, id))
        {
            party.Gln = id;
            context.Found("gln");
        }
        else if (scheme is "0088")
        {
            context.Log.Warning("gln-invalid", where, id);
        }

        return id;
    }

    private (string? Name, (int Line, int From, int Length) Place) ReadLegalOrganization()
    {
        var (name, place) = ((string?)null, _xml.Place);
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            if (_xml.Name == "TradingBusinessName")
            {
                (name, place) = (_xml.Text(), _xml.Place);
            }
            else
            {
                context.LeaveUnread("SpecifiedLegalOrganization");
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
                case "PersonName": contact = contact with { Name = context.Text("contact.name") }; break;
                case "DepartmentName" when contact.Name is null: contact = contact with { Name = context.Text("contact.name") }; break;
                case "TelephoneUniversalCommunication": contact = contact with { Phone = context.Inner("CompleteNumber", "contact.phone") }; break;
                case "EmailURIUniversalCommunication": contact = contact with { Email = context.Inner("URIID", "contact.email") }; break;
                case "TypeCode": break;
                default: context.LeaveUnread("DefinedTradeContact"); break;
            }
        }

        return contact;
    }

    private PostalAddress ReadAddress()
    {
        var address = new PostalAddress();
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "LineOne": address = address with { Street = context.Text("address.street") }; break;
                case "LineTwo" or "LineThree":
                    var line = context.Text("address.additional");
                    address = address with { Additional = address.Additional is null ? line : line is null ? address.Additional : $"{address.Additional}, {line}" };
                    break;
                case "PostcodeCode": address = address with { Postcode = context.Text("address.postcode") }; break;
                case "CityName": address = address with { City = context.Text("address.city") }; break;
                case "CountryID": address = address with { Country = context.Text("address.country") }; break;
                case "CountrySubDivisionName": address = address with { Region = context.Text("address.region") }; break;
                default: context.LeaveUnread("PostalTradeAddress"); break;
            }
        }

        return address;
    }

    /// <summary>The electronic address: a location number, an e-mail address (EM), or one of another scheme.</summary>
    private void ReadAddressOfMail(PartyDraft party)
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            if (_xml.Name != "URIID")
            {
                continue;
            }

            var scheme = _xml.Attribute("schemeID");
            if (_xml.Text() is not { } id)
            {
                continue;
            }

            if (party.Gln is null && XmlContext.IsLocationNumber(scheme, id))
            {
                party.Gln = id;
                context.Found("gln");
            }
            else if (party.Contact.Email is null && id.Contains('@'))
            {
                party.Contact = party.Contact with { Email = id };
                context.Found("contact.email");
            }
        }
    }

    /// <summary>VA is the VAT number, FC a local one, which stays unread.</summary>
    private void ReadTaxNumber(PartyDraft party)
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            if (_xml.Name == "ID" && _xml.Attribute("schemeID") is "VA" or "VAT" or null && party.VatId is null)
            {
                party.VatId = context.Text("vatId");
            }
            else
            {
                context.LeaveUnread("SpecifiedTaxRegistration");
            }
        }
    }
}
