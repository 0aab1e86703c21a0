namespace AdvPortal.Application.Clients;

/// <summary>What people type, as it is meant: an emptied field is no value, and a number may be typed in groups.</summary>
internal static class Typed
{
    public static string? OrNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>« 123 456 789 » is one number.</summary>
    public static string? Packed(string? typed) => OrNull(typed) is { } value ? string.Concat(value.Where(c => !char.IsWhiteSpace(c))) : null;
}
