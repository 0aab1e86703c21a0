using System.Text.Json.Serialization;
using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>An absence as pages and the API read it, with the plan of who stands in.</summary>
public sealed record AbsenceView(
    AbsenceId Id, int Version, MemberId MemberId, string MemberName, DateOnly From, DateOnly Until, DayHalf? FromHalf, DayHalf? UntilHalf, CoverPlan CoverPlan)
{
    public AbsenceKind Kind { get; init; }

    public bool Unplanned => Kind is AbsenceKind.Unforeseen;

    internal static AbsenceView Of(Absence absence, int version, CoverFacts facts) => new(
        absence.Id, version, absence.MemberId, facts.Team.Single(c => c.Member.Id == absence.MemberId).Member.Name,
        absence.From, absence.Until, absence.FromHalf, absence.UntilHalf, CoverPlan.Of(absence, facts))
    { Kind = absence.Kind };
}

/// <summary>Who stands in for whom, why, and what that does to everybody's load.</summary>
public sealed record CoverPlan(
    AbsenceId AbsenceId, MemberId MemberId, DateOnly From, DateOnly Until, CoverPlanStatus Status,
    IReadOnlyList<CoverPlan.Line> Lines, IReadOnlyList<CoverPlan.Load> Loads, IReadOnlyList<ClientId> Uncovered)
{
    /// <summary>What is not covered, from when to when, and why.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>What a manager should know before publishing, and after.</summary>
    public IReadOnlyList<Message> Warnings { get; init; } = [];

    public CoverWeights Weights { get; init; } = CoverWeights.Usual;

    /// <summary>Of the absence: the plan has none of its own.</summary>
    [JsonIgnore]
    public int Version { get; init; }

    /// <summary>Portfolios are closed: publication opens access to the stand-ins, which they have not otherwise.</summary>
    [JsonIgnore]
    public bool OpensAccess { get; init; }

    /// <summary>Every client of the absent member in those days, whether somebody stands in or not: what a person plans from.</summary>
    [JsonIgnore]
    public IReadOnlyList<Need> Needs { get; init; } = [];

    public sealed record Line(
        ClientId ClientId, string ClientName, MemberId CoverMemberId, string CoverMemberName, DateOnly From, DateOnly Until, DayHalf? FromHalf, DayHalf? UntilHalf,
        CoverReasons Because, int OpenOrders, int DueDuring)
    {
        /// <summary>Chosen by hand: a new proposal leaves it.</summary>
        public bool Fixed { get; init; }

        /// <summary>Gives access, or gave it: in a plan that is being redone, what came before.</summary>
        [JsonIgnore]
        public bool IsPublished { get; init; }

        /// <summary>The owner for whom it is done, where the absent one is their stand-in.</summary>
        public MemberId? InsteadForId { get; init; }
    }

    /// <summary>In open orders, each client counting a half more; <see cref="Capacity"/> is the 100 %.</summary>
    public sealed record Load(MemberId MemberId, string MemberName, decimal Before, decimal After, decimal Capacity)
    {
        /// <summary>Whether the colleague is away for a part of these days.</summary>
        [JsonIgnore]
        public bool IsAway { get; init; }
    }

    public sealed record Need(ClientId ClientId, string ClientName, int OpenOrders, int DueDuring)
    {
        public int Requirements { get; init; }
        public bool IsSensitive { get; init; }

        /// <summary>Somebody who buys there can be written to.</summary>
        public bool CanBeTold { get; init; }

        /// <summary>Whose client it is, where the absent one only stands in for it.</summary>
        public string? StoodInFor { get; init; }
    }

    public sealed record Gap(ClientId ClientId, string ClientName, DateOnly From, DateOnly Until, DayHalf? FromHalf, DayHalf? UntilHalf, Message Because);

    internal static CoverPlan Of(Absence absence, CoverFacts facts) => new CoverReading(absence, facts).Plan();
}
