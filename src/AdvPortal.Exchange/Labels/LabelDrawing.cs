using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Labels;

/// <summary>Where everything on a label stands, whatever it is drawn on: paper or a screen. All lengths in points from the top left corner.</summary>
public sealed record LabelDrawing(double Width, double Height, IReadOnlyList<LabelWords> Words, IReadOnlyList<LabelBox> Boxes)
{
    /// <summary>What the boxes mean, for printers that draw codes by themselves.</summary>
    public IReadOnlyList<LabelCode> Codes { get; init; } = [];
}

/// <param name="Y">The baseline.</param>
/// <param name="Size">In points.</param>
/// <param name="Soft">In a lighter ink: what names the value under it.</param>
public sealed record LabelWords(double X, double Y, string Text, double Size, bool Strong, bool Soft);

/// <summary>What is black: bars, modules, lines.</summary>
public sealed record LabelBox(double X, double Y, double Width, double Height);

/// <summary>A code on a label, its quiet zone included.</summary>
/// <param name="Module">The width of its narrowest bar, or the side of a square of it.</param>
/// <param name="Payload">What it says to the letter; of GS1 elements, what a scanner receives (<see cref="ElementString.Join"/>).</param>
/// <param name="IsGs1">FNC1 stands in front.</param>
public sealed record LabelCode(double X, double Y, double Width, double Height, double Module, Symbology Symbology, string Payload, bool IsGs1);
