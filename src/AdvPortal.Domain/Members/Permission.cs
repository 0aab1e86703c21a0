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
}
