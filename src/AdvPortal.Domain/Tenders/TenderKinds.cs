using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Tenders;

/// <summary>What a contributor is asked for.</summary>
[JsonConverter(typeof(CamelCaseEnum<TenderTaskKind>))]
public enum TenderTaskKind { Price, Production, Transport, Quality, Other }

/// <summary>Who asks, in the register of questions and clarifications.</summary>
[JsonConverter(typeof(CamelCaseEnum<TenderVoice>))]
public enum TenderVoice { Client, Us }

/// <summary>What became of one line.</summary>
[JsonConverter(typeof(CamelCaseEnum<LineOutcome>))]
public enum LineOutcome { Won, Lost }

/// <summary>Why a tender ended as it did: a closed list, so that reasons can be counted.</summary>
[JsonConverter(typeof(CamelCaseEnum<TenderReason>))]
public enum TenderReason
{
    Price, LeadTime, Quality, Service, Terms, Relationship, TooLate, Incomplete, NoAnswer,
    Capacity, NotOurGoods, NotProfitable,
    ProjectStopped, Postponed, Other,
}

/// <summary>Which reasons say something of which end.</summary>
public static class TenderReasons
{
    private static readonly Dictionary<TenderStatus, TenderReason[]> _reasons = new()
    {
        [TenderStatus.Won] = [TenderReason.Price, TenderReason.LeadTime, TenderReason.Quality, TenderReason.Service, TenderReason.Terms, TenderReason.Relationship, TenderReason.Other],
        [TenderStatus.Lost] =
        [
            TenderReason.Price, TenderReason.LeadTime, TenderReason.Quality, TenderReason.Service, TenderReason.Terms, TenderReason.Relationship, TenderReason.TooLate, TenderReason.Incomplete,
            TenderReason.NoAnswer, TenderReason.Other,
        ],
        [TenderStatus.Declined] = [TenderReason.Capacity, TenderReason.NotOurGoods, TenderReason.NotProfitable, TenderReason.LeadTime, TenderReason.Terms, TenderReason.TooLate, TenderReason.Other],
        [TenderStatus.Cancelled] = [TenderReason.ProjectStopped, TenderReason.Postponed, TenderReason.NoAnswer, TenderReason.Other],
    };

    /// <param name="end">Won, lost, declined or cancelled; of any other there are none.</param>
    public static IReadOnlyList<TenderReason> For(TenderStatus end) => _reasons.GetValueOrDefault(end) ?? [];
}

/// <summary>Why, in a word of the list and in words of one's own.</summary>
/// <param name="Words">Needed where the list has no word for it.</param>
/// <param name="Competitor">Who was chosen, or who was left behind; null where nobody knows.</param>
public sealed record TenderEnd(TenderReason Reason, string? Words = null, string? Competitor = null)
{
    public const int WordsMaxLength = 1000;
    public const int CompetitorMaxLength = 120;
}
