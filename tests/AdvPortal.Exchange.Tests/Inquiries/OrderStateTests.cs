using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Inquiries;

namespace AdvPortal.Exchange.Tests.Inquiries;

/// <summary>The state of an order as its client reads it: the client's codes, what is promised and why, what has left.</summary>
public sealed class OrderStateTests
{
    private static readonly DateOnly _today = new(2026, 11, 23);

    [Fact]
    public void Every_line_says_what_is_promised_why_it_moved_and_how_it_is_followed()
    {
        var text = OrderStateText.Write("fr", "4500187342", "CV26-04518", _today,
        [
            Line("0A-VH") with { Was = new(2026, 11, 25), Cause = PromiseCause.Supplier },
            Line("0A-EH") with { Shipped = 5000, Outstanding = 0, Sent = [new(new(2026, 11, 20), "Heppner", "HP42", null, IsDelivered: false)] },
            Line("0A-RP") with { IsCancelled = true },
        ]);

        Assert.StartsWith("Voici où en est votre commande 4500187342 (notre référence CV26-04518)\u00A0:\n\n- 0A-VH, Vis H M8×30, 5\u202F000", text, StringComparison.Ordinal);
        Assert.Contains("livraison prévue le vendredi 27 novembre 2026 au lieu du mercredi 25 novembre", text, StringComparison.Ordinal);
        Assert.Contains("expédié le vendredi 20 novembre 2026 (Heppner, suivi HP42)", text, StringComparison.Ordinal);
        Assert.EndsWith("annulé.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_has_passed_is_not_promised_again()
    {
        var text = OrderStateText.Write("en", null, "CV26-04518", new(2026, 11, 28), [Line("0A-VH")]);

        Assert.Contains("is late", text, StringComparison.Ordinal);
        Assert.DoesNotContain("delivery expected on", text, StringComparison.Ordinal);
    }

    private static LineState Line(string code) => new(code, "Vis H M8×30", 5000, "PCE", 0, 5000, new(2026, 11, 27), null, null, [], [], IsCancelled: false);
}
