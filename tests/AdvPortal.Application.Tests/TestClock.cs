using Microsoft.Extensions.Time.Testing;

namespace AdvPortal.Application.Tests;

/// <summary>Monday 23 November 2026, 08:12 in Paris, until a test says otherwise.</summary>
public sealed class TestClock() : FakeTimeProvider(new(2026, 11, 23, 7, 12, 0, TimeSpan.Zero));
