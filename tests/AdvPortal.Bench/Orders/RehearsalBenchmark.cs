using AdvPortal.Application.Requirements;
using AdvPortal.Bench.Lab;
using AdvPortal.Domain.Requirements;
using Npgsql;

namespace AdvPortal.Bench.Orders;

/// <summary>P13: a requirement tried on every order of a client that has a hundred thousand of one year, against reading the same rows and nothing else.</summary>
internal sealed class RehearsalBenchmark : Benchmark
{
    private const int Orders = 100_000;
    private const int Rounds = 5;
    private const double BarMegabytes = 50;

    public override string Id => "P13";

    public override async Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct)
    {
        var crowd = await Generator.FillAsync(laboratory, "bench-rehearsal", Orders, ct);
        await GiveAllToOneAsync((await laboratory.ServerAsync(ct)).AdminConnectionString!, crowd, ct);
        await using var scope = crowd.Enter(await laboratory.ServicesAsync(ct));
        var (rehearse, asApp) = (scope.ServiceProvider.GetRequiredService<RehearseRequirement>(), await laboratory.AsAppAsync(ct));
        var form = new RehearsalForm { ClientId = crowd.Strict, Severity = Severity.AutoFix, Rule = new DeliveryDays { Closed = Weekdays.Friday } };
        var questions = await laboratory.Capture.ListenAsync(() => RehearseAsync(rehearse, form, ct));

        var times = await Timings.InTurnAsync(Rounds, () => RehearseAsync(rehearse, form, ct), () => SqlCapture.ReplayAsync(asApp, crowd.Tenant.Id.Value, questions, ct));
        var most = await MostMemoryAsync(() => RehearseAsync(rehearse, form, ct));

        return
        [
            Figure.AtMost(Id, $"rehearsal on {Orders} orders of one client, p50", times[0].P50, "ms", times[1].P50, 3),
            Figure.AtMost(Id, "rehearsal, memory held meanwhile", most, "MB", BarMegabytes),
        ];
    }

    private static async Task RehearseAsync(RehearseRequirement rehearse, RehearsalForm form, CancellationToken ct)
    {
        var rehearsed = await rehearse.ExecuteAsync(form, ct);

        if (rehearsed.Value is not { Examined: > Orders * 9 / 10, Changed: > 0 })
        {
            throw new InvalidOperationException($"The rehearsal did not look at the orders: {rehearsed.Refusal}.");
        }
    }

    // What survives a collection, looked at while the work goes on.
    private static async Task<double> MostMemoryAsync(Func<Task> work)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (most, done) = (0L, false);
        var watch = Task.Run(() =>
        {
            while (!Volatile.Read(ref done))
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        });

        await work();
        Volatile.Write(ref done, true);
        await watch;

        return most / 1e6;
    }

    private static async Task GiveAllToOneAsync(string admin, Crowd crowd, CancellationToken ct)
    {
        await using var database = NpgsqlDataSource.Create(admin + ";Command Timeout=0");
        await using var give = database.CreateCommand("update orders set client_id = @client, received_at = now() - (now() - received_at) / 3.1 where tenant_id = @tenant");
        give.Parameters.AddWithValue("client", crowd.Strict.Value);
        give.Parameters.AddWithValue("tenant", crowd.Tenant.Id.Value);
        await give.ExecuteNonQueryAsync(ct);
        await using var settle = database.CreateCommand("vacuum analyze orders");
        await settle.ExecuteNonQueryAsync(ct);
    }
}
