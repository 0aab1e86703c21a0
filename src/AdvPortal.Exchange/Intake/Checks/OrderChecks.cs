using System.Globalization;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Checks;

/// <summary>What every order is asked, whatever its format: is it complete, and does it agree with itself?</summary>
/// <param name="severalOrders">The file holds several orders: places name theirs.</param>
/// <param name="isMessage">A message in a standard format, which owes a date of issue and a buyer; a table does not.</param>
/// <param name="mayHoldPlaceholders">False when the whole text was searched and none was found.</param>
internal sealed class OrderChecks(ProblemLog log, bool severalOrders, bool isMessage, bool mayHoldPlaceholders)
{
    public void Check(OrderDraft order)
    {
        var name = severalOrders ? order.OrderNumber : null;
        var where = name is null ? null : Place.Order(name);
        if (order.OrderNumber is null)
        {
            log.Error("order-number-missing", where);
        }

        CheckDates(order, where);
        CheckParties(order, where);
        CheckPlaceholders(where, order.OrderNumber, order.ContractReference);
        if (order.Lines.Count == 0)
        {
            log.Error("no-lines", where);
            return;
        }

        var prices = order.Lines.Count(line => line.NetPrice is not null);
        if (prices == 0)
        {
            log.Info("prices-missing", where);
        }
        else if (prices < order.Lines.Count)
        {
            log.Warning("some-prices-missing", where, Place.Text(order.Lines.Count - prices));
        }

        if (order.Currency is null)
        {
            log.Info("currency-missing", where);
        }
        else if (order.Currency.Length != 3 || !order.Currency.All(char.IsAsciiLetterUpper))
        {
            log.Warning("currency-invalid", where, order.Currency);
        }

        new LineChecks(log, name, isMessage, mayHoldPlaceholders).Check(order.Lines);
        CheckTotals(order, where);
    }

    private void CheckDates(OrderDraft order, Message? where)
    {
        if (order is { IssueDate: null, HasUnreadableIssueDate: false })
        {
            log.Add(isMessage ? ProblemSeverity.Warning : ProblemSeverity.Info, "issue-date-missing", where);
        }

        var (date, start, end) = (order.Delivery.Date, order.Delivery.Start, order.Delivery.End);
        var first = date ?? start ?? end;
        if (first is null)
        {
            if (!order.Lines.Exists(line => (line.DeliveryDate ?? line.DeliveryStart ?? line.DeliveryEnd) is not null))
            {
                log.Info("delivery-missing", where);
            }

            return;
        }

        if (first < order.IssueDate)
        {
            log.Warning("delivery-before-issue", where, Iso(first.Value), Iso(order.IssueDate.Value));
        }
        else if (first == order.IssueDate)
        {
            log.Warning("delivery-on-issue-day", where, Iso(first.Value));
        }

        if (start > end)
        {
            log.Error("window-reversed", where, Iso(start.Value), Iso(end.Value));
        }
        else if (date is null && start is not null && end is not null && start != end)
        {
            log.Info("delivery-window", where, Iso(start.Value), Iso(end.Value));
        }
        else if (date is not null && (date < start || date > end))
        {
            log.Warning("delivery-outside-window", where, Iso(date.Value), start is null ? "" : Iso(start.Value), end is null ? "" : Iso(end.Value));
        }
    }

    private void CheckParties(OrderDraft order, Message? where)
    {
        if (order.Buyer is null or { IsEmpty: true })
        {
            log.Add(isMessage ? ProblemSeverity.Warning : ProblemSeverity.Info, "buyer-missing", where);
        }
        else if (order.Buyer is { Name: null, Gln: null })
        {
            log.Warning("buyer-without-name", where, order.Buyer.Id ?? order.Buyer.VatId ?? "—");
        }

        CheckParty(order.Buyer, "role-buyer", where);
        CheckParty(order.Supplier, "role-supplier", where);
        CheckParty(order.ShipTo, "role-ship-to", where);
        CheckParty(order.Invoicee, "role-invoicee", where);
    }

    private void CheckParty(PartyDraft? party, string role, Message? where)
    {
        if (party is null)
        {
            return;
        }

        if (party.Gln is not null && !Gs1.HasValidCheckDigit(party.Gln))
        {
            log.Warning("gln-check-digit", where, ProblemText.Word(role), party.Gln);
        }

        if (party is { Name: null, Address: { Country: not null, Street: null, City: null, Postcode: null } })
        {
            log.Warning("party-only-country", where, ProblemText.Word(role), party.Address.Country);
        }

        CheckPlaceholders(where, party.Name, party.Gln, party.Id, party.VatId, party.Address.Street, party.Address.City);
    }

    private void CheckPlaceholders(Message? where, params ReadOnlySpan<string?> texts)
    {
        if (!mayHoldPlaceholders)
        {
            return;
        }

        foreach (var text in texts)
        {
            if (Placeholders.Is(text))
            {
                log.Error("placeholder", where, text!);
            }
        }
    }

    private void CheckTotals(OrderDraft order, Message? where)
    {
        if (order.LineExtension is { } total && order.Lines.TrueForAll(line => line.LineAmount is not null)
            && order.Lines.Sum(line => line.LineAmount!.Value) is var sum && Math.Abs(sum - total) > LineChecks.Cent)
        {
            log.Error("totals-differ", where, total.ToString(CultureInfo.InvariantCulture), sum.ToString(CultureInfo.InvariantCulture));
        }
    }

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
