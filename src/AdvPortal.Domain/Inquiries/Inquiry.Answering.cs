namespace AdvPortal.Domain.Inquiries;

/// <summary>What we answer.</summary>
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

    private void ShowLast()
    {
        if (Last(_ => true) is { } last)
        {
            Show(last);
        }
    }
}
