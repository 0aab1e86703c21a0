namespace AdvPortal.Domain.Members;

/// <summary>One thing that a person, or an API key, may be allowed to do.</summary>
public enum Permission
{
    ReadClients,
    ManageClients,
    ReadRequirements,
    ManageRequirements,
    ReadOrders,
    HandleOrders,

    /// <summary>Deliveries planned, packed, sent, delivered.</summary>
    HandleDeliveries,

    /// <summary>Questions of clients answered, passed on, closed.</summary>
    HandleInquiries,

    /// <summary>Orders that were held for a manager to release.</summary>
    ReleaseManagerHolds,

    /// <summary>Orders that were held for the accounts to release.</summary>
    ReleaseFinanceHolds,
    ReadHandoffs,
    PrepareHandoffs,
    AcceptHandoffs,
    ReadPortfolios,
    ManagePortfolios,
    ReadMembers,
    ManageMembers,
    ManageTenant,
    ReadHistory,
    ErasePersonalData,

    /// <summary>Complaints opened, worked on and answered.</summary>
    HandleComplaints,

    /// <summary>Credit notes above what the desk may give by itself.</summary>
    ApproveCredits,

    /// <summary>Tenders opened, priced, submitted, ended.</summary>
    HandleTenders,

    /// <summary>Offers above what the desk may submit by itself.</summary>
    ApproveTenders,
}
