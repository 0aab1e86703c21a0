namespace AdvPortal.Exchange.Labels;

/// <summary>Where everything on a label stands, whatever it is drawn on: paper or a screen. All lengths in points from the top left corner.</summary>
public sealed record LabelDrawing(double Width, double Height, IReadOnlyList<LabelWords> Words, IReadOnlyList<LabelBox> Boxes);

/// <param name="Y">The baseline.</param>
/// <param name="Size">In points.</param>
/// <param name="Soft">In a lighter ink: what names the value under it.</param>
public sealed record LabelWords(double X, double Y, string Text, double Size, bool Strong, bool Soft);

/// <summary>What is black: bars, modules, lines.</summary>
public sealed record LabelBox(double X, double Y, double Width, double Height);
