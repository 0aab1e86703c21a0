using AdvPortal.Domain.Tenders;

namespace AdvPortal.Exchange.Tenders;

/// <summary>All that a client reads of our offer.</summary>
public sealed record TenderOffer
{
    /// <summary>ISO 639-1: "fr", or English for anything else.</summary>
    public required string Language { get; init; }

    /// <summary>AO26-00012.</summary>
    public required string Number { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>Nobody has submitted it: it says so.</summary>
    public bool IsDraft { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>Our company.</summary>
    public required string Company { get; init; }

    /// <summary>Where we are, line by line.</summary>
    public IReadOnlyList<string> Address { get; init; } = [];

    public required string Client { get; init; }

    /// <summary>Who asks; null where nobody is named.</summary>
    public string? Contact { get; init; }

    /// <summary>The client's own number of its tender.</summary>
    public string? CustomerReference { get; init; }

    public required string Title { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    public IReadOnlyList<OfferedLine> Lines { get; init; } = [];

    /// <summary>What the client asked of it, and what we answer.</summary>
    public IReadOnlyList<(string Question, string Answer)> Answers { get; init; } = [];

    /// <summary>Who answers questions at ours: name and e-mail address.</summary>
    public (string Name, string Email)? Answering { get; init; }
}
