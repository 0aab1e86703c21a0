using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Where the goods are wanted, and when.</summary>
internal sealed partial class TextOrders
{
    private const int LongestAddress = 6;

    private bool TakeAddress(MailLine line)
    {
        var text = line.Text.Trim();
        if (line.Cells is not null || ++_addressLines > LongestAddress || text.Length == 0)
        {
            return false;
        }

        text = PlaceIn(text, line);
        var isInvoicee = _section == MailLabel.InvoiceeSection;
        var party = isInvoicee ? _order.Invoicee ??= new() : _order.ShipTo ??= new();
        var whole = party.Address.Street is null ? text : $"{party.Address.Street}, {text}";
        party.Address = MailAddress.Of(whole);
        if (isInvoicee)
        {
            return true;
        }

        spots.Head(Orders.Count - 1, "shipTo.address", line);
        return true;
    }

    private void PutAddress(OrderColumn column, string value)
    {
        var party = _section == MailLabel.BuyerSection ? _order.Buyer ??= new() : _order.ShipTo ??= new();
        party.Address = column switch
        {
            OrderColumn.ShipToAdditional => party.Address with { Additional = value },
            OrderColumn.ShipToRegion => party.Address with { Region = value },
            OrderColumn.ShipToPostcode => party.Address with { Postcode = value },
            OrderColumn.ShipToCity => party.Address with { City = value },
            OrderColumn.ShipToCountry => party.Address with { Country = value },
            _ => MailAddress.Of(value),
        };
    }

    /// <summary>The place that a value names; a day that it is wanted there for is the order's.</summary>
    private string PlaceIn(string value, MailLine line)
    {
        var (place, wanted) = _delivery.Apart(value, line);
        if (wanted is not null)
        {
            Want(wanted);
            spots.Head(Orders.Count - 1, "requestedDelivery", line, line.Text.IndexOf(wanted.Text, StringComparison.Ordinal), wanted.Length);
        }

        return place;
    }

    /// <summary>A place that a sentence names, where no label has said it.</summary>
    private void TakePlaceOf(MailLine line, IReadOnlyList<WordDate> dates)
    {
        if (_order.ShipTo is null && WordPlaces.In(ItemTokens.Blanked(line.Text, dates)) is var (start, place))
        {
            TakePlace(place);
            spots.Head(Orders.Count - 1, "shipTo.address", line, start, place.Length);
        }
    }

    /// <summary>A place is an address where it has a number and more than a word; a code where it looks like one.</summary>
    private void TakePlace(string value)
    {
        var party = _order.ShipTo ??= new();
        if (value.Any(char.IsAsciiDigit) && value.Contains(' ', StringComparison.Ordinal))
        {
            party.Address = MailAddress.Of(value);
        }
        else if (value.Any(char.IsAsciiDigit) || !value.Any(char.IsLower))
        {
            party.Id = value;
        }
        else
        {
            party.Name = value;
        }
    }

    private void TakeShipToCode(MailLine line, ref string blanked)
    {
        if (ShipToCode().Match(blanked) is { Success: true } found)
        {
            var code = found.Groups["code"];
            (_order.ShipTo ??= new()).Id ??= code.Value;
            spots.Head(Orders.Count - 1, "shipTo.id", line, code.Index, code.Length);
            blanked = string.Concat(blanked.AsSpan(0, found.Index), new string(' ', found.Length), blanked.AsSpan(found.Index + found.Length));
        }
    }

    private void Want(WordDate? wanted)
    {
        if (wanted is { End: { } end })
        {
            (_order.Delivery.Start, _order.Delivery.End) = (wanted.Day, end);
        }
        else
        {
            _order.Delivery.Date ??= wanted?.Day;
        }
    }

    [GeneratedRegex(@"(?<![\w-])(?:ship(?:ping)?(?:\s+to)?\s*:?\s+(?-i:(?<code>(?=[A-Z0-9-]*-)[A-Z0-9]+(?:-[A-Z0-9]+)+))|(?-i:(?<code>(?=[A-Z0-9-]*-)[A-Z0-9]+(?:-[A-Z0-9]+)+))\s+ship-?to)(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex ShipToCode();
}
