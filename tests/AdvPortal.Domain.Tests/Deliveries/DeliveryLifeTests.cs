using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Domain.Tests.Orders;

namespace AdvPortal.Domain.Tests.Deliveries;

/// <summary>The table of a delivery's life, cell by cell, and that every verb keeps to it.</summary>
public sealed class DeliveryLifeTests
{
    internal static readonly ProofOfDelivery Signed = new("Karim Haddad", Given.Now);
    internal static readonly Dictionary<Guid, decimal> Nothing = [];
    internal static readonly HashSet<OrderId> NoOther = [];

    private static readonly (DateOnly, DateOnly) _days = (Given.Monday.AddDays(1), Given.Wednesday);

    private static readonly Dictionary<DeliveryAct, (Func<Delivery, Order, Result> Verb, DeliveryStatus? To)> _verbs = new()
    {
        [DeliveryAct.Change] = ((delivery, _) => delivery.Move((Given.Wednesday, Given.Wednesday.AddDays(1)), Given.Monday), null),
        [DeliveryAct.Pack] = ((delivery, order) => delivery.Pack([], [order]), DeliveryStatus.Packed),
        [DeliveryAct.Unpack] = ((delivery, _) => delivery.Unpack(), DeliveryStatus.Planned),
        [DeliveryAct.Ship] = ((delivery, order) => delivery.Ship([order], _ => ShippingTerms.Usual, Given.Now, Given.Monday), DeliveryStatus.Shipped),
        [DeliveryAct.Track] = ((delivery, _) => delivery.Track("Heppner", "HP 42", "https://suivi.example/42"), null),
        [DeliveryAct.Deliver] = ((delivery, order) => delivery.Deliver(Signed, [order], NoOther, Given.Now), DeliveryStatus.Delivered),
        [DeliveryAct.Refuse] = ((delivery, order) => delivery.Refuse([new(delivery.Lines[0].Id, 100, RefusedBecause.Damaged)], Signed, sendAgain: false, [order], NoOther, Given.Now), DeliveryStatus.PartlyRefused),
        [DeliveryAct.Prove] = ((delivery, _) => delivery.Prove(), null),
        [DeliveryAct.Void] = ((delivery, order) => delivery.Void("Camion annulé", [order]), DeliveryStatus.Cancelled),
    };

    // c change, P pack, U unpack, S ship, t track, D deliver, R refuse, p prove, V void.
    [Theory]
    [InlineData(DeliveryStatus.Planned, "cPtV")]
    [InlineData(DeliveryStatus.Packed, "UStV")]
    [InlineData(DeliveryStatus.Shipped, "tDRpV")]
    [InlineData(DeliveryStatus.Delivered, "p")]
    [InlineData(DeliveryStatus.PartlyRefused, "p")]
    [InlineData(DeliveryStatus.Refused, "p")]
    [InlineData(DeliveryStatus.Cancelled, "")]
    public void Every_act_is_allowed_or_not(DeliveryStatus status, string acts)
    {
        Assert.Equal(acts, string.Concat(Enum.GetValues<DeliveryAct>().Where(act => status.Allows(act)).Select(act => "cPUStDRpV"[(int)act])));
        Assert.Equal(Enum.GetValues<DeliveryAct>().Where(act => status.Allows(act)), status.Acts().Order());
    }

    [Fact]
    public void Each_verb_does_what_the_table_allows_and_refuses_the_rest()
    {
        Assert.Equal(Enum.GetValues<DeliveryAct>(), _verbs.Keys);

        foreach (var status in Enum.GetValues<DeliveryStatus>())
        {
            Assert.All(_verbs, each =>
            {
                var (delivery, order) = At(status);
                var versions = (delivery.Version, order.Version);
                var result = each.Value.Verb(delivery, order);

                Assert.True(status.Allows(each.Key) == result.IsOk, $"{status}, {each.Key}: {result.Refusal}");
                Assert.Equal(result.IsOk ? null : new DeliveryDoesNotAllow(each.Key, status), result.Refusal);
                Assert.Equal(!result.IsOk ? status : each.Value.To ?? delivery.Status, delivery.Status);
                Assert.Equal(result.IsOk, delivery.Version != versions.Item1);
                Assert.True(result.IsOk || order.Version == versions.Item2);
            });
        }
    }

    [Theory]
    [InlineData(DeliveryStatus.Planned, true)]
    [InlineData(DeliveryStatus.Packed, true)]
    [InlineData(DeliveryStatus.Shipped, false)]
    [InlineData(DeliveryStatus.Refused, false)]
    [InlineData(DeliveryStatus.Cancelled, false)]
    public void Goods_are_held_until_they_leave(DeliveryStatus status, bool holds) => Assert.Equal(holds, status.HoldsGoods());

    /// <summary>A delivery of all of an order, 5 000 and 300 pieces for Wednesday, at that point of its life.</summary>
    internal static (Delivery Delivery, Order Order) At(DeliveryStatus status)
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var delivery = Planned(new Goods(order, "10", 5000), new Goods(order, "20", 300));
        Func<Result>[] steps = status switch
        {
            DeliveryStatus.Planned => [],
            DeliveryStatus.Packed => [Pack],
            DeliveryStatus.Shipped => [Pack, Ship],
            DeliveryStatus.Delivered => [Pack, Ship, () => delivery.Deliver(Signed, [order], NoOther, Given.Now)],
            DeliveryStatus.PartlyRefused => [Pack, Ship, () => delivery.Refuse([new(delivery.Lines[1].Id, null, RefusedBecause.Damaged)], Signed, sendAgain: false, [order], NoOther, Given.Now)],
            DeliveryStatus.Refused => [Pack, Ship, () => delivery.Refuse([.. delivery.Lines.Select(line => new RefusedGoods(line.Id, null, RefusedBecause.Closed))], Signed, sendAgain: false, [order], NoOther, Given.Now)],
            _ => [() => delivery.Void("Camion annulé", [order])],
        };

        Assert.All(steps, step => Assert.Null(step().Refusal));
        Assert.Equal(status, delivery.Status);

        return (delivery, order);

        Result Pack() => delivery.Pack([new(LogisticUnit.Pallet, Sscc.Of("3012345", 1), [])], [order]);

        Result Ship() => delivery.Ship([order], _ => ShippingTerms.Usual, Given.Now, Given.Monday);
    }

    internal static Delivery Planned(params Goods[] goods)
    {
        var planned = Plan(DeliveryTolerance.None, Nothing, goods);
        Assert.True(planned.IsOk, planned.Refusal?.ToString());

        return planned.Value;
    }

    internal static Result<Delivery> Plan(DeliveryTolerance tolerance, Dictionary<Guid, decimal> elsewhere, params Goods[] goods) =>
        Delivery.Plan(Ids.New<DeliveryId>(), goods, elsewhere, tolerance, _days, Given.Monday);
}
