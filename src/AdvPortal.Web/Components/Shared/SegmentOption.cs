namespace AdvPortal.Web.Components.Shared;

public sealed record SegmentOption<TValue>(TValue Value, string Text, string? Icon = null);
