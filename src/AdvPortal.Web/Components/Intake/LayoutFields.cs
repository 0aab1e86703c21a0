using AdvPortal.Domain.Intake;
using AdvPortal.Web.Components.Shared;

namespace AdvPortal.Web.Components.Intake;

/// <summary>The look of a layout and the names of what its places may hold.</summary>
internal static class LayoutFields
{
    private const string OfLines = "lines.";

    public static Tone ToneOf(LayoutState state) => state switch
    {
        LayoutState.InForce => Tone.Ok,
        LayoutState.Proposed => Tone.Warn,
        _ => Tone.Neutral,
    };

    /// <summary>What a column may hold: values of lines first; a column may also repeat a value of the order's head in every row.</summary>
    public static IEnumerable<string> ForColumns(IReadOnlyList<string> fields) => fields.OrderByDescending(field => field.StartsWith(OfLines, StringComparison.Ordinal));

    public static IEnumerable<string> ForLabels(IReadOnlyList<string> fields) => fields.Where(field => !field.StartsWith(OfLines, StringComparison.Ordinal));

    /// <summary>The text under which a field is named.</summary>
    public static string KeyOf(string field) => $"LayoutField.{field}";
}
