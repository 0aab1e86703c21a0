using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Labels;

/// <summary>Labels for the parcels and pallets of an order, because a client scans what it receives.</summary>
public static class ParcelLabels
{
    private const int Columns = 2;

    /// <summary>Why a label cannot be printed; null when it can.</summary>
    public static Refusal? Check(ParcelLabel label) =>
        label.Elements?.FirstOrDefault(each => !each.IsValid) is { } element ? new LabelElementNotValid(element.ToString())
        : LabelLayout.Of(label, LabelLayout.Tall) is not null ? null
        : label.Symbology is Symbology.Gs1128 ? new LabelCodeTooWide()
        : new LabelPayloadTooLong(label.Symbology is Symbology.Qr ? ParcelLabel.PayloadMaxBytes : ParcelLabel.MatrixMaxBytes);

    /// <summary>How a label looks on an A6, to be shown. Throws for one that <see cref="Check"/> refuses.</summary>
    public static LabelDrawing Draw(ParcelLabel label) => Draw(label, LabelLayout.Tall);

    /// <summary>A PDF with the labels in the given order. Throws when there is none, or when <see cref="Check"/> refuses one.</summary>
    public static byte[] Write(IReadOnlyList<ParcelLabel> labels, LabelSheet sheet)
    {
        if (labels.Count == 0)
        {
            throw new ArgumentException("There is nothing to print.", nameof(labels));
        }

        using var paper = new PdfPaper(DocumentTexts.In(labels[0].Language)["Labels"], labels[0].Sender);
        var height = labels.Any(LabelLayout.IsTall) ? LabelLayout.Tall : LabelLayout.Short;
        var aPage = Columns * (int)Math.Round(2 * LabelLayout.Tall / height);

        foreach (var (index, label) in labels.Index())
        {
            if (sheet == LabelSheet.A6)
            {
                paper.AddPage(LabelLayout.Width, LabelLayout.Tall);
                Place(paper, Draw(label, LabelLayout.Tall), 0, 0);
                continue;
            }

            var place = index % aPage;

            if (place == 0)
            {
                paper.AddPage(LabelLayout.Width * Columns, LabelLayout.Tall * 2);
            }

            Place(paper, Draw(label, height), place % Columns * LabelLayout.Width, place / Columns * height);
        }

        return paper.ToBytes();
    }

    internal static TextStyle StyleOf(LabelWords words) => new(words.Size, words.Strong) { Ink = words.Soft ? Ink.Dark : Ink.Black };

    private static LabelDrawing Draw(ParcelLabel label, double height) =>
        LabelLayout.Of(label, height) ?? throw new ArgumentException("No code holds what the label is to say.", nameof(label));

    private static void Place(PdfPaper paper, LabelDrawing drawing, double left, double top)
    {
        foreach (var words in drawing.Words)
        {
            paper.Text(left + words.X, top + words.Y, words.Text, StyleOf(words));
        }

        paper.FillAll(drawing.Boxes.Select(box => (left + box.X, top + box.Y, box.Width, box.Height)), new Ink(0, 0, 0));
    }
}
