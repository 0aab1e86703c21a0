using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Inquiries;

/// <summary>Where a conversation with a client stands; see <see cref="InquiryLife"/>.</summary>
[JsonConverter(typeof(CamelCaseEnum<InquiryStatus>))]
public enum InquiryStatus
{
    /// <summary>It is our turn.</summary>
    Open,

    /// <summary>We asked the client something: our time does not run.</summary>
    Waiting,

    /// <summary>We said what there was to say.</summary>
    Answered,

    /// <summary>Nobody looks at it any more, until the client writes again.</summary>
    Closed,
}

/// <summary>What may happen to a conversation.</summary>
[JsonConverter(typeof(CamelCaseEnum<InquiryAct>))]
public enum InquiryAct
{
    /// <summary>The client wrote.</summary>
    Receive,

    /// <summary>We answered.</summary>
    Reply,

    /// <summary>We answered with a question: the client's turn.</summary>
    Ask,
    Note,
    Classify,
    Assign,
    Snooze,
    Close,
    Reopen,

    /// <summary>It goes on in another conversation.</summary>
    Merge,

    /// <summary>Some of its messages go on in a conversation of their own.</summary>
    Split,
}

/// <summary>The one table of a conversation's life: what each act makes of it where it stands. Pages show by it what they offer, the conversation refuses by it what it does not allow.</summary>
public static class InquiryLife
{
    private const InquiryStatus Open = InquiryStatus.Open, Waiting = InquiryStatus.Waiting, Answered = InquiryStatus.Answered, Closed = InquiryStatus.Closed;

    private static readonly Dictionary<InquiryStatus, Dictionary<InquiryAct, InquiryStatus>> _table = new()
    {
        [Open] = new()
        {
            [InquiryAct.Receive] = Open,
            [InquiryAct.Reply] = Answered,
            [InquiryAct.Ask] = Waiting,
            [InquiryAct.Note] = Open,
            [InquiryAct.Classify] = Open,
            [InquiryAct.Assign] = Open,
            [InquiryAct.Snooze] = Open,
            [InquiryAct.Close] = Closed,
            [InquiryAct.Merge] = Closed,
            [InquiryAct.Split] = Open,
        },
        [Waiting] = new()
        {
            [InquiryAct.Receive] = Open,
            [InquiryAct.Reply] = Answered,
            [InquiryAct.Ask] = Waiting,
            [InquiryAct.Note] = Waiting,
            [InquiryAct.Classify] = Waiting,
            [InquiryAct.Assign] = Waiting,
            [InquiryAct.Snooze] = Waiting,
            [InquiryAct.Close] = Closed,
            [InquiryAct.Reopen] = Open,
            [InquiryAct.Merge] = Closed,
            [InquiryAct.Split] = Waiting,
        },
        [Answered] = new()
        {
            [InquiryAct.Receive] = Open,
            [InquiryAct.Reply] = Answered,
            [InquiryAct.Ask] = Waiting,
            [InquiryAct.Note] = Answered,
            [InquiryAct.Classify] = Answered,
            [InquiryAct.Assign] = Answered,
            [InquiryAct.Close] = Closed,
            [InquiryAct.Reopen] = Open,
            [InquiryAct.Merge] = Closed,
            [InquiryAct.Split] = Answered,
        },
        [Closed] = new() { [InquiryAct.Receive] = Open, [InquiryAct.Note] = Closed, [InquiryAct.Reopen] = Open },
    };

    /// <summary>Where it stands afterwards; null where the act is not allowed.</summary>
    public static InquiryStatus? After(this InquiryStatus status, InquiryAct act) => _table[status].TryGetValue(act, out var next) ? next : null;

    /// <summary>In the order of a conversation's life.</summary>
    public static IReadOnlyList<InquiryAct> Acts(this InquiryStatus status) => [.. _table[status].Keys];

    public static bool Allows(this InquiryStatus status, InquiryAct act) => _table[status].ContainsKey(act);
}
