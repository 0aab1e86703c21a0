namespace AdvPortal.Web.Components.Shared;

/// <summary>How a finding stands in the eyes of the person who reviews the order.</summary>
public enum FindingLook { ToConfirm, Applied, Accepted, Blocks, Waived }
