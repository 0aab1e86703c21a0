using AdvPortal.Domain.Complaints;

namespace AdvPortal.Domain.Tests.Complaints;

/// <summary>The table of a complaint's life, cell by cell, and that every verb keeps to it.</summary>
public sealed class ComplaintLifeTests
{
    private static readonly RequirementId _requirement = Ids.New<RequirementId>();

    private static readonly Dictionary<ComplaintAct, (Func<Complaint, Refusal?> Verb, ComplaintStatus? To)> _verbs = new()
    {
        [ComplaintAct.Change] = (it => it.Change(Complained.Head(), [], Complained.Nothing, Complained.DayOf).Refusal, null),
        [ComplaintAct.Work] = (it => it.State("Autrement dit").Refusal, null),
        [ComplaintAct.Finish] = (it => it.Finish(it.Step ?? Discipline.Team, Given.Now).Refusal, null),
        [ComplaintAct.Settle] = (it => it.Settle([new(it.Lines[0].Id, Settlements.Return)]).Refusal, null),
        [ComplaintAct.RequestCredit] = (it => it.RequestCredit(2026, 1, 250, Given.Now).Refusal, null),
        [ComplaintAct.JudgeCredit] = (it => it.JudgeCredit(Guid.Empty, true, null, Given.Now).Refusal, null),
        [ComplaintAct.Count] = (it => it.Count([new(Guid.Empty, QualityCostKind.Transport, 64.50m, null, null, Given.Now)]).Refusal, null),
        [ComplaintAct.Answer] = (it => it.Tell("Voici ce que nous avons trouvé.", Given.Now).Refusal, null),
        [ComplaintAct.Attach] = (it => it.Attach().Refusal, null),
        [ComplaintAct.Link] = (it => it.Link(_requirement, Given.Client).Refusal, null),
        [ComplaintAct.Close] = (it => it.Close(Given.Now).Refusal, ComplaintStatus.Closed),
        [ComplaintAct.Refuse] = (it => it.Refuse("Hors contrat", Given.Now).Refusal, ComplaintStatus.Refused),
        [ComplaintAct.Withdraw] = (it => it.Withdraw("Retrouvées", Given.Now).Refusal, ComplaintStatus.Withdrawn),
        [ComplaintAct.Reopen] = (it => it.Reopen("Encore deux cartons", Discipline.Containment, [], Complained.Nothing, Given.Now, Given.Monday).Refusal, ComplaintStatus.Reopened),
    };

    // c change, w work, f finish, s settle, r request credit, j judge credit, n count, a answer, t attach, l link, C close, R refuse, W withdraw, O reopen.
    [Theory]
    [InlineData(ComplaintStatus.Open, "cwfsrjnatlRW")]
    [InlineData(ComplaintStatus.Contained, "cwfsrjnatlRW")]
    [InlineData(ComplaintStatus.Analysed, "cwfsrjnatlRW")]
    [InlineData(ComplaintStatus.Corrected, "wfsrjnatlCW")]
    [InlineData(ComplaintStatus.Closed, "natlO")]
    [InlineData(ComplaintStatus.Reopened, "cwfsrjnatlRW")]
    [InlineData(ComplaintStatus.Refused, "atO")]
    [InlineData(ComplaintStatus.Withdrawn, "tO")]
    public void Every_act_is_allowed_or_not(ComplaintStatus status, string acts)
    {
        Assert.Equal(acts, string.Concat(Enum.GetValues<ComplaintAct>().Where(act => status.Allows(act)).Select(act => "cwfsrjnatlCRWO"[(int)act])));
        Assert.Equal(Enum.GetValues<ComplaintAct>().Where(act => status.Allows(act)), status.Acts().Order());
    }

    [Fact]
    public void Each_verb_does_what_the_table_allows_and_refuses_the_rest()
    {
        Assert.Equal(Enum.GetValues<ComplaintAct>().Order(), _verbs.Keys.Order());

        foreach (var status in Enum.GetValues<ComplaintStatus>())
        {
            Assert.All(_verbs, each =>
            {
                var complaint = Complained.At(status);
                var version = complaint.Version;
                var refusal = each.Value.Verb(complaint);

                // Allowed is not yet possible: nothing is to be credited, and the last step is closed, not finished.
                Assert.Equal(status.Allows(each.Key), refusal is not ComplaintDoesNotAllow);
                Assert.True(refusal is not ComplaintDoesNotAllow || refusal == new ComplaintDoesNotAllow(each.Key, status), $"{status}, {each.Key}: {refusal}");
                Assert.True(refusal is null or ComplaintDoesNotAllow or NothingToCredit or NoSuchCredit or StepOutOfTurn, $"{status}, {each.Key}: {refusal}");
                Assert.Equal(refusal is not null ? status : each.Value.To ?? complaint.Status, complaint.Status);
                Assert.Equal(refusal is null, complaint.Version != version);
            });
        }
    }

    [Theory]
    [InlineData(ComplaintStatus.Open, true)]
    [InlineData(ComplaintStatus.Contained, true)]
    [InlineData(ComplaintStatus.Analysed, true)]
    [InlineData(ComplaintStatus.Corrected, true)]
    [InlineData(ComplaintStatus.Reopened, true)]
    [InlineData(ComplaintStatus.Closed, false)]
    [InlineData(ComplaintStatus.Refused, false)]
    [InlineData(ComplaintStatus.Withdrawn, false)]
    public void An_amount_is_disputed_until_the_complaint_has_ended(ComplaintStatus status, bool open)
    {
        var complaint = Complained.At(status);

        Assert.Equal(open, status.IsOpen());
        Assert.Equal(open, complaint.Step is not null);
        Assert.Equal(open, complaint.DueOn is not null);
        Assert.Equal(open, complaint.EndedAt is null);
    }

    [Fact]
    public void The_eight_steps_come_one_after_the_other_and_lead_from_state_to_state()
    {
        var complaint = Complained.Prepared();
        var expected = new[] { ComplaintStatus.Open, ComplaintStatus.Open, ComplaintStatus.Contained, ComplaintStatus.Analysed, ComplaintStatus.Analysed, ComplaintStatus.Corrected, ComplaintStatus.Corrected };

        Assert.Equal(new StepOutOfTurn(Discipline.Team), complaint.Finish(Discipline.Problem, Given.Now).Refusal);

        foreach (var (step, status) in Enum.GetValues<Discipline>().Zip(expected))
        {
            Assert.Equal(step, complaint.Step);
            Complained.Ok(complaint.Finish(step, Given.Now, Given.Claire));
            Assert.Equal((status, Given.Claire), (complaint.Status, complaint.Steps[(int)step].DoneBy));
        }

        Assert.Equal(new StepOutOfTurn(Discipline.Closure), complaint.Finish(Discipline.Closure, Given.Now).Refusal);
        complaint.SettleAndTell();
        Complained.Ok(complaint.Close(Given.Now, Given.Claire));
        Assert.All(complaint.Steps, step => Assert.True(step.IsDone));
    }

    // Monday 23 November 2026; 25 December is a Friday.
    [Theory]
    [InlineData(ComplaintSeverity.Minor, "24/11 24/11 26/11 30/11 07/12 14/12 21/12 21/12")]
    [InlineData(ComplaintSeverity.Major, "24/11 24/11 25/11 30/11 07/12 14/12 21/12 21/12")]
    [InlineData(ComplaintSeverity.Critical, "23/11 23/11 24/11 26/11 30/11 07/12 14/12 14/12")]
    public void Each_step_has_its_day(ComplaintSeverity severity, string days) =>
        Assert.Equal(days, string.Join(' ', ComplaintDelays.Steps(severity, Given.Monday).Select(step => step.DueOn.ToString("dd'/'MM", System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void Holidays_and_weekends_do_not_count() =>
        Assert.Equal(
            [Given.Day("2026-12-28"), Given.Day("2026-12-28"), Given.Day("2026-12-29"), Given.Day("2027-01-04")],
            ComplaintDelays.Steps(ComplaintSeverity.Major, Given.Day("2026-12-24")).Take(4).Select(step => step.DueOn));

    [Fact]
    public void A_reopened_complaint_starts_again_where_it_is_told_to_and_is_counted()
    {
        var complaint = Complained.At(ComplaintStatus.Closed);
        var friday = Given.Day("2026-12-04");

        Assert.IsType<ComplaintNeedsReason>(complaint.Reopen(" ", Discipline.RootCause, [], Complained.Nothing, Given.Now, friday).Refusal);
        Assert.Equal(new ReopensTooLate(Discipline.Implementation), complaint.Reopen("Encore", Discipline.Prevention, [], Complained.Nothing, Given.Now, friday).Refusal);
        Complained.Ok(complaint.Reopen(" Encore deux cartons ", Discipline.RootCause, [], Complained.Nothing, Given.Now, friday, Given.Claire));

        Assert.Equal((ComplaintStatus.Reopened, Discipline.RootCause, Given.Day("2026-12-11"), 1), (complaint.Status, complaint.Step, complaint.DueOn, complaint.ReopenCount));
        Assert.Equal((true, false), (complaint.Steps[2].IsDone, complaint.Steps[3].IsDone));
        Assert.Equal("Encore deux cartons", complaint.Reopenings[0].Reason);

        complaint.FinishUntil(Discipline.Prevention);
        Assert.IsType<ClientNotAnswered>(complaint.Close(Given.Now).Refusal);
        complaint.SettleAndTell();
        Complained.Ok(complaint.Close(Given.Now));
        Complained.Ok(complaint.Reopen("Une troisième fois", Discipline.Team, [], Complained.Nothing, Given.Now, friday));
        Assert.Equal((2, "Une troisième fois", Discipline.Team), (complaint.ReopenCount, complaint.Reopenings[0].Reason, complaint.Step));
    }

    [Fact]
    public void Another_severity_counts_from_the_day_on_which_the_work_began_again()
    {
        var (first, friday) = (Complained.Opened(), Given.Day("2026-12-04"));
        Complained.Ok(first.Change(Complained.Head(ComplaintSeverity.Critical), [], Complained.Nothing, Complained.DayOf));
        Assert.Equal(ComplaintDelays.DueOn(Discipline.Team, ComplaintSeverity.Critical, Given.Monday), first.DueOn);

        var again = Complained.At(ComplaintStatus.Closed);
        Complained.Ok(again.Reopen("Encore deux cartons", Discipline.RootCause, [], Complained.Nothing, Given.Now.AddDays(11), friday));
        Complained.Ok(again.Change(Complained.Head(ComplaintSeverity.Critical), [], Complained.Nothing, Complained.DayOf));
        Assert.Equal(ComplaintDelays.DueOn(Discipline.RootCause, ComplaintSeverity.Critical, friday), again.DueOn);
    }

    [Fact]
    public void What_never_got_further_is_not_further_when_it_is_opened_again()
    {
        var complaint = Complained.Opened();
        Complained.Ok(complaint.Refuse("Hors contrat", Given.Now));
        Complained.Ok(complaint.Reopen("Le client a raison", Discipline.Correction, [], Complained.Nothing, Given.Now, Given.Monday));

        Assert.Equal((Discipline.Team, (string?)null), (complaint.Step, complaint.EndReason));
    }
}
