namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Tables, drawn in text or in HTML.</summary>
internal sealed partial class TextOrders
{
    /// <summary>What every order is asked at the end: a table that lacks it says nothing, the message may have it elsewhere.</summary>
    private static readonly string[] AskedLater =
    [
        "order-number-missing", "issue-date-missing", "delivery-missing", "delivery-before-issue", "delivery-on-issue-day", "buyer-missing", "no-lines", "prices-missing", "some-prices-missing",
        "currency-missing", "currency-invalid", "currency-sign", "placeholder", "totals-differ", "line-number-twice", "same-article", "line-without-code", "gtin-check-digit", "quantity-missing", "quantity-zero",
        "quantity-negative", "unit-unknown", "price-negative", "price-zero", "price-base-invalid", "line-amount-differs",
    ];

    private void TakeTable(IReadOnlyList<MailLine> lines, int at, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        List<(string Value, int Row)> places = [];
        if (TextTable.Read(lines, at, rows, style, guide, (value, row, _) => places.Add((value, row))) is not { } reading)
        {
            return;
        }

        _columns.AddRange(reading.Layout?.Columns ?? []);
        if (reading.Problems.Any(problem => problem.Code == "currency-sign"))
        {
            Price("$");
        }

        foreach (var problem in reading.Problems.Where(problem => !AskedLater.Contains(problem.Code, StringComparer.Ordinal)))
        {
            log.Add(problem.Severity, problem.Code, problem.Where, [.. problem.Message.Parts]);
        }

        foreach (var order in reading.Orders)
        {
            if (order.OrderNumber is { Length: > 0 } number)
            {
                Begin(number, lines[at]);
            }

            _order.Currency ??= order.Currency;
            _order.Delivery.Date ??= order.RequestedDelivery?.Date;
            _order.LineExtension ??= order.Totals?.LineExtension;
            _order.Payable ??= order.Totals?.Payable;
            if (reading.Orders.Count == 1)
            {
                spots.Move(places, Orders.Count - 1, _order.Lines.Count, lines);
            }

            _order.Lines.AddRange(order.Lines.Select(TextTable.Draft));
        }
    }
}
