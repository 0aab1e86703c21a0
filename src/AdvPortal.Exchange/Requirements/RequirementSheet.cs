using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>All that one client requires of us, as it is given to them to be confirmed: in their own words, and in ours.</summary>
public sealed record RequirementSheet
{
    /// <summary>ISO 639-1: "fr", or English for anything else. Everything below is worded in it.</summary>
    public required string Language { get; init; }

    /// <summary>The day on which these requirements are in force.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Our company.</summary>
    public required string Company { get; init; }

    public required string Client { get; init; }

    /// <summary>Our code of the client: C-0147.</summary>
    public required string ClientCode { get; init; }

    /// <summary>Who answers questions at ours: name and e-mail address.</summary>
    public (string Name, string Email)? Answering { get; init; }

    /// <summary>By number.</summary>
    public required IReadOnlyList<SheetRequirement> Requirements { get; init; }
}

/// <summary>One requirement in force.</summary>
/// <param name="Number">EX-012.</param>
/// <param name="Sentence">What the client said, without quotation marks.</param>
/// <param name="Source">Who said it, how and when.</param>
/// <param name="Site">Null for all of the client's sites.</param>
/// <param name="ProductFamily">Null for all products.</param>
/// <param name="ValidFrom">The first day.</param>
/// <param name="ValidUntil">The last day; null for open.</param>
/// <param name="InWords">The rule said back in whole sentences, in the sheet's language.</param>
public sealed record SheetRequirement(
    string Number, string Sentence, RequirementSource Source, string? Site, string? ProductFamily, DateOnly ValidFrom, DateOnly? ValidUntil, string InWords)
{
    /// <summary>The last day on which the client confirmed it; null when it was never asked for.</summary>
    public DateOnly? ConfirmedOn { get; init; }
}
