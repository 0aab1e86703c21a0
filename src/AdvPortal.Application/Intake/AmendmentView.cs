using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Application.Intake;

/// <summary>A client's change as a person decides on it: which order, what differs line by line, and what it would do to dates and findings.</summary>
/// <param name="Order">Null while it is not known which order is meant.</param>
/// <param name="Candidates">The orders that may be meant, while it is not known.</param>
/// <param name="IsCancellation">Nothing is to be left of the order.</param>
public sealed record AmendmentView(
    OrderDocumentView Document, AmendmentView.Target? Order, IReadOnlyList<AmendmentView.Target> Candidates, bool IsCancellation, HeadDifference Head, IReadOnlyList<AmendmentView.Row> Lines)
{
    /// <summary>The order as it stands and as it would; null where it cannot be changed, and once it is decided.</summary>
    public Outlook? WouldBe { get; init; }

    /// <summary>Why it cannot be applied as it is.</summary>
    public Message? Obstacle { get; init; }

    /// <summary>What was decided; null before.</summary>
    public DecidedAmendment? Decided { get; init; }

    /// <summary>Documents that say the same, sent before or after.</summary>
    public IReadOnlyList<Twin> SameAs { get; init; } = [];

    /// <summary>Where the document wants the goods, when nobody knows that place.</summary>
    public Party? UnknownPlace { get; init; }

    /// <summary>By id, so that the places before and after have names.</summary>
    public IReadOnlyDictionary<Guid, string> SiteNames { get; init; } = new Dictionary<Guid, string>();

    /// <param name="Total">Before tax, in <paramref name="Currency"/>.</param>
    public sealed record Target(OrderId Id, string Number, int Version, string? CustomerReference, OrderStatus Status, ClientId ClientId, string ClientName, DateTimeOffset ReceivedAt, DateOnly? PromisedOn, decimal Total, string Currency);

    /// <summary>One line before and after, with the dates promised.</summary>
    /// <param name="IsAbsent">To be given up only because the new order does not name it.</param>
    public sealed record Row(string LineNo, LineDifferenceKind Kind, bool IsAbsent, IReadOnlyList<LineField> Fields, LineTerms? Before, LineTerms? After)
    {
        /// <summary>Null before it is decided.</summary>
        public bool? IsApplied { get; init; }

        /// <summary>Several lines of the order may be meant, and nothing is done to any.</summary>
        public bool IsAmbiguous { get; init; }

        /// <summary>What the document says of a line that it says stays as it is, where the two differ; nothing is done to it.</summary>
        public LineTerms? Said { get; init; }

        /// <summary>In what <see cref="Said"/> differs.</summary>
        public IReadOnlyList<LineField> Contradictions { get; init; } = [];
    }

    public sealed record Outlook(OrderView Before, OrderView After)
    {
        /// <summary>What there is to say of the order that there was not before.</summary>
        public IReadOnlyList<OrderView.FindingRow> NewFindings => [.. After.Findings.Where(finding => Before.Findings.All(known => known.Id != finding.Id))];
    }

    public sealed record Twin(OrderDocumentId Id, string FileName, DateTimeOffset ReceivedAt, bool IsDecided);
}
