namespace AdvPortal.Exchange.Labels;

/// <summary>What labels are printed on: the size of a label, and how many are on a sheet. Lengths in points.</summary>
/// <param name="Width">Of a label.</param>
/// <param name="Height">Of a label.</param>
public sealed record LabelPaper(double Width, double Height)
{
    private const double Millimetre = 72 / 25.4;
    private const double A4Width = 210 * Millimetre;
    private const double A4Height = 297 * Millimetre;

    /// <summary>One label a page, 105 × 148 mm: the usual size of a GS1 logistic label (GS1 Logistic Label Guideline).</summary>
    public static readonly LabelPaper A6 = new(LabelLayout.Width, LabelLayout.Tall);

    /// <summary>An A4 of two columns of four labels of 105 × 74 mm, as office printers take them.</summary>
    public static readonly LabelPaper A4OfEight = new(LabelLayout.Width, LabelLayout.Short) { Columns = 2, Rows = 4 };

    /// <summary>An A4 of four labels of 105 × 148 mm, where bars need the height.</summary>
    public static readonly LabelPaper A4OfFour = new(LabelLayout.Width, LabelLayout.Tall) { Columns = 2, Rows = 2 };

    /// <summary>A roll of 100 × 150 mm.</summary>
    public static readonly LabelPaper Roll100X150 = new(100 * Millimetre, 150 * Millimetre);

    /// <summary>A roll of 100 × 50 mm, which has room for one code.</summary>
    public static readonly LabelPaper Roll100X50 = new(100 * Millimetre, 50 * Millimetre);

    /// <summary>A roll of 4 × 6 inches.</summary>
    public static readonly LabelPaper Roll4X6 = new(4 * 72, 6 * 72);

    public int Columns { get; private init; } = 1;

    public int Rows { get; private init; } = 1;

    /// <summary>The first free label of the first sheet, row by row from 1: a sheet that was begun is used up.</summary>
    public int Start { get; private init; } = 1;

    public int OnASheet => Columns * Rows;

    internal (double Width, double Height) Page => OnASheet == 1 ? (Width, Height) : (A4Width, A4Height);

    /// <summary>The same paper, begun.</summary>
    /// <param name="label">From 1 to <see cref="OnASheet"/>.</param>
    public LabelPaper StartingAt(int label)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(label, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(label, OnASheet);

        return this with { Start = label };
    }

    /// <summary>The corner of a label on its sheet.</summary>
    internal (double Left, double Top) Corner(int place) => (place % Columns * (Page.Width / Columns), place / Columns * (Page.Height / Rows));
}
