using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Messages whose files order.</summary>
internal sealed partial class MailReader
{
    /// <summary>The files order; the words around them may say the number, the day and the place, and what else the client wants.</summary>
    private DocumentReading OfFiles(IReadOnlyList<MailLine> lines, MailStyle style, string? number)
    {
        var orders = _files.Orders.ConvertAll(order => order.Order);
        var aside = new ProblemLog();
        var words = new TextOrders(aside, style, guide: null, MailSpots.Unseen);
        words.Read(lines, number, mayLackCode: false);
        var said = words.Orders[0];
        if (words.Orders.Exists(order => order.Lines.Count > 0))
        {
            _log.Warning("mail-text-orders-too", null);
        }

        if (orders is [var only])
        {
            orders[0] = Completed(only, said);
        }

        if (words.Prose.Length > 0)
        {
            _log.Info("mail-says", null, words.Prose[..Math.Min(words.Prose.Length, 300)]);
            orders = orders.ConvertAll(order => order with { Notes = [.. order.Notes, words.Prose] });
        }

        _layout = _files.Readings.Select(read => read.Reading.Layout).FirstOrDefault(layout => layout is not null);
        return Answer(_log.Reading(DocumentFormat.Email, orders));
    }

    private PurchaseOrder Completed(PurchaseOrder order, OrderDraft said)
    {
        var number = order.OrderNumber ?? said.OrderNumber;
        if (said.OrderNumber is { } other && order.OrderNumber is { } own && !TextOrders.SameNumber(own, other))
        {
            _log.Warning("mail-number-differs", null, other, own);
        }

        var delivery = order.RequestedDelivery ?? said.Delivery.Build();
        if (order.RequestedDelivery?.Date is { } wanted && said.Delivery.Date is { } day && wanted != day)
        {
            _log.Warning("mail-date-differs", null, OrderChecks.Iso(day), OrderChecks.Iso(wanted));
        }

        if ((order.OrderNumber, order.RequestedDelivery) is var had && (had.OrderNumber != number || had.RequestedDelivery != delivery))
        {
            _log.Info("mail-completes", null);
        }

        return order with { OrderNumber = number, RequestedDelivery = delivery, ShipTo = order.ShipTo ?? said.ShipTo?.Build() };
    }

    private void TellFiles()
    {
        foreach (var read in _files.Readings.Where(read => read.Reading.Orders.Count == 0))
        {
            _log.Info("mail-file-without-order", null, MailFiles.NameOf(read.File));
        }
    }
}
