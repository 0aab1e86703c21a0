namespace AdvPortal.Web.Components.Shared;

public enum TraceMark { Asked, Passes, Blocks }

/// <summary>One reason in the order in which the engine asked: requested, cut-off, stock, carrier, holidays, windows, result.</summary>
public sealed record TraceStep(TraceMark Mark, string Text, string? LinkText = null, string? Href = null);
