using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Portfolios;

/// <summary>What is open with every client, counted: asked in the same words wherever loads are compared.</summary>
internal static class OpenWork
{
    private static readonly OrderStatus[] _orders = [.. Enum.GetValues<OrderStatus>().Where(s => s.IsOpen())];
    private static readonly ComplaintStatus[] _complaints = [.. Enum.GetValues<ComplaintStatus>().Where(s => s.IsOpen())];

    /// <param name="db">Where it is asked.</param>
    /// <param name="visit">With what else is asked.</param>
    /// <param name="only">The client that is asked about; null for all.</param>
    public static Func<Func<ClientId, ClientWork>> Ask(AdvDbContext db, Visit visit, ClientId? only = null)
    {
        var orders = visit.Ask(
            from order in db.Orders
            where _orders.Contains(order.Status) && (only == null || order.ClientId == only)
            group order by order.ClientId into open
            select new { ClientId = open.Key, Orders = open.Count(), Lines = open.Sum(o => o.OpenLines) });
        var findings = visit.Ask(
            from order in db.Orders
            where _orders.Contains(order.Status) && (only == null || order.ClientId == only)
            from finding in order.Findings
            where finding.State == FindingState.Open
            group finding by order.ClientId into open
            select new { ClientId = open.Key, Count = open.Count() });
        var requirements = visit.Ask(
            from requirement in db.Requirements
            where requirement.Status == RequirementStatus.InForce && requirement.RetiredFrom == null && (only == null || requirement.ClientId == only)
            group requirement by requirement.ClientId into inForce
            select new { ClientId = inForce.Key, Count = inForce.Count() });
        var exacting = visit.Ask(
            from requirement in db.Requirements
            where requirement.Status == RequirementStatus.InForce && requirement.RetiredFrom == null && (only == null || requirement.ClientId == only)
            from revision in requirement.Revisions
            where revision.Status == RequirementStatus.InForce && (revision.Severity == Severity.Block || revision.Severity == Severity.AutoFix)
            group requirement by requirement.ClientId into strict
            select new { ClientId = strict.Key, Count = strict.Count() });
        var questions = visit.Ask(
            from inquiry in db.Inquiries
            where inquiry.Status == InquiryStatus.Open && inquiry.ClientId != null && (only == null || inquiry.ClientId == only)
            group inquiry by inquiry.ClientId into open
            select new { ClientId = open.Key, Count = open.Count() });
        var complaints = visit.Ask(
            from complaint in db.Complaints
            where _complaints.Contains(complaint.Status) && (only == null || complaint.ClientId == only)
            group complaint by complaint.ClientId into open
            select new { ClientId = open.Key, Count = open.Count() });

        var measured = visit.Ask(db.WorkMeasures.AsNoTracking().OrderBy(m => m.Id).Take(1).Select(m => m.History));

        return () =>
        {
            var weights = WorkWeights.From(measured.Rows is [var history] ? history : WorkHistory.None);
            var byExacting = exacting.Rows.ToDictionary(r => r.ClientId, r => r.Count);
            var (byOrders, byFindings, byRequirements) = (orders.Rows.ToDictionary(o => o.ClientId), findings.Rows.ToDictionary(f => f.ClientId, f => f.Count), requirements.Rows.ToDictionary(r => r.ClientId, r => r.Count));
            var (byQuestions, byComplaints) = (questions.Rows.ToDictionary(q => q.ClientId!.Value, q => q.Count), complaints.Rows.ToDictionary(c => c.ClientId, c => c.Count));

            return client =>
            {
                var open = byOrders.GetValueOrDefault(client);

                return new ClientWork(
                    open?.Orders ?? 0, open?.Lines ?? 0, byFindings.GetValueOrDefault(client), byRequirements.GetValueOrDefault(client),
                    byQuestions.GetValueOrDefault(client), byComplaints.GetValueOrDefault(client))
                { Exacting = byExacting.GetValueOrDefault(client), Weights = weights };
            };
        };
    }
}
