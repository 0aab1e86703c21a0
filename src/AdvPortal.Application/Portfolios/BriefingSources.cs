using AdvPortal.Application.Deliveries;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Portfolios;

/// <summary>What is late, held, threatened, still to be reviewed, or due while the owner is away.</summary>
internal sealed class OrdersOfPeriod : IBriefingSource
{
    public Func<IEnumerable<(ClientId Client, BriefingPoint Point)>> Ask(BriefingQuestion question)
    {
        var (clients, until, today) = (question.Clients, question.Until, question.Clock.Today);
        var departures = Departures.Ask(question.Db, question.Visit);
        var orders = question.Visit.Ask(
            from order in question.Db.Orders
            where clients.Contains(order.ClientId)
            where order.Status == OrderStatus.ToReview || order.Status == OrderStatus.OnHold
                || (order.OpenLines > 0 && (order.NextDueOn <= until || order.NextShipOn <= until || order.IsThreatened))
            select new { order.Id, order.ClientId, order.Number, order.CustomerReference, order.Status, order.NextDueOn, order.NextShipOn, order.IsThreatened, order.OpenLines, order.RequestedOn });

        return () =>
        {
            var first = departures().First(question.Clock);

            return orders.Rows.Select(order => (order.ClientId, new BriefingPoint(
                order.Status switch
                {
                    OrderStatus.OnHold => BriefingKind.Held,
                    OrderStatus.ToReview => BriefingKind.ToReview,
                    _ => PromiseStandings.Of(order.Status, order.NextDueOn, order.NextShipOn, order.IsThreatened, today, first) switch
                    {
                        PromiseStanding.Late => BriefingKind.Late,
                        PromiseStanding.AtRisk => BriefingKind.AtRisk,
                        _ => BriefingKind.Due,
                    },
                },
                order.Id.Value, order.Number, order.CustomerReference, order.Status is OrderStatus.ToReview ? order.RequestedOn : order.NextDueOn, order.OpenLines)));
        };
    }
}

/// <summary>What clients insist on, in their words, and how many open orders it bears on.</summary>
internal sealed class RequirementsOfPeriod : IBriefingSource
{
    public Func<IEnumerable<(ClientId Client, BriefingPoint Point)>> Ask(BriefingQuestion question)
    {
        var (clients, first, last) = (question.Clients, question.From, question.Until);
        var requirements = question.Visit.Ask(
            from requirement in question.Db.Requirements
            where clients.Contains(requirement.ClientId) && requirement.Status == RequirementStatus.InForce && (requirement.RetiredFrom == null || requirement.RetiredFrom > first)
            from revision in requirement.Revisions
            where revision.Status == RequirementStatus.InForce && revision.ValidFrom <= last && (revision.ValidUntil == null || revision.ValidUntil >= first)
            select new
            {
                requirement.Id,
                requirement.ClientId,
                requirement.Number,
                revision.Sentence,
                revision.Severity,
                Orders = question.Db.Orders.Count(o => o.ClientId == requirement.ClientId && (o.Status == OrderStatus.ToReview || o.OpenLines > 0) && o.Findings.Any(f => f.RequirementId == requirement.Id)),
            });

        return () => requirements.Rows.Select(row => (row.ClientId, new BriefingPoint(BriefingKind.Requirement, row.Id.Value, Requirement.Name(row.Number), row.Sentence, null, row.Orders) { IsBlocking = row.Severity is Severity.Block }));
    }
}

/// <summary>What we asked of the client, or of sales, and have no answer to.</summary>
internal sealed class QuestionsAsked : IBriefingSource
{
    public Func<IEnumerable<(ClientId Client, BriefingPoint Point)>> Ask(BriefingQuestion question)
    {
        var clients = question.Clients;
        var asked = question.Visit.Ask(
            from clarification in question.Db.Clarifications
            where clarification.ClientId != null && clients.Contains(clarification.ClientId.Value) && clarification.AnsweredAt == null && clarification.WithdrawnAt == null
            select new { clarification.Id, Client = clarification.ClientId!.Value, clarification.Subject, Order = question.Db.Orders.Where(o => o.Id == clarification.OrderId).Select(o => o.Number).FirstOrDefault() });

        return () => asked.Rows.Select(row => (row.Client, new BriefingPoint(BriefingKind.Question, row.Id.Value, row.Subject, row.Order, null)));
    }
}

/// <summary>What the client sent that somebody has to read.</summary>
internal sealed class DocumentsOfClient : IBriefingSource
{
    public Func<IEnumerable<(ClientId Client, BriefingPoint Point)>> Ask(BriefingQuestion question)
    {
        var clients = question.Clients;
        var documents = question.Visit.Ask(
            from document in question.Db.OrderDocuments
            where document.ClientId != null && clients.Contains(document.ClientId.Value) && document.Status == OrderDocumentStatus.NeedsReview
            select new { document.Id, Client = document.ClientId!.Value, document.FileName });

        return () => documents.Rows.Select(row => (row.Client, new BriefingPoint(BriefingKind.Document, row.Id.Value, row.FileName, null, null)));
    }
}

/// <summary>What the client complains of, and by when its next step is due.</summary>
internal sealed class ComplaintsOpen : IBriefingSource
{
    public Func<IEnumerable<(ClientId Client, BriefingPoint Point)>> Ask(BriefingQuestion question)
    {
        var clients = question.Clients;
        var complaints = question.Visit.Ask(
            from complaint in question.Db.Complaints
            where clients.Contains(complaint.ClientId) && complaint.EndedAt == null
            select new { complaint.Id, complaint.ClientId, complaint.Number, complaint.Subject, complaint.DueOn });

        return () => complaints.Rows.Select(row => (row.ClientId, new BriefingPoint(BriefingKind.Complaint, row.Id.Value, row.Number, row.Subject, row.DueOn)));
    }
}

/// <summary>What the client asked and nobody has answered.</summary>
internal sealed class InquiriesOpen : IBriefingSource
{
    public Func<IEnumerable<(ClientId Client, BriefingPoint Point)>> Ask(BriefingQuestion question)
    {
        var clients = question.Clients;
        var inquiries = question.Visit.Ask(
            from inquiry in question.Db.Inquiries
            where inquiry.ClientId != null && clients.Contains(inquiry.ClientId.Value) && inquiry.Status == InquiryStatus.Open
            select new { inquiry.Id, Client = inquiry.ClientId!.Value, inquiry.Subject, inquiry.PersonName, inquiry.DueAt });

        return () => inquiries.Rows.Select(row => (row.Client, new BriefingPoint(
            BriefingKind.Inquiry, row.Id.Value, row.Subject, row.PersonName, row.DueAt is { } due ? question.Clock.DayOf(due) : null)));
    }
}

/// <summary>Offers that the client waits for, whose deadline is behind us or falls in the period.</summary>
internal sealed class TendersOfPeriod : IBriefingSource
{
    public Func<IEnumerable<(ClientId Client, BriefingPoint Point)>> Ask(BriefingQuestion question)
    {
        var (clients, until) = (question.Clients, question.Clock.At(question.Until.AddDays(1), TimeOnly.MinValue));
        var tenders = question.Visit.Ask(
            from tender in question.Db.Tenders
            where clients.Contains(tender.ClientId) && tender.DueAt < until
            select new { tender.Id, tender.ClientId, tender.Number, tender.Title, DueAt = tender.DueAt!.Value });

        return () => tenders.Rows.Select(row => (row.ClientId, new BriefingPoint(BriefingKind.Tender, row.Id.Value, row.Number, row.Title, question.Clock.DayOf(row.DueAt))));
    }
}
