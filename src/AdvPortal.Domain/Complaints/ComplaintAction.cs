using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Complaints;

/// <summary>Which discipline an action belongs to: the third, the fifth, the seventh.</summary>
[JsonConverter(typeof(CamelCaseEnum<ComplaintActionKind>))]
public enum ComplaintActionKind { Immediate, Corrective, Preventive }

/// <summary>Something that somebody is to do about a complaint, and until when.</summary>
public sealed class ComplaintAction : TenantOwned
{
    public const int TextMaxLength = 300;
    public const int WhoMaxLength = 120;

    private ComplaintAction() { }

    internal ComplaintAction(PlannedAction planned, int position) =>
        (Kind, Text, OwnerId, Who, DueOn, Position) = (planned.Kind, planned.Text.Trim(), planned.OwnerId, string.IsNullOrWhiteSpace(planned.Who) ? null : planned.Who.Trim(), planned.DueOn, position);

    public Guid Id { get; private set; } = Ids.Next();
    public ComplaintActionKind Kind { get; private set; }

    /// <summary>From 0.</summary>
    public int Position { get; private set; }

    [PersonalData]
    public string Text { get; private set; } = null!;

    /// <summary>A colleague who has an account; null for anybody else.</summary>
    public MemberId? OwnerId { get; private set; }

    /// <summary>Anybody else, by name.</summary>
    [PersonalData]
    public string? Who { get; private set; }

    public DateOnly? DueOn { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    public MemberId? DoneBy { get; private set; }

    internal void Do(DateTimeOffset? at, MemberId? by) => (DoneAt, DoneBy) = (at, at is null ? null : by);
}

/// <summary>An action as somebody planned it.</summary>
public sealed record PlannedAction(ComplaintActionKind Kind, string Text, MemberId? OwnerId = null, string? Who = null, DateOnly? DueOn = null);

/// <summary>Somebody who works on a complaint.</summary>
/// <param name="MemberId">Null for somebody without an account.</param>
/// <param name="Role">What they do in it, such as the head of the warehouse.</param>
public sealed record TeamMember(MemberId? MemberId, string Name, string? Role = null)
{
    public const int NameMaxLength = 120;
    public const int Most = 20;
}

/// <summary>Why it happened, and why nobody saw it.</summary>
/// <param name="Whys">« Pourquoi ? », up to five times, each asked of the answer before.</param>
/// <param name="RootCause">Where the questions ended.</param>
/// <param name="NotDetected">Why it got past us.</param>
public sealed record CauseAnalysis(IReadOnlyList<string> Whys, string? RootCause = null, string? NotDetected = null)
{
    public const int MostWhys = 5;
    public const int TextMaxLength = 500;

    public static CauseAnalysis None { get; } = new([]);

    internal CauseAnalysis Tidy() => new([.. Whys.Select(why => why.Trim()).Where(why => why.Length > 0).Take(MostWhys)], Said(RootCause), Said(NotDetected));

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>That an ended complaint was taken up again.</summary>
/// <param name="From">The step from which the work begins anew.</param>
public sealed record Reopening(string Reason, Discipline From, DateTimeOffset At, MemberId? By);
