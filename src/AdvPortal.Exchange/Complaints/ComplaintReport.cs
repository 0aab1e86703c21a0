using AdvPortal.Domain.Complaints;

namespace AdvPortal.Exchange.Complaints;

/// <summary>All that a client is told in writing about its complaint: as a letter, or as a report of the eight disciplines.</summary>
public sealed record ComplaintReport
{
    /// <summary>ISO 639-1: "fr", or English for anything else.</summary>
    public required string Language { get; init; }

    /// <summary>RC26-00087.</summary>
    public required string Number { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>The day on which the complaint came in.</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>Our company.</summary>
    public required string Company { get; init; }

    public required string Client { get; init; }

    /// <summary>Whoever complained; null where nobody is named.</summary>
    public string? Contact { get; init; }

    public required string Subject { get; init; }

    /// <summary>What the client said, without quotation marks.</summary>
    public required string Description { get; init; }

    /// <summary>ISO 4217; null where no line is disputed.</summary>
    public string? Currency { get; init; }

    public IReadOnlyList<ReportLine> Lines { get; init; } = [];

    /// <summary>Name and role of whoever works on it.</summary>
    public IReadOnlyList<(string Name, string? Role)> Team { get; init; } = [];

    public string? Problem { get; init; }
    public IReadOnlyList<ReportAction> Actions { get; init; } = [];
    public CauseAnalysis Analysis { get; init; } = CauseAnalysis.None;
    public string? Verification { get; init; }

    /// <summary>The client's sentence that we obey since, with its number; null where none came of it.</summary>
    public (string Number, string Sentence)? Requirement { get; init; }

    /// <summary>Number and net amount of the credit notes that are approved.</summary>
    public IReadOnlyList<(string Number, decimal Amount)> Credits { get; init; } = [];

    public IReadOnlyList<ReportStep> Steps { get; init; } = [];

    /// <summary>What the client is told, in a person's words; an empty line parts paragraphs.</summary>
    public string? Answer { get; init; }

    /// <summary>Who answers questions at ours: name and e-mail address.</summary>
    public (string Name, string Email)? Answering { get; init; }
}

/// <summary>One line that is disputed, under the client's own code.</summary>
/// <param name="Delivery">The number of the delivery note; null where none is named.</param>
/// <param name="Quantity">In <paramref name="Unit"/> (UN/ECE Recommendation 20).</param>
/// <param name="Amount">Net of tax.</param>
/// <param name="Settlement">What is given for it; null while nobody has decided.</param>
public sealed record ReportLine(string Code, string Description, string Order, string? Delivery, decimal Quantity, string Unit, string? ReceivedInstead, decimal Amount, Settlements? Settlement);

/// <summary>Something that was done about it, or is to be.</summary>
public sealed record ReportAction(ComplaintActionKind Kind, string Text, string? Who, DateOnly? DueOn, DateOnly? DoneOn);

/// <param name="DoneOn">Null while it is not done.</param>
public sealed record ReportStep(Discipline Discipline, DateOnly DueOn, DateOnly? DoneOn);
