using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Edifact;

/// <summary>Who buys, sells, receives and pays: NAD with its RFF, CTA and COM.</summary>
internal sealed partial class OrderMessage
{
    /// <summary>COM repeats its composite up to three times since D.97A.</summary>
    private const int MostNumbers = 3;

    private PartyDraft? _party;
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

        if (!Assign(segment[1, 0], _party))
        {
            _unread.Add("unread-party", ref segment);
            return;
        }

        ReadLocationNumber(ref segment, _party);
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

            _line.ShipTo = party;
            return true;
        }

        var (slot, rank) = role switch
        {
            "BY" => ('B', 0),
            "OB" => ('B', 1),
            "SU" => ('S', 0),
            "SE" => ('S', 1),
            "DP" => ('D', 0),
            "ST" => ('D', 1),
            "CN" => ('D', 2),
            "IV" => ('I', 0),
            "BT" => ('I', 1),
            _ => (' ', 0),
        };
        return slot switch
        {
            'B' => Choose(party, rank, Order.Buyer, ref _ranks.Buyer, chosen => Order.Buyer = chosen),
            'S' => Choose(party, rank, Order.Supplier, ref _ranks.Supplier, chosen => Order.Supplier = chosen),
            'D' => Choose(party, rank, Order.ShipTo, ref _ranks.ShipTo, chosen => Order.ShipTo = chosen),
            'I' => Choose(party, rank, Order.Invoicee, ref _ranks.Invoicee, chosen => Order.Invoicee = chosen),
            _ => false,
        };
    }

    private bool Choose(PartyDraft party, int rank, PartyDraft? present, ref int presentRank, Action<PartyDraft> choose)
    {
        if (present is not null)
        {
            var dropped = rank < presentRank ? present : party;
            log.Warning("party-twice", null, dropped.Id ?? "—", dropped.Name ?? "—");
        }

        if (rank < presentRank)
        {
            presentRank = rank;
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
            return;
        }

        for (var element = 1; segment.Has(element, 0) && element <= MostNumbers; element++)
        {
            var contact = _party.Contact;
            Keep(ref segment, segment[element, 1] switch
            {
                "TE" or "AL" or "MO" when contact.Phone is null => contact with { Phone = segment.Text(element) },
                "EM" when contact.Email is null => contact with { Email = segment.Text(element) },
                _ => null,
            });
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
