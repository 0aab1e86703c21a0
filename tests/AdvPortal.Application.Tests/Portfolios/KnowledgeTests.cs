using AdvPortal.Application.Orders;
using AdvPortal.Application.Portfolios;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tests.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Requirements;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Portfolios;

/// <summary>Claire owns Lacombe and Beaulieu, Yanis Chartraine: what of them only one person knows.</summary>
public sealed class KnowledgeTests(TestDatabase database) : IAsyncLifetime
{
    private BookWorld _book = null!;

    private TeamWorld Team => _book.Team;

    public async ValueTask InitializeAsync() => _book = await BookWorld.FoundAsync(database);

    public ValueTask DisposeAsync() => _book.DisposeAsync();

    [Fact]
    public async Task A_client_that_its_owner_alone_knows_is_at_risk_and_says_why()
    {
        var client = await OfAsync(Team.Lacombe);

        Assert.Equal(("Claire Morel", 1, KnowledgeLevel.High), (client.OwnerName, client.Knowing.Count, client.Risk.Level));
        Assert.Equal([KnowledgeGap.OneKnows, KnowledgeGap.NothingWritten, KnowledgeGap.NoNotes, KnowledgeGap.NoContact], client.Risk.Reasons.Select(r => r.Gap));
    }

    [Fact]
    public async Task Whoever_stood_in_often_enough_could_serve_it_tomorrow_unless_they_are_away()
    {
        await StoodInAsync(Team.Sophie, times: 2);
        Assert.Equal([(Team.Claire, 1m, false), (Team.Sophie, 0.67m, false)], (await OfAsync(Team.Lacombe)).Knowing.Select(k => (k.MemberId, k.Familiarity, k.AwayTomorrow)));

        await Team.AwayAsync(Team.Sophie, TeamWorld.Monday.AddDays(1), TeamWorld.Monday.AddDays(1));
        var client = await OfAsync(Team.Lacombe);

        Assert.Equal((2, 1), (client.Knowing.Count, client.Tomorrow));
    }

    [Fact]
    public async Task Whoever_is_there_for_half_of_tomorrow_could_serve_it()
    {
        var (tuesday, week) = (TeamWorld.Monday.AddDays(1), Team.Get<ChangeWorkingWeek>());
        await Team.AwayAsync(Team.Claire, tuesday, tuesday, fromHalf: DayHalf.Afternoon);
        Assert.Equal(1, (await OfAsync(Team.Lacombe)).Tomorrow);

        Assert.True((await week.ExecuteAsync(Team.Claire, new(null, [new(DayOfWeek.Tuesday, DayHalf.Morning)]))).IsOk);
        Assert.Equal(0, (await OfAsync(Team.Lacombe)).Tomorrow);
    }

    [Fact]
    public async Task The_cover_plan_and_the_map_mean_the_same_by_knowing()
    {
        await StoodInAsync(Team.Sophie, times: 2);

        var line = (await Team.AwayAsync(Team.Claire, TeamWorld.Monday.AddDays(7), TeamWorld.Monday.AddDays(8))).CoverPlan.Lines.Single(l => l.ClientId == Team.Lacombe.Id);

        Assert.Equal((Team.Sophie, (await OfAsync(Team.Lacombe)).Knowing[1].Familiarity), (line.CoverMemberId, line.Because.Familiarity));
    }

    [Fact]
    public async Task Work_that_one_person_did_alone_counts_until_somebody_else_does_some_too()
    {
        await using (var claire = await _book.World.AsAsync(Team.Claire, Role.Adv))
        {
            await PlaceAsync(claire, "K-1");
            await PlaceAsync(claire, "K-2");
        }

        Assert.Contains((await OfAsync(Team.Lacombe)).Risk.Reasons, r => r is { Gap: KnowledgeGap.OneHead, Points: 20 });

        await using var sophie = await _book.World.AsAsync(Team.Sophie, Role.Manager);
        await PlaceAsync(sophie, "K-3");
        await PlaceAsync(sophie, "K-4");

        Assert.DoesNotContain((await OfAsync(Team.Lacombe)).Risk.Reasons, r => r.Gap is KnowledgeGap.OneHead);
    }

    [Fact]
    public async Task What_is_written_with_its_source_and_reviewed_in_time_takes_the_risk_away()
    {
        await _book.World.StoreAsync(async db =>
        {
            var client = await db.Clients.AsTracking().Include(c => c.Contacts).SingleAsync(c => c.Id == Team.Lacombe.Id);
            client.Note(null, "M. Hervé veut un appel");
            client.Meet("Nathalie Hervé", ContactRole.Buyer, null, "06 01 02 03 04", null);
        });
        await RequireAsync(new(2026, 6, 1), reviewOn: null);
        Assert.Equal([KnowledgeGap.OneKnows], (await OfAsync(Team.Lacombe)).Risk.Reasons.Select(r => r.Gap));

        await RequireAsync(on: null, reviewOn: new(2026, 11, 22), from: new(2026, 1, 1));
        Assert.Equal([(KnowledgeGap.OneKnows, 30), (KnowledgeGap.WithoutSource, 5), (KnowledgeGap.ReviewPast, 5)], (await OfAsync(Team.Lacombe)).Risk.Reasons.Select(r => (r.Gap, r.Points)));
    }

    [Fact]
    public async Task The_map_lists_the_most_exposed_first_a_page_at_a_time_and_says_what_each_person_alone_knows()
    {
        await StoodInAsync(Team.Sophie, times: 3);
        var all = (await _book.World.Get<ReadKnowledge>().ExecuteAsync(new())).Value!;
        var first = (await _book.World.Get<ReadKnowledge>().ExecuteAsync(new(Size: 2))).Value!;
        var second = (await _book.World.Get<ReadKnowledge>().ExecuteAsync(new(Size: 2, After: first.Next))).Value!;

        Assert.Equal((3, 2, 2), (all.Clients, all.OnlyOne, all.HighRisk));
        Assert.Equal(all.Items.OrderByDescending(c => c.Risk.Score), all.Items);
        Assert.Equal(Team.Lacombe.Id, all.Items[^1].ClientId);
        Assert.Equal(all.Items.Select(c => c.ClientId), first.Items.Concat(second.Items).Select(c => c.ClientId));
        Assert.Null(second.Next);
        Assert.Equal([("Claire Morel", 2, 1), ("Sophie Leroy", 1, 0), ("Yanis Benali", 1, 1)], all.People.Select(p => (p.Name, p.Clients, p.Alone)));
        Assert.Equal(3, all.WriteFirst.Count);
        Assert.Equal([Team.Lacombe.Id], (await _book.World.Get<ReadKnowledge>().ExecuteAsync(new(Team.Sophie))).Value!.Items.Select(c => c.ClientId));
    }

    [Fact]
    public async Task A_requirement_is_due_on_its_day_and_one_of_a_far_day_never()
    {
        await RequireAsync(new(2026, 11, 1), reviewOn: TeamWorld.Monday.AddDays(1));
        Assert.DoesNotContain((await OfAsync(Team.Lacombe)).Risk.Reasons, r => r.Gap is KnowledgeGap.ReviewPast);

        await RequireAsync(new(2026, 11, 1), reviewOn: TeamWorld.Monday);
        await RequireAsync(DateOnly.MaxValue, reviewOn: null);
        Assert.Equal([1, 3], (await OfAsync(Team.Lacombe)).Risk.Reasons.Single(r => r.Gap is KnowledgeGap.ReviewPast).Said.Parts.Cast<int>());
    }

    [Fact]
    public async Task A_client_that_moves_on_between_two_pages_takes_no_other_with_it()
    {
        var first = (await _book.World.Get<ReadKnowledge>().ExecuteAsync(new(Size: 1))).Value!;
        await _book.World.StoreAsync(async db =>
        {
            var client = await db.Clients.AsTracking().Include(c => c.Contacts).SingleAsync(c => c.Id == first.Items[0].ClientId);
            client.Note(null, "M. Hervé veut un appel");
        });

        var rest = (await _book.World.Get<ReadKnowledge>().ExecuteAsync(new(After: first.Next))).Value!;

        Assert.Equal(3, first.Items.Concat(rest.Items).DistinctBy(c => c.ClientId).Count());
    }

    [Fact]
    public async Task It_is_asked_in_one_visit_and_of_no_other_company()
    {
        await using var stranger = await TeamWorld.FoundAsync(database);

        Assert.Single(await RoundTrips.OfAsync(() => _book.World.Get<ReadKnowledge>().ExecuteAsync(new())));
        Assert.Single(await RoundTrips.OfAsync(() => _book.World.Get<ReadClientKnowledge>().ExecuteAsync(Team.Lacombe.Id)));
        Assert.IsType<NoSuchClient>((await _book.World.Get<ReadClientKnowledge>().ExecuteAsync(stranger.Lacombe.Id)).Refusal);
    }

    private async Task<KnownClient> OfAsync(Client client) => (await _book.World.Get<ReadClientKnowledge>().ExecuteAsync(client.Id)).Value!;

    private Task StoodInAsync(MemberId who, int times) => _book.World.StoreAsync(db =>
    {
        for (var time = 1; time <= times; time++)
        {
            var past = Absence.Declare(Team.Claire, TeamWorld.Monday.AddDays(-28 * time), TeamWorld.Monday.AddDays((-28 * time) + 2)).Value!;
            past.Plan([new(Team.Lacombe.Id, who, past.FirstHalf, past.LastHalf)]);
            past.Publish(DateTimeOffset.UnixEpoch);
            db.Add(past);
        }
    });

    private async Task PlaceAsync(World member, string reference) => Assert.True((await member.Get<PlaceOrder>().ExecuteAsync(new()
    {
        ClientId = Team.Lacombe.Id,
        CustomerReference = reference,
        RequestedOn = new(2026, 12, 4),
        Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 100, NetPrice = 8.40m, PriceBaseQuantity = 100 }],
    })).IsOk);

    private async Task RequireAsync(DateOnly? on, DateOnly? reviewOn, DateOnly? from = null) => Assert.True((await _book.World.Get<CreateRequirement>().ExecuteAsync(Team.Lacombe.Id, new()
    {
        Sentence = "Pas de livraison le mercredi",
        Source = new(SourceKind.Email, "Nathalie Hervé", on),
        Severity = Severity.Warn,
        ValidFrom = from,
        ReviewOn = reviewOn,
        Rule = new DeliveryDays { Closed = Weekdays.Wednesday },
    })).IsOk);
}
