using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Edifact;

/// <summary>Who buys, sells, receives and pays: NAD with its RFF, CTA and COM.</summary>
internal sealed partial class OrderMessage
{
    /// <summary>COM repeats its composite up to three times since D.97A.</summary>
    private const int MostNumbers = 3;

    /// <summary>The name of a value that has no place in the document.</summary>
    private const string Untaken = "~";

    private PartyDraft? _party;

    /// <summary>The name of the party in the document (<c>buyer.</c>); null for one that is not taken.</summary>
    private string? _role;
    private (int Buyer, int Supplier, int ShipTo, int Invoicee) _ranks = (int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);

    private void ReadParty(ref SegmentCursor segment)
    {
        TellOverflow(ref segment, 4, 6);
        TellOverflow(ref segment, 5, 4);
        _party = new()
        {
            Id = segment.Text(2),
            Name = segment.Joined(4, 0, 4),
            Address = new(
                segment.Joined(5, 0, 3),
                segment.Text(8),
                segment.Text(6),
                segment.Text(9),
                Additional: segment.Has(4, 0) && !segment[4, 0].IsEmpty ? segment.Joined(3, 0, 4) : null,
                Region: segment.Text(7)),
        };
        if (_party.Name is null && segment.Text(3) is { } first)
        {
            // C058 is name and address unsorted: the first line is the name by use, the rest stays together.
            _party.Name = first;
            _party.Address = _party.Address with { Street = _party.Address.Street ?? segment.Joined(3, 1, 4) };
        }

        _role = null;
        if (!Assign(segment[1, 0], _party))
        {
            _unread.Add("unread-party", ref segment);
            return;
        }

        ReadLocationNumber(ref segment, _party);
        if (spots is not null)
        {
            FoundParty(ref segment, _party);
        }
    }

    private void FoundParty(ref SegmentCursor segment, PartyDraft party)
    {
        FoundParty(ref segment, "id", 2);
        if (party.Gln is not null)
        {
            FoundParty(ref segment, "gln", 2);
        }

        var isNameApart = segment.Text(4) is not null;
        if (isNameApart)
        {
            FoundParty(ref segment, "name", 4, 0, 4);
        }
        else
        {
            FoundParty(ref segment, "name", 3);
        }

        FoundParty(ref segment, isNameApart ? "address.additional" : "address.street", 3, isNameApart ? 0 : 1, 4);
        FoundParty(ref segment, "address.street", 5, 0, 3);
        FoundParty(ref segment, "address.city", 6);
        FoundParty(ref segment, "address.region", 7);
        FoundParty(ref segment, "address.postcode", 8);
        FoundParty(ref segment, "address.country", 9);
    }

    private void FoundParty(ref SegmentCursor segment, string field, int element, int component = 0, int until = 0)
    {
        if (spots is not null && _role is not null)
        {
            Found(ref segment, _role + field, element, component, until);
        }
    }

    /// <summary>3055 is 9 for GS1; other agencies' thirteen digits are their own business (91 the seller's, 92 the buyer's).</summary>
    private void ReadLocationNumber(ref SegmentCursor segment, PartyDraft party)
    {
        if (party.Id is not { } id)
        {
            return;
        }

        var isGs1 = segment[2, 2] is "9";
        if (isGs1 && Gs1.LooksLikeGln(id))
        {
            party.Gln = id;
        }
        else if (isGs1)
        {
            log.Warning("gln-invalid", Where(ref segment), id);
        }
        else if (segment[2, 2].IsEmpty && Gs1.LooksLikeGln(id) && Gs1.HasValidCheckDigit(id))
        {
            party.Gln = id;
            log.Info("id-read-as-gln", Where(ref segment), id);
        }
        else if (Gs1.LooksLikeGln(id))
        {
            log.Info("id-not-gln", Where(ref segment), id, segment.Text(2, 2) ?? "—");
        }
    }

    /// <summary>Gives a party its place by 3035; where two qualifiers mean the same, the more precise wins and the other is told.</summary>
    private bool Assign(ReadOnlySpan<char> role, PartyDraft party)
    {
        if (_line is not null)
        {
            if (role is not ("DP" or "ST") || _line.ShipTo is not null)
            {
                return false;
            }

            (_line.ShipTo, _role) = (party, "shipTo.");
            return true;
        }

        var (slot, rank) = role switch
        {
            "BY" => ('B', 0),
            "OB" => ('B', 1),
            "SU" => ('S', 0),
            "SE" => ('S', 1),
            "VN" => ('S', 2),
            "DP" => ('D', 0),
            "ST" => ('D', 1),
            "CN" => ('D', 2),
            "IV" => ('I', 0),
            "BT" => ('I', 1),
            _ => (' ', 0),
        };
        return slot switch
        {
            'B' => Choose(party, rank, "buyer.", Order.Buyer, ref _ranks.Buyer, chosen => Order.Buyer = chosen),
            'S' => Choose(party, rank, "supplier.", Order.Supplier, ref _ranks.Supplier, chosen => Order.Supplier = chosen),
            'D' => Choose(party, rank, "shipTo.", Order.ShipTo, ref _ranks.ShipTo, chosen => Order.ShipTo = chosen),
            'I' => Choose(party, rank, "invoicee.", Order.Invoicee, ref _ranks.Invoicee, chosen => Order.Invoicee = chosen),
            _ => false,
        };
    }

    private bool Choose(PartyDraft party, int rank, string role, PartyDraft? present, ref int presentRank, Action<PartyDraft> choose)
    {
        if (present is not null)
        {
            var dropped = rank < presentRank ? present : party;
            log.Warning("party-twice", null, dropped.Id ?? "—", dropped.Name ?? "—");
        }

        if (rank < presentRank)
        {
            (presentRank, _role) = (rank, role);
            spots?.Forget(role);
            choose(party);
        }

        return true;
    }

    private void ReadContact(ref SegmentCursor segment)
    {
        if (_party is null)
        {
            _unread.Add("unread-contact", ref segment);
            return;
        }

        if (segment.Tag is "CTA")
        {
            var name = segment.Text(2, 1) ?? segment.Text(2);
            Keep(ref segment, _party.Contact.Name is null && name is not null ? _party.Contact with { Name = name } : null);
            FoundParty(ref segment, "contact.name", 2, 0, 1);
            return;
        }

        for (var element = 1; segment.Has(element, 0) && element <= MostNumbers; element++)
        {
            var contact = _party.Contact;
            var kept = segment[element, 1] switch
            {
                "TE" or "AL" or "MO" when contact.Phone is null => contact with { Phone = segment.Text(element) },
                "EM" when contact.Email is null => contact with { Email = segment.Text(element) },
                _ => null,
            };
            Keep(ref segment, kept);
            FoundParty(ref segment, kept is null ? Untaken : kept.Email == contact.Email ? "contact.phone" : "contact.email", element);
        }
    }

    private void Keep(ref SegmentCursor segment, PartyContact? contact)
    {
        if (contact is null)
        {
            _unread.Add("unread-contact", ref segment);
            return;
        }

        _party!.Contact = contact;
    }
}
