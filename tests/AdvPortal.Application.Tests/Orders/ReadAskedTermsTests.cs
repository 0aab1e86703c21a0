using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Orders;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Orders;

/// <summary>What a conversation asks of an order stands in its terms already, and nothing that is not sure. It is Monday 23 November 2026.</summary>
public sealed class ReadAskedTermsTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly _asked = new(2026, 11, 30);

    private World _world = null!;
    private Client _client = null!;
    private OrderView _order = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync();

        foreach (var code in new[] { "VH-M8-30-ZN", "RP-M8-ZN", "EH-M8-ZN" })
        {
            var product = await _world.AProductAsync(code);
            await _world.StoreAsync(db => db.Add(new BuyerCode(_client.Id, $"CH{code[..2]}4471", product.Id)));
        }

        _order = await AnOrderAsync("10", "20");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Lines_that_are_named_are_changed_or_given_up_and_the_day_moves()
    {
        var asked = await AskAsync("Bonjour,\nPouvez-vous passer la ligne 20 à 400 pièces au lieu de 300 et supprimer la ligne 10 ?\nLivraison souhaitée le 4 décembre.\nCordialement,\nNathalie Rousseau\n02 37 12 45 00");

        Assert.Equal((new(2026, 12, 4), "20: 400"), (asked.Wanted.RequestedOn!.Value, Lines(asked)));
        Assert.Empty(asked.Doubts);
        Assert.Equal((_order.Version, 2, "Nathalie Rousseau", new(2026, 11, 23)), (asked.Version, asked.Seen.Lines.Count, asked.Who, asked.On));
        Assert.Contains("supprimer la ligne 10", asked.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VH-M8-30-ZN : 6000 au lieu de 5000, merci.")]
    [InlineData("Réf. CHVH4471 : 6 000 pièces au lieu de 5 000.")]
    [InlineData("Please change line 10 from 5000 to 6000 pieces.")]
    public async Task An_article_is_known_by_our_code_by_the_clients_and_by_its_line(string words)
    {
        var asked = await AskAsync(words);

        Assert.Equal((_asked, "10: 6000, 20: 300"), (asked.Wanted.RequestedOn!.Value, Lines(asked)));
        Assert.Empty(asked.Unsure);
    }

    [Fact]
    public async Task What_is_to_be_added_gets_a_line_of_its_own()
    {
        var asked = await AskAsync("Merci d’ajouter 200 pièces de EH-M8-ZN.");

        Assert.Equal(("EH-M8-ZN", 200m), asked.Wanted.Lines.Single(line => asked.Seen.Lines.All(known => known.LineNo != line.LineNo)) is var added ? (added.ProductCode, added.Quantity!.Value) : default);
    }

    [Fact]
    public async Task What_nobody_knows_is_told_and_not_filled_in()
    {
        var asked = await AskAsync("Merci d’ajouter 50 pièces de XX-9901-ZZ.");

        Assert.Equal("10: 5000, 20: 300", Lines(asked));
        Assert.Equal(["XX-9901-ZZ"], asked.Unsure);
    }

    [Theory]
    [InlineData("Pouvez-vous annuler la facture 20261123 ?")]
    [InlineData("Annulez la réf. XX-9901.")]
    [InlineData("Merci de supprimer la ligne 1 réf. XX-9901.")]
    [InlineData("Passez la ligne 1 à 20 palettes.")]
    public async Task A_line_is_given_up_or_counted_otherwise_only_where_it_is_surely_meant(string words)
    {
        _order = await AnOrderAsync("1", "2");
        var asked = await AskAsync(words);

        Assert.Equal(("1: 5000, 2: 300", 1), (Lines(asked), asked.Unsure.Count + asked.Doubts.Count));
    }

    [Fact]
    public async Task An_article_of_several_lines_is_asked_for()
    {
        _order = await AnOrderAsync("1", "2", "VH-M8-30-ZN");
        var asked = await AskAsync("VH-M8-30-ZN : 600 pièces au lieu de 500.");

        Assert.Equal(("1: 5000, 2: 300", "VH-M8-30-ZN"), (Lines(asked), Assert.Single(asked.Unsure)));
    }

    [Fact]
    public async Task What_is_to_be_added_is_no_other_line_whatever_the_numbers()
    {
        _order = await AnOrderAsync("1", "2");
        var asked = await AskAsync("Merci d’ajouter 200 pièces de EH-M8-ZN et d’ajouter 50 pièces de VH-M8-30-ZN.");

        Assert.Equal(["VH-M8-30-ZN 5000", "RP-M8-ZN 300", "EH-M8-ZN 200", "VH-M8-30-ZN 50"], asked.Wanted.Lines.Select(line => FormattableString.Invariant($"{line.ProductCode} {line.Quantity:0.####}")));
    }

    [Theory]
    [InlineData("Bonjour, où en est notre commande 4500187342 ?")]
    [InlineData("Rappelez-moi au 02 37 12 45 00 avant 17 h.")]
    [InlineData("Pas de livraison le mercredi, comme toujours.")]
    [InlineData("Vous nous facturez la ligne 10 à 8,40 € au lieu de 8,10 €.")]
    [InlineData("")]
    public async Task Words_that_want_nothing_change_nothing(string words)
    {
        var asked = await AskAsync(words);

        Assert.Equal((_asked, "10: 5000, 20: 300"), (asked.Wanted.RequestedOn!.Value, Lines(asked)));
    }

    [Fact]
    public async Task A_day_that_may_be_another_one_is_told()
    {
        var asked = await AskAsync("Merci de reporter la livraison à la semaine prochaine.");

        Assert.Equal((_asked, 1), (asked.Wanted.RequestedOn!.Value, asked.Doubts.Count));
    }

    [Fact]
    public async Task One_client_s_words_are_none_of_another_s_order()
    {
        var other = await _world.AClientAsync("Serrurerie Lacombe");
        await using var them = await database.ATenantAsync();
        var id = await SayAsync("Ligne 10 : 1 au lieu de 5000", other.Id);

        Assert.IsType<InquiryOfAnother>((await _world.Get<ReadAskedTerms>().ExecuteAsync(_order.Id, id)).Refusal);
        Assert.IsType<NoSuchInquiry>((await _world.Get<ReadAskedTerms>().ExecuteAsync(_order.Id, Ids.New<InquiryId>())).Refusal);
        Assert.IsType<NoSuchOrder>((await them.Get<ReadAskedTerms>().ExecuteAsync(_order.Id, id)).Refusal);
    }

    [Fact]
    public async Task It_goes_to_the_database_four_times_at_most()
    {
        var id = await SayAsync("Ligne 10 : 6000 au lieu de 5000", _client.Id);

        Assert.InRange((await RoundTrips.OfAsync(() => _world.Get<ReadAskedTerms>().ExecuteAsync(_order.Id, id))).Count, 1, 4);
    }

    private async Task<OrderView> AnOrderAsync(string first, string second, string code = "RP-M8-ZN") => (await _world.Get<PlaceOrder>().ExecuteAsync(new()
    {
        ClientId = _client.Id,
        CustomerReference = "4500187342",
        RequestedOn = _asked,
        Lines = [new() { LineNo = first, ProductCode = "VH-M8-30-ZN", Quantity = 5000, NetPrice = 8.40m, PriceBaseQuantity = 100 }, new() { LineNo = second, ProductCode = code, Quantity = 300, NetPrice = 1, PriceBaseQuantity = 1 }],
    })).Value!;

    private async Task<ReadAskedTerms.View> AskAsync(string words)
    {
        var read = await _world.Get<ReadAskedTerms>().ExecuteAsync(_order.Id, await SayAsync(words.Length == 0 ? "." : words, _client.Id));
        Assert.True(read.IsOk, read.Refusal?.ToString());

        return read.Value;
    }

    private async Task<InquiryId> SayAsync(string words, ClientId client) =>
        (await _world.Get<OpenInquiry>().ExecuteAsync(new() { ClientId = client, From = "n.rousseau@chartraine.example", FromName = "Nathalie Rousseau", Subject = "Commande 4500187342", Body = words })).Value!.Id;

    private static string Lines(ReadAskedTerms.View asked) => string.Join(", ", asked.Wanted.Lines.Select(line => FormattableString.Invariant($"{line.LineNo}: {line.Quantity:0.####}")));
}
