using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Labels;

/// <summary>Labels for the parcels and pallets of an order, because a client scans what it receives.</summary>
public static class ParcelLabels
{
    /// <summary>Why a label cannot be printed on an A6; null when it can.</summary>
    public static Refusal? Check(ParcelLabel label) => Check(label, LabelPaper.A6);

    /// <summary>Why a label cannot be printed on a paper; null when it can.</summary>
    public static Refusal? Check(ParcelLabel label, LabelPaper paper) =>
        label.Elements?.FirstOrDefault(each => !each.IsValid) is { } element ? new LabelElementNotValid(element.ToString())
        : LabelLayout.Of(label, paper) is not null ? null
        : label.Symbology is Symbology.Gs1128 ? new LabelCodeTooWide()
        : new LabelPayloadTooLong(label.Symbology is Symbology.Qr ? ParcelLabel.PayloadMaxBytes : ParcelLabel.MatrixMaxBytes);

    /// <summary>How a label looks on an A6, to be shown. Throws for one that <see cref="Check(ParcelLabel)"/> refuses.</summary>
    public static LabelDrawing Draw(ParcelLabel label) => Draw(label, LabelPaper.A6);

    /// <summary>A PDF with the labels in the given order. Throws when there is none, or when <see cref="Check(ParcelLabel)"/> refuses one.</summary>
    public static byte[] Write(IReadOnlyList<ParcelLabel> labels, LabelSheet sheet) => Write(labels, PaperOf(labels, sheet));

    /// <summary>The same on any paper, from its first free label on. Throws when there is none, or when <see cref="Check(ParcelLabel, LabelPaper)"/> refuses one.</summary>
    public static byte[] Write(IReadOnlyList<ParcelLabel> labels, LabelPaper paper)
    {
        if (labels.Count == 0)
        {
            throw new ArgumentException("There is nothing to print.", nameof(labels));
        }

        using var pdf = new PdfPaper(DocumentTexts.In(labels[0].Language)["Labels"], labels[0].Sender);

        foreach (var (index, label) in labels.Index())
        {
            var place = (index + paper.Start - 1) % paper.OnASheet;

            if (index == 0 || place == 0)
            {
                pdf.AddPage(paper.Page.Width, paper.Page.Height);
            }

            var (left, top) = paper.Corner(place);
            Place(pdf, Draw(label, paper), left, top);
        }

        return pdf.ToBytes();
    }

    /// <summary>The paper of a sheet: bars are not made shorter to save some of it.</summary>
    public static LabelPaper PaperOf(IReadOnlyList<ParcelLabel> labels, LabelSheet sheet) =>
        sheet is LabelSheet.A6 ? LabelPaper.A6 : labels.Any(LabelLayout.IsTall) ? LabelPaper.A4OfFour : LabelPaper.A4OfEight;

    internal static LabelDrawing Draw(ParcelLabel label, LabelPaper paper) =>
        LabelLayout.Of(label, paper) ?? throw new ArgumentException("No code holds what the label is to say.", nameof(label));

    internal static TextStyle StyleOf(LabelWords words) => new(words.Size, words.Strong) { Ink = words.Soft ? Ink.Dark : Ink.Black };

    private static void Place(PdfPaper paper, LabelDrawing drawing, double left, double top)
    {
        foreach (var words in drawing.Words)
        {
            paper.Text(left + words.X, top + words.Y, words.Text, StyleOf(words));
        }

        paper.FillAll(drawing.Boxes.Select(box => (left + box.X, top + box.Y, box.Width, box.Height)), new Ink(0, 0, 0));
    }
}
