using System.Text.Encodings.Web;
using System.Text.Json;

namespace AdvPortal.Bench.Lab;

/// <summary>The one table of a run, on the console and in artifacts/bench.json.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(IReadOnlyList<Figure> figures)
    {
        string[][] rows =
        [
            ["#", "figure", "measured", "yardstick", "ratio", "bar", "pass"],
            .. figures.Select(f => new[]
            {
                f.Id, f.What, f.Value is null ? "—" : $"{Figure.Say(f.Value)} {f.Unit}", f.Yardstick is null ? "" : $"{Figure.Say(f.Yardstick)} {f.Unit}",
                Figure.Say(f.Ratio), f.Bar, f.Passes switch { true => "yes", false => "NO", null => "—" },
            }),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();

        Console.WriteLine();

        foreach (var row in rows)
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        foreach (var figure in figures.Where(f => f.Note is not null))
        {
            Console.WriteLine($"{figure.Id} {figure.What}: {figure.Note}");
        }
    }

    public static async Task WriteAsync(string file, IReadOnlyList<Figure> figures, DateTimeOffset at)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, new { at, machine = $"{Environment.ProcessorCount} cores, .NET {Environment.Version}", figures }, _json);
    }
}
