using System.Text.Json.Serialization;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>What we did with a change of an order that the client sent.</summary>
[JsonConverter(typeof(CamelCaseEnum<ChangeAnswer>))]
public enum ChangeAnswer
{
    /// <summary>Done as it was asked.</summary>
    Taken,

    /// <summary>Done, and something is otherwise than asked.</summary>
    TakenInPart,

    /// <summary>The order stays as it was promised; this answers the change alone.</summary>
    Refused,

    /// <summary>The client gave the order up, and so do we.</summary>
    Cancelled,
    CancellationRefused,
}

/// <summary>Which document of the client's is answered, and how.</summary>
/// <param name="Number">The client's number of the change: BGM 1004 of an ORDCHG, <c>cbc:ID</c> of an OrderChange.</param>
public sealed record AnsweredChange(ChangeAnswer Answer, string? Number = null, DateOnly? IssuedOn = null)
{
    internal bool IsCancellation => Answer is ChangeAnswer.Cancelled or ChangeAnswer.CancellationRefused;
}

/// <summary>What the version before had promised of a line, in the line's unit and for its price base quantity.</summary>
public sealed record PromisedTerms(decimal Quantity, decimal? NetPrice, DateOnly? PromisedOn);
