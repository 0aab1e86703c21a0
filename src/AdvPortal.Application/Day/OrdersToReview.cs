using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Day;

/// <summary>Orders whose client waits for an answer, and what their clients require of them.</summary>
internal static class OrdersToReview
{
    public static Answer<Row> Ask(DayQuestion day) => day.Visit.Ask((
        from order in day.Db.Orders
        where order.Status == OrderStatus.ToReview && day.Answered.Any(r => r.ClientId == order.ClientId)
        orderby order.AcknowledgementDueAt, order.Id
        select new Row
        {
            Id = order.Id,
            Number = order.Number,
            Reference = order.CustomerReference,
            ClientId = order.ClientId,
            DueAt = order.AcknowledgementDueAt,
            Lines = order.Lines.Count,
            TotalNet = order.TotalNet,
            Currency = order.Currency,
            Findings = order.Findings.Where(f => f.Step == Moments.None).Select(f => new FindingRow(f.Kind, f.Severity, f.State, f.RequirementId, f.Sentence, f.After)).ToList(),
        }).Take(DayQuestion.MostOfAKind));

    public static IEnumerable<DayView.Item> Items(IEnumerable<Row> orders, DayClients clients) =>
        from order in orders
        let open = order.Findings.Where(f => f.State is FindingState.Open).ToList()
        let client = clients.Find(order.ClientId)
        select new DayView.Item(
            DayItemKind.OrderToReview, order.Id.Value, order.DueAt, order.ClientId, client?.Name, order.Number, order.Reference,
            order.Lines, open.Count, open.Count(f => f.Severity is Severity.Block or Severity.AutoFix),
            open.Count(f => f.Kind == FindingKinds.PriceDiffers), open.Exists(f => f.Kind == FindingKinds.DuplicateReference),
            order.Findings.Where(f => f.State is not FindingState.Waived).Max(f => f.After?.DeliverOn),
            order.TotalNet, order.Currency, client?.ForId, client?.ForName);

    public static IReadOnlyList<DayView.Sentence> Sentences(IEnumerable<Row> orders, DayClients clients) =>
        [.. from order in orders
            let client = clients.Find(order.ClientId)
            where client is not null
            from finding in order.Findings.Where(f => f.RequirementId is not null && f.Sentence is not null).DistinctBy(f => f.RequirementId)
            group client by (finding.RequirementId, finding.Sentence, finding.Kind, order.ClientId) into sentence
            orderby sentence.Count() descending
            select new DayView.Sentence(
                sentence.Key.RequirementId!.Value, sentence.Key.Sentence!, sentence.Key.Kind, sentence.Key.ClientId, sentence.First().Name, sentence.Count())];

    internal sealed class Row
    {
        public OrderId Id { get; init; }
        public string Number { get; init; } = "";
        public string? Reference { get; init; }
        public ClientId ClientId { get; init; }
        public DateTimeOffset DueAt { get; init; }
        public int Lines { get; init; }
        public decimal TotalNet { get; init; }
        public string Currency { get; init; } = "";
        public IReadOnlyList<FindingRow> Findings { get; init; } = [];
    }

    internal sealed record FindingRow(string Kind, Severity Severity, FindingState State, RequirementId? RequirementId, string? Sentence, FindingValues? After);
}
