using AdvPortal.Domain.Members;

namespace AdvPortal.Domain.Tests.Members;

public sealed class RolesTests
{
    // Written out a second time, by hand: a cell changes here and there, or nowhere.
    private const string Table =
        """
        permission          Adv Manager Sales Logistics Finance Reader Admin
        ReadClients         yes yes     yes   yes       yes     yes    yes
        ManageClients       yes yes     no    no        no      no     yes
        ReadRequirements    yes yes     yes   yes       yes     yes    yes
        ManageRequirements  yes yes     no    no        no      no     yes
        ReadOrders          yes yes     yes   yes       yes     yes    yes
        HandleOrders        yes yes     no    no        no      no     yes
        HandleDeliveries    yes yes     no    yes       no      no     yes
        HandleInquiries     yes yes     no    no        no      no     yes
        ReleaseManagerHolds no  yes     no    no        no      no     yes
        ReleaseFinanceHolds no  no      no    no        yes     no     yes
        ReadHandoffs        yes yes     yes   yes       yes     yes    yes
        PrepareHandoffs     yes yes     yes   no        no      no     yes
        AcceptHandoffs      yes yes     no    no        no      no     yes
        ReadPortfolios      yes yes     yes   yes       yes     yes    yes
        ManagePortfolios    no  yes     no    no        no      no     yes
        ReadMembers         yes yes     yes   yes       yes     yes    yes
        ManageMembers       no  no      no    no        no      no     yes
        ManageTenant        no  no      no    no        no      no     yes
        ReadHistory         yes yes     no    no        yes     no     yes
        ErasePersonalData   no  no      no    no        no      no     yes
        HandleComplaints    yes yes     no    no        no      no     yes
        ApproveCredits      no  yes     no    no        no      no     yes
        HandleTenders       yes yes     no    no        no      no     yes
        ApproveTenders      no  yes     no    no        no      no     yes
        """;

    public static TheoryData<Role, Permission, bool> Cells
    {
        get
        {
            var rows = Table.Split('\n', StringSplitOptions.TrimEntries).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
            var cells = new TheoryData<Role, Permission, bool>();

            foreach (var row in rows.Skip(1))
            {
                for (var column = 1; column < row.Length; column++)
                {
                    cells.Add(Enum.Parse<Role>(rows[0][column]), Enum.Parse<Permission>(row[0]), row[column] == "yes");
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_role_may_do_what_the_table_says_and_nothing_else(Role role, Permission permission, bool may) =>
        Assert.Equal(may, Roles.PermissionsOf(role).Contains(permission));

    [Fact]
    public void The_table_leaves_no_cell_out() =>
        Assert.Equal(Enum.GetValues<Role>().Length * Enum.GetValues<Permission>().Length, Cells.Count);

    [Fact]
    public void Several_roles_add_up_and_none_allows_nothing()
    {
        Assert.Equal(Roles.PermissionsOf(Role.Sales).Union(Roles.PermissionsOf(Role.Finance)).Order(), Roles.PermissionsOf([Role.Sales, Role.Finance]).Order());
        Assert.Empty(Roles.PermissionsOf([]));
    }

    [Theory]
    [InlineData(true, Role.Adv)]
    [InlineData(true, Role.Adv, Role.Logistics)]
    [InlineData(true, Role.Adv, Role.Sales, Role.Finance, Role.Reader)]
    [InlineData(false, Role.Adv, Role.Manager)]
    [InlineData(false, Role.Adv, Role.Admin)]
    [InlineData(false, Role.Manager)]
    [InlineData(false, Role.Admin)]
    [InlineData(false, Role.Logistics)]
    [InlineData(false, Role.Sales)]
    public void Closed_portfolios_confine_the_desk_and_nobody_who_leads_it(bool confined, params Role[] roles) => Assert.Equal(confined, Roles.ConfinedIn(roles).Contains(Permission.HandleOrders));

    [Theory]
    [InlineData(Role.Logistics, Permission.HandleDeliveries)]
    [InlineData(Role.Finance, Permission.ReadHistory)]
    [InlineData(Role.Sales, Permission.PrepareHandoffs)]
    public void What_another_role_allows_as_well_is_kept_to_no_client(Role other, Permission permission)
    {
        Assert.Contains(permission, Roles.ConfinedIn([Role.Adv]));
        Assert.Equal([permission], Roles.ConfinedIn([Role.Adv]).Except(Roles.ConfinedIn([Role.Adv, other])));
    }

    [Fact]
    public void Nobody_is_confined_in_what_every_reader_may_nor_in_what_the_desk_may_not() =>
        Assert.Equal(Roles.PermissionsOf(Role.Adv).Except(Roles.PermissionsOf(Role.Reader)).Order(), Roles.ConfinedIn([Role.Adv, Role.Reader]).Order());
}
