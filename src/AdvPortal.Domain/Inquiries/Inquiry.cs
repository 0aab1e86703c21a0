namespace AdvPortal.Domain.Inquiries;

/// <summary>A conversation with a client, or with somebody who is yet to be recognised as one: from the first question to the last answer.</summary>
public sealed partial class Inquiry : TenantOwned
{
    public const int SubjectMaxLength = 300;
    public const int PreviewMaxLength = 200;

    /// <summary>A conversation that has grown this long goes on in another: machines that answer each other fill no page.</summary>
    public const int MostMessages = 300;

    private readonly List<InquiryMessage> _messages = [];
    private readonly List<InquiryLink> _links = [];
    private readonly List<InquiryMention> _mentions = [];

    private Inquiry() { }

    public InquiryId Id { get; private set; }

    /// <summary>Null while nobody has said whose question it is.</summary>
    public ClientId? ClientId { get; private set; }

    public ContactId? ContactId { get; private set; }

    [PersonalData]
    public string Subject { get; private set; } = "";

    public InquiryKind Kind { get; private set; }
    public InquiryPriority Priority { get; private set; } = InquiryPriority.Normal;
    public InquiryStatus Status { get; private set; }

    /// <summary>Whoever took it or was given it; null while it follows the client's owner, or who stands in.</summary>
    public MemberId? AssigneeId { get; private set; }

    /// <summary>Out of sight until then; null while it is in sight. What is due falls due all the same.</summary>
    public DateTimeOffset? SnoozedUntil { get; private set; }

    /// <summary>The conversation in which it goes on.</summary>
    public InquiryId? MergedIntoId { get; private set; }

    /// <summary>Whom an answer goes to.</summary>
    [PersonalData]
    public string? Address { get; private set; }

    [PersonalData]
    public string? PersonName { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset LastMessageAt { get; private set; }

    /// <summary>The last message that is no note: what an answer answers to.</summary>
    public InquiryMessageId? LastMessageId { get; private set; }

    /// <summary>How its last message begins.</summary>
    [PersonalData]
    public string Preview { get; private set; } = "";

    public int MessageCount { get; private set; }

    /// <summary>When an answer is due; null while none is.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public TimeSpan Allowed { get; private set; }
    public TimeSpan Spent { get; private set; }
    public DateTimeOffset RunningSince { get; private set; }
    public DateTimeOffset? StoppedAt { get; private set; }

    public IReadOnlyList<InquiryMessage> Messages => _messages;
    public IReadOnlyList<InquiryLink> Links => _links;
    public IReadOnlyList<InquiryMention> Mentions => _mentions;

    public ServiceDelay Delay => new(Allowed, Spent, RunningSince, StoppedAt);

    public bool IsMerged => MergedIntoId is not null;

    /// <summary>What may be done with it as it stands.</summary>
    public IReadOnlyList<InquiryAct> Acts => IsMerged ? [] : Status.Acts();

    /// <summary>Begins with the first words of a client.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="client">Null for somebody unknown.</param>
    /// <param name="subject">May be empty.</param>
    /// <param name="said">The client's message.</param>
    /// <param name="service">How fast we answer.</param>
    /// <param name="now">When it came in.</param>
    /// <param name="kind">What it is about.</param>
    /// <param name="priority">How urgent it is.</param>
    public static Inquiry Open(InquiryId id, ClientId? client, string? subject, Said said, ServiceLevel service, DateTimeOffset now, InquiryKind kind = InquiryKind.Other, InquiryPriority priority = InquiryPriority.Normal)
    {
        var inquiry = new Inquiry { Id = id, ClientId = client, Subject = WholeText.Cut((subject ?? "").Trim(), SubjectMaxLength), Kind = kind, Priority = priority, OpenedAt = now };
        inquiry.Run(ServiceDelay.Start(service.Terms.For(kind, priority, client), now), service);
        inquiry.Take(said, now);

        return inquiry;
    }

    /// <summary>The client wrote again: our turn, whatever it was before. A machine changes nothing.</summary>
    public Result Receive(Said said, ServiceLevel service, DateTimeOffset now)
    {
        if (WhyNot(InquiryAct.Receive) is { } refusal)
        {
            return refusal;
        }

        if (_messages.Count >= MostMessages)
        {
            return new InquiryTooLong(MostMessages);
        }

        if (!said.IsMachine)
        {
            var delay = Status switch
            {
                InquiryStatus.Open => Delay,
                InquiryStatus.Waiting => Delay.Resume(service.Hours, now),
                _ => ServiceDelay.Start(service.Terms.For(Kind, Priority, ClientId), now),
            };
            (Status, SnoozedUntil) = (Status.After(InquiryAct.Receive)!.Value, null);
            Run(delay, service);
        }

        Take(said, now);
        Touch();

        return Result.Ok;
    }

    /// <summary>Colleagues read it, the client never does.</summary>
    public Result Note(string text, MemberId? by, IReadOnlyList<MemberId> mentions, DateTimeOffset now)
    {
        if (WhyNot(InquiryAct.Note) is { } refusal)
        {
            return refusal;
        }

        if (_messages.Count >= MostMessages)
        {
            return new InquiryTooLong(MostMessages);
        }

        _messages.Add(new InquiryMessage(Ids.New<InquiryMessageId>(), InquiryVoice.Note, InquiryChannel.Api, text, now).By(by).Calling(mentions));
        MessageCount = _messages.Count;

        foreach (var member in mentions)
        {
            if (_mentions.Find(mention => mention.MemberId == member) is { } known)
            {
                known.Again(now);
            }
            else
            {
                _mentions.Add(new(member, now));
            }
        }

        Touch();

        return Result.Ok;
    }

    /// <summary>Whose it is, what it is about and how urgent: what is due follows.</summary>
    public Result Classify(ClientId? client, string subject, InquiryKind kind, InquiryPriority priority, ServiceLevel service)
    {
        if (WhyNot(InquiryAct.Classify) is { } refusal)
        {
            return refusal;
        }

        var contact = client == ClientId ? ContactId : null;
        (ClientId, ContactId, Subject, Kind, Priority) = (client, contact, WholeText.Cut(subject.Trim(), SubjectMaxLength), kind, priority);
        Run(Delay.Allow(service.Terms.For(kind, priority, client)), service);
        Touch();

        return Result.Ok;
    }

    /// <param name="member">Null: whoever answers for the client.</param>
    public Result Assign(MemberId? member) => Do(InquiryAct.Assign, () => AssigneeId = member);

    public Result Snooze(DateTimeOffset? until, DateTimeOffset now) =>
        until <= now ? new SnoozedIntoPast(until.Value) : Do(InquiryAct.Snooze, () => SnoozedUntil = until);

    public Result Close(DateTimeOffset now) => Do(InquiryAct.Close, () =>
    {
        SnoozedUntil = null;
        Halt(now);
    });

    /// <summary>Our turn again. What nobody has answered goes on, and what we had begun to wait for; what was answered begins anew.</summary>
    public Result Reopen(ServiceLevel service, DateTimeOffset now)
    {
        var goesOn = Status is InquiryStatus.Waiting || Last(_ => true)?.Voice is InquiryVoice.Client;

        return Do(InquiryAct.Reopen, () => Run(goesOn ? Delay.Resume(service.Hours, now) : ServiceDelay.Start(service.Terms.For(Kind, Priority, ClientId), now), service));
    }

    public void Meet(ContactId contact) => ContactId = contact;

    /// <summary>Whether somebody's words are none of its business: another client's, or, while it is nobody's, a client's whom nobody has answered in it.</summary>
    /// <param name="client">Null for somebody unknown.</param>
    /// <param name="address">From which they come.</param>
    public bool IsOthers(ClientId? client, string? address) => client is not null && client != ClientId && (ClientId is not null || !HasHeardFromUs(address));

    private void Take(Said said, DateTimeOffset now)
    {
        var message = new InquiryMessage(Ids.New<InquiryMessageId>(), said.IsMachine ? InquiryVoice.Machine : InquiryVoice.Client, said.Channel, said.Text, now).By(said.Address, said.Name);
        _messages.Add(said.Mail is { } mail ? message.As(mail) : message);
        MessageCount = _messages.Count;

        if (said.IsMachine)
        {
            return;
        }

        if (said.IsKnown || Address is null || HasHeardFromUs(message.From))
        {
            (Address, PersonName) = (message.From ?? Address, message.FromName ?? PersonName);
        }

        Show(message);
    }

    // Whom we answer, or have answered before.
    private bool HasHeardFromUs(string? address) => address is not null
        && (address.Equals(Address, StringComparison.OrdinalIgnoreCase) || _messages.Exists(message => message.To?.Split(',', StringSplitOptions.TrimEntries).Contains(address, StringComparer.OrdinalIgnoreCase) is true));

    // What a machine says, and what colleagues note, is no part of what was said.
    private InquiryMessage? Last(Predicate<InquiryMessage> which) => _messages.FindLast(message => message.Voice is InquiryVoice.Client or InquiryVoice.Us && which(message));

    private void Show(InquiryMessage message)
    {
        (LastMessageId, LastMessageAt) = (message.Id, message.At);
        Preview = WholeText.Cut(string.Join(' ', message.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), PreviewMaxLength);
    }

    private Result Do(InquiryAct act, Action change)
    {
        if (WhyNot(act) is { } refusal)
        {
            return refusal;
        }

        Status = Status.After(act)!.Value;
        change();
        Touch();

        return Result.Ok;
    }

    private void Run(ServiceDelay delay, ServiceLevel service)
    {
        (Allowed, Spent, RunningSince, StoppedAt) = (delay.Allowed, delay.Spent, delay.RunningSince, delay.StoppedAt);
        DueAt = Status is InquiryStatus.Open ? delay.DueAt(service.Hours) : null;
    }

    private void Halt(DateTimeOffset now) => (StoppedAt, DueAt) = (Delay.Stop(now).StoppedAt, null);

    private Refusal? WhyNot(InquiryAct act) => IsMerged ? new InquiryGoesOnElsewhere() : Status.Allows(act) ? null : new InquiryDoesNotAllow(act, Status);
}

/// <summary>What a client says, in one message.</summary>
/// <param name="IsKnown">The client is known to have this address: answers go there from now on.</param>
public sealed record Said(string Text, string? Address, string? Name, InquiryChannel Channel, ReceivedMail? Mail = null, bool IsMachine = false, bool IsKnown = true);

/// <summary>How fast a company answers: its terms, and the clocks it keeps.</summary>
public sealed record ServiceLevel(ServiceTerms Terms, TimeZoneInfo Zone)
{
    public Common.Calendars.OfficeHours Hours { get; } = Terms.In(Zone);
}
