using System.Text.Json.Serialization;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Contracts;

/// <summary>How much of a signed contract the portal could read.</summary>
[JsonConverter(typeof(CamelCaseEnum<ContractText>))]
public enum ContractText
{
    /// <summary>Its pages have words, whether or not they are numbered.</summary>
    Read,

    /// <summary>A scan: pictures of pages, which only a person reads.</summary>
    Picture,

    /// <summary>Protected, damaged, or too much for the limited process.</summary>
    Unreadable,
}

/// <summary>One clause as the contract numbers it: « Article 6.2 », « 6.2 », « § 4 », "Clause 4".</summary>
/// <param name="Number">« 6.2 », « IV », « Annexe 1 ».</param>
/// <param name="Title">What stands over its words, where something does.</param>
/// <param name="Page">From 1.</param>
public sealed record ContractClause(string Number, string? Title, string Words, int Page);

/// <summary>A signed contract as a person reads it: its pages, and beside them its clauses.</summary>
/// <param name="Original">The pages; the head of each clause is a spot of the name <c>clauses[3]</c>.</param>
/// <remarks>Not kept in the database: the bytes are, and reading is deterministic, so it is made again when somebody looks.</remarks>
public sealed record ContractReading(ContractText Text, IReadOnlyList<ContractClause> Clauses, DocumentOriginal Original)
{
    public static readonly ContractReading Failed = new(ContractText.Unreadable, [], DocumentOriginal.Nothing);
}
