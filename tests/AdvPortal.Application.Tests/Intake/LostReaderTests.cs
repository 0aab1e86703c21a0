using System.Text;
using AdvPortal.Application.Intake;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;

namespace AdvPortal.Application.Tests.Intake;

/// <summary>What was kept is read in the end, whoever died over it, and a file that kills its readers is let go.</summary>
public sealed class LostReaderTests(TestDatabase database) : IAsyncLifetime
{
    private const string Order = "po_number,order_date,line_number,buyer_sku,description,quantity,unit_of_measure,unit_price\n4500187342,2026-11-23,1,4711,Vis,5000,EA,8.40\n";

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_document_whose_reader_died_is_read_in_the_next_round()
    {
        var id = await KeptAsync(tries: 1);

        await _world.Get<IntakeRounds<ResumeReading>>().GoRoundAsync(CancellationToken.None);

        var document = await ReadAsync(id);
        Assert.Equal("done", document.Status);
        Assert.Equal(document.Orders[0].OrderId, await _world.ReadAsync(db => db.Orders.Select(o => o.Id).SingleAsync()));
    }

    [Fact]
    public async Task The_same_bytes_again_read_what_nobody_read_to_the_end_and_name_the_first()
    {
        var id = await KeptAsync(tries: 1);
        var again = await ReceiveAsync(Order);

        Assert.Equal((id, id, "done"), (again.Id, again.DuplicateOf!.Value, again.Status));
        Assert.Single(await _world.ReadAsync(db => db.Orders.ToListAsync()));
    }

    [Fact]
    public async Task Whoever_is_at_it_is_left_alone_and_the_document_waits_where_a_person_sees_it()
    {
        var id = await KeptAsync(tries: 1, until: _world.Clock.GetUtcNow().AddMinutes(1));

        Assert.Equal(0, await _world.Get<ResumeReading>().ExecuteAsync());
        Assert.Equal([(id, "needs-review")], (await _world.Get<ListOrderDocuments>().ExecuteAsync(new(DocumentsShown.Waiting))).Value!.Items.Select(d => (d.Id, d.Status)));
        Assert.IsType<DocumentBeingRead>((await _world.Get<AnswerOrderDocument>().ExecuteAsync(id, form => form, null)).Refusal);
        Assert.Equal("set-aside", (await _world.Get<SetOrderDocumentAside>().ExecuteAsync(id, null)).Value!.Status);
    }

    [Fact]
    public async Task Two_nodes_that_go_round_at_once_make_one_order()
    {
        await KeptAsync(tries: 1);
        await using var other = await _world.AsAsync(_world.Me, Role.Admin);

        await Task.WhenAll(_world.Get<ResumeReading>().ExecuteAsync(), other.Get<ResumeReading>().ExecuteAsync());

        Assert.Single(await _world.ReadAsync(db => db.Orders.ToListAsync()));
    }

    [Fact]
    public async Task A_file_that_killed_its_reader_three_times_is_set_aside_and_says_so()
    {
        var id = await KeptAsync(tries: 3);

        Assert.Equal(1, await _world.Get<ResumeReading>().ExecuteAsync());

        var document = await ReadAsync(id);
        Assert.Equal(("set-aside", "reading-given-up"), (document.Status, Assert.Single(document.Problems).Code));
        Assert.Equal(0, await _world.Get<ResumeReading>().ExecuteAsync());
    }

    [Fact]
    public async Task Orders_that_cannot_be_made_ask_a_person_and_can_be_made_later()
    {
        var nowhere = await _world.AClientAsync("Nulle part", c => c.OpenSite("Nulle part", "Nowhere/Land", PostalAddress.Empty));
        var document = await ReceiveAsync(Order, nowhere.Id);
        Assert.Equal(("needs-review", "orders-not-made"), (document.Status, document.Problems[^1].Code));
        Assert.Empty(await _world.ReadAsync(db => db.Orders.ToListAsync()));

        var answered = (await _world.Get<AnswerOrderDocument>().ExecuteAsync(document.Id, form => form with { ClientId = _client.Id }, document.Version)).Value!;

        Assert.Equal("done", answered.Status);
    }

    [Fact]
    public async Task History_tells_of_a_duplicate_under_the_document_that_is_here()
    {
        var first = await ReceiveAsync(Order);
        await ReceiveAsync(Order);

        Assert.All(await _world.ReadAsync(db => db.History.ToListAsync()), entry => Assert.Equal(first.Id.Value, entry.SubjectId));
    }

    private async Task<OrderDocumentId> KeptAsync(int tries, DateTimeOffset? until = null)
    {
        var bytes = Encoding.UTF8.GetBytes(Order);
        var document = new OrderDocument(bytes, "commande.csv", "text/csv", _client.Id, _world.Clock.GetUtcNow());

        for (var begun = 0; begun < tries; begun++)
        {
            document.Begin(until ?? _world.Clock.GetUtcNow());
        }

        await _world.StoreAsync(db => db.AddRange(document, new OrderDocumentContent(document.Id, bytes)));

        return document.Id;
    }

    private async Task<OrderDocumentView> ReadAsync(OrderDocumentId id) => (await _world.Get<ReadOrderDocument>().ExecuteAsync(id)).Value!;

    private async Task<OrderDocumentView> ReceiveAsync(string text, ClientId? client = null) =>
        (await _world.Get<ReceiveOrderDocument>().ExecuteAsync(Encoding.UTF8.GetBytes(text), "commande.csv", "text/csv", client ?? _client.Id)).Value!;
}
