using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Tenders;

/// <summary>Where a tender stands; see <see cref="TenderLife"/>.</summary>
[JsonConverter(typeof(CamelCaseEnum<TenderStatus>))]
public enum TenderStatus
{
    /// <summary>Contributors answer, prices are found.</summary>
    Open,

    /// <summary>Somebody who may has yet to agree to what is offered.</summary>
    ToApprove,

    /// <summary>It may leave.</summary>
    Approved,

    /// <summary>The client has our offer.</summary>
    Submitted,
    Won,
    Lost,

    /// <summary>We do not offer.</summary>
    Declined,

    /// <summary>The client asks no more.</summary>
    Cancelled,
}

/// <summary>What may be done with a tender.</summary>
[JsonConverter(typeof(CamelCaseEnum<TenderAct>))]
public enum TenderAct
{
    Change,
    Price,

    /// <summary>A contributor is asked, or asked no more.</summary>
    Plan,

    /// <summary>A contributor answers.</summary>
    Contribute,

    /// <summary>A question is noted, ours or theirs, or answered.</summary>
    Ask,
    RequestApproval,
    Judge,
    Submit,

    /// <summary>What was approved or submitted is worked on again: another version will be.</summary>
    Rework,
    Win,
    Lose,
    Decline,
    Cancel,
    Reopen,

    /// <summary>A requirement came of it.</summary>
    Link,
}

/// <summary>The one table of a tender's life: what may be done where it stands. Pages show by it what they offer, the tender refuses by it what it does not allow.</summary>
public static class TenderLife
{
    private static readonly Dictionary<TenderStatus, TenderAct[]> _acts = new()
    {
        [TenderStatus.Open] = [TenderAct.Change, TenderAct.Price, TenderAct.Plan, TenderAct.Contribute, TenderAct.Ask, TenderAct.RequestApproval, TenderAct.Lose, TenderAct.Decline, TenderAct.Cancel],
        [TenderStatus.ToApprove] = [TenderAct.Plan, TenderAct.Contribute, TenderAct.Ask, TenderAct.Judge, TenderAct.Rework, TenderAct.Lose, TenderAct.Decline, TenderAct.Cancel],
        [TenderStatus.Approved] = [TenderAct.Plan, TenderAct.Contribute, TenderAct.Ask, TenderAct.Submit, TenderAct.Rework, TenderAct.Lose, TenderAct.Decline, TenderAct.Cancel],
        [TenderStatus.Submitted] = [TenderAct.Plan, TenderAct.Contribute, TenderAct.Ask, TenderAct.Rework, TenderAct.Win, TenderAct.Lose, TenderAct.Decline, TenderAct.Cancel],
        [TenderStatus.Won] = [TenderAct.Link],
        [TenderStatus.Lost] = [TenderAct.Reopen],
        [TenderStatus.Declined] = [TenderAct.Reopen],
        [TenderStatus.Cancelled] = [TenderAct.Reopen],
    };

    /// <summary>In the order of a tender's life.</summary>
    public static IReadOnlyList<TenderAct> Acts(this TenderStatus status) => _acts[status];

    /// <summary>Whether an offer is still owed.</summary>
    public static bool IsToAnswer(this TenderStatus status) => status is TenderStatus.Open or TenderStatus.ToApprove or TenderStatus.Approved;
}
