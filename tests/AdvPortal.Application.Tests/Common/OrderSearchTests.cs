using AdvPortal.Application.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Tests.Common;

/// <summary>The search of orders takes several ways, by how common a term is; whichever it takes, it finds what reading everything finds.</summary>
public sealed class OrderSearchTests(TestDatabase database) : IAsyncLifetime
{
    private const int Many = 6_000;
    private const int Newest = 300;

    private World _world = null!;
    private List<Row> _rows = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        var client = await _world.AClientAsync();
        var (bolt, nut) = (await _world.AProductAsync("VH-M8-30-ZN"), await _world.AProductAsync("EH-M8-ZN"));
        var placed = (await _world.Get<PlaceOrder>().ExecuteAsync(new() { ClientId = client.Id, CustomerReference = "4500000000", Lines = [new() { ProductCode = bolt.Code, Quantity = 100 }] })).Value!;

        // The newest are called otherwise than the many before them; every thirtieth holds nuts, all others bolts.
        await _world.StoreAsync(async db =>
        {
            await CopyAsync(db, "orders", "r.id = {0}", placed.Id.Value, new()
            {
                ["id"] = "md5(r.id::text || n)::uuid",
                ["number"] = "'CX' || lpad(n::text, 6, '0')",
                ["customer_reference"] = $"case when n > {Many - Newest} then 'Étude ' || n else '45' || lpad(n::text, 8, '0') end",
                ["received_at"] = "r.received_at + n * interval '1 second'",
            });
            await CopyAsync(db, "order_lines", "r.order_id = {0}", placed.Id.Value, new()
            {
                ["id"] = "md5(r.id::text || n)::uuid",
                ["order_id"] = "md5(r.order_id::text || n)::uuid",
                ["product_id"] = $"case when n % 30 = 0 then '{nut.Id.Value}' else '{bolt.Id.Value}' end::uuid",
                ["product_code"] = $"case when n % 30 = 0 then '{nut.Code}' else '{bolt.Code}' end",
            });
        });
        _rows = await _world.ReadAsync(db => db.Orders.OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id)
            .Select(o => new Row(o.Id, o.Number, o.CustomerReference ?? "", o.Lines.Select(l => l.ProductCode!).First())).ToListAsync());
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("4500000123", "a reference in full, that others contain no part of")]
    [InlineData("45000001", "a part of a hundred old references")]
    [InlineData("4500", "a part of thousands, none of them new")]
    [InlineData("étude", "a part of all the newest, with another accent than typed")]
    [InlineData("etude 59", "a part of a third of the newest")]
    [InlineData("cx005", "a part of numbers, in small letters")]
    [InlineData("CX005900", "one of the numbers of which so many are alike")]
    [InlineData("45", "two letters")]
    [InlineData("vh-m8-30-zn", "the code of a product that nearly every order holds")]
    [InlineData("EH-M8-ZN", "the code of a product in two hundred orders")]
    [InlineData("nothing", "no order")]
    public async Task Whatever_is_typed_the_best_and_newest_come_first(string typed, string what)
    {
        var folded = typed.Replace('é', 'e').ToUpperInvariant();
        var all = _rows.Where(row => Says(row, folded) || string.Equals(row.ProductCode, typed, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(row => string.Equals(row.Number, typed, StringComparison.OrdinalIgnoreCase) || string.Equals(row.Reference, typed, StringComparison.OrdinalIgnoreCase))
            .Select(row => row.Id).ToList();

        foreach (var most in (int?[])[8, 100, null])
        {
            var found = await _world.ReadAsync(db => db.FindOrders(typed, most).ToListAsync());

            Assert.True(all.Take(most ?? int.MaxValue).SequenceEqual(found), $"{what}: of {all.Count}, {found.Count} were found for at most {most}");
        }
    }

    private static bool Says(Row row, string folded)
    {
        // Words in their order, whatever stands between them.
        var (text, at) = ($"{row.Number} {row.Reference}".Replace('É', 'E').ToUpperInvariant(), 0);

        foreach (var word in folded.Split(' '))
        {
            var found = text.IndexOf(word, at, StringComparison.Ordinal);

            if (found < 0)
            {
                return false;
            }

            at = found + word.Length;
        }

        return true;
    }

    private static Task<int> CopyAsync(AdvDbContext db, string table, string which, Guid model, Dictionary<string, string> otherwise)
    {
        var columns = db.Database.SqlQuery<string>($"select column_name::text as \"Value\" from information_schema.columns where table_name = {table} and is_generated = 'NEVER'").ToList();
        var copy = $"insert into {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) select {string.Join(", ", columns.Select(column => otherwise.GetValueOrDefault(column, $"r.\"{column}\"")))} from {table} r, generate_series(1, {Many}) n where {which}";

        return db.Database.ExecuteSqlRawAsync(copy, model);
    }

    private sealed record Row(OrderId Id, string Number, string Reference, string ProductCode);
}
