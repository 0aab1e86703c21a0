using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Domain.Tests.Portfolios;

public sealed class BriefingTests
{
    // A title of one word, and the three that say what it is.
    private const int PointOfOneWord = 4;

    private static readonly DateOnly _monday = new(2026, 12, 7);

    [Fact]
    public void The_client_with_the_most_pressing_points_is_read_first_and_of_each_the_most_pressing_point()
    {
        var calm = AClient("Ateliers Quentin", APoint(BriefingKind.Due, "CV26-1"));
        var pressing = AClient("Serrurerie Lacombe", APoint(BriefingKind.Due, "CV26-2"), APoint(BriefingKind.Late, "CV26-3"), APoint(BriefingKind.ToReview, "CV26-4"));

        var arranged = Briefing.Arrange([calm, pressing]);

        Assert.Equal(["Serrurerie Lacombe", "Ateliers Quentin"], arranged.Select(c => c.Name));
        Assert.Equal(["CV26-3", "CV26-4", "CV26-2"], arranged[0].Points.Select(p => p.Title));
        Assert.Equal([true, false], arranged.Select(c => c.IsSensitive));
    }

    [Fact]
    public void A_requirement_that_bears_on_open_orders_comes_before_one_that_does_not_and_one_that_blocks_before_both()
    {
        var arranged = Briefing.Arrange([AClient("Lacombe", APoint(BriefingKind.Requirement, "EX-001"), APoint(BriefingKind.Requirement, "EX-002", count: 2), APoint(BriefingKind.Requirement, "EX-003", count: 1) with { IsBlocking = true })]);

        Assert.Equal(["EX-003", "EX-002", "EX-001"], arranged[0].Points.Select(p => p.Title));
    }

    [Fact]
    public void A_pack_is_read_in_six_minutes_and_what_is_left_out_is_counted_and_is_the_least_pressing()
    {
        var words = string.Join(' ', Enumerable.Repeat("mot", 20));
        var clients = Enumerable.Range(0, 20).Select(at => AClient($"C{at:00}",
            [.. Enumerable.Range(0, 9).Select(no => APoint(BriefingKind.Requirement, $"EX-{at}{no}", detail: words)), APoint(BriefingKind.ToReview, $"CV26-{at}")])).ToList();

        var arranged = Briefing.Arrange(clients);

        Assert.InRange(Briefing.ReadingMinutes(arranged), 5, Briefing.Minutes);
        Assert.Equal(200, arranged.Sum(c => c.Points.Count + c.Left));
        Assert.True(arranged.Sum(c => c.Left) > 100);
        Assert.All(arranged, client => Assert.Contains(client.Points, point => point.Kind is BriefingKind.ToReview));
    }

    [Fact]
    public void The_habits_of_the_contacts_take_their_room()
    {
        var habits = string.Join(' ', Enumerable.Repeat("mot", Briefing.Minutes * 220));
        var client = AClient("Lacombe", APoint(BriefingKind.ToReview, "CV26-1")) with { Contacts = [new("Nathalie Hervé", ContactRole.Buyer, null, null, "fr", habits)] };
        var arranged = Briefing.Arrange([client]);

        Assert.Equal((0, 1, Briefing.Minutes), (arranged[0].Points.Count, arranged[0].Left, Briefing.ReadingMinutes(arranged)));
    }

    [Fact]
    public void What_goes_wrong_unread_is_told_however_long_the_pack_becomes()
    {
        var arranged = Briefing.Arrange([AClient("Lacombe", [.. Enumerable.Range(0, 1000).Select(no => APoint(BriefingKind.Late, $"CV26-{no}", detail: "0A-4711"))])]);

        Assert.Equal((1000, 0), (arranged[0].Points.Count, arranged[0].Left));
        Assert.True(Briefing.ReadingMinutes(arranged) > Briefing.Minutes);
    }

    [Fact]
    public void What_is_new_has_changed_or_is_no_longer_so_since_it_was_read_is_marked()
    {
        var (same, moved, gone, late) = (APoint(BriefingKind.Due, "CV26-1"), APoint(BriefingKind.Due, "CV26-2"), APoint(BriefingKind.Question, "Où est notre commande ?"), APoint(BriefingKind.Late, "CV26-3"));
        var receipt = new BriefingReceipt(Ids.New<AbsenceId>(), Ids.New<MemberId>());
        receipt.Read([AClient("Lacombe", same, moved, gone)], DateTimeOffset.UnixEpoch);

        var now = AClient("Lacombe", same, moved with { On = _monday.AddDays(1) }, late);
        var (clients, left) = Briefing.Compare([now], now.Points, receipt.Seen);

        Assert.Equal([null, BriefingChange.Changed, BriefingChange.New], clients[0].Points.Select(p => p.Change));
        Assert.Equal(["Où est notre commande ?"], left);
    }

    [Fact]
    public void What_lost_its_place_in_the_pack_is_not_settled()
    {
        var pushed = APoint(BriefingKind.Due, "CV26-1");
        var receipt = new BriefingReceipt(Ids.New<AbsenceId>(), Ids.New<MemberId>());
        receipt.Read([AClient("Lacombe", pushed)], DateTimeOffset.UnixEpoch);

        Assert.Empty(Briefing.Compare([AClient("Lacombe")], [pushed], receipt.Seen).Gone);
        Assert.Equal(["CV26-1"], Briefing.Compare([AClient("Lacombe")], [], receipt.Seen).Gone);
    }

    [Fact]
    public void What_was_read_is_known_by_its_digest_whatever_the_order()
    {
        var (one, two) = (APoint(BriefingKind.Due, "CV26-1"), APoint(BriefingKind.Late, "CV26-2"));

        Assert.Equal(Briefing.DigestOf([AClient("Lacombe", one, two)]), Briefing.DigestOf([AClient("Beaulieu", two), AClient("Lacombe", one)]));
        Assert.NotEqual(Briefing.DigestOf([AClient("Lacombe", one, two)]), Briefing.DigestOf([AClient("Lacombe", one, two with { On = _monday.AddDays(1) })]));
    }

    [Theory]
    [InlineData(0, 9, null, null)]
    [InlineData(1, 9, DayHalf.Afternoon, null)]
    [InlineData(0, 8, null, DayHalf.Morning)]
    [InlineData(1, 8, DayHalf.Afternoon, DayHalf.Morning)]
    public void Whole_days_are_said_as_such_and_halves_by_name(int first, int last, DayHalf? from, DayHalf? until)
    {
        var monday = HalfDay.Of(_monday, DayHalf.Morning);

        Assert.Equal(new(_monday, _monday.AddDays(4), from, until), CoveredDays.Of(monday + first, monday + last));
    }

    [Fact]
    public void Many_points_that_press_little_come_before_one_that_presses_more()
    {
        var (many, one) = (AClient("Lacombe", APoint(BriefingKind.Document, "a"), APoint(BriefingKind.Inquiry, "b"), APoint(BriefingKind.Question, "c")), AClient("Bertin", APoint(BriefingKind.Late, "d")));

        Assert.Equal(["Lacombe", "Bertin"], Briefing.Arrange([one, many]).Select(client => client.Name));
    }

    /// <summary>Each kind of point with what presses next to as much.</summary>
    [Fact]
    public void Points_press_in_the_order_in_which_a_stand_in_is_asked_about_them()
    {
        BriefingKind[] kinds = [BriefingKind.Late, BriefingKind.Held, BriefingKind.AtRisk, BriefingKind.Complaint, BriefingKind.Tender, BriefingKind.ToReview, BriefingKind.Document, BriefingKind.Due];
        var weights = kinds.Select(kind => APoint(kind, "x").Weight).ToList();

        Assert.Equal(weights.OrderDescending().Distinct(), weights);
        Assert.Equal([50, 50, 50], ((BriefingKind[])[BriefingKind.Document, BriefingKind.Question, BriefingKind.Inquiry]).Select(kind => APoint(kind, "x").Weight));
        Assert.Equal(kinds.Take(5), Enum.GetValues<BriefingKind>().Where(kind => APoint(kind, "x").IsSensitive).OrderByDescending(kind => APoint(kind, "x").Weight));
    }

    [Fact]
    public void Of_two_that_press_alike_the_earlier_comes_first_and_what_bears_on_no_day_last()
    {
        var (late, early, never, also) = (APoint(BriefingKind.Due, "b") with { On = _monday.AddDays(1) }, APoint(BriefingKind.Due, "d"), APoint(BriefingKind.Due, "a") with { On = null }, APoint(BriefingKind.Due, "c"));

        Assert.Equal(["c", "d", "b", "a"], Briefing.Arrange([AClient("Lacombe", never, late, early, also)])[0].Points.Select(point => point.Title));

        // Where there is room for two of them, the earlier two are told.
        var full = AClient("Lacombe", never, late, early) with { Notes = Words((Briefing.Minutes * 220) - 14 - (2 * PointOfOneWord)) };
        Assert.Equal(["d", "b"], Briefing.Arrange([full])[0].Points.Select(point => point.Title));
        Assert.Equal(["d"], Briefing.Arrange([full with { Notes = full.Notes + " mot" }])[0].Points.Select(point => point.Title));
    }

    [Fact]
    public void Of_clients_that_press_alike_the_one_by_the_alphabet_has_the_room_and_stand_ins_keep_their_order()
    {
        var (lacombe, bertin) = (AClient("Lacombe", APoint(BriefingKind.Due, "a")), AClient("Bertin", APoint(BriefingKind.Due, "b")));
        var notes = Words((Briefing.Minutes * 220) - (2 * 14) - PointOfOneWord);

        Assert.Equal([("Bertin", 1), ("Lacombe", 0)], Briefing.Arrange([lacombe with { Notes = notes }, bertin]).Select(client => (client.Name, client.Points.Count)));

        var (first, second) = (lacombe, lacombe with { StandInId = Ids.New<MemberId>() });
        Assert.Equal([first.StandInId, second.StandInId], Briefing.Arrange([second, first]).Select(client => client.StandInId));

        var other = lacombe with { ClientId = Ids.New<ClientId>(), StandInId = default };
        Assert.Equal([first.ClientId, other.ClientId], Briefing.Arrange([other, first]).Select(client => client.ClientId));
    }

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("mot", count));

    private static BriefingPoint APoint(BriefingKind kind, string title, string? detail = null, int count = 0) => new(kind, Guid.CreateVersion7(), title, detail, _monday, count);

    private static BriefedClient AClient(string name, params BriefingPoint[] points) => new(Ids.New<ClientId>(), name, name, Ids.New<MemberId>(), [new(_monday, _monday.AddDays(4))], null, points, []);
}
