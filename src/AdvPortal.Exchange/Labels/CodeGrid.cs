namespace AdvPortal.Exchange.Labels;

/// <summary>A code as the modules it is made of, its quiet zone included: drawn as rectangles, every printer prints it sharp.</summary>
internal sealed class CodeGrid(int columns, int rows, int quiet, Func<int, int, bool> isDark)
{
    /// <summary>Modules from left to right, quiet zone included.</summary>
    public int Columns { get; } = columns + (2 * quiet);

    /// <summary>Modules from top to bottom; one for a bar code, which is as high as it is drawn.</summary>
    public int Rows { get; } = rows == 1 ? 1 : rows + (2 * quiet);

    public bool IsDark(int row, int column) => Within(column - quiet, columns) && Within(row - (rows == 1 ? 0 : quiet), rows) && isDark(row - (rows == 1 ? 0 : quiet), column - quiet);

    /// <summary>The dark modules, neighbours in a row together, with the corner at (x, y).</summary>
    public IEnumerable<LabelBox> Boxes(double x, double y, double module, double height)
    {
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var start = column;

                while (column < Columns && IsDark(row, column))
                {
                    column++;
                }

                if (column > start)
                {
                    yield return new(x + (start * module), y + (row * height), (column - start) * module, height);
                }
            }
        }
    }

    private static bool Within(int at, int length) => at >= 0 && at < length;
}
