namespace AdvPortal.Web.Api;

/// <summary>The requirement that something led to.</summary>
internal sealed record Learnt(Guid RequirementId);
