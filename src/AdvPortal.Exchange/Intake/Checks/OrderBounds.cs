using System.Globalization;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Checks;

/// <summary>
/// Brings what a file says into the bounds of an order: a file is never refused for one value. The document keeps what it says; the order
/// gets what fits, and every value that did not is told.
/// </summary>
public static class OrderBounds
{
    /// <summary>The order as it can be placed: every line has a number of its own, no text is too long, no number too large.</summary>
    public static PurchaseOrder Fit(PurchaseOrder order) => Fit(order, new ProblemLog(), name: null);

    internal static DocumentReading Check(DocumentReading reading)
    {
        var log = new ProblemLog();

        foreach (var order in reading.Orders)
        {
            Fit(order, log, reading.Orders.Count > 1 ? order.OrderNumber : null);
        }

        return log.Problems() is { Count: > 0 } found
            ? reading with { Problems = [.. reading.Problems, .. found], Verdict = log.Verdict > reading.Verdict ? log.Verdict : reading.Verdict }
            : reading;
    }

    private static PurchaseOrder Fit(PurchaseOrder order, ProblemLog log, string? name)
    {
        // Nearly every order: read a thousand times as often as anything is found.
        if (Fits(order))
        {
            return order;
        }

        var numbers = new LineNumbers(order.Lines);
        var where = name is null ? null : Place.Order(Cut(name, Order.CustomerReferenceMaxLength));
        var reference = Fit(order.OrderNumber, Order.CustomerReferenceMaxLength, "value-reference", where, log);

        return order with
        {
            OrderNumber = reference,
            Lines = [.. order.Lines.Select((line, index) => Fit(line, numbers.Next(line.LineNo, index), log, name is null ? null : reference))],
        };
    }

    private static PurchaseOrderLine Fit(PurchaseOrderLine line, string lineNo, ProblemLog log, string? order)
    {
        if (line.LineNo == lineNo && Fits(line))
        {
            return line;
        }

        var where = Place.Line(lineNo, order);

        if (line.LineNo is { } given && given != lineNo)
        {
            log.Warning("line-renumbered", where, Cut(given, OrderLine.LineNoMaxLength), lineNo);
        }

        var quantity = Fit(line.Quantity, LineAmounts.MostQuantity, "value-quantity", where, log);
        var priceBase = Fit(line.PriceBaseQuantity, LineAmounts.MostQuantity, "value-price-base", where, log);
        priceBase = priceBase is > 0 and < LineAmounts.LeastPriceBase ? Drop(priceBase.Value, "value-price-base", where, log) : priceBase;
        var price = Fit(line.NetPrice, LineAmounts.MostPrice, "value-price", where, log);

        if (price is { } each && !LineAmounts.Fit(quantity, each, UnitsOf(priceBase)))
        {
            price = Drop(each, "value-price", where, log);
        }

        return line with
        {
            LineNo = lineNo,
            Quantity = quantity,
            PriceBaseQuantity = priceBase,
            NetPrice = price,
            BuyerCode = Fit(line.BuyerCode, BuyerCode.CodeMaxLength, "value-code", where, log),
            SupplierCode = Fit(line.SupplierCode, Product.CodeMaxLength, "value-code", where, log),
        };
    }

    private static bool Fits(PurchaseOrder order)
    {
        var numbers = order.Lines.Count > 1 ? new HashSet<string>(order.Lines.Count, StringComparer.Ordinal) : null;

        foreach (var line in order.Lines)
        {
            if (line.LineNo is not { Length: <= OrderLine.LineNoMaxLength } no || numbers?.Add(no) is false || !Fits(line))
            {
                return false;
            }
        }

        return !(order.OrderNumber?.Length > Order.CustomerReferenceMaxLength);
    }

    private static bool Fits(PurchaseOrderLine line) =>
        LineAmounts.Fit(line.Quantity, line.NetPrice, UnitsOf(line.PriceBaseQuantity)) && !(line.BuyerCode?.Length > BuyerCode.CodeMaxLength) && !(line.SupplierCode?.Length > Product.CodeMaxLength);

    // What is no base is told elsewhere, and counts as one.
    private static decimal UnitsOf(decimal? priceBase) => priceBase is > 0 and var units ? units : 1;

    private static decimal? Fit(decimal? value, decimal most, string what, Message where, ProblemLog log) =>
        value is { } number && Math.Abs(number) > most ? Drop(number, what, where, log) : value;

    private static decimal? Drop(decimal number, string what, Message where, ProblemLog log)
    {
        log.Error("number-out-of-bounds", where, ProblemText.Word(what), number.ToString(CultureInfo.InvariantCulture));

        return null;
    }

    private static string? Fit(string? text, int most, string what, Message? where, ProblemLog log)
    {
        if (text is null || text.Length <= most)
        {
            return text;
        }

        log.Warning("text-too-long", where, ProblemText.Word(what), Place.Text(most));

        return Cut(text, most);
    }

    // The mark at the end keeps half a code from being taken for another one.
    private static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";

    /// <summary>Gives every line a number of its own: the file's, where it is the first to bear it.</summary>
    private sealed class LineNumbers(IReadOnlyList<PurchaseOrderLine> lines)
    {
        private readonly HashSet<string> _given = [.. lines.Select(line => line.LineNo).OfType<string>().Where(no => no.Length <= OrderLine.LineNoMaxLength)];
        private readonly HashSet<string> _taken = new(lines.Count, StringComparer.Ordinal);
        private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);

        public string Next(string? given, int index)
        {
            var wanted = given ?? Place.Text(index + 1);

            if (wanted.Length <= OrderLine.LineNoMaxLength && (given is not null || !_given.Contains(wanted)) && _taken.Add(wanted))
            {
                return wanted;
            }

            // Room for a dash and as many digits as there can be lines.
            wanted = Cut(wanted, OrderLine.LineNoMaxLength - 6);

            while (true)
            {
                var times = _times[wanted] = _times.GetValueOrDefault(wanted, 1) + 1;
                var other = $"{wanted}-{Place.Text(times)}";

                if (!_given.Contains(other) && _taken.Add(other))
                {
                    return other;
                }
            }
        }
    }
}
