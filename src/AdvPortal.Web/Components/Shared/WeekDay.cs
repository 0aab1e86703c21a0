namespace AdvPortal.Web.Components.Shared;

/// <summary>One working day of a <see cref="WeekStrip"/>.</summary>
/// <param name="Note">A word of one's own under the day: « départ 15:00 ».</param>
public sealed record WeekDay(DateOnly Day, bool Closed = false, bool Requested = false, bool Proposed = false, string? Note = null);
