using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Orders;

/// <summary>What became of a client's change.</summary>
[JsonConverter(typeof(CamelCaseEnum<AmendmentOutcome>))]
public enum AmendmentOutcome { Applied, PartlyApplied, Refused }

/// <summary>Why we do not do what a client wants changed.</summary>
[JsonConverter(typeof(CamelCaseEnum<AmendmentRefusal>))]
public enum AmendmentRefusal { AlreadyShipped, InPreparation, TooLate, NotAvailable, NotAsAgreed, Other }

/// <summary>Who wanted an order changed.</summary>
[JsonConverter(typeof(CamelCaseEnum<AmendmentSide>))]
public enum AmendmentSide { Client, Us }

/// <summary>A line as it was promised, or as it is wanted: what two versions of an answer are compared by.</summary>
/// <param name="NetPrice">Per <paramref name="PriceBaseQuantity"/> units.</param>
public sealed record LineTerms(
    string? ProductCode, string? BuyerCode, string Description, decimal Quantity, string Unit, decimal? NetPrice, decimal PriceBaseQuantity, DateOnly? RequestedOn, DateOnly? PromisedOn);

/// <summary>What was decided of one line that a client wanted changed.</summary>
/// <param name="Before">As we had promised it; null for a line that was to be added.</param>
/// <param name="Asked">As the client wants it; null for a line that was to be given up.</param>
public sealed record DecidedLine(string LineNo, LineDifferenceKind Kind, bool IsApplied, LineTerms? Before, LineTerms? Asked);

/// <summary>A change of an order and what was decided of it, kept with its order: the next answer to the client tells of it.</summary>
/// <param name="DocumentId">Of the client's; null for a change that came without one.</param>
/// <param name="Revision">Of the order, as it was decided; see <see cref="Order.Revision"/>.</param>
public sealed record DecidedAmendment(OrderDocumentId? DocumentId, int Revision, AmendmentOutcome Outcome, DateTimeOffset At)
{
    public const int NoteMaxLength = 1000;

    /// <summary>Null when a program decided; history names its key.</summary>
    public MemberId? By { get; init; }

    /// <summary>The client's own number of the change.</summary>
    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    /// <summary>Nothing was to be left of the order.</summary>
    public bool IsCancellation { get; init; }

    public HeadDifference? Head { get; init; }

    /// <summary>Only those that the client wanted otherwise.</summary>
    public IReadOnlyList<DecidedLine> Lines { get; init; } = [];

    public AmendmentSide Side { get; init; }

    public AmendmentRefusal? Reason { get; init; }

    /// <summary>What is said to the client of what is not done; of a change that came without a document, why somebody of ours made it.</summary>
    public string? Note { get; init; }
}
