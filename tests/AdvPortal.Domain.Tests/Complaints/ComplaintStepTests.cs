using AdvPortal.Domain.Complaints;

namespace AdvPortal.Domain.Tests.Complaints;

/// <summary>What each of the eight steps asks for before it is done.</summary>
public sealed class ComplaintStepTests
{
    [Fact]
    public void An_empty_complaint_lacks_everything_and_a_prepared_one_nothing()
    {
        var empty = Complained.Opened();

        Assert.Equal(
            [StepNeed.Team, StepNeed.Problem, StepNeed.Measure, StepNeed.RootCause, StepNeed.Action, StepNeed.Verification, StepNeed.Prevention, null],
            Enum.GetValues<Discipline>().Select(empty.Needs));
        Assert.All(Enum.GetValues<Discipline>(), step => Assert.Null(Complained.Prepared().Needs(step)));
        Assert.Equal(new StepIncomplete(Discipline.Team, StepNeed.Team), empty.Finish(Discipline.Team, Given.Now).Refusal);
        Assert.Equal(ComplaintStatus.Open, empty.Status);
    }

    [Fact]
    public void Of_a_minor_complaint_nobody_asks_for_more_than_a_measure_and_a_cause()
    {
        var minor = Complained.Opened(ComplaintSeverity.Minor);

        Assert.Equal(
            [StepNeed.Team, StepNeed.Problem, StepNeed.Measure, StepNeed.RootCause, null, null, null, null],
            Enum.GetValues<Discipline>().Select(minor.Needs));
    }

    [Theory]
    [InlineData(ComplaintActionKind.Immediate, Discipline.Containment, StepNeed.MeasuresDone)]
    [InlineData(ComplaintActionKind.Corrective, Discipline.Implementation, StepNeed.ActionsDone)]
    [InlineData(ComplaintActionKind.Preventive, Discipline.Prevention, StepNeed.PreventionDone)]
    public void An_action_that_is_not_done_holds_its_step_up(ComplaintActionKind kind, Discipline step, StepNeed need)
    {
        var complaint = Complained.Prepared();
        Complained.Ok(complaint.Plan(new(kind, " Organiser la reprise ", Given.Claire, DueOn: Given.Wednesday)));
        var action = complaint.Actions[^1];
        Assert.Equal(("Organiser la reprise", need), (action.Text, complaint.Needs(step)));

        Complained.Ok(complaint.Tick(action.Id, done: true, Given.Now, Given.Claire));
        Assert.Equal(((StepNeed?)null, Given.Claire), (complaint.Needs(step), action.DoneBy));

        // Twice done is done when it was.
        Complained.Ok(complaint.Tick(action.Id, done: true, Given.Now.AddHours(1), Given.Claire));
        Assert.Equal(Given.Now, action.DoneAt);

        Complained.Ok(complaint.Tick(action.Id, done: false, Given.Now));
        Assert.Equal((need, (DateTimeOffset?)null), (complaint.Needs(step), action.DoneAt));
        Complained.Ok(complaint.Drop(action.Id));
        Assert.Null(complaint.Needs(step));
        Assert.IsType<NoSuchComplaintAction>(complaint.Tick(action.Id, done: true, Given.Now).Refusal);
        Assert.IsType<NoSuchComplaintAction>(complaint.Drop(action.Id).Refusal);
    }

    [Fact]
    public void A_cause_is_one_when_it_is_said_of_what_kind_and_on_whose_side_it_is()
    {
        var complaint = Complained.Prepared();
        var said = new CauseAnalysis([" Pourquoi ? ", "", "parce que", "c", "d", "e", "f"], " La racine ", " ");

        Complained.Ok(complaint.Analyse(said, ComplaintCause.Picking, null));
        Assert.Equal(StepNeed.RootCause, complaint.Needs(Discipline.RootCause));
        Complained.Ok(complaint.Analyse(said, null, ComplaintSide.Us));
        Assert.Equal(StepNeed.RootCause, complaint.Needs(Discipline.RootCause));
        Complained.Ok(complaint.Analyse(said with { RootCause = " " }, ComplaintCause.Picking, ComplaintSide.Us));
        Assert.Equal(StepNeed.RootCause, complaint.Needs(Discipline.RootCause));
        Complained.Ok(complaint.Analyse(said, ComplaintCause.Picking, ComplaintSide.Us));
        Assert.Null(complaint.Needs(Discipline.RootCause));
        Assert.Equal((CauseAnalysis.MostWhys, "Pourquoi ?", "La racine", null), (complaint.Analysis.Whys.Count, complaint.Analysis.Whys[0], complaint.Analysis.RootCause, complaint.Analysis.NotDetected));
    }

    [Fact]
    public void A_requirement_is_prevention_and_the_clients_own()
    {
        var complaint = Complained.Prepared();
        Complained.Ok(complaint.Drop(complaint.Actions.Single(action => action.Kind is ComplaintActionKind.Preventive).Id));
        Assert.Equal(StepNeed.Prevention, complaint.Needs(Discipline.Prevention));

        Assert.IsType<RequirementOfAnother>(complaint.Link(Ids.New<RequirementId>(), Ids.New<ClientId>()).Refusal);
        Complained.Ok(complaint.Link(Ids.New<RequirementId>(), Given.Client));
        Assert.Null(complaint.Needs(Discipline.Prevention));
    }

    [Fact]
    public void Nobody_plans_without_end()
    {
        var complaint = Complained.Opened();

        for (var each = 0; each < Complaint.MostActions; each++)
        {
            Complained.Ok(complaint.Plan(new(ComplaintActionKind.Immediate, "Bloquer le lot")));
        }

        Assert.Equal(new TooManyEntries(Complaint.MostActions), complaint.Plan(new(ComplaintActionKind.Immediate, "Bloquer le lot")).Refusal);
        Assert.Equal(Enumerable.Range(0, Complaint.MostActions), complaint.Actions.Select(action => action.Position));
    }
}
