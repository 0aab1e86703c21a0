using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

public sealed class NumberedUnitTests
{
    [Fact]
    public void A_unit_bears_a_number_that_checks()
    {
        Assert.Equal("330123450000000179", Of("330123450000000179").Sscc);
        Assert.Throws<ArgumentException>(() => Of("330123450000000170"));

        static NumberedUnit Of(string sscc) => new(Ids.New<OrderId>(), Ids.Next(), "VH-M8-30-ZN", LogisticUnit.Pallet, 1, sscc);
    }
}
