using System.Globalization;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Xml;

/// <summary>What UBL and Order-X say alike of an order is taken and told alike.</summary>
internal static class XmlTold
{
    public static void TakeLine(this XmlContext context, OrderDraft order, LineDraft line)
    {
        if (order.Lines.Count < ReadingLimits.LinesPerOrder)
        {
            order.Lines.Add(line);
        }
        else
        {
            context.Log.Error("too-many-lines", null, Place.Text(ReadingLimits.LinesPerOrder));
        }
    }

    /// <summary>A standard code is a GTIN when its scheme says so (ISO/IEC 6523: 0160 is GS1's article number), or when it has no scheme and is one.</summary>
    public static void TakeStandardCode(this XmlContext context, LineDraft line)
    {
        var (scheme, where) = (context.Xml.Attribute("schemeID"), context.Here);
        if (context.Xml.Text() is not { } id)
        {
            return;
        }

        if (scheme is "0160" or "GTIN" or "EAN" or "EAN13" or "UPC" or "SRV" or "GS1" || (scheme is null && Gs1.LooksLikeGtin(id)))
        {
            line.Gtin = id;
            context.Found("gtin");
        }
        else
        {
            context.Log.Info("standard-code-other", where, scheme ?? "—", id);
        }
    }

    /// <summary>An allowance or charge is told as a problem because no field of the order holds it.</summary>
    /// <param name="text">How much it is, where it has no amount: « 5 % ».</param>
    /// <returns>What it adds to the amount, negative for an allowance; null when it has no amount.</returns>
    public static decimal? TellAllowanceCharge(this XmlContext context, Message where, bool isCharge, string? reason, decimal? amount, string? text = null)
    {
        context.Log.Warning("allowance-or-charge", where, ProblemText.Word(isCharge ? "a-charge" : "an-allowance"), reason ?? "—", amount?.ToString(CultureInfo.InvariantCulture) ?? text ?? "—");
        return isCharge ? amount : -amount;
    }

    /// <summary>One of several deliveries of an order or line, which a person must part.</summary>
    public static void TellSplit(this XmlContext context, string? line, decimal? quantity, string? place, DateOnly? date) =>
        context.Log.Error(
            "split-delivery",
            line is null ? null : Place.Line(line, null),
            quantity?.ToString(CultureInfo.InvariantCulture) ?? "—",
            place ?? "—",
            date is { } day ? OrderChecks.Iso(day) : "—");
}
