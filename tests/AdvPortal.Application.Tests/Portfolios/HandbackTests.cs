using AdvPortal.Application.Day;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Portfolios;
using AdvPortal.Application.Tests.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Portfolios;

/// <summary>Claire is away from 30 November to 4 December 2026; Yanis stands in. What he reads before, and what she reads after.</summary>
public sealed class HandbackTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly _monday = BookWorld.Monday;
    private static readonly DateOnly _friday = _monday.AddDays(4);

    private BookWorld _book = null!;
    private AbsenceId _absence;

    public async ValueTask InitializeAsync()
    {
        _book = await BookWorld.FoundAsync(database);
        await _book.ConfirmedAsync("A-1", _book.Team.Lacombe, _monday.AddDays(2), lines: 2);
        await _book.PlacedAsync("A-2", _book.Team.Lacombe, _monday.AddDays(9));
        await _book.World.StoreAsync(async db =>
        {
            var client = await db.Clients.AsTracking().Include(c => c.Contacts).SingleAsync(c => c.Id == _book.Team.Lacombe.Id);
            client.Note(null, "M. Hervé veut un appel, pas un e-mail");
            client.Meet("Nathalie Hervé", ContactRole.Buyer, null, "06 01 02 03 04", null);
        });
        _absence = (await _book.Team.CoveredAsync(_book.Team.Claire, _book.Team.Yanis, _monday, _friday)).Id;
    }

    public ValueTask DisposeAsync() => _book.DisposeAsync();

    [Fact]
    public async Task The_pack_tells_what_is_due_what_waits_what_the_owner_noted_and_whom_one_calls()
    {
        await using var yanis = await _book.World.AsAsync(_book.Team.Yanis, Role.Adv);
        var pack = (await yanis.Get<ReadBriefing>().ExecuteAsync(_absence, _book.Team.Yanis)).Value!;
        var client = pack.Clients[0];

        Assert.Equal(("Claire Morel", "Yanis Benali", 1, null), (pack.AbsentName, pack.MemberName, pack.ReadingMinutes, pack.ReadAt));
        Assert.Equal(["Serrurerie Lacombe", "Garage Beaulieu"], pack.Clients.Select(c => c.Name));
        Assert.Equal([(BriefingKind.ToReview, "A-2", 1), (BriefingKind.Due, "A-1", 2)], client.Points.Select(p => (p.Kind, p.Detail!, p.Count)));
        Assert.Equal(("M. Hervé veut un appel, pas un e-mail", "Nathalie Hervé", "06 01 02 03 04"), (client.Notes, client.Contacts[0].Name, client.Contacts[0].Phone));
    }

    [Fact]
    public async Task What_was_read_is_noted_and_what_changes_afterwards_is_marked()
    {
        _book.World.Clock.SetUtcNow(new(_monday.AddDays(-1).ToDateTime(new(9, 0)), TimeSpan.Zero));
        await using var yanis = await _book.World.AsAsync(_book.Team.Yanis, Role.Adv);
        Assert.Equal((DayItemKind.BriefingToRead, "Claire Morel", 2), Assert.Single((await yanis.Get<ReadMyDay>().ExecuteAsync()).Value!.Items) is var item ? (item.Kind, item.ClientName, item.Open) : default);

        var read = (await yanis.Get<ConfirmBriefing>().ExecuteAsync(_absence, null)).Value!;
        Assert.NotNull(read.ReadAt);
        Assert.All(read.Clients.SelectMany(c => c.Points), point => Assert.Null(point.Change));
        Assert.Empty((await yanis.Get<ReadMyDay>().ExecuteAsync()).Value!.Items);

        await _book.PlacedAsync("A-3", _book.Team.Lacombe, _monday.AddDays(9));
        Assert.True((await _book.World.Get<CancelOrder>().ExecuteAsync(_book.IdOf("A-2"), new("En double"), null)).IsOk);

        var again = (await yanis.Get<ReadBriefing>().ExecuteAsync(_absence, _book.Team.Yanis)).Value!;
        Assert.Equal([("A-3", BriefingChange.New), ("A-1", null)], again.Clients[0].Points.Select(p => (p.Detail!, p.Change)));
        Assert.Single(again.Gone);
    }

    [Fact]
    public async Task Only_who_stands_in_has_a_pack_and_an_unknown_absence_or_person_is_refused_as_such()
    {
        var read = _book.World.Get<ReadBriefing>();

        Assert.Equal(new NotAStandIn("Sophie Leroy"), (await read.ExecuteAsync(_absence, _book.Team.Sophie)).Refusal);
        Assert.IsType<NoSuchMember>((await read.ExecuteAsync(_absence, Ids.New<MemberId>())).Refusal);
        Assert.IsType<NoSuchAbsence>((await read.ExecuteAsync(Ids.New<AbsenceId>())).Refusal);
        Assert.Equal(2, (await read.ExecuteAsync(_absence)).Value!.Clients.Count);
    }

    [Fact]
    public async Task The_owner_finds_what_was_done_and_written_in_their_place_and_nothing_else()
    {
        await ActAsync(_book.Team.Yanis, _monday, async yanis =>
        {
            Assert.True((await yanis.Get<ConfirmOrder>().ExecuteAsync(_book.IdOf("A-2"), null)).IsOk);
            Assert.True((await yanis.Get<AddCoverNote>().ExecuteAsync(_absence, Note(CoverNoteKind.Promised, " Rappel mardi avec une date "), null)).IsOk);
        });

        var journal = (await ActAsync(_book.Team.Claire, _friday.AddDays(3), claire => claire.Get<ReadHandback>().ExecuteAsync(_absence))).Value!;
        var client = journal.Clients.Single(c => c.ClientId == _book.Team.Lacombe.Id);

        Assert.True(journal.HasEnded);
        Assert.Equal((CoverNoteKind.Promised, "Rappel mardi avec une date", "Yanis Benali"), Assert.Single(client.Notes) is var note ? (note.Kind, note.Text, note.AuthorName) : default);
        Assert.Equal([(nameof(ConfirmOrder), "Yanis Benali", "Claire Morel")], client.Events.Select(e => (e.UseCase, e.By!, e.ActingFor!)));
        Assert.True(journal.Clients.Single(c => c.ClientId == _book.Team.Beaulieu.Id).IsQuiet);
    }

    [Fact]
    public async Task The_journal_waits_in_the_owner_s_day_until_every_client_is_seen()
    {
        var back = _friday.AddDays(3);
        async Task<int> LeftAsync() => (await ActAsync(_book.Team.Claire, back, claire => claire.Get<ReadMyDay>().ExecuteAsync())).Value!.Items.Where(i => i.Kind is DayItemKind.HandbackToRead).Sum(i => i.Open);
        Task<Result<MarkHandback.Marked>> MarkAsync(HandbackState state, params Guid[]? clients) => ActAsync(_book.Team.Claire, back, claire => claire.Get<MarkHandback>().ExecuteAsync(_absence, new(state, clients), null));

        Assert.Equal(2, await LeftAsync());
        Assert.True((await MarkAsync(HandbackState.ToTakeUp, _book.Team.Lacombe.Id.Value)).IsOk);
        Assert.Equal(2, await LeftAsync());
        Assert.True((await MarkAsync(HandbackState.Seen, _book.Team.Lacombe.Id.Value)).IsOk);
        Assert.Equal(1, await LeftAsync());
        Assert.True((await MarkAsync(HandbackState.Seen, clients: null)).IsOk);
        Assert.Equal(0, await LeftAsync());
    }

    [Fact]
    public async Task A_pack_that_has_changed_under_the_reader_s_eyes_is_not_noted_as_read() => await ActAsync(_book.Team.Yanis, _monday, async yanis =>
    {
        var shown = (await yanis.Get<ReadBriefing>().ExecuteAsync(_absence, _book.Team.Yanis)).Value!;
        await _book.PlacedAsync("A-3", _book.Team.Lacombe, _monday.AddDays(9));

        Assert.IsType<ChangedMeanwhile>((await yanis.Get<ConfirmBriefing>().ExecuteAsync(_absence, shown.Version, shown.Digest)).Refusal);

        var again = (await yanis.Get<ReadBriefing>().ExecuteAsync(_absence, _book.Team.Yanis)).Value!;
        Assert.True((await yanis.Get<ConfirmBriefing>().ExecuteAsync(_absence, again.Version, again.Digest)).IsOk);
    });

    [Fact]
    public async Task Who_stood_in_for_a_stand_in_is_in_the_owner_s_journal_and_in_the_stand_in_s()
    {
        var chain = await ActAsync(_book.Team.Yanis, _monday, async _ => (await _book.Team.CoveredAsync(_book.Team.Yanis, _book.Team.Sophie, _monday, _monday)).Id);
        await ActAsync(_book.Team.Sophie, _monday, async sophie => Assert.True((await sophie.Get<ConfirmOrder>().ExecuteAsync(_book.IdOf("A-2"), null)).IsOk));

        foreach (var id in new[] { _absence, chain })
        {
            var client = (await ActAsync(_book.Team.Claire, _monday, claire => claire.Get<ReadHandback>().ExecuteAsync(id))).Value!.Clients.Single(c => c.ClientId == _book.Team.Lacombe.Id);

            Assert.Contains("Sophie Leroy", client.StandIns.Select(s => s.Name));
            Assert.Equal([(nameof(ConfirmOrder), "Sophie Leroy", "Claire Morel")], client.Events.Select(e => (e.UseCase, e.By!, e.ActingFor!)));
        }
    }

    [Fact]
    public async Task A_plan_that_was_never_published_has_no_journal()
    {
        var proposed = await _book.Team.AwayAsync(_book.Team.Yanis, _friday.AddDays(10), _friday.AddDays(12));

        Assert.IsType<PlanIsNotPublished>((await _book.World.Get<ReadHandback>().ExecuteAsync(proposed.Id)).Refusal);
    }

    [Fact]
    public async Task Nobody_marks_or_writes_in_the_place_of_somebody_else()
    {
        Assert.IsType<NotAllowed>((await ActAsync(_book.Team.Claire, _monday, claire => claire.Get<AddCoverNote>().ExecuteAsync(_absence, Note(CoverNoteKind.Done, "Appelé"), null))).Refusal);
        Assert.IsType<Invalid>((await ActAsync(_book.Team.Yanis, _monday, yanis => yanis.Get<AddCoverNote>().ExecuteAsync(_absence, Note(CoverNoteKind.Done, " "), null))).Refusal);
        Assert.IsType<ChangedMeanwhile>((await ActAsync(_book.Team.Yanis, _monday, yanis => yanis.Get<ConfirmBriefing>().ExecuteAsync(_absence, 99))).Refusal);
        Assert.IsType<NotAllowed>((await ActAsync(_book.Team.Yanis, _friday.AddDays(3), yanis => yanis.Get<MarkHandback>().ExecuteAsync(_absence, new(HandbackState.Seen), null))).Refusal);
        Assert.IsType<NotCovered>((await ActAsync(_book.Team.Claire, _friday.AddDays(3), claire => claire.Get<MarkHandback>().ExecuteAsync(_absence, new(HandbackState.Seen, [_book.Team.Chartraine.Id.Value]), null))).Refusal);
    }

    [Fact]
    public async Task Neither_pack_nor_journal_goes_to_the_database_more_than_four_times()
    {
        await ActAsync(_book.Team.Yanis, _monday, async yanis =>
        {
            await yanis.Get<ConfirmOrder>().ExecuteAsync(_book.IdOf("A-2"), null);
            Assert.InRange((await RoundTrips.OfAsync(() => yanis.Get<ReadBriefing>().ExecuteAsync(_absence, _book.Team.Yanis))).Count, 1, 4);
            Assert.InRange((await RoundTrips.OfAsync(() => yanis.Get<ReadHandback>().ExecuteAsync(_absence))).Count, 1, 4);
            Assert.InRange((await RoundTrips.OfAsync(() => yanis.Get<ReadMyDay>().ExecuteAsync())).Count, 1, 4);
        });
    }

    [Fact]
    public async Task The_pack_is_printed_in_the_reader_s_language()
    {
        var french = (await _book.World.Get<PrintBriefing>().ExecuteAsync(_absence, _book.Team.Yanis, "fr")).Value!;

        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString(french.Content[..5]), StringComparison.Ordinal);
        Assert.Equal("Claire Morel 2026-11-30.pdf", french.FileName);
    }

    private AddCoverNote.Form Note(CoverNoteKind kind, string text) => new() { ClientId = _book.Team.Lacombe.Id.Value, Kind = kind, Text = text };

    private async Task ActAsync(MemberId member, DateOnly on, Func<World, Task> act) => await ActAsync(member, on, async world =>
    {
        await act(world);

        return true;
    });

    private async Task<T> ActAsync<T>(MemberId member, DateOnly on, Func<World, Task<T>> act)
    {
        _book.World.Clock.SetUtcNow(new(on.ToDateTime(new(9, 0)), TimeSpan.Zero));
        await using var world = await _book.World.AsAsync(member, Role.Adv);

        return await act(world);
    }
}
