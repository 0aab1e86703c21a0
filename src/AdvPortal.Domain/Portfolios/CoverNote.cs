using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Portfolios;

/// <summary>What a stand-in tells the owner of: what the portal cannot know by itself.</summary>
[JsonConverter(typeof(CamelCaseEnum<CoverNoteKind>))]
public enum CoverNoteKind { Done, Decided, Promised, LeftOpen }

/// <summary>A line of the journal of a cover, written by hand: a call, a decision, a promise, something left open.</summary>
public sealed class CoverNote : TenantOwned
{
    public const int TextMaxLength = 1000;

    private CoverNote() { }

    public CoverNote(CoverNoteId id, AbsenceId absence, ClientId client, CoverNoteKind kind, string text, DateOnly? dueOn, MemberId author, DateTimeOffset now) =>
        (Id, AbsenceId, ClientId, Kind, Text, DueOn, AuthorId, At) = (id, absence, client, kind, text.Trim(), dueOn, author, now);

    public CoverNoteId Id { get; private set; }
    public AbsenceId AbsenceId { get; private set; }
    public ClientId ClientId { get; private set; }
    public CoverNoteKind Kind { get; private set; }

    [PersonalData]
    public string Text { get; private set; } = null!;

    /// <summary>By when what was promised or left open is due.</summary>
    public DateOnly? DueOn { get; private set; }

    public MemberId AuthorId { get; private set; }
    public DateTimeOffset At { get; private set; }
}

/// <summary>What the owner, back again, makes of what was done for a client.</summary>
[JsonConverter(typeof(CamelCaseEnum<HandbackState>))]
public enum HandbackState { Seen, ToTakeUp }

/// <summary>The owner has gone through what was done for one client while they were away.</summary>
public sealed class HandbackMark : TenantOwned
{
    private HandbackMark() { }

    public HandbackMark(AbsenceId absence, ClientId client) => (AbsenceId, ClientId) = (absence, client);

    public Guid Id { get; private set; } = Ids.Next();
    public AbsenceId AbsenceId { get; private set; }
    public ClientId ClientId { get; private set; }
    public HandbackState State { get; private set; }
    public MemberId? By { get; private set; }
    public DateTimeOffset At { get; private set; }

    public void Set(HandbackState state, MemberId? by, DateTimeOffset now) => (State, By, At) = (state, by, now);
}
