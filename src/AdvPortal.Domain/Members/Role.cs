using static AdvPortal.Domain.Members.Permission;

namespace AdvPortal.Domain.Members;

/// <summary>What a member is in a company. A member may hold several roles; an API key holds one.</summary>
public enum Role { Adv, Manager, Sales, Logistics, Finance, Reader, Admin }

/// <summary>The one table that says who may do what. Nothing else in the portal grants anything.</summary>
public static class Roles
{
    private static readonly Permission[] _reading = [ReadClients, ReadRequirements, ReadOrders, ReadHandoffs, ReadPortfolios, ReadMembers];

    private static readonly Dictionary<Role, HashSet<Permission>> _table = new()
    {
        [Role.Reader] = [.. _reading],
        [Role.Finance] = [.. _reading, ReadHistory, ReleaseFinanceHolds],
        [Role.Logistics] = [.. _reading, HandleDeliveries],
        [Role.Sales] = [.. _reading, PrepareHandoffs],
        [Role.Adv] = [.. _reading, ManageClients, ManageRequirements, HandleOrders, HandleDeliveries, HandleInquiries, PrepareHandoffs, AcceptHandoffs, ReadHistory, HandleComplaints, HandleTenders],
        [Role.Manager] = [.. _reading, ManageClients, ManageRequirements, HandleOrders, HandleDeliveries, HandleInquiries, ReleaseManagerHolds, PrepareHandoffs, AcceptHandoffs, ManagePortfolios, ReadHistory, HandleComplaints, ApproveCredits, HandleTenders, ApproveTenders],
        [Role.Admin] = [.. Enum.GetValues<Permission>()],
    };

    public static IReadOnlySet<Permission> PermissionsOf(Role role) => _table[role];

    public static IReadOnlySet<Permission> PermissionsOf(IEnumerable<Role> roles) => roles.SelectMany(role => _table[role]).ToHashSet();

    /// <summary>
    /// In what closed portfolios keep somebody to the clients they answer for: in what they may as one of the desk alone. Nobody who leads it
    /// or looks after the portal is kept to any; nor is the part of another role, such as finance; nor what all who read may, such as printing.
    /// </summary>
    public static IReadOnlySet<Permission> ConfinedIn(IReadOnlyCollection<Role> roles) => !roles.Contains(Role.Adv) || roles.Contains(Role.Manager) || roles.Contains(Role.Admin) ? []
        : _table[Role.Adv].Except(_reading).Except(PermissionsOf(roles.Where(role => role is not Role.Adv))).ToHashSet();

    /// <summary>Whom clients are proposed to: whoever handles orders. An admin may as well, but nobody proposes the person who looks after the accounts.</summary>
    public static bool AreOfTheDesk(IEnumerable<Role> roles) => PermissionsOf(roles.Where(role => role is not Role.Admin)).Contains(HandleOrders);
}
