using AdvPortal.Exchange.Intake.Pdf;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>What a sheet says it is above its table: « FACTURE N° F-12 », « Annulation de la commande BC-12 ».</summary>
/// <param name="Number">The number in the title; null where it has none.</param>
internal sealed record TableTitle(TitleKind Kind, string? Word, string? Number)
{
    /// <returns>Null where nothing says what it is; what stands beside a label is a reference and no title.</returns>
    public static TableTitle? Of(IReadOnlyList<CellRow> above)
    {
        foreach (var row in above)
        {
            var last = Array.FindLastIndex(row.Cells, cell => !string.IsNullOrWhiteSpace(cell));
            for (var column = 0; column <= last; column++)
            {
                var words = row.Cells[column].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                if (words.Length == 0 || DocumentTitle.Find([Line(words)]) is not { } title)
                {
                    continue;
                }

                if (title.Kind == TitleKind.Order || (column == last && (column == 0 || string.IsNullOrWhiteSpace(row.Cells[column - 1]))))
                {
                    return new(title.Kind, title.Word, Array.Find(words, word => word.Any(char.IsAsciiDigit)));
                }
            }
        }

        return null;
    }

    /// <summary>A cell as a line of a page: a title is known by its words alone.</summary>
    private static PageLine Line(string[] words) => new(0, 0, [new Phrase(0, [.. words.Select(word => new Word(word, 0, 0, 0, 1, IsBold: false))])]);
}
