using AdvPortal.Domain.Members;
using Microsoft.AspNetCore.Authorization;

namespace AdvPortal.Web.Components.Layout;

/// <summary>Says of a page which permission it is for. Whoever lacks it is told so instead of seeing it; the use cases refuse all the same.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute : AuthorizeAttribute
{
    public NeedsAttribute(Permission permission) => (Permission, Policy) = (permission, PolicyOf(permission));

    public Permission Permission { get; }

    internal static string PolicyOf(Permission permission) => $"needs:{permission}";
}
