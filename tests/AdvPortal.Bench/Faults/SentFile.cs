using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AdvPortal.Bench.Lab;

namespace AdvPortal.Bench.Faults;

/// <summary>A CSV of orders unlike any other, and how it is sent.</summary>
internal sealed class SentFile(Crowd crowd, int orders, int lines)
{
    private static int _number;

    public byte[] Bytes { get; } = Write(crowd, orders, lines);

    public int Orders => orders;

    public int Lines => orders * lines;

    public byte[] Sha256 => System.Security.Cryptography.SHA256.HashData(Bytes);

    /// <summary>What the portal answered; null when it did not get to.</summary>
    public async Task<Answer?> SendAsync(HttpClient api, CancellationToken ct)
    {
        try
        {
            using var content = new ByteArrayContent(Bytes) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
            using var answer = await api.PostAsync($"order-documents?clientId={crowd.Strict.Value}", content, ct);

            // A portal whose database is away says so: that is no acknowledgement.
            return !answer.IsSuccessStatusCode ? null
                : await answer.Content.ReadFromJsonAsync<JsonElement>(ct) is var document ? new(document.GetProperty("id").GetGuid(), document.GetProperty("status").GetString()!) : null;
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or JsonException)
        {
            return null;
        }
    }

    private static byte[] Write(Crowd crowd, int orders, int lines)
    {
        var file = new StringBuilder("po_number,order_date,line_number,buyer_sku,description,quantity,unit_of_measure,unit_price\n");

        for (var order = 0; order < orders; order++)
        {
            var number = Interlocked.Increment(ref _number);

            for (var line = 0; line < lines; line++)
            {
                file.Append(CultureInfo.InvariantCulture, $"FLT-{number:0000000},2026-11-23,{line + 1},0A-{crowd.ProductCodes[(number + line) % crowd.ProductCodes.Count]},Vis H,{100 * (1 + (line % 50))},PCE,8.40\n");
            }
        }

        return Encoding.UTF8.GetBytes(file.ToString());
    }

    /// <param name="Status">"done" once its orders exist.</param>
    public sealed record Answer(Guid Id, string Status);
}
