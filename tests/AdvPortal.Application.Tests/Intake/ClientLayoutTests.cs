using System.Text;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;

namespace AdvPortal.Application.Tests.Intake;

/// <summary>What a person says once of a layout, and the next document that is read by it.</summary>
public sealed class ClientLayoutTests(TestDatabase database) : IAsyncLifetime
{
    private const string First = "Commande n°;Réf;Combien;Emballage;PU\n4500187342;VH-M8-30-ZN;12;bte;8,40\n";
    private const string Second = "Commande n°;Réf;Combien;Emballage;PU\n4500187399;VH-M8-30-ZN;30;bte;8,40\n";

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c => c.OpenSite("Entrepôt de Chartres", "Europe/Paris", PostalAddress.Empty));
        await _world.AProductAsync("VH-M8-30-ZN");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_next_document_of_a_layout_is_read_as_somebody_said_once()
    {
        var first = await ReceiveAsync(First);
        Assert.DoesNotContain(first.Orders, entry => entry.Document.Lines.Any(line => line.Quantity == 12));
        var layout = await LayoutAsync(first);
        Assert.Equal((LayoutState.Proposed, _client.Id), (layout.State, layout.ClientId));

        var form = LayoutForm.Of(layout);
        form.Places = [.. form.Places.Select(place => place.Text switch { "Combien" => place with { Holds = "lines.quantity" }, "Emballage" => place with { Holds = "lines.unit" }, _ => place })];
        form.Habits = new(Units: new Dictionary<string, string> { ["bte"] = "PCE" });
        Assert.Equal(12, Assert.Single((await _world.Get<TryClientLayout>().ExecuteAsync(layout.Id, form)).Value!.Orders).Lines[0].Quantity);
        Assert.Equal(LayoutState.Proposed, (await _world.Get<ReadClientLayout>().ExecuteAsync(layout.Id)).Value!.State);
        Assert.True((await _world.Get<ApproveClientLayout>().ExecuteAsync(layout.Id, form, layout.Version)).IsOk);

        var second = await ReceiveAsync(Second);

        var order = (await _world.Get<ReadOrder>().ExecuteAsync(Assert.Single(second.Orders).OrderId!.Value)).Value!;
        Assert.Equal((30m, "PCE"), (order.Lines[0].Quantity, order.Lines[0].Unit));
        Assert.Equal(1, (await LayoutAsync(second)).Revision);
    }

    [Fact]
    public async Task The_document_that_taught_it_is_read_again()
    {
        var first = await ReceiveAsync(First);
        var layout = await LayoutAsync(first);
        var form = LayoutForm.Of(layout);
        form.Places = [.. form.Places.Select(place => place.Text == "Combien" ? place with { Holds = "lines.quantity" } : place)];
        Assert.True((await _world.Get<ApproveClientLayout>().ExecuteAsync(layout.Id, form, null)).IsOk);

        if (first.Orders.All(entry => entry.OrderId is null))
        {
            var again = (await _world.Get<ReadAgain>().ExecuteAsync(first.Id, first.Version)).Value!;

            Assert.Equal(12, Assert.Single(again.Orders).Document.Lines[0].Quantity);
        }
        else
        {
            Assert.IsType<DocumentSettled>((await _world.Get<ReadAgain>().ExecuteAsync(first.Id, first.Version)).Refusal);
        }
    }

    [Fact]
    public async Task What_is_forgotten_is_read_as_new_and_stays_to_be_read()
    {
        var layout = await LayoutAsync(await ReceiveAsync(First));
        var form = LayoutForm.Of(layout);
        form.Places = [.. form.Places.Select(place => place.Text == "Combien" ? place with { Holds = "lines.quantity" } : place)];
        var approved = (await _world.Get<ApproveClientLayout>().ExecuteAsync(layout.Id, form, null)).Value!;
        Assert.IsType<ChangedMeanwhile>((await _world.Get<RetireClientLayout>().ExecuteAsync(layout.Id, layout.Version)).Refusal);
        Assert.True((await _world.Get<RetireClientLayout>().ExecuteAsync(layout.Id, approved.Version)).IsOk);

        var next = await ReceiveAsync(Second);

        Assert.DoesNotContain(next.Orders, entry => entry.Document.Lines.Any(line => line.Quantity == 30));
        Assert.Equal((LayoutState.Retired, 1), (await _world.Get<ReadClientLayout>().ExecuteAsync(layout.Id)).Value is { } kept ? (kept.State, kept.Revisions.Count) : default);
    }

    [Fact]
    public async Task Another_company_knows_nothing_of_it()
    {
        var layout = await LayoutAsync(await ReceiveAsync(First));
        await using var other = await database.ATenantAsync();

        Assert.IsType<NoSuchLayout>((await other.Get<ReadClientLayout>().ExecuteAsync(layout.Id)).Refusal);
        Assert.IsType<NoSuchLayout>((await other.Get<ApproveClientLayout>().ExecuteAsync(layout.Id, LayoutForm.Of(layout), null)).Refusal);
        Assert.Empty((await other.Get<ListClientLayouts>().ExecuteAsync(new())).Value!.Items);
    }

    private async Task<ClientLayoutView> LayoutAsync(OrderDocumentView document) => (await _world.Get<ReadLayoutOfDocument>().ExecuteAsync(document.Id)).Value!.Layout!;

    private async Task<OrderDocumentView> ReceiveAsync(string text) =>
        (await _world.Get<ReceiveOrderDocument>().ExecuteAsync(Encoding.UTF8.GetBytes(text), "commande.csv", "", client: _client.Id)).Value!;
}
