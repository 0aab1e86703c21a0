using AdvPortal.Application.Clarifications;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Tests.Clarifications;

/// <summary>A question to a client or to sales, from its draft to its answer.</summary>
public sealed class ClarificationTests(TestDatabase database) : IAsyncLifetime
{
    private const string Buyer = "n.rousseau@chartraine.example";

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c =>
        {
            c.Meet("Karim Haddad", ContactRole.Warehouse, "k.haddad@chartraine.example", null, null);
            c.Meet("Nathalie Rousseau", ContactRole.Buyer, Buyer, null, null);
        });
        var product = await _world.AProductAsync("RP-M8-ZN");
        await _world.StoreAsync(db => db.Add(new ContractPrice(_client.Id, product.Id, 1.25m, 100, "EUR", new(2026, 1, 1), null, null)));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_question_is_drafted_in_the_clients_words_and_codes_to_the_buyer()
    {
        var draft = await DraftAsync(await PlaceAsync(), WaitingFor.Client);

        Assert.Equal([Buyer, "k.haddad@chartraine.example"], draft.Recipients.Select(r => r.Address));
        Assert.Equal(("fr", "Votre commande 4500187342\u00A0: une question"), (draft.Language, draft.Subject));
        Assert.StartsWith("Bonjour Nathalie Rousseau,\n\nAvant de confirmer votre commande 4500187342", draft.Text, StringComparison.Ordinal);
        Assert.Contains("- Ligne 10 (0A-RP-M8-ZN)\u00A0: vous indiquez 1,15\u00A0EUR pour 100, notre accord prévoit 1,25\u00A0EUR pour 100. Quel prix devons-nous retenir\u202F?", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_makes_the_order_wait_and_leaves_by_mail_under_an_id_of_its_own()
    {
        var order = await AskAsync(await PlaceAsync());
        var asked = Assert.Single((await _world.Get<ListClarifications>().ExecuteAsync(order.Id)).Value!.Items);
        var (mail, id) = await _world.ReadAsync(async db => (Mailer.Open((await db.Outbox.SingleAsync(m => m.SubjectId == order.Id.Value)).Content), await db.Clarifications.Select(c => c.MailId).SingleAsync()));

        Assert.Equal((WaitingFor.Client, true, Buyer), (order.WaitingFor!.Value, asked.IsOpen, asked.To));
        Assert.Equal((id, "Prix de la rondelle", "Bonjour,\n\n- Quel prix ?\n"), (mail.MessageId, mail.Subject, mail.TextBody));
        Assert.Contains(order.Id, (await _world.Get<ListOrders>().ExecuteAsync(new(WaitingFor: WaitingFor.Client))).Value!.Items.Select(o => o.Id));
    }

    [Fact]
    public async Task Nobody_but_the_clients_own_people_is_asked()
    {
        var order = await PlaceAsync();
        var refused = await _world.Get<AskForClarification>().ExecuteAsync(order.Id, Question("somebody@elsewhere.example"), order.Version);

        Assert.IsType<AddressOfNobody>(refused.Refusal);
        Assert.Null((await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!.WaitingFor);
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(false, "4500187342", true)]
    [InlineData(false, "4500187399", false)]
    public async Task An_answer_finds_its_question_by_what_it_answers_to_or_by_the_reference(bool byId, string? reference, bool found)
    {
        var order = await AskAsync(await PlaceAsync());
        var id = await _world.ReadAsync(db => db.Clarifications.Select(c => c.MailId).SingleAsync());
        var attached = await _world.Get<AttachAnswer>().ExecuteAsync(new(byId ? [$"<{id}>"] : ["<other@elsewhere.example>"], reference is null ? [] : [reference], "N.Rousseau@chartraine.example", "Nathalie Rousseau", "1,25 convient."));
        var (now, asked) = ((await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!, (await _world.Get<ListClarifications>().ExecuteAsync(order.Id)).Value!.Items[0]);

        Assert.Equal((found, found ? null : WaitingFor.Client), (attached.IsOk, now.WaitingFor));
        Assert.Equal((found ? "1,25 convient." : null, found ? "Nathalie Rousseau" : null), (asked.Answer, asked.AnsweredBy));
    }

    [Fact]
    public async Task A_reference_from_a_stranger_answers_nothing()
    {
        await AskAsync(await PlaceAsync());

        Assert.IsType<NothingWasAsked>((await _world.Get<AttachAnswer>().ExecuteAsync(new([], ["4500187342"], "n_rousseau@chartraine.example", null, "Oui"))).Refusal);
    }

    [Fact]
    public async Task Another_companys_question_is_answered_by_nobody_here()
    {
        await AskAsync(await PlaceAsync());
        var id = await _world.ReadAsync(db => db.Clarifications.Select(c => c.MailId).SingleAsync());
        await using var them = await database.ATenantAsync();

        Assert.IsType<NothingWasAsked>((await them.Get<AttachAnswer>().ExecuteAsync(new([id], ["4500187342"], Buyer, null, "Oui"))).Refusal);
    }

    [Fact]
    public async Task An_answer_on_the_telephone_is_written_down_and_one_that_never_comes_is_given_up()
    {
        var answered = await AskAsync(await PlaceAsync());
        answered = (await _world.Get<RecordAnswer>().ExecuteAsync(answered.Id, new() { Answer = "D’accord pour 1,25", From = "Nathalie Rousseau" }, answered.Version)).Value!;
        Assert.Null(answered.WaitingFor);

        var given = await AskAsync(await PlaceAsync("4500187343"));
        given = (await _world.Get<StopWaiting>().ExecuteAsync(given.Id, given.Version)).Value!;
        Assert.Equal((null, false), (given.WaitingFor, (await _world.Get<ListClarifications>().ExecuteAsync(given.Id)).Value!.Items[0].IsOpen));
    }

    [Fact]
    public async Task Sales_are_asked_with_whoever_brought_the_client_in_first()
    {
        var (adele, marc) = (await _world.AMemberAsync("Adele", Role.Sales), await _world.AMemberAsync("Marc", Role.Sales));
        await _world.AMemberAsync("Claire", Role.Adv);
        var order = await PlaceAsync();
        await _world.StoreAsync(async db =>
        {
            db.Add(new Domain.Contracts.Handoff(Ids.New<HandoffId>(), marc, new(), _world.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
            await db.Handoffs.ExecuteUpdateAsync(set => set.SetProperty(h => h.ClientId, _client.Id));
        });
        var draft = await DraftAsync(order, WaitingFor.Sales);

        Assert.Equal(["Marc", "Adele"], draft.Recipients.Select(r => r.Name));
        Assert.Contains($"orders/{order.Id.Value}", draft.Text, StringComparison.Ordinal);
        Assert.Contains("le contrat prévoit 1,25", draft.Text, StringComparison.Ordinal);
    }

    private async Task<ClarificationDraft> DraftAsync(OrderView order, WaitingFor of) => (await _world.Get<DraftClarification>().ExecuteAsync(order.Id, of, [])).Value!;

    private async Task<OrderView> AskAsync(OrderView order)
    {
        var asked = await _world.Get<AskForClarification>().ExecuteAsync(order.Id, Question(Buyer), order.Version);
        Assert.True(asked.IsOk, asked.Refusal?.ToString());

        return asked.Value;
    }

    private static ClarificationForm Question(string to) => new() { Of = WaitingFor.Client, To = to, Subject = "Prix de la rondelle", Text = "Bonjour,\n\n- Quel prix ?" };

    private async Task<OrderView> PlaceAsync(string reference = "4500187342")
    {
        var placed = await _world.Get<PlaceOrder>().ExecuteAsync(new()
        {
            ClientId = _client.Id,
            CustomerReference = reference,
            RequestedOn = new(2026, 12, 1),
            Lines = [new() { ProductCode = "RP-M8-ZN", BuyerCode = "0A-RP-M8-ZN", Quantity = 10_000, NetPrice = 1.15m, PriceBaseQuantity = 100 }],
        });

        return placed.Value!;
    }
}
