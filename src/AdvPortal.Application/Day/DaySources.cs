using AdvPortal.Application.Orders;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Day;

/// <summary>What clients sent that became no order by itself. A document of nobody yet is everybody's: whoever recognises the sender takes it.</summary>
internal sealed class DocumentsWaiting : IDaySource
{
    private const int UsualHours = 24;

    public Func<DayClients, IEnumerable<DayView.Item>> Ask(DayQuestion day)
    {
        var documents = day.Visit.Ask((
            from document in day.Db.OrderDocuments
            where document.Status == OrderDocumentStatus.NeedsClient || document.Status == OrderDocumentStatus.NeedsReview
            where document.ClientId == null || day.Answered.Any(r => r.ClientId == document.ClientId)
            orderby document.ReceivedAt, document.Id
            select new
            {
                document.Id,
                document.FileName,
                document.ClientId,
                document.Status,
                document.ReceivedAt,
                Hours = day.Db.TenantSettings.Select(s => (int?)s.AcknowledgementHours).FirstOrDefault(),
            }).Take(DayQuestion.MostOfAKind));

        return clients => documents.Rows.Select(document => DayView.Item.Of(
            document.Status is OrderDocumentStatus.NeedsClient ? DayItemKind.DocumentNeedsClient : DayItemKind.DocumentToReview,
            document.Id.Value, document.ReceivedAt.AddHours(document.Hours ?? UsualHours), document.ClientId, clients, document.FileName));
    }
}

/// <summary>Signed clients that nobody has taken over yet: whoever has room does.</summary>
internal sealed class HandoffsToAccept : IDaySource
{
    private static readonly TimeSpan _due = TimeSpan.FromDays(1);

    public Func<DayClients, IEnumerable<DayView.Item>> Ask(DayQuestion day)
    {
        var may = day.Member.May(Permission.AcceptHandoffs);
        var handoffs = day.Visit.Ask(day.Db.Handoffs.Where(h => may && h.Status == Domain.Contracts.HandoffStatus.Submitted).OrderBy(h => h.SubmittedAt).ThenBy(h => h.Id).Take(DayQuestion.MostOfAKind));

        return clients => handoffs.Rows.Select(handoff => DayView.Item.Of(
            DayItemKind.HandoffToAccept, handoff.Id.Value, handoff.SubmittedAt!.Value + _due, handoff.Content.Client.Id, clients, handoff.Content.Client.Name ?? "", handoff.Content.Contract.Reference) with
        {
            ClientName = handoff.Content.Client.Name,
        });
    }
}

/// <summary>What a client says is wrong about what it requires: until somebody reads it, orders are judged by the old words.</summary>
internal sealed class RequirementsCorrected : IDaySource
{
    private static readonly TimeSpan _due = TimeSpan.FromDays(1);

    public Func<DayClients, IEnumerable<DayView.Item>> Ask(DayQuestion day)
    {
        var may = day.Member.May(Permission.ManageRequirements);
        var corrected = day.Visit.Ask((
            from requirement in day.Db.Requirements
            where may && requirement.Correction != null && day.Answered.Any(r => r.ClientId == requirement.ClientId)
            orderby requirement.Id
            select new { requirement.Id, requirement.Number, requirement.ClientId, Correction = requirement.Correction! }).Take(DayQuestion.MostOfAKind));

        return clients => corrected.Rows.Where(row => clients.Find(row.ClientId) is not null).Select(row => DayView.Item.Of(
            DayItemKind.RequirementCorrected, row.Id.Value, row.Correction.At + _due, row.ClientId, clients, Requirement.Name(row.Number), row.Correction.Says));
    }
}

/// <summary>Promises that will not be kept unless somebody moves them, or tells the client.</summary>
internal sealed class PromisesAtRisk : IDaySource
{
    // A day's promise can still be moved until people go home.
    private static readonly TimeOnly _endOfWork = new(18, 0);

    public Func<DayClients, IEnumerable<DayView.Item>> Ask(DayQuestion day)
    {
        var (today, firstDeparture) = (day.Clock.Today, day.FirstDeparture);
        var orders = day.Visit.Ask((
            from order in day.Db.Orders.Where(o => o.OpenLines > 0).UnderWay()
            where order.NextDueOn < today || order.NextShipOn < firstDeparture || order.IsThreatened
            where day.Answered.Any(r => r.ClientId == order.ClientId)
            orderby order.NextDueOn, order.Id
            select new { order.Id, order.Number, order.CustomerReference, order.ClientId, order.NextDueOn, order.OpenLines, order.OutstandingNet, order.Currency }).Take(DayQuestion.MostOfAKind));

        return clients => orders.Rows.Select(order => DayView.Item.Of(
            DayItemKind.PromiseAtRisk, order.Id.Value, day.Clock.At(order.NextDueOn ?? today, _endOfWork), order.ClientId, clients, order.Number, order.CustomerReference) with
        {
            Lines = order.OpenLines,
            TotalNet = order.OutstandingNet,
            Currency = order.Currency,
        });
    }
}

/// <summary>Orders that wait for whoever may let them go. One that is held for a manager or the accounts is theirs, whosever client it is.</summary>
internal sealed class OrdersHeld : IDaySource
{
    private static readonly TimeSpan _due = TimeSpan.FromDays(1);

    public Func<DayClients, IEnumerable<DayView.Item>> Ask(DayQuestion day)
    {
        var release = ReleaseOrder.MayRelease(day.Member);
        var all = release.Any(each => each is not HoldRelease.Anybody);
        var orders = day.Visit.Ask((
            from order in day.Db.Orders
            where order.Status == OrderStatus.OnHold && (all || day.Answered.Any(r => r.ClientId == order.ClientId))
            orderby order.ReceivedAt, order.Id
            select new
            {
                order.Id,
                order.Number,
                order.CustomerReference,
                order.ClientId,
                Client = day.Db.Clients.Where(c => c.Id == order.ClientId).Select(c => c.Name).FirstOrDefault(),
                order.TotalNet,
                order.Currency,
                Lines = order.Lines.Count,
                order.Hold,
            }).Take(DayQuestion.MostOfAKind));

        return clients =>
            from order in orders.Rows
            where order.Hold is not null
            let needed = order.Hold.HasRunOut(day.Clock.Today) ? HoldRelease.Anybody : order.Hold.Release
            where release.Contains(needed) && (needed is not HoldRelease.Anybody || clients.Find(order.ClientId) is not null)
            select DayView.Item.Of(DayItemKind.OrderHeld, order.Id.Value, order.Hold.At + _due, order.ClientId, clients, order.Number, order.CustomerReference) with
            {
                ClientName = order.Client,
                Held = order.Hold.Reason,
                Lines = order.Lines,
                TotalNet = order.TotalNet,
                Currency = order.Currency,
            };
    }
}
