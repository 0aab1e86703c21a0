using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Tests.Requirements;

public sealed class ReadRequirementBookTests(TestDatabase database) : IAsyncLifetime
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
    [InlineData("0a-", 1)]
    [InlineData("EX-001", 1)]
    [InlineData("chartraine", 2)]
    [InlineData("100 %", 0)]
    [InlineData("_", 0)]
    public async Task A_requirement_is_found_by_number_by_word_and_by_client(string text, int found)
    {
        await RequireAsync("Pas de livraison le mercredi", new DeliveryDays { Closed = Weekdays.Wednesday });
        await RequireAsync("Rajouter '0A-' devant nos codes", new ProductCode { Prefix = "0A-" });

        Assert.Equal(found, (await BookAsync(new(RequirementBookView.All, Text: text))).Page.Items.Count);
    }

    [Fact]
    public async Task What_is_prepared_stands_beside_what_holds()
    {
        var holds = await RequireAsync("Pas de livraison le mercredi", new DeliveryDays { Closed = Weekdays.Wednesday });
        var next = new RequirementForm { Sentence = "Ni le mercredi ni le jeudi", Source = new(SourceKind.Call, "Karim Haddad"), Rule = new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday }, Draft = true };
        var revised = (await _world.Get<ReviseRequirement>().ExecuteAsync(holds.Id, next, holds.Version)).Value!;

        Assert.Equal(("Pas de livraison le mercredi", "Ni le mercredi ni le jeudi"), (revised.Sentence, revised.Draft!.Sentence));

        var row = Assert.Single((await BookAsync(new(RequirementBookView.Drafts))).Page.Items);
        Assert.Equal(("Pas de livraison le mercredi", 2), (row.Sentence, row.DraftRevision));
        Assert.Equal(new(1, 0, 1, 0), (await BookAsync(new(RequirementBookView.All))).Counts);
    }

    [Fact]
    public async Task A_requirement_to_ask_again_about_is_counted_from_its_day_on()
    {
        await RequireAsync("Pas de livraison le mercredi", new DeliveryDays { Closed = Weekdays.Wednesday }, form => form.ReviewOn = new(2026, 11, 24));
        Assert.Empty((await BookAsync(new(RequirementBookView.ToReview))).Page.Items);

        _world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(Assert.Single((await BookAsync(new(RequirementBookView.ToReview))).Page.Items).MustBeReviewed);
    }

    [Fact]
    public async Task A_kind_of_rule_is_found_in_force_or_in_preparation()
    {
        await RequireAsync("Pas de livraison le mercredi", new DeliveryDays { Closed = Weekdays.Wednesday });
        await RequireAsync("Rajouter '0A-' devant nos codes", new ProductCode { Prefix = "0A-" }, form => form.Draft = true);

        Assert.Equal(["EX-002"], (await BookAsync(new(RequirementBookView.All, Kind: ProductCode.KindName))).Page.Items.Select(row => row.Number));
        Assert.Empty((await BookAsync(new(RequirementBookView.All, Kind: Labelling.KindName))).Page.Items);
    }

    [Fact]
    public async Task The_book_goes_on_where_the_page_ended()
    {
        for (var number = 0; number <= ReadRequirementBook.PageSize; number++)
        {
            await RequireAsync("Pas de livraison le mercredi", new DeliveryDays { Closed = Weekdays.Wednesday });
        }

        var first = (await BookAsync(new(RequirementBookView.All))).Page;
        var second = (await BookAsync(new(RequirementBookView.All, After: first.Next))).Page;

        Assert.Equal(ReadRequirementBook.PageSize, first.Items.Count);
        Assert.Equal("EX-026", Assert.Single(second.Items).Number);
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task What_was_never_in_force_can_be_given_up_as_if_never_begun()
    {
        var draft = await RequireAsync("Pas de livraison le mercredi", new DeliveryDays { Closed = Weekdays.Wednesday }, form => form.Draft = true);

        Assert.IsType<ChangedMeanwhile>((await _world.Get<DiscardRequirementDraft>().ExecuteAsync(draft.Id, draft.Version + 1)).Refusal);
        Assert.True((await _world.Get<DiscardRequirementDraft>().ExecuteAsync(draft.Id, draft.Version)).IsOk);

        Assert.Empty((await BookAsync(new(RequirementBookView.All))).Page.Items);
    }

    [Fact]
    public async Task Another_company_sees_none_of_it()
    {
        await RequireAsync("Pas de livraison le mercredi", new DeliveryDays { Closed = Weekdays.Wednesday });
        await using var other = await database.ATenantAsync();

        Assert.Empty((await other.Get<ReadRequirementBook>().ExecuteAsync(new(RequirementBookView.All))).Value!.Page.Items);
        Assert.Empty((await other.Get<ReadRequirementBook>().ExecuteAsync(new(RequirementBookView.All, _client.Id))).Value!.Page.Items);
    }

    [Fact]
    public async Task Nobody_requires_anything_without_a_name()
    {
        var created = await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, Form("Pas de livraison le mercredi", new DeliveryDays { Closed = Weekdays.Wednesday }, who: " "));

        Assert.False(created.IsOk);
    }

    private static RequirementForm Form(string sentence, Rule rule, string who = "Karim Haddad") => new() { Sentence = sentence, Source = new(SourceKind.Email, who), Severity = Severity.Block, Rule = rule };

    private async Task<RequirementView> RequireAsync(string sentence, Rule rule, Action<RequirementForm>? arrange = null)
    {
        var form = Form(sentence, rule);
        arrange?.Invoke(form);

        return (await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, form)).Value!;
    }

    private async Task<ReadRequirementBook.Book> BookAsync(ReadRequirementBook.Query query) => (await _world.Get<ReadRequirementBook>().ExecuteAsync(query)).Value!;
}
