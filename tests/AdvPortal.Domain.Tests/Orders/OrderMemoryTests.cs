using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>What was done with many orders at once is taken back of each as it was done.</summary>
public sealed class OrderMemoryTests
{
    private static readonly DateOnly _friday = Given.Wednesday.AddDays(2);

    private static readonly Dictionary<string, (OrderStatus From, Func<Order, Result> Do)> _done = new(StringComparer.Ordinal)
    {
        ["confirm"] = (OrderStatus.ToReview, order => order.Confirm(Given.Now)),
        ["confirm a change"] = (OrderStatus.PartlyShipped, order => order.Confirm(Given.Now.AddHours(1))),
        ["promise"] = (OrderStatus.Confirmed, order => PromiseLedgerTests.Move(order, "10", _friday)),
        ["promise in parts"] = (OrderStatus.Confirmed, order => order.Repromise(
            new Dictionary<string, IReadOnlyList<PromisedPart>> { ["10"] = [PromiseLedgerTests.Part(3000, _friday), PromiseLedgerTests.Part(2000, _friday.AddDays(3))] }, new(PromiseCause.Production), Given.Claire, Given.Now, Given.Monday)),
        ["hold"] = (OrderStatus.Confirmed, order => order.HoldBack(OrderLifeTests.AHold, Given.Monday)),
        ["hold while waiting"] = (OrderStatus.ToReview, order => order.HoldBack(OrderLifeTests.AHold, Given.Monday)),
        ["release"] = (OrderStatus.OnHold, order => order.Release([HoldRelease.Anybody], Given.Monday)),
        ["assign"] = (OrderStatus.Confirmed, order => order.Assign(Given.Claire)),
    };

    public static TheoryData<string> Deeds { get; } = [.. _done.Keys];

    [Theory]
    [MemberData(nameof(Deeds))]
    public void What_was_done_is_taken_back_exactly(string deed)
    {
        var (from, act) = _done[deed];
        var order = OrderLifeTests.At(from);

        if (deed == "confirm a change")
        {
            Assert.True(order.Amend(order.ToDraft(), Given.Judge(order.ToDraft()), new(null, 0, AmendmentOutcome.Applied, Given.Now)).IsOk);
        }

        if (deed == "hold while waiting")
        {
            order.WaitFor(WaitingFor.Client, Given.Now);
        }

        order.Bar(new("10", Given.Wednesday, WhyNot.OwnClosed));
        var (before, memory) = (Seen(order), order.Remember());
        Assert.True(act(order).IsOk);
        Assert.NotEqual(before, Seen(order));
        var version = order.Version;

        order.Restore(memory);
        Assert.Equal(before, Seen(order));
        Assert.NotEqual(version, order.Version);
    }

    private static string Seen(Order order) => string.Join(
        "; ",
        [
            $"{order.Status} {order.WaitingFor} {order.WaitingSince} {order.HeldFrom} {order.Hold} {order.Barrier} {order.HandlerId} {order.AmendedFrom}",
            $"{order.ConfirmedAt} {order.Revision} {order.NextDueOn} {order.NextShipOn} {order.IsThreatened} {string.Join(' ', order.Acts)}",
            .. order.Lines.Select(line => $"{line.PromisedOn} {line.ShipOn} {line.FirstPromisedOn} {line.FirstPromisedIn} {string.Join('+', line.Schedule)}"),
            .. order.Promises.Select(each => $"{each.Id}"),
        ]);
}
