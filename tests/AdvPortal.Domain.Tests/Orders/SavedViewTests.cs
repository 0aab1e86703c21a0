using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Tests.Orders;

public sealed class SavedViewTests
{
    private static readonly MemberId _marc = Ids.New<MemberId>();

    [Fact]
    public void A_view_is_seen_by_whoever_made_it_and_by_everybody_once_it_is_shared()
    {
        var view = new SavedView(Given.Claire, " En retard ", "standing=late", isShared: false);

        Assert.Equal(("En retard", "standing=late", true, false, false), (view.Name, view.Query, view.IsSeenBy(Given.Claire), view.IsSeenBy(_marc), view.IsSeenBy(null)));

        view.Change("Retards", "standing=late", isShared: true);
        Assert.Equal(("Retards", true, true, true), (view.Name, view.IsSeenBy(Given.Claire), view.IsSeenBy(_marc), view.IsSeenBy(null)));
    }

    [Fact]
    public void What_a_program_makes_is_everybodys()
    {
        var view = new SavedView(null, "À livrer", "status=confirmed", isShared: false);

        Assert.True(view.IsShared && view.IsSeenBy(_marc));
    }
}
