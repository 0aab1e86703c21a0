using AdvPortal.Application.Inquiries;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Inquiries;

namespace AdvPortal.Application.Tests.Inquiries;

/// <summary>What is typed above the inbox is found as it is, in the subject, in who wrote and in how the last message begins.</summary>
public sealed class InboxSearchTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("rejetee")]
    [InlineData("REJETÉE  quai")]
    [InlineData("rousseau")]
    [InlineData("achats@chartraine")]
    [InlineData("l'équerre")]
    [InlineData("100%_\\")]
    public async Task It_is_found_by_its_letters_whatever_the_case_and_the_accents(string typed)
    {
        await OpenAsync("Livraison rejetée au quai", "L'équerre, 100%_\\ abîmée", "achats@chartraine.example", "Nathalie Rousseau");
        await OpenAsync("Autre chose", "Merci", "autre@client.example", "Karim Haddad");

        Assert.Equal("Livraison rejetée au quai", Assert.Single(await FindAsync(typed)).Subject);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("' or true --")]
    [InlineData("\\")]
    public async Task A_sign_that_means_something_to_the_database_means_itself(string typed)
    {
        await OpenAsync("Livraison", "Merci", "autre@client.example", "Karim Haddad");

        Assert.Empty(await FindAsync(typed));
    }

    [Fact]
    public async Task It_is_found_as_it_reads_now()
    {
        var id = await OpenAsync("Livraison", "Merci", "autre@client.example", "Karim Haddad");
        Assert.True((await _world.Get<ClassifyInquiry>().ExecuteAsync(id, form =>
        {
            form.Subject = "Étiquettes";

            return form;
        }, null)).IsOk);

        Assert.Empty(await FindAsync("livraison"));
        Assert.Single(await FindAsync("etiquettes"));
    }

    [Fact]
    public async Task Of_a_word_that_all_of_them_have_the_last_ones_are_found_and_of_one_client_all_of_them()
    {
        await OpenAsync("Commande 1", "Où ?", "achats@chartraine.example", "Nathalie Rousseau");
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.StoreAsync(db => db.AddRange(Enumerable.Range(2, ListInquiries.MostFound).Select(number =>
            Inquiry.Open(Ids.New<InquiryId>(), null, $"Commande {number}", new("Où ?", "x@nobody.example", null, InquiryChannel.Email), new(ServiceTerms.Usual, TimeZoneInfo.Utc), _world.Clock.GetUtcNow()))));

        Assert.Equal(ListInquiries.MostFound, (await FindAsync("commande")).Count);
        Assert.Single(await FindAsync("commande", _client.Id));
        Assert.Empty(await FindAsync("livraison", _client.Id));
        Assert.DoesNotContain(await FindAsync("commande"), found => found.ClientId == _client.Id);
    }

    private async Task<IReadOnlyList<InquiryView>> FindAsync(string typed, ClientId? client = null) =>
        (await _world.Get<ListInquiries>().ExecuteAsync(new(ClientId: client, Search: typed, Size: 1000))).Value!.Items;

    private async Task<InquiryId> OpenAsync(string subject, string body, string by, string name)
    {
        var opened = await _world.Get<OpenInquiry>().ExecuteAsync(new() { ClientId = _client.Id, From = by, FromName = name, Subject = subject, Body = body });
        Assert.True(opened.IsOk, opened.Refusal?.ToString());

        return opened.Value.Id;
    }
}
