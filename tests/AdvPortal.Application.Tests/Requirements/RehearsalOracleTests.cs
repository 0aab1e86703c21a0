using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Tests.Requirements;

/// <summary>The rehearsal against the plainest way to the same figures: load every order, judge one after the other.</summary>
public sealed class RehearsalOracleTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly TimeZoneInfo _paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c =>
        {
            c.OpenSite("Entrepôt de Chartres", "Europe/Paris", PostalAddress.Empty);
            c.OpenSite("Fort-de-France", "America/Martinique", PostalAddress.Empty);
        });
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_is_counted_one_by_one_is_what_the_rehearsal_counts(int seed)
    {
        var random = new Random(seed);
        await RequireAsync(new DeliveryDays { Closed = Weekdays.Wednesday }, null);
        await RequireAsync(new DeliveryDays { Closed = Weekdays.Tuesday }, _client.Sites[1].Id);
        await RequireAsync(new ProductCode { Prefix = "0Z-" }, null);
        await _world.StoreAsync(db => db.AddRange(Enumerable.Range(0, 150).Select(number => AnOrder(random, number))));

        List<Rehearsal> all = [];

        foreach (var form in Forms())
        {
            var rehearsal = (await _world.Get<RehearseRequirement>().ExecuteAsync(form)).Value!;
            all.Add(rehearsal);
            var judged = await JudgeOneByOneAsync(form);
            var yearAgo = _world.Clock.GetUtcNow().AddYears(-1);

            AssertSame(judged.Where(j => j.Order.Status.IsOpen() || j.Order.ReceivedAt >= yearAgo), rehearsal);
            AssertSame(judged.Where(j => j.Order.Status.IsOpen()), rehearsal.Open);
            AssertSame(judged.Where(j => j.Order.ReceivedAt >= yearAgo), rehearsal.LastTwelveMonths);
        }

        // A day on which nothing happens would prove nothing.
        Assert.Contains(all, each => each.Open.Conflicts > 0 && each.LastTwelveMonths.Conflicts > 0);
        Assert.Contains(all, each => each.Changed > RehearseRequirement.MostOrders);
        Assert.Contains(all, each => each.Open.Unchanged > 0 && each.LastTwelveMonths.Unchanged > 0);
        Assert.All(all, each => Assert.True(each.Changed > 0 && each.Examined > Math.Max(each.Open.Examined, each.LastTwelveMonths.Examined)));
    }

    private IEnumerable<RehearsalForm> Forms()
    {
        yield return Form(new DeliveryDays { Closed = Weekdays.Thursday });
        yield return Form(new DeliveryDays { Open = Weekdays.Friday, CutOff = new(9, 0) }, _client.Sites[1].Id);
        yield return Form(new DeliveryDays { ClosedDates = [new(new(2020, 1, 1), new(2030, 1, 1))] }, family: "inox");
        yield return Form(new ProductCode { Prefix = "0A-" }, family: "Inox");
        yield return Form(new ProductCode { Prefix = "0A-" });
        yield return Form(new MinimumOrder { Amount = 300, Currency = "EUR" });
        yield return Form(new PartialDelivery { Allowed = false }, _client.Sites[0].Id);
    }

    private static void AssertSame(IEnumerable<Judged> judged, Effect effect)
    {
        List<Judged> all = [.. judged.OrderByDescending(j => j.Order.ReceivedAt).ThenByDescending(j => j.Order.Id.Value.ToString(), StringComparer.Ordinal)];
        List<Judged> changed = [.. all.Where(j => j.IsChanged)];

        Assert.Equal((all.Count, changed.Count, all.Count - changed.Count, changed.Count(j => j.IsConflict)), (effect.Examined, effect.Changed, effect.Unchanged, effect.Conflicts));
        Assert.Equal(
            changed.Take(RehearseRequirement.MostOrders).Select(j => (j.Order.Number, j.Before, j.After, j.Codes, j.IsConflict)),
            effect.Orders.Select(o => (o.Number, o.DateBefore, o.DateAfter, o.CodesChanged, o.IsConflict)));
    }

    private async Task<List<Judged>> JudgeOneByOneAsync(RehearsalForm form)
    {
        var requirements = await _world.ReadAsync(db => db.Requirements.Include(r => r.Revisions).ToListAsync());
        var orders = await _world.ReadAsync(db => db.Orders.Include(o => o.Lines).Where(o => o.Status != OrderStatus.Cancelled).ToListAsync());
        var tried = new InForce(Ids.New<RequirementId>(), int.MaxValue, 1, form.SiteId, form.ProductFamily, form.Severity, Moments.Review, new(DateOnly.MinValue), "", new(SourceKind.Note, ""), form.Rule!) { Since = new(2026, 11, 23) };
        var (before, after) = (Rulebook.Of(requirements), new Rulebook(requirements.SelectMany(InForce.Of).Append(tried)));

        return
        [
            .. from order in orders
               let draft = order.ToDraft()
               where (form.SiteId is null || order.SiteId == form.SiteId) && draft.Lines.Any(tried.Concerns)
               select Judged.Of(order, tried, Judge(order, draft, before), Judge(order, draft, after)),
        ];
    }

    private Judgement Judge(Order order, OrderDraft draft, Rulebook rules)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(_client.Sites.SingleOrDefault(s => s.Id == order.SiteId)?.TimeZone ?? _paris.Id);

        return Judgement.Of(draft, rules, JudgedAt.Instant(order.ReceivedAt, order.ReceivedAt, _paris, zone), transport: new(order.TransportDays));
    }

    private Order AnOrder(Random random, int number)
    {
        var received = _world.Clock.GetUtcNow().AddHours(-random.Next(1, 24 * 800));
        var asked = DateOnly.FromDateTime(received.UtcDateTime).AddDays(random.Next(2, 20));
        var draft = new OrderDraft
        {
            ClientId = _client.Id,
            SiteId = random.Next(3) is < 2 and var site ? _client.Sites[site].Id : null,
            CustomerReference = $"45{number}",
            Currency = random.Next(10) == 0 ? "CHF" : "EUR",
            RequestedOn = random.Next(6) == 0 ? null : asked,
            Lines =
            [
                .. Enumerable.Range(1, random.Next(1, 5)).Select(line => new DraftLine
                {
                    LineNo = $"{line * 10}",
                    ProductCode = $"VH-{random.Next(9)}",
                    ProductFamily = random.Next(3) switch { 0 => "Inox", 1 => "INOX", _ => null },
                    BuyerCode = random.Next(4) == 0 ? "0A-VH" : null,
                    Quantity = random.Next(0, 100),
                    NetPrice = random.Next(5) == 0 ? null : 2.5m,
                    RequestedOn = random.Next(3) == 0 ? asked.AddDays(random.Next(5)) : null,
                }),
            ],
        };
        var order = Order.Receive(Ids.New<OrderId>(), draft, Judgement.Of(draft, Rulebook.Empty, new(asked.AddDays(-2), asked.AddDays(-2), asked.AddDays(-2), default), transport: new(random.Next(1, 3))), received, received).Value!;
        order.Numbered($"CV-{number:00000}");

        foreach (var next in new Func<Result>[] { () => order.Confirm(received), order.StartPreparation, order.ShipAll, order.Deliver, order.Close }.Take(random.Next(6)))
        {
            next();
        }

        if (random.Next(10) == 0)
        {
            order.Cancel("Erreur du client");
        }

        return order;
    }

    private RehearsalForm Form(Rule rule, SiteId? site = null, string? family = null) => new() { ClientId = _client.Id, Severity = Severity.AutoFix, Rule = rule, SiteId = site, ProductFamily = family };

    private async Task RequireAsync(Rule rule, SiteId? site) => Assert.True((await _world.Get<CreateRequirement>().ExecuteAsync(
        _client.Id, new() { Sentence = "Pas ce jour-là", Source = new(SourceKind.Email, "Karim Haddad"), Severity = Severity.AutoFix, Rule = rule, SiteId = site, ValidFrom = new(2024, 1, 1) })).IsOk);

    private sealed record Judged(Order Order, bool IsChanged, bool IsConflict, DateOnly? Before, DateOnly? After, int Codes)
    {
        public static Judged Of(Order order, InForce tried, Judgement before, Judgement after)
        {
            var lines = before.Lines.Zip(after.Lines).ToList();
            var (was, would) = lines.Find(pair => pair.First.PromisedOn != pair.Second.PromisedOn) is { First: var first } pair && pair.First.PromisedOn != pair.Second.PromisedOn ? (first, pair.Second) : lines[0];
            var codes = lines.Count(line => line.First.BuyerCode != line.Second.BuyerCode);

            return new(
                order, was.PromisedOn != would.PromisedOn || codes > 0 || after.Findings.Any(found => found.Requirement?.RequirementId == tried.RequirementId),
                was.PromisedOn is not null && would.PromisedOn is null, was.PromisedOn, would.PromisedOn, codes);
        }
    }
}
