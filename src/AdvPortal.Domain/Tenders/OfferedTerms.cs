namespace AdvPortal.Domain.Tenders;

/// <summary>What a client reads of an offer beside its lines, as it was on the day it was submitted: by it the paper is printed again as it left, whatever was renamed since.</summary>
/// <param name="Language">Of the paper: ISO 639-1.</param>
/// <param name="IssuedOn">In the company's time zone.</param>
/// <param name="Company">Ours.</param>
/// <param name="Address">Where we are, line by line.</param>
/// <param name="Client">The client's name.</param>
/// <param name="Contact">Who asks; null where nobody is named.</param>
/// <param name="CustomerReference">The client's own number of its tender.</param>
/// <param name="Title">What it is for.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Answers">To what the client asked of it.</param>
/// <param name="Answering">Who answers questions at ours; null where nobody does.</param>
public sealed record OfferedTerms(
    string Language, DateOnly IssuedOn, string Company, IReadOnlyList<string> Address, string Client, string? Contact, string? CustomerReference, string Title, string Currency,
    IReadOnlyList<OfferedAnswer> Answers, OfferedBy? Answering);

public sealed record OfferedAnswer(string Question, string Answer);

/// <param name="Email">Where questions are asked.</param>
public sealed record OfferedBy(string Name, string Email);
