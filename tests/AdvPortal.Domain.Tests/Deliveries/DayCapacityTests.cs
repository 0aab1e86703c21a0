using AdvPortal.Domain.Deliveries;

namespace AdvPortal.Domain.Tests.Deliveries;

public sealed class DayCapacityTests
{
    [Theory]
    [InlineData(CapacityUnit.Deliveries, 19, 7, null)]
    [InlineData(CapacityUnit.Deliveries, 20, 7, 21)]
    [InlineData(CapacityUnit.Lines, 13, 7, null)]
    [InlineData(CapacityUnit.Lines, 14, 7, 21)]
    [InlineData(CapacityUnit.Lines, 20, 0, null)]
    public void A_day_is_full_once_more_is_to_leave_than_can(CapacityUnit unit, int planned, int lines, int? with) =>
        Assert.Equal(with is { } more ? new DayIsFull(Given.Wednesday, more, 20, unit) : null, new DayCapacity(20, unit, Holds: true).Look(Given.Wednesday, planned, lines));
}
