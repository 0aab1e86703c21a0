namespace AdvPortal.Web.Components.Layout;

/// <summary>Says of a page that it needs the width: the drawer beside it is folded to a rail of icons.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RailAttribute : Attribute;
