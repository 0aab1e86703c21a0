using System.Text.Json;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Requirements;
using Npgsql;
using NpgsqlTypes;

namespace AdvPortal.Bench.Lab;

/// <summary>The rows of many orders, each worked out from its place alone: three years of trade, the last weeks still open.</summary>
internal sealed class OrderRows(TenantId tenant, IReadOnlyList<ClientId> clients, IReadOnlyList<Product> products, int count, DateTimeOffset now)
{
    // Five on average.
    private const int LinesLeast = 3;
    private const int LinesMost = 7;
    private const int WithFindings = 5;
    private const double OpenShare = 0.004;

    // So many that the first page of what a member has to review is full in a small company too.
    private const int OpenLeast = 500;
    private const double OpenShareMost = 0.25;

    private static readonly TimeSpan _past = TimeSpan.FromDays(3 * 365);
    private static readonly string _explanation = JsonSerializer.Serialize(new Message(MessageKeys.CodeShown, "VH-M8-30-ZN", "0A-VH-M8-30-ZN"), DomainJson.Options);

    private readonly int _firstOpen = count - (int)Math.Max(count * OpenShare, Math.Min(OpenLeast, count * OpenShareMost));
    private readonly Guid[] _ids = [.. Enumerable.Range(0, count).Select(n => Guid.CreateVersion7(At(n, count, now)))];

    public int Count => count;

    public async Task WriteOrdersAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy orders (tenant_id, id, number, client_id, customer_reference, currency, requested_on, promised_on, received_at, acknowledgement_due_at, confirmed_at, status, total_net, next_due_on, next_ship_on, open_lines, outstanding_net, transport_days, version) from stdin (format binary)", ct);

        for (var n = 0; n < count; n++)
        {
            var (at, status) = (At(n, count, now), Status(n));
            var day = DateOnly.FromDateTime(at.DateTime);
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(tenant.Value, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(_ids[n], NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync($"CV{at.Year % 100:00}-{n:0000000}", NpgsqlDbType.Varchar, ct);
            await copy.WriteAsync(clients[Mix(n, clients.Count)].Value, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync($"45{n:00000000}", NpgsqlDbType.Varchar, ct);
            await copy.WriteAsync("EUR", NpgsqlDbType.Text, ct);
            await copy.WriteAsync(day.AddDays(7), NpgsqlDbType.Date, ct);
            await copy.WriteAsync(day.AddDays(7 + (n % 5)), NpgsqlDbType.Date, ct);
            await copy.WriteAsync(at, NpgsqlDbType.TimestampTz, ct);
            await copy.WriteAsync(at.AddDays(1), NpgsqlDbType.TimestampTz, ct);
            await (status is OrderStatus.ToReview ? copy.WriteNullAsync(ct) : copy.WriteAsync(at.AddHours(3), NpgsqlDbType.TimestampTz, ct));
            await copy.WriteAsync(status.ToString(), NpgsqlDbType.Text, ct);
            await copy.WriteAsync(LinesOf(n) * 420m, NpgsqlDbType.Numeric, ct);
            var due = Status(n) is OrderStatus.Closed or OrderStatus.Cancelled ? (DateOnly?)null : day.AddDays(7 + (n % 5));
            await (due is { } on ? copy.WriteAsync(on, NpgsqlDbType.Date, ct) : copy.WriteNullAsync(ct));
            await (due is { } gone ? copy.WriteAsync(gone.AddDays(-1), NpgsqlDbType.Date, ct) : copy.WriteNullAsync(ct));
            await copy.WriteAsync(due is null ? 0 : LinesOf(n), NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(due is null ? 0 : LinesOf(n) * 420m, NpgsqlDbType.Numeric, ct);
            await copy.WriteAsync(1, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(1, NpgsqlDbType.Integer, ct);
        }

        await copy.CompleteAsync(ct);
    }

    public async Task WriteLinesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy order_lines (tenant_id, id, position, line_no, product_id, product_code, product_family, buyer_code, description, quantity, unit, net_price, price_base_quantity, contract_price, line_amount, requested_on, promised_on, outstanding_quantity, order_id, version) from stdin (format binary)", ct);

        for (var n = 0; n < count; n++)
        {
            var at = At(n, count, now);

            for (var position = 0; position < LinesOf(n); position++)
            {
                var (product, day) = (products[Mix((n * LinesMost) + position, products.Count)], DateOnly.FromDateTime(at.DateTime));
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(tenant.Value, NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(Guid.CreateVersion7(at), NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(position, NpgsqlDbType.Integer, ct);
                await copy.WriteAsync($"{(position + 1) * 10}", NpgsqlDbType.Text, ct);
                await copy.WriteAsync(product.Id.Value, NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(product.Code, NpgsqlDbType.Text, ct);
                await copy.WriteAsync(product.Family!, NpgsqlDbType.Text, ct);
                await copy.WriteAsync($"0A-{product.Code}", NpgsqlDbType.Text, ct);
                await copy.WriteAsync(product.Name, NpgsqlDbType.Text, ct);
                await copy.WriteAsync(5000m, NpgsqlDbType.Numeric, ct);
                await copy.WriteAsync("PCE", NpgsqlDbType.Text, ct);
                await copy.WriteAsync(8.40m, NpgsqlDbType.Numeric, ct);
                await copy.WriteAsync(100m, NpgsqlDbType.Numeric, ct);
                await copy.WriteAsync(8.40m, NpgsqlDbType.Numeric, ct);
                await copy.WriteAsync(420m, NpgsqlDbType.Numeric, ct);
                await copy.WriteAsync(day.AddDays(7), NpgsqlDbType.Date, ct);
                await copy.WriteAsync(day.AddDays(7 + (n % 5)), NpgsqlDbType.Date, ct);
                await copy.WriteAsync(Status(n) is OrderStatus.Closed ? 0m : 5000m, NpgsqlDbType.Numeric, ct);
                await copy.WriteAsync(_ids[n], NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(1, NpgsqlDbType.Integer, ct);
            }
        }

        await copy.CompleteAsync(ct);
    }

    public async Task WriteFindingsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy order_findings (tenant_id, id, kind, severity, state, line_no, explanation, reasons, order_id, version) from stdin (format binary)", ct);

        for (var n = 0; n < count; n += WithFindings)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(tenant.Value, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(Guid.CreateVersion7(At(n, count, now)), NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(ProductCode.KindName, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(nameof(Severity.AutoFix), NpgsqlDbType.Text, ct);
            await copy.WriteAsync(nameof(FindingState.Applied), NpgsqlDbType.Text, ct);
            await copy.WriteAsync("10", NpgsqlDbType.Text, ct);
            await copy.WriteAsync(_explanation, NpgsqlDbType.Jsonb, ct);
            await copy.WriteAsync("[]", NpgsqlDbType.Jsonb, ct);
            await copy.WriteAsync(_ids[n], NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(1, NpgsqlDbType.Integer, ct);
        }

        await copy.CompleteAsync(ct);
    }

    private static DateTimeOffset At(int n, int count, DateTimeOffset now) => now - (_past * ((count - n) / (double)count));

    private static int LinesOf(int n) => LinesLeast + (n % (LinesMost - LinesLeast + 1));

    // Fibonacci hashing: spread evenly, and the same at every run.
    private static int Mix(int n, int among) => (int)((uint)n * 2_654_435_769u % (uint)among);

    private OrderStatus Status(int n) => n < _firstOpen
        ? n % 33 == 0 ? OrderStatus.Cancelled : OrderStatus.Closed
        : n % 2 == 0 ? OrderStatus.ToReview : OrderStatus.Confirmed;
}
