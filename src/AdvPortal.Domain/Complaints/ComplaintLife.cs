using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Complaints;

/// <summary>Where a complaint stands between its arrival and its end; see <see cref="ComplaintLife"/>.</summary>
[JsonConverter(typeof(CamelCaseEnum<ComplaintStatus>))]
public enum ComplaintStatus { Open, Contained, Analysed, Corrected, Closed, Reopened, Refused, Withdrawn }

/// <summary>What may be done with a complaint.</summary>
[JsonConverter(typeof(CamelCaseEnum<ComplaintAct>))]
public enum ComplaintAct { Change, Work, Finish, Settle, RequestCredit, JudgeCredit, Count, Answer, Attach, Link, Close, Refuse, Withdraw, Reopen }

/// <summary>The one table of a complaint's life: what may be done where it stands. Pages show by it what they offer, the complaint refuses by it what it does not allow.</summary>
public static class ComplaintLife
{
    private static readonly ComplaintAct[] _working =
    [
        ComplaintAct.Change, ComplaintAct.Work, ComplaintAct.Finish, ComplaintAct.Settle, ComplaintAct.RequestCredit, ComplaintAct.JudgeCredit, ComplaintAct.Count,
        ComplaintAct.Answer, ComplaintAct.Attach, ComplaintAct.Link, ComplaintAct.Refuse, ComplaintAct.Withdraw,
    ];

    private static readonly Dictionary<ComplaintStatus, ComplaintAct[]> _acts = new()
    {
        [ComplaintStatus.Open] = _working,
        [ComplaintStatus.Contained] = _working,
        [ComplaintStatus.Analysed] = _working,
        [ComplaintStatus.Corrected] =
        [
            ComplaintAct.Work, ComplaintAct.Finish, ComplaintAct.Settle, ComplaintAct.RequestCredit, ComplaintAct.JudgeCredit, ComplaintAct.Count,
            ComplaintAct.Answer, ComplaintAct.Attach, ComplaintAct.Link, ComplaintAct.Close, ComplaintAct.Withdraw,
        ],
        [ComplaintStatus.Closed] = [ComplaintAct.Count, ComplaintAct.Answer, ComplaintAct.Attach, ComplaintAct.Link, ComplaintAct.Reopen],
        [ComplaintStatus.Reopened] = _working,
        [ComplaintStatus.Refused] = [ComplaintAct.Answer, ComplaintAct.Attach, ComplaintAct.Reopen],
        [ComplaintStatus.Withdrawn] = [ComplaintAct.Attach, ComplaintAct.Reopen],
    };

    /// <summary>In the order of a complaint's life.</summary>
    public static IReadOnlyList<ComplaintAct> Acts(this ComplaintStatus status) => _acts[status];

    public static bool Allows(this ComplaintStatus status, ComplaintAct act) => _acts[status].Contains(act);

    /// <summary>Whether something is still to be done about it, and its amount is disputed.</summary>
    public static bool IsOpen(this ComplaintStatus status) => status is not (ComplaintStatus.Closed or ComplaintStatus.Refused or ComplaintStatus.Withdrawn);
}
