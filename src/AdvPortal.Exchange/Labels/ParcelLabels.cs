using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Labels;

/// <summary>QR labels for the parcels of an order, because a client scans what it receives.</summary>
public static class ParcelLabels
{
    private const double A6Width = 297.64;
    private const double A6Height = 419.53;
    private const double CellHeight = A6Height * 2 / Rows;
    private const int Columns = 2;
    private const int Rows = 4;
    private const double Margin = 16;

    /// <summary>A PDF with the labels in the given order. Throws when there is none, or when a payload is too long for a QR code.</summary>
    public static byte[] Write(IReadOnlyList<ParcelLabel> labels, LabelSheet sheet)
    {
        if (labels.Count == 0)
        {
            throw new ArgumentException("There is nothing to print.", nameof(labels));
        }

        using var paper = new PdfPaper(DocumentTexts.In(labels[0].Language)["Labels"], labels[0].Sender);

        foreach (var (index, label) in labels.Index())
        {
            if (sheet == LabelSheet.A6)
            {
                paper.AddPage(A6Width, A6Height);
                Place(paper, label, 0, 0, A6Height);
            }
            else
            {
                var place = index % (Columns * Rows);

                if (place == 0)
                {
                    paper.AddPage(A6Width * Columns, A6Height * 2);
                }

                Place(paper, label, place % Columns * A6Width, place / Columns * CellHeight, CellHeight);
            }
        }

        return paper.ToBytes();
    }

    private static void Place(PdfPaper paper, ParcelLabel label, double left, double top, double height)
    {
        var writer = new LabelWriter(paper, label);
        var inner = A6Width - (2 * Margin);

        if (height == CellHeight)
        {
            writer.WriteAddress(left + Margin, top + Margin, inner, roomy: false);
            writer.WriteContents(left + Margin, top + 92, inner - 108, roomy: false);
            writer.WriteCode(left + A6Width - Margin - 100, top + height - Margin - 100, 100);
        }
        else
        {
            writer.WriteAddress(left + Margin, top + Margin, inner, roomy: true);
            writer.WriteContents(left + Margin, top + 136, inner, roomy: true);
            writer.WriteCode(left + ((A6Width - 150) / 2), top + height - Margin - 150, 150);
        }
    }

    /// <summary>The three parts of a label: where to, what is inside, and the same for a scanner.</summary>
    private sealed class LabelWriter(PdfPaper paper, ParcelLabel label)
    {
        private static readonly TextStyle Caption = new(7) { Ink = Ink.Dark };

        private readonly DocumentTexts _texts = DocumentTexts.In(label.Language);

        public void WriteAddress(double x, double y, double width, bool roomy)
        {
            var name = new TextStyle(roomy ? 15 : 11.5, Strong: true);
            var street = new TextStyle(roomy ? 11.5 : 9);
            var address = label.ShipTo.Address;
            paper.Text(x, y += 6, Caption.Cut(_texts.Format("LabelFrom", label.Sender), width), Caption);
            y += roomy ? 6 : 2;

            foreach (var line in name.Wrap(label.ShipTo.Name, width).Take(roomy ? 2 : 1))
            {
                paper.Text(x, y += name.LineHeight, line, name);
            }

            foreach (var line in new[] { address?.Street, $"{address?.Postcode} {address?.City}".Trim() }.OfType<string>().Where(line => line.Length > 0))
            {
                paper.Text(x, y += street.LineHeight, street.Cut(line, width), street);
            }
        }

        public void WriteContents(double x, double y, double width, bool roomy)
        {
            var code = new TextStyle(roomy ? 15 : 10.5, Strong: true);
            var value = new TextStyle(roomy ? 12 : 9, Strong: true);
            var half = width / 2;
            var gap = roomy ? 30 : 24;
            var quantity = $"{Wording.Quantity(label.Quantity, _texts.Culture)}\u00A0{UnitCodes.Word(label.Unit, _texts)}";

            paper.Line(x, y - 12, x + width, Ink.Black, 0.7);
            Field(x, y, width, _texts["LabelCode"], label.BuyerCode, code);
            y += code.LineHeight;

            if (label.Description is { } description)
            {
                paper.Text(x, y + 10, Caption.Cut(description, width), Caption);
            }

            y += roomy ? 30 : 24;
            Field(x, y, half - 6, _texts["LabelOrder"], label.CustomerReference, value);
            Field(x + half, y, half, _texts["OurReference"], label.OrderNumber, value);
            Field(x, y + gap, half - 6, _texts["Quantity"], quantity, value);
            Field(x + half, y + gap, half, _texts["LabelParcel"], _texts.Format("LabelParcelOf", label.Parcel, label.Parcels), value);
        }

        public void WriteCode(double x, double y, double size) => new QrSquare(label.Payload).Draw(paper, x, y, size);

        private void Field(double x, double y, double width, string caption, string value, TextStyle style)
        {
            paper.Text(x, y, Caption.Cut(caption, width), Caption);
            paper.Text(x, y + style.LineHeight - 2, style.Cut(value, width), style);
        }
    }
}
