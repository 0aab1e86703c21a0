using AdvPortal.Domain.Intake;

namespace AdvPortal.Domain.Tests.Intake;

public sealed class ClientLayoutTests
{
    private static readonly string[] _known = ["orderNumber", "lines.buyerCode", "lines.quantity", "lines.unit"];

    [Fact]
    public void What_was_inferred_waits_for_somebody_to_say_that_it_is_right()
    {
        var layout = ALayout();

        Assert.Equal((LayoutState.Proposed, 0), (layout.State, layout.Revision));
        Assert.True(layout.Approve("Commandes Hydraulique", Said(), new(), _known, Given.Claire, Given.Now).IsOk);
        Assert.Equal((LayoutState.InForce, 1, "Commandes Hydraulique"), (layout.State, layout.Revision, layout.Name));
        Assert.All(layout.Fields, field => Assert.Null(field.Said));
    }

    [Fact]
    public void A_person_says_once_what_a_column_holds_and_every_version_stays()
    {
        var layout = ALayout();
        layout.Approve("", Said(("Cond.", false, "lines.unit"), ("Qté", false, "")), new(), _known, Given.Claire, Given.Now);
        layout.Approve("", Said(("Qté", false, "lines.quantity")), new(DecimalMark: ','), _known, null, Given.Now);

        Assert.Equal(["lines.buyerCode", "lines.quantity", "lines.unit", "orderNumber"], layout.Fields.Select(field => field.ReadAs));
        Assert.Equal([(1, null), (2, ',')], layout.Revisions.Select(revision => (revision.Revision, revision.Habits.DecimalMark)));
        Assert.Null(layout.Revisions[0].Fields[1].ReadAs);
        Assert.Equal("commande.csv", layout.Name);
    }

    [Fact]
    public void What_the_document_does_not_have_or_an_order_does_not_hold_is_refused()
    {
        var layout = ALayout();

        Assert.Equal(new NoSuchPlaceInLayout("Poids"), Approve(layout, ("Poids", false, "lines.unit")));
        Assert.Equal(new NoSuchPlaceInLayout("Qté"), Approve(layout, ("Qté", true, "orderNumber")));
        Assert.Equal(new LayoutFieldUnknown("Cond.", "lines.weight"), Approve(layout, ("Cond.", false, "lines.weight")));
        Assert.Equal(new LayoutFieldTwice("Qté", "Cond."), Approve(layout, ("Cond.", false, "lines.quantity")));
        Assert.Equal(LayoutState.Proposed, layout.State);
    }

    [Theory]
    [InlineData(null, null, null, null, true)]
    [InlineData(',', "EUR", "bte", "BX", true)]
    [InlineData('.', "USD", "twenty letters, 20 !", "twenty letters, 20 !", true)]
    [InlineData(';', null, null, null, false)]
    [InlineData(null, "EURO", null, null, false)]
    [InlineData(null, "EU", null, null, false)]
    [InlineData(null, "eur", null, null, false)]
    [InlineData(null, "EUr", null, null, false)]
    [InlineData(null, "ÉUR", null, null, false)]
    [InlineData(null, null, "", "BX", false)]
    [InlineData(null, null, "bte", "", false)]
    [InlineData(null, null, "twenty-one letters: !", "BX", false)]
    [InlineData(null, null, "bte", "twenty-one letters: !", false)]
    public void Habits_that_mean_nothing_are_refused(char? mark, string? currency, string? unit, string? ours, bool isValid)
    {
        // One that means something beside it helps nothing.
        var units = unit is null ? null : new Dictionary<string, string> { ["carton"] = "CT", [unit] = ours! };

        Assert.Equal(isValid ? null : typeof(LayoutHabitsNotValid), ALayout().Approve("", Said(), new(mark, null, currency, units), _known, null, Given.Now).Refusal?.GetType());
    }

    [Theory]
    [InlineData(ClientLayout.UnitsMax, true)]
    [InlineData(ClientLayout.UnitsMax + 1, false)]
    public void A_client_has_a_hundred_words_for_units_at_most(int words, bool isValid) =>
        Assert.Equal(isValid, ALayout().Approve("", Said(), new(Units: Enumerable.Range(0, words).ToDictionary(no => $"u{no}", _ => "BX")), _known, null, Given.Now).IsOk);

    [Fact]
    public void A_label_may_be_written_twice_and_a_column_left_alone_holds_nothing_twice()
    {
        var layout = ALayout();

        Assert.Null(Approve(layout, ("Qté", false, ""), ("Réf", false, ""), ("Cond.", false, "orderNumber")));
        Assert.Equal([null, null, "orderNumber", "orderNumber"], layout.Fields.Select(field => field.ReadAs));
    }

    [Fact]
    public void Where_a_person_says_what_the_reader_takes_it_for_nothing_is_written_down()
    {
        var layout = ALayout();
        Assert.Null(Approve(layout, ("Qté", false, "lines.quantity"), ("Cond.", false, "lines.unit")));

        Assert.Equal([null, null, "lines.unit", null], layout.Fields.Select(field => field.Said));
    }

    [Fact]
    public void What_is_given_up_can_be_approved_again()
    {
        var layout = ALayout();
        Assert.True(layout.Retire().IsOk);
        Assert.IsType<LayoutRetired>(layout.Retire().Refusal);

        Assert.Null(Approve(layout));
        Assert.Equal(LayoutState.InForce, layout.State);
    }

    private static Refusal? Approve(ClientLayout layout, params (string Text, bool IsLabel, string? Holds)[] said) => layout.Approve("", Said(said), new(), _known, null, Given.Now).Refusal;

    private static Dictionary<(string, bool), string?> Said(params (string Text, bool IsLabel, string? Holds)[] said) => said.ToDictionary(place => (place.Text, place.IsLabel), place => place.Holds);

    private static ClientLayout ALayout() => new(
        Given.Client, "ab12", "commande.csv",
        [new("Réf", false, "lines.buyerCode"), new("Qté", false, "lines.quantity"), new("Cond.", false, null), new("Commande n°", true, "orderNumber")],
        Ids.New<OrderDocumentId>(), Given.Now);
}
