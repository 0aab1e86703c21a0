using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AdvPortal.Bench.Lab;

namespace AdvPortal.Bench.Intake;

/// <summary>P3: one order of 10 000 lines, and 10 000 orders of one line, uploaded as CSV; against the rows that they left, copied in again.</summary>
internal sealed class ImportBenchmark : Benchmark
{
    private const int Lines = 10_000;
    private const int WarmUp = 500;
    private const int Rounds = 3;
    private const double Share = 0.25;
    private const double MostMegabytes = 150;

    private int _number;

    public override string Id => "P3";

    public override async Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct)
    {
        var (crowd, server) = (await laboratory.FewAsync(ct), await laboratory.ServerAsync(ct));
        await using var portal = await PortalProcess.StartAsync(server.AppConnectionString, listens: true, ct);
        using var api = portal.Api(crowd);
        api.Timeout = Timeout.InfiniteTimeSpan;
        await using var rows = new RowsOfDocument(server.AdminConnectionString!);

        return
        [
            .. await MeasureAsync("one order of 10 000 lines", 1, Lines),
            .. await MeasureAsync("10 000 orders of one line", Lines, 1),
        ];

        async Task<List<Figure>> MeasureAsync(string what, int orders, int lines)
        {
            var (imports, copies, grown) = (new List<double>(), new List<double>(), 0.0);
            await UploadAsync(api, crowd, int.Min(orders, WarmUp), int.Min(lines, WarmUp), ct);

            for (var round = 0; round < Rounds; round++)
            {
                await portal.HeapAsync(ct);
                var before = portal.ForgetPeak();
                var started = Stopwatch.GetTimestamp();
                var document = await UploadAsync(api, crowd, orders, lines, ct);
                imports.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                grown = double.Max(grown, (portal.PeakBytes() - before) / 1e6);
                copies.Add((await rows.CopyAgainAsync(document, ct)).TotalMilliseconds);
            }

            var (import, copy) = (new Timings(imports), new Timings(copies));

            return
            [
                Figure.AtLeast(Id, $"import of {what}", Lines / import.P50 * 1000, "lines/s", Lines / copy.P50 * 1000, Share),
                Figure.AtMost(Id, $"memory for {what}", grown, "MB", MostMegabytes),
            ];
        }
    }

    private async Task<Guid> UploadAsync(HttpClient api, Crowd crowd, int orders, int lines, CancellationToken ct)
    {
        var file = new StringBuilder("po_number,order_date,line_number,buyer_sku,description,quantity,unit_of_measure,unit_price\n");

        for (var order = 0; order < orders; order++)
        {
            var number = Interlocked.Increment(ref _number);

            for (var line = 0; line < lines; line++)
            {
                file.Append(CultureInfo.InvariantCulture, $"IMP-{number:0000000},2026-11-23,{line + 1},0A-{crowd.ProductCodes[(number + line) % crowd.ProductCodes.Count]},Vis H,{100 * (1 + (line % 50))},PCE,8.40\n");
            }
        }

        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file.ToString())) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        using var answer = await api.PostAsync($"order-documents?clientId={crowd.Strict.Value}", content, ct);
        var document = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);

        return answer.IsSuccessStatusCode && document.GetProperty("status").GetString() == "done"
            ? document.GetProperty("id").GetGuid()
            : throw new InvalidOperationException(document.ToString()[..int.Min(2000, document.ToString().Length)]);
    }
}
