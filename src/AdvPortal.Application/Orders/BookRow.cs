using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Orders;

/// <summary>One order as the eye runs over it in a list.</summary>
public sealed record BookRow
{
    public OrderId Id { get; init; }
    public string Number { get; init; } = "";
    public int Version { get; init; }
    public string? Reference { get; init; }
    public ClientId ClientId { get; init; }
    public string ClientName { get; init; } = "";
    public string? SiteName { get; init; }
    public int Lines { get; init; }

    /// <summary>Lines of which all has left.</summary>
    public int ShippedLines { get; init; }

    public int OpenLines { get; init; }
    public DateOnly? RequestedOn { get; init; }

    /// <summary>The next arrival of what is outstanding, else that of the last line.</summary>
    public DateOnly? PromisedOn { get; init; }

    public OrderStatus Status { get; init; }
    public PromiseStanding Standing { get; init; }
    public DateTimeOffset AcknowledgementDueAt { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Points that wait for an answer before it can be promised.</summary>
    public int OpenFindings { get; init; }

    public decimal TotalNet { get; init; }
    public decimal OutstandingNet { get; init; }
    public string Currency { get; init; } = "";

    /// <summary>The kinds of rules that have something to say of it.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Whoever answers for its client, or whom it was given to.</summary>
    public MemberId? OwnerId { get; init; }
    public string? OwnerName { get; init; }
    public MemberId? ActingOwnerId { get; init; }

    /// <summary>Null while the owner answers.</summary>
    public string? ActingOwnerName { get; init; }

    /// <summary>How far the promise is from the wish, in days; null without both.</summary>
    public int? Gap => PromisedOn is { } promised && RequestedOn is { } requested ? promised.DayNumber - requested.DayNumber : null;

    /// <summary>In no particular order.</summary>
    // A client that is archived keeps its orders, and its name on them.
    internal static IQueryable<Stored> Read(AdvDbContext db, IQueryable<Order> orders, int half) =>
        from order in orders.IgnoreQueryFilters([Filters.Archived])
        join answering in db.ResponsibilitiesAt(half) on order.ClientId equals answering.ClientId
        select new Stored
        {
            NextDueOn = order.NextDueOn,
            NextShipOn = order.NextShipOn,
            IsThreatened = order.IsThreatened,
            Kinds = order.Findings.Where(f => f.RequirementId != null).Select(f => f.Kind).ToList(),
            Row = new()
            {
                Id = order.Id,
                Number = order.Number,
                Version = order.Version,
                Reference = order.CustomerReference,
                ClientId = order.ClientId,
                ClientName = db.Clients.Where(c => c.Id == order.ClientId).Select(c => c.Name).FirstOrDefault() ?? "",
                SiteName = db.Sites.Where(s => s.Id == order.SiteId).Select(s => s.Name).FirstOrDefault(),
                Lines = order.Lines.Count,
                ShippedLines = order.Lines.Count(l => l.ShippedQuantity > 0 && l.OutstandingQuantity == 0),
                OpenLines = order.OpenLines,
                RequestedOn = order.RequestedOn,
                PromisedOn = order.NextDueOn ?? order.PromisedOn,
                Status = order.Status,
                AcknowledgementDueAt = order.AcknowledgementDueAt,
                ReceivedAt = order.ReceivedAt,
                OpenFindings = order.Findings.Count(f => f.State == FindingState.Open && f.Step == Moments.None),
                TotalNet = order.TotalNet,
                OutstandingNet = order.OutstandingNet,
                Currency = order.Currency,
                OwnerId = order.HandlerId ?? answering.OwnerId,
                ActingOwnerId = order.HandlerId != null ? null : answering.ActingOwnerId,
            },
        };

    internal sealed class Stored
    {
        public DateOnly? NextDueOn { get; init; }
        public DateOnly? NextShipOn { get; init; }
        public bool IsThreatened { get; init; }
        public IReadOnlyList<string> Kinds { get; init; } = [];
        public BookRow Row { get; init; } = null!;

        public BookRow On(DateOnly today, DateOnly firstDeparture, IReadOnlyDictionary<MemberId, string> names) => Row with
        {
            Standing = PromiseStandings.Of(Row.Status, NextDueOn, NextShipOn, IsThreatened, today, firstDeparture),
            Kinds = [.. Kinds.Distinct(StringComparer.Ordinal)],
            OwnerName = Row.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null,
            ActingOwnerName = Row.ActingOwnerId is { } acting ? names.GetValueOrDefault(acting) : null,
        };
    }
}
