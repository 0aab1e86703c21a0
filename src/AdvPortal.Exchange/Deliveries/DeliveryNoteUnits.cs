using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Printing;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>The pallets and parcels of the delivery note: their numbers, what is in each, what they weigh.</summary>
internal static class DeliveryNoteUnits
{
    private const double Number = DeliveryPage.Left + 76;
    private const double Contents = DeliveryPage.Left + 204;
    private const double ContentsWidth = DeliveryPage.Right - Contents - 70;
    private const double Inset = 10;
    private const double Gap = 11;

    private static readonly TextStyle _head = new(7.5) { Ink = Ink.Grey };
    private static readonly TextStyle _plain = new(8.5);
    private static readonly TextStyle _dim = new(8) { Ink = Ink.Grey };

    public static void Write(DeliveryPage page, DespatchAdvice advice)
    {
        if (advice.Units.Count == 0)
        {
            return;
        }

        page.Y += 6;
        page.Need(60);
        WriteHead(page);
        var lines = advice.Lines.ToDictionary(line => line.Position);

        foreach (var unit in advice.Units)
        {
            WriteUnit(page, unit, lines);
        }

        page.Need(24);
        page.Paper.Text(DeliveryPage.Left + 5, page.Y + 16, Total(page, advice), _dim);
        page.Y += 24;
    }

    private static void WriteHead(DeliveryPage page)
    {
        var (paper, texts, y) = (page.Paper, page.Texts, page.Y + 12);

        paper.Fill(DeliveryPage.Left, page.Y, DeliveryPage.Width, 18, Ink.Tint);
        paper.Text(DeliveryPage.Left + 5, y, texts["LogisticUnit"], _head);
        paper.Text(Number, y, texts["UnitNumber"], _head);
        paper.Text(Contents, y, texts["UnitContents"], _head);
        paper.TextTo(DeliveryPage.Right - 4, y, texts["UnitWeight"], _head);
        page.Y += 18;
    }

    private static void WriteUnit(DeliveryPage page, DespatchUnit unit, Dictionary<int, DespatchLine> lines)
    {
        var texts = page.Texts;
        var contents = unit.Contents
            .Where(packed => lines.ContainsKey(packed.Line))
            .SelectMany(packed => _plain.Wrap($"{DespatchWords.Amount(packed.Quantity, lines[packed.Line].Unit, texts)}  {lines[packed.Line].Code}", ContentsWidth))
            .ToList();
        var started = 0;

        do
        {
            // A pallet of fifty articles goes on over the page.
            if (page.Need(Gap + 8))
            {
                WriteHead(page);
            }

            var y = page.Y + 12;

            if (started == 0)
            {
                var x = DeliveryPage.Left + 5 + (unit.On is null ? 0 : Inset);
                page.Paper.Text(x, y, texts[unit.Kind is LogisticUnit.Pallet ? "LabelPallet" : "LabelParcel"], _plain);
                page.Paper.Text(Number, y, _plain.Cut(unit.Number, Contents - Number - 8), _plain);
                page.Paper.TextTo(DeliveryPage.Right - 4, y, unit.WeightKg is { } weight ? $"{Wording.Quantity(weight, texts.Culture)}\u00A0kg" : "", _plain);
            }

            page.Paper.Text(Contents, y, contents.ElementAtOrDefault(started) ?? "", _plain);
            page.Y += Gap;
        }
        while (++started < contents.Count);

        page.Y += 6;
        page.Paper.Line(DeliveryPage.Left, page.Y, DeliveryPage.Right, Ink.Line);
    }

    private static string Total(DeliveryPage page, DespatchAdvice advice)
    {
        var texts = page.Texts;
        var (pallets, parcels) = (advice.Units.Count(unit => unit.Kind is LogisticUnit.Pallet), advice.Units.Count(unit => unit.Kind is LogisticUnit.Parcel));
        var weight = advice.WeightKg is { } kilograms ? texts.Format("TotalWeight", Wording.Quantity(kilograms, texts.Culture)) : null;

        return string.Join("  ·  ", new[] { pallets == 0 ? null : texts.Count("Pallets", pallets), parcels == 0 ? null : texts.Count("Parcels", parcels), weight }.OfType<string>());
    }
}
