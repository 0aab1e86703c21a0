using AdvPortal.Application.Contracts;
using AdvPortal.Application.Portfolios;
using AdvPortal.Application.Tests.Portfolios;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using static AdvPortal.Application.Tests.Portfolios.TeamWorld;

namespace AdvPortal.Application.Tests.Contracts;

/// <summary>What a handoff must not do: answer for a portfolio, or break on what is not filled in.</summary>
public sealed class HandoffGuardTests(TestDatabase database) : IAsyncLifetime
{
    private TeamWorld _team = null!;
    private World _claire = null!;

    public async ValueTask InitializeAsync()
    {
        _team = await FoundAsync(database);
        await _team.World.AProductAsync("VH-M8");
        _claire = await _team.World.AsAsync(_team.Claire, Role.Adv);
    }

    public async ValueTask DisposeAsync()
    {
        await _claire.DisposeAsync();
        await _team.DisposeAsync();
    }

    [Fact]
    public async Task A_contract_of_a_client_of_long_standing_does_not_move_it_to_another_portfolio()
    {
        var submitted = await SubmittedAsync(new(Id: _team.Chartraine.Id));

        var refused = await _claire.Get<AcceptHandoff>().ExecuteAsync(submitted.Id, _team.Claire, submitted.Version);

        Assert.Equal(new ClientHasAnOwner("Yanis Benali"), refused.Refusal);
        Assert.Equal(_team.Yanis, (await _team.WhoAsync(_team.Chartraine)).OwnerId);
    }

    [Fact]
    public async Task A_transfer_that_is_foreseen_still_happens_after_a_new_contract_is_accepted()
    {
        var later = Monday.AddDays(30);
        await _team.Get<TransferClients>().ExecuteAsync(new() { ClientIds = [_team.Chartraine.Id.Value], ToMemberId = _team.Sophie.Value, From = later });
        var submitted = await SubmittedAsync(new(Id: _team.Chartraine.Id));

        Assert.True((await _claire.Get<AcceptHandoff>().ExecuteAsync(submitted.Id, _team.Yanis, submitted.Version)).IsOk);

        Assert.Equal(_team.Sophie, (await _team.WhoAsync(_team.Chartraine, later)).OwnerId);
    }

    [Fact]
    public async Task A_price_that_ends_before_the_contract_begins_is_named_and_nothing_of_the_handoff_is_taken()
    {
        await _team.World.AProductAsync("VH-M8-30-ZN");
        var submitted = await _claire.SubmitAsync(HandoffContents.Full() with { Prices = [new("VH-M8-30-ZN", 8.40m, 100, ValidUntil: new(2027, 1, 3))] });

        var refused = await _claire.Get<AcceptHandoff>().ExecuteAsync(submitted.Id, _team.Claire, submitted.Version);

        Assert.Equal(new HandoffPriceEndsBeforeContract("VH-M8-30-ZN", new(2027, 1, 3), new(2027, 1, 4)), refused.Refusal);
        Assert.False(await _team.World.ReadAsync(db => db.Clients.AnyAsync(c => c.Code == "C-0200")));
    }

    [Fact]
    public async Task A_handoff_that_was_never_submitted_is_not_accepted_however_little_it_says()
    {
        var draft = (await _claire.Get<StartHandoff>().ExecuteAsync(new() { Prices = [new()] })).Value!;

        Assert.IsType<HandoffNotSubmitted>((await _claire.Get<AcceptHandoff>().ExecuteAsync(draft.Id, _team.Claire, null)).Refusal);
    }

    [Fact]
    public async Task A_client_of_long_standing_is_one_of_ours_and_bears_its_own_name_from_the_first_word_on()
    {
        await using var stranger = await FoundAsync(database);

        Assert.IsType<NoSuchClient>((await _claire.Get<StartHandoff>().ExecuteAsync(new() { Client = new(Id: stranger.Lacombe.Id) })).Refusal);

        var started = (await _claire.Get<StartHandoff>().ExecuteAsync(new() { Client = new(Id: _team.Lacombe.Id, Code: "X", Name: "Somebody else") })).Value!;
        Assert.Equal((_team.Lacombe.Code, "Serrurerie Lacombe"), (started.Content.Client.Code, started.Content.Client.Name));
    }

    public static TheoryData<string, HandoffContent> Unkeepable => new()
    {
        { "Sites[0]", new() { Sites = [null!] } },
        { "Contacts[0]", new() { Contacts = [null!] } },
        { "Prices[0]", new() { Prices = [null!] } },
        { "Answers[0]", new() { Answers = [null!] } },
        { "Sentences[0]", new() { Sentences = [null!] } },
        { "Promises[0]", new() { Promises = [null!] } },
        { "Contract.Reference", new() { Contract = new(Reference: new('x', 301)) } },
        { "Prices[0].PriceBaseQuantity", new() { Prices = [new("VH-M8", 1, PriceBaseQuantity: 1e20m)] } },
        { "Prices[0].MinimumQuantity", new() { Prices = [new("VH-M8", 1, MinimumQuantity: 1e20m)] } },
    };

    [Theory]
    [MemberData(nameof(Unkeepable), DisableDiscoveryEnumeration = true)]
    public async Task What_no_client_s_record_could_hold_is_refused_where_it_is_typed(string field, HandoffContent content) =>
        Assert.Contains(field, Assert.IsType<Invalid>((await _claire.Get<StartHandoff>().ExecuteAsync(content)).Refusal).Fields.Keys);

    private async Task<HandoffView> SubmittedAsync(HandoffClient client)
    {
        var started = await _claire.Get<StartHandoff>().ExecuteAsync(new()
        {
            Client = client,
            Contract = new("CC-2027", new(2026, 11, 20), new(2027, 1, 4), new(2027, 12, 31), Renewal: ContractRenewal.None),
            Prices = [new("VH-M8", 8.40m, 100)],
            Answers = [.. Enum.GetValues<HandoffQuestion>().Select(question => new HandoffAnswer(question, AnswerTo.No))],
        });

        return (await _claire.Get<SubmitHandoff>().ExecuteAsync(started.Value!.Id, started.Value.Version)).Value!;
    }
}
