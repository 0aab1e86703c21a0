using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>A cell put together from all that stands in it, over however many lines.</summary>
/// <param name="Box">Where it stands on its (first) page.</param>
internal sealed record PageCell(string Text, int Page, PageBox Box)
{
    public PageCell With(Phrase more, string joint)
    {
        var (left, top) = (Math.Min(Box.X, more.Box.X), Math.Min(Box.Y, more.Box.Y));
        return new(
            Text.Length == 0 ? more.Text : Text + joint + more.Text,
            Page,
            more.Page != Page ? Box : new(left, top, Math.Max(Box.X + Box.Width, more.Right) - left, Math.Max(Box.Y + Box.Height, more.Box.Y + more.Box.Height) - top));
    }
}

/// <summary>A line of the order.</summary>
/// <param name="Cells">As many as the table has columns.</param>
internal sealed record PageRow(int Page, double Base, PageCell?[] Cells)
{
    /// <summary>What a label under the line says, where the table has no column for it.</summary>
    public Dictionary<OrderColumn, (string Label, PageCell Value)> Extras { get; } = [];

    /// <summary>What stands under the line and in none of its columns.</summary>
    public List<PageCell> Notes { get; } = [];
}

/// <summary>A table of order lines gathered from the pages it runs over.</summary>
internal sealed class PageTable(TableHeader header, int page)
{
    public TableHeader Header => header;

    /// <summary>The page of the first header, counted from 0.</summary>
    public int Page => page;

    public List<PageRow> Rows { get; } = [];

    public List<PageTotal> Totals { get; } = [];

    /// <summary>The lines of text that are read as the table, so that nobody takes them for labels.</summary>
    public HashSet<PageLine> Lines { get; } = [];
}
