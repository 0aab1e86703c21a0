namespace AdvPortal.Domain.Inquiries;

/// <summary>What it is about and what came of it, and conversations that become one or two.</summary>
public sealed partial class Inquiry
{
    /// <summary>It is about this order, or this delivery, or led to this requirement; said once however often it is named.</summary>
    public void Link(OrderId? order, DeliveryId? delivery, InquiryMessageId? message, RequirementId? requirement = null)
    {
        if (!_links.Exists(link => link.OrderId == order && link.DeliveryId == delivery && link.RequirementId == requirement))
        {
            _links.Add(new(order, delivery, message, requirement));
            Touch();
        }
    }

    /// <summary>A requirement came of it, wherever it stands.</summary>
    /// <param name="client">Whose requirement that is.</param>
    public Result LedTo(RequirementId requirement, ClientId client)
    {
        if (IsMerged)
        {
            return new InquiryGoesOnElsewhere();
        }

        if (ClientId is null)
        {
            return new InquiryWithoutClient();
        }

        if (client != ClientId)
        {
            return new Complaints.RequirementOfAnother();
        }

        Link(null, null, null, requirement);

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
}
