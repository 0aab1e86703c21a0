using AdvPortal.Domain.Tenders;

namespace AdvPortal.Domain.Tests.Tenders;

/// <summary>The table of a tender's life, cell by cell, and that every verb keeps to it.</summary>
public sealed class TenderLifeTests
{
    private static readonly RequirementId _requirement = Ids.New<RequirementId>();

    private static readonly Dictionary<TenderAct, (Func<Tender, Refusal?> Verb, TenderStatus? To)> _verbs = new()
    {
        [TenderAct.Change] = (it => it.Change(Tendered.Head(), [Tendered.Screws], Given.Now, Tendered.Paris).Refusal, null),
        [TenderAct.Price] = (it => it.Price([Tendered.Offer(it, 0, tiers: new TierPrice(0, 8))]).Refusal, null),
        [TenderAct.Plan] = (it => it.Plan(new(TenderTaskKind.Quality, "Certificat 3.1 ?", Given.Claire, Given.Wednesday)).Refusal, null),
        [TenderAct.Contribute] = (it => it.Contribute(it.Tasks[0].Id, "8,20 €", Given.Now).Refusal, null),
        [TenderAct.Ask] = (it => it.Ask(TenderVoice.Client, "Emballage ?", Given.Monday, Tendered.DayOf).Refusal, null),
        [TenderAct.RequestApproval] = (it => it.RequestApproval(1000, Given.Now).Refusal, TenderStatus.Approved),
        [TenderAct.Judge] = (it => it.Judge(true, null, Given.Now).Refusal, TenderStatus.Approved),
        [TenderAct.Submit] = (it => it.Submit(Tendered.Terms(Given.Monday), null, Given.Now).Refusal, TenderStatus.Submitted),
        [TenderAct.Rework] = (it => it.Rework().Refusal, TenderStatus.Open),
        [TenderAct.Win] = (it => it.Win([new(it.Lines[0].Id)], new(TenderReason.Price), Given.Monday, Given.Now, Tendered.Paris).Refusal, TenderStatus.Won),
        [TenderAct.Lose] = (it => it.Lose(new(TenderReason.Price), Given.Now).Refusal, TenderStatus.Lost),
        [TenderAct.Decline] = (it => it.Decline(new(TenderReason.Capacity), Given.Now).Refusal, TenderStatus.Declined),
        [TenderAct.Cancel] = (it => it.Cancel(new(TenderReason.Postponed), Given.Now).Refusal, TenderStatus.Cancelled),
        [TenderAct.Reopen] = (it => it.Reopen().Refusal, TenderStatus.Open),
        [TenderAct.Link] = (it => it.Link(_requirement, Given.Client).Refusal, null),
    };

    // c change, p price, t plan a task, a answer it, q ask, r request approval, j judge, s submit, w rework, W win, L lose, D decline, C cancel, O reopen, l link.
    [Theory]
    [InlineData(TenderStatus.Open, false, "cptaqrDC")]
    [InlineData(TenderStatus.Open, true, "cptaqrLDC")]
    [InlineData(TenderStatus.ToApprove, false, "taqjwDC")]
    [InlineData(TenderStatus.ToApprove, true, "taqjwLDC")]
    [InlineData(TenderStatus.Approved, false, "taqswDC")]
    [InlineData(TenderStatus.Approved, true, "taqswLDC")]
    [InlineData(TenderStatus.Submitted, true, "taqwWLDC")]
    [InlineData(TenderStatus.Won, true, "l")]
    [InlineData(TenderStatus.Lost, true, "O")]
    [InlineData(TenderStatus.Declined, false, "O")]
    [InlineData(TenderStatus.Declined, true, "O")]
    [InlineData(TenderStatus.Cancelled, false, "O")]
    [InlineData(TenderStatus.Cancelled, true, "O")]
    public void Every_act_is_allowed_or_not(TenderStatus status, bool wasSubmitted, string acts)
    {
        var tender = Tendered.At(status, wasSubmitted);

        Assert.Equal(acts, string.Concat(Enum.GetValues<TenderAct>().Where(act => tender.WhyNot(act) is null).Select(act => "cptaqrjswWLDCOl"[(int)act])));
        Assert.Equal(Enum.GetValues<TenderAct>().Where(act => tender.WhyNot(act) is null), tender.Acts.Order());
    }

    [Fact]
    public void Each_verb_does_what_the_table_allows_and_refuses_the_rest()
    {
        Assert.Equal(Enum.GetValues<TenderAct>().Order(), _verbs.Keys.Order());

        foreach (var status in Enum.GetValues<TenderStatus>())
        {
            Assert.All(_verbs, each =>
            {
                var tender = Tendered.At(status);
                var (version, isAllowed) = (tender.Version, tender.Acts.Contains(each.Key));
                var refusal = each.Value.Verb(tender);

                // What was lost is with the client again.
                var to = (each.Key, status) is (TenderAct.Reopen, TenderStatus.Lost) ? TenderStatus.Submitted : each.Value.To ?? status;

                Assert.Equal(isAllowed ? null : new TenderDoesNotAllow(each.Key, status), refusal);
                Assert.Equal(refusal is null ? to : status, tender.Status);
                Assert.Equal(refusal is null, tender.Version != version);
            });
        }
    }

    [Theory]
    [InlineData(TenderStatus.Open, true, false)]
    [InlineData(TenderStatus.ToApprove, true, false)]
    [InlineData(TenderStatus.Approved, true, false)]
    [InlineData(TenderStatus.Submitted, false, false)]
    [InlineData(TenderStatus.Won, false, true)]
    [InlineData(TenderStatus.Lost, false, true)]
    [InlineData(TenderStatus.Declined, false, true)]
    [InlineData(TenderStatus.Cancelled, false, true)]
    public void An_offer_is_owed_until_it_is_submitted_and_nothing_is_once_it_has_ended(TenderStatus status, bool owed, bool ended)
    {
        var tender = Tendered.At(status);

        Assert.Equal((owed, ended), (status.IsToAnswer(), tender.EndedAt is not null));
        Assert.Equal(owed ? Tendered.Due : null, tender.DueAt);
        Assert.Equal(owed ? 1 : 0, tender.OpenTasks);
        Assert.Equal(ended, tender.End is not null);
    }

    [Fact]
    public void Every_reason_is_one_of_some_end_and_no_other_is_taken()
    {
        TenderStatus[] ends = [TenderStatus.Won, TenderStatus.Lost, TenderStatus.Declined, TenderStatus.Cancelled];
        Assert.Equal(Enum.GetValues<TenderReason>(), ends.SelectMany(TenderReasons.For).Distinct().Order());
        Assert.Empty(TenderReasons.For(TenderStatus.Open));

        foreach (var reason in Enum.GetValues<TenderReason>())
        {
            foreach (var status in ends)
            {
                var tender = Tendered.At(TenderStatus.Submitted);
                var end = new TenderEnd(reason, "En clair");
                var ended = status switch
                {
                    TenderStatus.Won => tender.Win([new(tender.Lines[0].Id)], end, Given.Monday, Given.Now, Tendered.Paris),
                    TenderStatus.Lost => tender.Lose(end, Given.Now),
                    TenderStatus.Declined => tender.Decline(end, Given.Now),
                    _ => tender.Cancel(end, Given.Now),
                };
                Assert.Equal(TenderReasons.For(status).Contains(reason) ? null : new ReasonDoesNotFit(reason, status), ended.Refusal);
            }
        }
    }

    [Fact]
    public void What_the_list_has_no_word_for_is_said_in_ones_own()
    {
        var tender = Tendered.At(TenderStatus.Submitted);

        Assert.IsType<TenderNeedsReason>(tender.Lose(new(TenderReason.Other, "  "), Given.Now).Refusal);
        Tendered.Ok(tender.Lose(new(TenderReason.Other, " Groupe d’achat ", " "), Given.Now));
        Assert.Equal(new TenderEnd(TenderReason.Other, "Groupe d’achat"), tender.End);
        Assert.All(tender.Lines, line => Assert.Equal(LineOutcome.Lost, line.Outcome));

        // The client has the offer still: none is owed.
        Tendered.Ok(tender.Reopen());
        Assert.Equal((null, null, TenderStatus.Submitted, null), (tender.End, tender.EndedAt, tender.Status, tender.DueAt));
        Assert.All(tender.Lines, line => Assert.Null(line.Outcome));
    }

    [Theory]
    [InlineData(TenderStatus.Open)]
    [InlineData(TenderStatus.ToApprove)]
    [InlineData(TenderStatus.Approved)]
    public void The_client_may_choose_another_while_the_next_version_is_worked_on(TenderStatus status)
    {
        var tender = Tendered.At(TenderStatus.Submitted);
        Tendered.Ok(tender.Rework());
        Tendered.Ok(tender.Price([Tendered.Offer(tender, 1, tiers: new TierPrice(0, 1.40m))]));

        if (status is not TenderStatus.Open)
        {
            Tendered.Ok(tender.RequestApproval(status is TenderStatus.ToApprove ? 100 : 1000, Given.Now));
        }

        Tendered.Ok(tender.Lose(new(TenderReason.Price), Given.Now));
        Assert.Equal((TenderStatus.Lost, null), (tender.Status, tender.DueAt));

        // What is offered now the client has never seen: it is worked on, not awarded.
        Tendered.Ok(tender.Reopen());
        Assert.Equal((TenderStatus.Open, Tendered.Due), (tender.Status, tender.DueAt));
    }
}
