using System.Data.Common;
using AdvPortal.Bench.Lab;

namespace AdvPortal.Bench.Faults;

/// <summary>Brings every fault about, one after another, and prints one table: fault, what was checked, violations.</summary>
internal static class FaultRun
{
    private const int Shown = 20;

    /// <returns>What the process exits with: 0 when everything held.</returns>
    public static async Task<int> RunAsync(int instants, string? only, CancellationToken ct)
    {
        // A company of some orders; what is lost or doubled among them is told as well.
        await using var laboratory = new Laboratory(orders: 500, neighbours: 0);
        await using var scene = await Scene.SetAsync(laboratory, ct);
        Fault[] faults = [new KilledPortal(instants), new KilledBackend(), new KilledServer(), new SameFile(), new SameKey(), new PoisonDocument(), new MailServerDown()];
        List<(string Fault, Verdict Verdict)> told = [];

        foreach (var fault in faults.Where(each => only is null || each.GetType().Name.Equals(only, StringComparison.OrdinalIgnoreCase)))
        {
            Console.WriteLine($"{fault.Name}…");

            try
            {
                told.Add((fault.Name, await fault.RunAsync(scene, ct)));
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                break;
            }
            catch (Exception trouble) when (trouble is InvalidOperationException or HttpRequestException or TimeoutException or DbException)
            {
                told.Add((fault.Name, new("was not seen to its end", [trouble.GetBaseException().Message])));
            }
        }

        Print(told);

        // Who stopped it has not seen that everything held.
        return ct.IsCancellationRequested || told.Exists(each => each.Verdict.Violations.Count > 0) ? 1 : 0;
    }

    private static void Print(List<(string Fault, Verdict Verdict)> told)
    {
        string[][] rows = [["fault", "checked", "violations"], .. told.Select(each => new[] { each.Fault, each.Verdict.Checked, $"{each.Verdict.Violations.Count}" })];
        var widths = Enumerable.Range(0, 3).Select(column => rows.Max(row => row[column].Length)).ToArray();
        Console.WriteLine();

        foreach (var row in rows)
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        foreach (var (fault, verdict) in told)
        {
            foreach (var violation in verdict.Violations.Take(Shown))
            {
                Console.WriteLine($"{fault}: {violation}");
            }
        }
    }
}
