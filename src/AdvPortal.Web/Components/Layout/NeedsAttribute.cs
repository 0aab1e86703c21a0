using AdvPortal.Domain.Members;

namespace AdvPortal.Web.Components.Layout;

/// <summary>Says of a page which permission it is for. Whoever lacks it is told so instead of seeing it; the use cases refuse all the same.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}
