using AdvPortal.Domain.Inquiries;

namespace AdvPortal.Domain.Tests.Inquiries;

/// <summary>The table of a conversation's life, cell by cell, and that every verb keeps to it.</summary>
public sealed class InquiryLifeTests
{
    internal static readonly ServiceLevel Service = new(ServiceTerms.Usual, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
    internal static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1));

    private static readonly Dictionary<InquiryAct, Func<Inquiry, Refusal?>> _verbs = new()
    {
        [InquiryAct.Receive] = it => it.Receive(Words("Et alors ?"), Service, Now.AddHours(3)).Refusal,
        [InquiryAct.Reply] = it => it.Reply("Vendredi.", null, null, awaits: false, null, Now.AddHours(3)).Refusal,
        [InquiryAct.Ask] = it => it.Reply("Laquelle ?", null, null, awaits: true, null, Now.AddHours(3)).Refusal,
        [InquiryAct.Note] = it => it.Note("Voir avec le quai.", null, [], Now.AddHours(3)).Refusal,
        [InquiryAct.Classify] = it => it.Classify(it.ClientId, "Délai", InquiryKind.Delivery, InquiryPriority.High, Service).Refusal,
        [InquiryAct.Assign] = it => it.Assign(Ids.New<MemberId>()).Refusal,
        [InquiryAct.Snooze] = it => it.Snooze(Now.AddDays(1), Now).Refusal,
        [InquiryAct.Close] = it => it.Close(Now.AddHours(3)).Refusal,
        [InquiryAct.Reopen] = it => it.Reopen(Service, Now.AddHours(3)).Refusal,
        [InquiryAct.Merge] = it => it.MergeInto(At(InquiryStatus.Open, it.ClientId), Service, Now.AddHours(3)).Refusal,
        [InquiryAct.Split] = it => it.Split(Ids.New<InquiryId>(), "Autre sujet", [.. it.Messages.Take(1).Select(message => message.Id)], Service, Now.AddHours(3)).Refusal,
    };

    // For every act, in the order of the enum: what it makes of the status, or - where it is refused.
    [Theory]
    [InlineData(InquiryStatus.Open, "OAWOOOOC-CO")]
    [InlineData(InquiryStatus.Waiting, "OAWWWWWCOCW")]
    [InlineData(InquiryStatus.Answered, "OAWAAA-COCA")]
    [InlineData(InquiryStatus.Closed, "O--C----O--")]
    public void Every_act_leads_somewhere_or_is_refused(InquiryStatus status, string next)
    {
        Assert.Equal(next, string.Concat(Enum.GetValues<InquiryAct>().Select(act => status.After(act) is { } to ? to.ToString()[0] : '-')));
        Assert.Equal(Enum.GetValues<InquiryAct>().Where(act => status.Allows(act)), status.Acts().Order());
    }

    [Fact]
    public void Each_verb_does_what_the_table_says_and_refuses_the_rest()
    {
        Assert.Equal(Enum.GetValues<InquiryAct>(), _verbs.Keys);

        foreach (var status in Enum.GetValues<InquiryStatus>())
        {
            Assert.All(_verbs, each =>
            {
                var inquiry = At(status);
                var version = inquiry.Version;
                var refusal = each.Value(inquiry);
                var next = status.After(each.Key);

                Assert.Equal(next is null ? new InquiryDoesNotAllow(each.Key, status) : null, refusal);
                Assert.Equal(next ?? status, inquiry.Status);
                Assert.Equal(next is not null, inquiry.Version != version);
                Assert.Equal(inquiry.Status is InquiryStatus.Open, inquiry.DueAt is not null);
            });
        }
    }

    [Fact]
    public void What_goes_on_elsewhere_takes_nothing_more()
    {
        var inquiry = At(InquiryStatus.Open);
        Assert.Null(inquiry.MergeInto(At(InquiryStatus.Open, inquiry.ClientId), Service, Now).Refusal);

        Assert.Empty(inquiry.Acts);
        Assert.All(_verbs.Values, verb => Assert.IsType<InquiryGoesOnElsewhere>(verb(inquiry)));
    }

    internal static Said Words(string text, string? address = "n.rousseau@chartraine.example") => new(text, address, "Nathalie Rousseau", InquiryChannel.Email);

    /// <summary>A conversation of two questions, at that point of its life.</summary>
    internal static Inquiry At(InquiryStatus status, ClientId? client = null)
    {
        var inquiry = Inquiry.Open(Ids.New<InquiryId>(), client ?? Ids.New<ClientId>(), "Commande 4500187342", Words("Où en est notre commande ?"), Service, Now);
        Assert.Null(inquiry.Receive(Words("Et la suivante ?"), Service, Now.AddMinutes(5)).Refusal);
        Func<Refusal?>[] steps = status switch
        {
            InquiryStatus.Open => [],
            InquiryStatus.Waiting => [() => inquiry.Reply("Laquelle ?", null, null, awaits: true, null, Now.AddHours(1)).Refusal],
            InquiryStatus.Answered => [() => inquiry.Reply("Vendredi.", null, null, awaits: false, null, Now.AddHours(1)).Refusal],
            _ => [() => inquiry.Close(Now.AddHours(1)).Refusal],
        };

        Assert.All(steps, step => Assert.Null(step()));
        Assert.Equal(status, inquiry.Status);

        return inquiry;
    }
}
