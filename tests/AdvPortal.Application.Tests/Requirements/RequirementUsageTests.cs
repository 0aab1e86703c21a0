using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Tests.Requirements;

public sealed class RequirementUsageTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly _thursday = new(2026, 11, 26);
    private static readonly DateOnly _friday = new(2026, 11, 27);

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync();
        await _world.AProductAsync("VH-M8-30-ZN");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task What_became_of_a_requirement_is_counted_by_order()
    {
        var thursdays = await RequireAsync(Severity.Block);
        await AcceptAsync(await PlaceAsync(_thursday));
        await WaiveAsync(await PlaceAsync(_thursday), "Livraison exceptionnelle");
        await PlaceAsync(_thursday);
        await PlaceAsync(_friday);
        var cancelled = await PlaceAsync(_thursday);
        Assert.True((await _world.Get<CancelOrder>().ExecuteAsync(cancelled.Id, new("Erreur du client"), null)).IsOk);

        var usage = await UsageAsync(thursdays);

        Assert.Equal((1, 3, 1, 1, 1, new DateOnly(2026, 11, 23)), (usage.Revision, usage.Orders, usage.Obeyed, usage.Waived, usage.Open, usage.LastOn));
        Assert.Equal("Livraison exceptionnelle", Assert.Single(usage.Motives).Reason);
        Assert.Equivalent(usage, Assert.Single((await _world.Get<ListRequirements>().ExecuteAsync(_client.Id)).Value!.Items).Usage);
    }

    [Fact]
    public async Task A_warning_is_heard_once_its_order_is_answered()
    {
        var thursdays = await RequireAsync(Severity.Warn);
        var order = await PlaceAsync(_thursday);
        Assert.Equal((0, 1), ((await UsageAsync(thursdays)).Obeyed, (await UsageAsync(thursdays)).Open));

        var confirmed = await _world.Get<ConfirmOrder>().ExecuteAsync(order.Id, order.Version);
        Assert.True(confirmed.IsOk, confirmed.Refusal?.ToString());
        Assert.Equal((1, 0), ((await UsageAsync(thursdays)).Obeyed, (await UsageAsync(thursdays)).Open));
    }

    [Fact]
    public async Task A_new_revision_is_counted_from_its_beginning_and_a_draft_not_at_all()
    {
        var thursdays = await RequireAsync(Severity.AutoFix);
        await PlaceAsync(_thursday);
        Assert.Equal((1, 1), ((await UsageAsync(thursdays)).Orders, (await UsageAsync(thursdays)).Obeyed));

        await _world.Get<ReviseRequirement>().ExecuteAsync(thursdays.Id, Form(Severity.Block), thursdays.Version);
        Assert.Equal((2, 0, null), (await UsageAsync(thursdays)) is var usage ? (usage.Revision, usage.Orders, usage.LastOn) : default);

        var prepared = Form(Severity.Block);
        prepared.Draft = true;
        var draft = (await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, prepared)).Value!;
        Assert.Null((await _world.Get<ReadRequirement>().ExecuteAsync(draft.Id)).Value!.Usage);
    }

    [Fact]
    public async Task What_was_never_used_or_always_waived_is_shown_for_review()
    {
        await RequireAsync(Severity.Block);
        Assert.Empty(await UnusedAsync());

        _world.Clock.Advance(TimeSpan.FromDays(ReadRequirementBook.UnusedDays));
        Assert.Equal(["EX-001"], await UnusedAsync());

        var far = new DateOnly(2027, 3, 4);
        var order = await PlaceAsync(far);
        Assert.Empty(await UnusedAsync());

        await WaiveAsync(order, "Accord");
        Assert.Equal(["EX-001"], await UnusedAsync());

        await AcceptAsync(await PlaceAsync(far));
        Assert.Empty(await UnusedAsync());
    }

    private static RequirementForm Form(Severity severity) =>
        new() { Sentence = "Pas le jeudi", Source = new(SourceKind.Email, "Karim Haddad"), Severity = severity, Rule = new DeliveryDays { Closed = Weekdays.Thursday } };

    private async Task<RequirementView> RequireAsync(Severity severity) => (await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, Form(severity))).Value!;

    private async Task<RequirementUsage> UsageAsync(RequirementView requirement) => (await _world.Get<ReadRequirement>().ExecuteAsync(requirement.Id)).Value!.Usage!;

    private async Task<IEnumerable<string>> UnusedAsync() => (await _world.Get<ReadRequirementBook>().ExecuteAsync(new(RequirementBookView.Unused))).Value!.Page.Items.Select(row => row.Number);

    private async Task AcceptAsync(OrderView order) => Assert.True((await _world.Get<AcceptFinding>().ExecuteAsync(order.Id, order.Findings.First(f => f.Kind == DeliveryDays.KindName).Id, null)).IsOk);

    private async Task WaiveAsync(OrderView order, string reason) =>
        Assert.True((await _world.Get<WaiveFinding>().ExecuteAsync(order.Id, order.Findings.First(f => f.Kind == DeliveryDays.KindName).Id, new(reason, "Karim Haddad"), null)).IsOk);

    private async Task<OrderView> PlaceAsync(DateOnly day) => (await _world.Get<PlaceOrder>().ExecuteAsync(new()
    {
        ClientId = _client.Id,
        CustomerReference = $"45001873-{Guid.CreateVersion7():N}"[..30],
        RequestedOn = day,
        Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 100, NetPrice = 1 }],
    })).Value!;
}
