using System.Diagnostics;
using AdvPortal.Bench.Lab;

namespace AdvPortal.Bench.Circuits;

/// <summary>P9: an office of three hundred at work. Whenever it is somebody's turn they go to another page or press a button of it; a turn lasts until nothing more is rendered for it.</summary>
/// <remarks>Turns come by the clock, whether or not those before are answered, and are timed from when they were due.</remarks>
internal sealed class CircuitLoadBenchmark(int minutes) : Benchmark
{
    private const int Circuits = 300;
    private const int PerSecond = 50;
    private const double BarP95 = 150;
    private const double BarP99 = 300;

    private static readonly TimeSpan _calm = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1.0 / PerSecond);

    public override string Id => "P9";

    public override async Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct)
    {
        await using var office = await Office.OpenAsync(laboratory, ct);
        var people = new List<Person>();

        for (var n = 0; n < Circuits; n++)
        {
            var circuit = await Circuit.OpenAsync(office.Members[n % office.Members.Count], "", office.ClientName, ct);
            await circuit.CalmAsync(since: 0, TimeSpan.FromMilliseconds(50), ct);
            people.Add(new(circuit, office.Reviews[n % office.Reviews.Count], n));
        }

        // The first minute, or less of a short run, lets the compiler have its say.
        await WorkAsync(people, TimeSpan.FromMinutes(double.Min(1, minutes / 2.0)), ct);
        people.ForEach(person => person.Forget());
        await WorkAsync(people, TimeSpan.FromMinutes(minutes), ct);
        var turns = new Timings(people.SelectMany(person => person.Milliseconds));
        var (dropped, unanswered) = (people.Count(person => person.Circuit.Failure is not null), people.Sum(person => person.Unanswered));

        foreach (var person in people)
        {
            await person.Circuit.DisposeAsync();
        }

        var what = $"{Circuits} circuits, {PerSecond} actions/s, {minutes} min";

        return
        [
            Figure.AtMost(Id, $"{what}, p95", turns.P95, "ms", BarP95) with { Note = $"p50 {Figure.Say(turns.P50)} ms" },
            Figure.AtMost(Id, $"{what}, p99", turns.P99, "ms", BarP99),
            Figure.AtMost(Id, $"{what}, dropped", dropped, "", 0) with { Note = people.Find(person => person.Circuit.Failure is not null)?.Circuit.Failure },
            Figure.AtMost(Id, $"{what}, actions without an answer", unanswered, "", 0),
        ];
    }

    private static async Task WorkAsync(List<Person> people, TimeSpan length, CancellationToken ct)
    {
        var (started, turns) = (Stopwatch.GetTimestamp(), new List<Task>());
        using var clock = new PeriodicTimer(_pause);

        for (var turn = 0; turn * _pause < length; turn++)
        {
            while (Stopwatch.GetElapsedTime(started) < turn * _pause)
            {
                await clock.WaitForNextTickAsync(ct);
            }

            turns.Add(people[turn % people.Count].TakeTurnAsync(started + (long)(turn * _pause.TotalSeconds * Stopwatch.Frequency), ct));
        }

        await Task.WhenAll(turns);
    }

    /// <summary>Goes from the order book to its orders, to one of them, and back to the day.</summary>
    private sealed class Person(Circuit circuit, string review, int place)
    {
        // Not all at once, and nobody before a button of a page they have not come to yet.
        private int _turn = (place % 3) switch { 0 => 0, 1 => 3, _ => 4 };

        public Circuit Circuit => circuit;

        public List<double> Milliseconds { get; } = [];

        public int Unanswered { get; private set; }

        public void Forget()
        {
            Milliseconds.Clear();
            Unanswered = 0;
        }

        public async Task TakeTurnAsync(long due, CancellationToken ct)
        {
            if (circuit.Failure is null)
            {
                await ActAsync();
                await circuit.CalmAsync(due, _calm, ct);
            }

            if (circuit.Failure is null && circuit.Rendered > due)
            {
                Milliseconds.Add(Stopwatch.GetElapsedTime(due, circuit.Rendered).TotalMilliseconds);
            }
            else
            {
                Unanswered++;
            }
        }

        private Task ActAsync() => (_turn++ % 5) switch
        {
            0 => circuit.GoAsync("orders"),
            1 or 2 => circuit.PressAsync(),
            3 => circuit.GoAsync(review),
            _ => circuit.GoAsync(""),
        };
    }
}
