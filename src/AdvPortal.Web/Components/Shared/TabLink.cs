namespace AdvPortal.Web.Components.Shared;

/// <summary>A view that has an address of its own.</summary>
/// <param name="More">There are more than were counted.</param>
/// <param name="Alarm">The count is of things late or blocked.</param>
public sealed record TabLink(string Key, string Text, string Href, int? Count = null, bool Alarm = false, string? Icon = null, bool More = false);
