namespace AdvPortal.Domain.Inquiries;

/// <summary>What we answer, and conversations that become one or two.</summary>
public sealed partial class Inquiry
{
    /// <summary>We answer: the delay stands still from now on.</summary>
    /// <param name="text">As it leaves.</param>
    /// <param name="by">Null for a program.</param>
    /// <param name="seen">The last message that the writer had before them; null where nobody looked.</param>
    /// <param name="awaits">We ask something: the client's turn.</param>
    /// <param name="key">Made by the sender: see <see cref="InquiryMessage.Key"/>.</param>
    /// <param name="now">When it is sent.</param>
    public Result<InquiryMessage> Reply(string text, MemberId? by, InquiryMessageId? seen, bool awaits, Guid? key, DateTimeOffset now)
    {
        var act = awaits ? InquiryAct.Ask : InquiryAct.Reply;

        if (WhyNot(act) is { } refusal)
        {
            return refusal;
        }

        if (_messages.Count >= MostMessages)
        {
            return new InquiryTooLong(MostMessages);
        }

        // Whoever answers knows what was said: an answer that crosses another message helps nobody.
        if (seen is not null && seen != LastMessageId && _messages.Find(message => message.Id == LastMessageId) is { } newer)
        {
            return new NewerMessageArrived(newer.Voice is InquiryVoice.Us, newer.FromName ?? newer.From ?? "", newer.At);
        }

        var message = new InquiryMessage(Ids.New<InquiryMessageId>(), InquiryVoice.Us, InquiryChannel.Email, text, now).By(by).Keyed(key, Status);
        _messages.Add(message);
        MessageCount = _messages.Count;
        (Status, SnoozedUntil) = (Status.After(act)!.Value, null);
        Halt(now);
        Show(message);
        Touch();

        return message;
    }

    /// <summary>The answer has not left, and is not to: as if it had never been written.</summary>
    public Result TakeBack(InquiryMessageId reply, ServiceLevel service)
    {
        if (_messages.Find(message => message.Id == reply && message.Voice is InquiryVoice.Us) is not { StatusBefore: { } before } message || LastMessageId != reply)
        {
            return new ReplyHasLeft();
        }

        _messages.Remove(message);
        MessageCount = _messages.Count;
        Status = before;
        Run(before is InquiryStatus.Open ? Delay.Unstop() : Delay, service);

        ShowLast();
        Touch();

        return Result.Ok;
    }

    /// <summary>Goes on in <paramref name="other"/>, which takes its messages, its links and whom it calls, and is out of sight only while both were; this one is closed for good.</summary>
    public Result MergeInto(Inquiry other, ServiceLevel service, DateTimeOffset now)
    {
        if (other.Id == Id)
        {
            return new MergedWithItself();
        }

        if ((WhyNot(InquiryAct.Merge) ?? other.WhyNot(InquiryAct.Merge)) is { } refusal)
        {
            return refusal;
        }

        if (ClientId is not null && other.ClientId is not null && ClientId != other.ClientId)
        {
            return new MergedOverClients();
        }

        if (_messages.Count + other._messages.Count > MostMessages)
        {
            return new InquiryTooLong(MostMessages);
        }

        // Whichever is due first is due: a merger gives nobody more time.
        var sooner = Status is InquiryStatus.Open && (other.Status is not InquiryStatus.Open || DueAt < other.DueAt) ? Delay : other.Delay;
        other.Status = Status is InquiryStatus.Open ? InquiryStatus.Open : other.Status;
        other.ClientId ??= ClientId;
        other.ContactId ??= ClientId == other.ClientId ? ContactId : null;
        (other.Address, other.PersonName) = other.Address is null && Address is not null ? (Address, PersonName) : (other.Address, other.PersonName ?? (other.Address == Address ? PersonName : null));
        other.SnoozedUntil = SnoozedUntil is null ? null : SnoozedUntil < other.SnoozedUntil ? SnoozedUntil : other.SnoozedUntil;
        _mentions.ForEach(other.Call);
        other._messages.AddRange(_messages);
        other._messages.Sort((one, two) => one.Id.Value.CompareTo(two.Id.Value));
        other.MessageCount = other._messages.Count;
        _links.ForEach(link => other.Link(link.OrderId, link.DeliveryId, link.MessageId, link.RequirementId));
        other.Run(sooner, service);
        other.ShowLast();
        other.Touch();

        _messages.Clear();
        _mentions.Clear();
        (Status, MergedIntoId, SnoozedUntil, MessageCount) = (Status.After(InquiryAct.Merge)!.Value, other.Id, null, 0);
        Halt(now);
        Touch();

        return Result.Ok;
    }

    /// <summary>The conversation that it was merged into goes on in another: there it goes on as well.</summary>
    public void GoAlong(Inquiry with)
    {
        if (MergedIntoId != with.Id || with.MergedIntoId is null)
        {
            throw new InvalidOperationException("It goes on where the one that it was merged into goes on.");
        }

        MergedIntoId = with.MergedIntoId;
        Touch();
    }

    /// <summary>Some of its messages are about something else: they go on in a conversation of their own.</summary>
    public Result<Inquiry> Split(InquiryId id, string subject, IReadOnlyCollection<InquiryMessageId> messages, ServiceLevel service, DateTimeOffset now)
    {
        if (WhyNot(InquiryAct.Split) is { } refusal)
        {
            return refusal;
        }

        var moved = _messages.FindAll(message => messages.Contains(message.Id));

        if (moved.Count < messages.Count || !moved.Exists(message => message.Voice is InquiryVoice.Client))
        {
            return new SplitWithoutQuestion();
        }

        if (!_messages.Exists(message => message.Voice is InquiryVoice.Client && !moved.Contains(message)))
        {
            return new SplitLeavesNothing();
        }

        var other = new Inquiry
        {
            Id = id,
            ClientId = ClientId,
            ContactId = ContactId,
            Subject = WholeText.Cut(subject.Trim(), SubjectMaxLength),
            Kind = Kind,
            Priority = Priority,
            Status = InquiryStatus.Open,
            AssigneeId = AssigneeId,
            OpenedAt = moved[0].At,
        };
        other._messages.AddRange(moved);
        other.MessageCount = moved.Count;
        other.Run(ServiceDelay.Start(service.Terms.For(Kind, Priority, ClientId), moved[0].At), service);
        other.ShowLast();
        other.TurnTo(this);
        _messages.RemoveAll(moved.Contains);
        MessageCount = _messages.Count;
        ShowLast();
        TurnTo(this);

        // What was named in a message is named where it goes on.
        foreach (var link in _links.FindAll(link => moved.Exists(message => message.Id == link.MessageId)))
        {
            _links.Remove(link);
            other.Link(link.OrderId, link.DeliveryId, link.MessageId, link.RequirementId);
        }

        Touch();

        return other;
    }

    // Of one that was split, an answer goes to whom it went to where they speak, else to whoever spoke last.
    private void TurnTo(Inquiry whole)
    {
        var (address, name, contact) = (whole.Address, whole.PersonName, whole.ContactId);
        var last = (address is null ? null : Last(message => message.Voice is InquiryVoice.Client && message.From == address)) ?? Last(message => message.Voice is InquiryVoice.Client)!;
        (Address, PersonName, ContactId) = last.From == address ? (address, name, contact) : (last.From, last.FromName, null);
    }

    private void Call(InquiryMention mention)
    {
        if (_mentions.Find(each => each.MemberId == mention.MemberId) is not { } known)
        {
            _mentions.Add(mention);
        }
        else if (mention.SeenAt is null && known.SeenAt is not null)
        {
            known.Again(mention.At);
        }
    }

    private void ShowLast()
    {
        if (Last(_ => true) is { } last)
        {
            Show(last);
        }
    }
}
