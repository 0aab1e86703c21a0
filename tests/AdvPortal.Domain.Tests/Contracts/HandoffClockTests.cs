using AdvPortal.Domain.Contracts;

namespace AdvPortal.Domain.Tests.Contracts;

public sealed class HandoffClockTests
{
    private static readonly DateOnly _today = new(2026, 11, 27);

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("2026-11-28", null, null, null)]
    [InlineData("2026-11-27", null, 0, true)]
    [InlineData("2026-11-20", null, 7, true)]
    [InlineData("2026-11-20", "2026-11-20", 0, false)]
    [InlineData("2026-11-20", "2026-11-24", 4, false)]
    public void It_runs_from_signature_to_the_first_order_and_stops_there(string? signed, string? ordered, int? days, bool? isRunning) =>
        Assert.Equal(days is { } many ? new HandoffClock(many, isRunning!.Value) : null, HandoffClock.Of(Day(signed), Day(ordered), _today));

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
