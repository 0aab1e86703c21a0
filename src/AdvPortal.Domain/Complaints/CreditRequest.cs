using System.Globalization;
using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Complaints;

[JsonConverter(typeof(CamelCaseEnum<CreditStatus>))]
public enum CreditStatus { Requested, Approved, Rejected }

/// <summary>A credit note that a complaint asks for: given by the desk up to a limit, above it approved by somebody who may.</summary>
public sealed class CreditRequest : TenantOwned
{
    public const int NumberMaxLength = 20;
    public const int ReasonMaxLength = 500;

    private CreditRequest() { }

    internal CreditRequest(int year, long number, decimal amount, MemberId? by, DateTimeOffset at) =>
        (Number, Amount, RequestedBy, RequestedAt) = (string.Create(CultureInfo.InvariantCulture, $"AV{year % 100:00}-{number:00000}"), amount, by, at);

    public Guid Id { get; private set; } = Ids.Next();

    /// <summary>AV26-00412.</summary>
    public string Number { get; private set; } = null!;

    /// <summary>Net of tax, in the complaint's currency.</summary>
    public decimal Amount { get; private set; }

    public CreditStatus Status { get; private set; }
    public MemberId? RequestedBy { get; private set; }
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Who approved or rejected it; of what the desk gives by itself, whoever asked.</summary>
    public MemberId? JudgedBy { get; private set; }

    public DateTimeOffset? JudgedAt { get; private set; }

    /// <summary>Why it was rejected.</summary>
    [PersonalData]
    public string? Reason { get; private set; }

    internal void Judge(CreditStatus status, string? reason, MemberId? by, DateTimeOffset at) => (Status, Reason, JudgedBy, JudgedAt) = (status, reason, by, at);
}

/// <summary>What a complaint cost beside its credit notes.</summary>
[JsonConverter(typeof(CamelCaseEnum<QualityCostKind>))]
public enum QualityCostKind { Transport, Replacement, Time, Sorting, Scrap, Other }

/// <summary>One item of the cost of non-quality.</summary>
/// <param name="Amount">Net of tax, in the complaint's currency, 2 decimals.</param>
/// <param name="Note">What it was, such as « 1 h 10 ».</param>
public sealed record QualityCost(Guid Id, QualityCostKind Kind, decimal Amount, string? Note, MemberId? By, DateTimeOffset At)
{
    public const int NoteMaxLength = 200;
    public const int Most = 100;
    public const decimal MostAmount = 9_999_999;
}
