using AdvPortal.Exchange.Printing;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>Where the receiver signs: name, date, what was wrong with the goods. Whole on one page.</summary>
internal static class DeliveryNoteReceipt
{
    private const double Height = 106;
    private const double Half = DeliveryPage.Width / 2;

    private static readonly string[] _fields = ["SignName", "ReceivedAt", "ReceivedUnits"];
    private static readonly TextStyle _label = new(8.5) { Ink = Ink.Grey };
    private static readonly TextStyle _strong = new(9.5, Strong: true);
    private static readonly TextStyle _small = new(7.5) { Ink = Ink.Grey };

    public static void Write(DeliveryPage page, DespatchAdvice advice)
    {
        var (paper, texts) = (page.Paper, page.Texts);
        var law = _small.Wrap(texts["ReservesLaw"], DeliveryPage.Width).ToList();
        page.Y += 8;
        page.Need(Height + 20 + (law.Count * _small.LineHeight));
        var top = page.Y + 16;

        paper.Text(DeliveryPage.Left, page.Y + 8, _strong.Cut(texts.Format("ReceivedBy", advice.Destination.Name), DeliveryPage.Width), _strong);
        paper.Fill(DeliveryPage.Left, top, DeliveryPage.Width, Height, Ink.Tint);

        foreach (var (index, field) in _fields.Index())
        {
            Line(DeliveryPage.Left + 10, DeliveryPage.Left + Half - 10, top + 22 + (index * 25), texts[field]);
        }

        paper.Text(DeliveryPage.Left + 10, top + 93, texts["Signature"], _label);
        Line(DeliveryPage.Left + Half + 10, DeliveryPage.Right - 10, top + 22, texts["Reserves"]);

        for (var row = 1; row < 4; row++)
        {
            paper.Line(DeliveryPage.Left + Half + 10, top + 24 + (row * 25), DeliveryPage.Right - 10, Ink.Grey);
        }

        page.Y = top + Height + 4;

        foreach (var line in law)
        {
            paper.Text(DeliveryPage.Left, page.Y += _small.LineHeight, line, _small);
        }

        void Line(double left, double right, double y, string label)
        {
            paper.Text(left, y, label, _label);
            paper.Line(left + _label.Width(label) + 6, y + 2, right, Ink.Grey);
        }
    }
}
