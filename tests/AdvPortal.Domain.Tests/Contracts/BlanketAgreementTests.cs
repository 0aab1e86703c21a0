using AdvPortal.Domain.Contracts;

namespace AdvPortal.Domain.Tests.Contracts;

/// <summary>What is agreed in a blanket order, how it is agreed anew, and when what is left of it is somebody's business.</summary>
public sealed class BlanketAgreementTests
{
    private static readonly ProductId _screw = Ids.New<ProductId>();
    private static readonly ProductId _washer = Ids.New<ProductId>();
    private static readonly ProductId _nut = Ids.New<ProductId>();
    private static readonly Dictionary<BlanketLineId, decimal> _nothing = [];

    [Theory]
    [InlineData(10_000, 0, 10_000, 0, false)]
    [InlineData(10_000, 4_000, 6_000, 40, false)]
    [InlineData(10_000, 8_999, 1_001, 89, false)]
    [InlineData(10_000, 9_000, 1_000, 90, false)]
    [InlineData(10_000, 9_001, 999, 90, true)]
    [InlineData(10_000, 12_599, -2_599, 125, true)]
    [InlineData(300, 200, 100, 66, false)]
    [InlineData(0, 0, 0, 100, false)]
    public void A_balance_says_what_is_left_in_whole_hundredths_and_beyond_nine_tenths_that_it_is_nearly_used_up(int agreed, int calledOff, int remaining, int percent, bool isNearlyUsedUp)
    {
        var balance = new BlanketBalance(agreed, calledOff, InReview: 500);

        Assert.Equal((remaining, percent, isNearlyUsedUp), (balance.Remaining, balance.Percent, balance.IsNearlyUsedUp));
    }

    [Theory]
    [InlineData(-1, 1, false)]
    [InlineData(0, 1, true)]
    [InlineData(30, 1, true)]
    [InlineData(31, 1, false)]
    [InlineData(10, 0, false)]
    [InlineData(10, -1, false)]
    public void A_rest_is_somebody_s_business_in_the_last_thirty_days(int days, int remaining, bool isBusiness) =>
        Assert.Equal(isBusiness, new BlanketBalance(100, 100 - remaining).EndsSoonWithRest(Given.Monday.AddDays(days), Given.Monday));

    [Fact]
    public void What_was_agreed_stands_there_as_it_was_said()
    {
        var (id, handoff) = (Ids.New<BlanketOrderId>(), Ids.New<HandoffId>());
        var blanket = BlanketOrder.Open(id, Terms(" CADRE-2026 "), [Agreed(_screw, 10_000) with { Rhythm = " 2 000 par mois " }, Agreed(_washer, 500) with { Rhythm = " " }], Given.Now, handoff).Value!;

        Assert.Equal((id, Given.Client, "CADRE-2026", "EUR", "", BlanketStatus.Open), (blanket.Id, blanket.ClientId, blanket.CustomerReference, blanket.Currency, blanket.Number, blanket.Status));
        Assert.Equal((new(2026, 1, 1), new(2026, 12, 31), Given.Now, handoff), (blanket.ValidFrom, blanket.ValidUntil, blanket.OpenedAt, blanket.HandoffId));
        Assert.Equal([(0, _screw, "screw", 10_000, "2 000 par mois"), (1, _washer, "washer", 500, null)], blanket.Lines.Select(line => (line.Position, line.ProductId, line.ProductCode, line.AgreedQuantity, line.Rhythm)));
        Assert.Equal(("Vis", "PCE", 8.40m, 100m), (blanket.Lines[0].Description, blanket.Lines[0].Unit, blanket.Lines[0].NetPrice, blanket.Lines[0].PriceBaseQuantity));

        // The client has given it no number: it is found by ours, or as the only one.
        Assert.Null(ABlanket(Agreed(_screw, 1)) is var bare && bare.Change(Terms(" "), [Agreed(_screw, 1)], _nothing, null, null, Given.Now).IsOk ? bare.CustomerReference : "");
    }

    [Fact]
    public void Its_number_is_given_once()
    {
        var blanket = ABlanket(Agreed(_screw, 1));
        blanket.Numbered(12);

        Assert.Equal("CO-00012", blanket.Number);
        Assert.Throws<InvalidOperationException>(() => blanket.Numbered(13));
        Assert.Equal("CO-00012", blanket.Number);
    }

    [Fact]
    public void A_product_is_agreed_once_and_nothing_is_agreed_on_nothing()
    {
        Assert.IsType<BlanketWithoutLines>(Open().Refusal);
        Assert.Equal(new ProductAgreedTwice("washer"), Open(Agreed(_screw, 1), Agreed(_washer, 1), Agreed(_nut, 1), Agreed(_washer, 2)).Refusal);

        var blanket = ABlanket(Agreed(_screw, 1));
        Assert.IsType<BlanketWithoutLines>(Change(blanket).Refusal);
        Assert.Equal(new ProductAgreedTwice("nut"), Change(blanket, Agreed(_nut, 1), Agreed(_nut, 1)).Refusal);
    }

    [Fact]
    public void Agreed_anew_products_come_go_and_move_and_what_moved_is_written_down_in_order()
    {
        var blanket = ABlanket(Agreed(_screw, 10_000), Agreed(_washer, 500));
        var (screw, version) = (blanket.Lines[0].Id, blanket.Version);

        Assert.True(blanket.Change(Terms("AVENANT-1"), [Agreed(_nut, 300), Agreed(_screw, 12_000) with { NetPrice = 7.90m }], _nothing, " Avenant 1 ", Given.Claire, Given.Now).IsOk);

        Assert.Equal("AVENANT-1", blanket.CustomerReference);
        Assert.Equal([(0, "nut", 300m, 8.40m), (1, "screw", 12_000m, 7.90m)], blanket.Lines.OrderBy(line => line.Position).Select(line => (line.Position, line.ProductCode, line.AgreedQuantity, line.NetPrice)));
        Assert.Equal(screw, blanket.Lines.Single(line => line.ProductId == _screw).Id);
        Assert.True(blanket.Version > version);

        var change = Assert.Single(blanket.Changes);
        Assert.Equal((Given.Now, Given.Claire, "Avenant 1"), (change.At, change.By, change.Reason));
        Assert.Equal([new("screw", 10_000, 12_000), new("washer", 500, null), new QuantityChange("nut", null, 300)], change.Quantities);

        Assert.True(Change(blanket, Agreed(_nut, 400), Agreed(_screw, 12_000)).IsOk);
        Assert.Equal([1, 3], blanket.Changes.Select(each => each.Quantities.Count));
    }

    [Fact]
    public void Where_no_quantity_moves_nobody_asks_why()
    {
        var blanket = ABlanket(Agreed(_screw, 10_000));

        Assert.True(blanket.Change(Terms("AVENANT-1"), [Agreed(_screw, 10_000) with { NetPrice = 7.90m }], _nothing, null, null, Given.Now).IsOk);

        Assert.Empty(blanket.Changes);
        Assert.Equal(7.90m, blanket.Lines[0].NetPrice);
    }

    [Theory]
    [InlineData(4_000, 4_000, true)]
    [InlineData(4_000, 3_999, false)]

    // More than agreed was promised: it may be left at that, and be raised, but not be lowered further.
    [InlineData(12_000, 10_000, true)]
    [InlineData(12_000, 11_000, true)]
    [InlineData(12_000, 9_999, false)]
    public void What_is_called_off_stays_covered(int calledOff, int agreed, bool isOk)
    {
        var blanket = ABlanket(Agreed(_screw, 10_000), Agreed(_washer, 500));

        var result = blanket.Change(Terms(), [Agreed(_screw, agreed)], new Dictionary<BlanketLineId, decimal> { [blanket.Lines[0].Id] = calledOff }, "Avenant", null, Given.Now);

        Assert.Equal(isOk ? null : new AgreedBelowCalledOff("screw", calledOff), result.Refusal);
        Assert.Equal(isOk ? 1 : 2, blanket.Lines.Count);
    }

    [Fact]
    public void A_product_that_any_order_calls_off_is_not_taken_out()
    {
        var blanket = ABlanket(Agreed(_screw, 10_000), Agreed(_washer, 500));

        Assert.Equal(new AgreedLineIsCalledOff("washer"), blanket.Change(Terms(), [Agreed(_screw, 10_000)], new Dictionary<BlanketLineId, decimal> { [blanket.Lines[1].Id] = 0 }, "Avenant", null, Given.Now).Refusal);
    }

    [Fact]
    public void It_is_closed_once_with_a_reason_by_somebody()
    {
        var blanket = ABlanket(Agreed(_screw, 1));
        blanket.Numbered(12);
        var version = blanket.Version;
        Assert.IsType<ClosingBlanketNeedsReason>(blanket.Close(null, Given.Claire, Given.Now).Refusal);

        Assert.True(blanket.Close(" Terminé ", Given.Claire, Given.Now).IsOk);

        Assert.Equal((BlanketStatus.Closed, "Terminé", Given.Claire, Given.Now), (blanket.Status, blanket.CloseReason, blanket.ClosedBy, blanket.ClosedAt));
        Assert.True(blanket.Version > version);
        Assert.Equal(new BlanketIsClosed("CO-00012"), blanket.Close("Encore", null, Given.Now).Refusal);
    }

    [Fact]
    public void Of_two_that_bear_one_name_the_one_that_holds_on_the_day_is_meant_and_else_the_newer()
    {
        var (before, now, next) = (AStanding(2025), AStanding(2026), AStanding(2027));

        Assert.Equal([before.Line, now.Line, next.Line, next.Line], ((DateOnly[])[new(2025, 12, 31), new(2026, 1, 1), new(2027, 6, 1), new(2030, 1, 1)]).Select(day => Named(day, before, now, next)));
        Assert.Equal(next.Line, Named(new(2030, 1, 1), next, now, before));
        Assert.Equal(now.Line, Named(null, before, next, now));

        static BlanketLineId? Named(DateOnly? day, params BlanketStanding[] agreed) => CallOffMatching.Of(_screw, "EUR", day, Given.Monday, ["CADRE"], null, agreed)?.Line;
    }

    [Fact]
    public void Only_a_closed_agreement_on_this_product_is_named_in_vain()
    {
        var closed = AStanding(2026) with { Status = BlanketStatus.Closed };

        Assert.Equal(closed, CallOffMatching.NamedInVain(_screw, ["AUTRE", "cadre"], [closed]));
        Assert.Null(CallOffMatching.NamedInVain(_washer, ["CADRE"], [closed]));
        Assert.Null(CallOffMatching.NamedInVain(_screw, ["AUTRE"], [closed]));
        Assert.Null(CallOffMatching.NamedInVain(_screw, ["CADRE"], [AStanding(2026)]));
        Assert.Null(CallOffMatching.NamedInVain(_screw, ["–"], [closed with { CustomerReference = null }]));
    }

    private static BlanketStanding AStanding(int year) => new(
        Ids.New<BlanketLineId>(), Ids.New<BlanketOrderId>(), $"CO-{year}", "CADRE", BlanketStatus.Open, new(year, 1, 1), new(year, 12, 31), "EUR", _screw, "screw", 10_000, 8.40m, 100, 0, 0);

    private static BlanketTerms Terms(string? reference = null) => new(Given.Client, reference, "EUR", new(2026, 1, 1), new(2026, 12, 31));

    private static AgreedLine Agreed(ProductId product, decimal quantity) => new(product, product == _screw ? "screw" : product == _washer ? "washer" : "nut", "Vis", quantity, "PCE", 8.40m, 100);

    private static Result<BlanketOrder> Open(params AgreedLine[] lines) => BlanketOrder.Open(Ids.New<BlanketOrderId>(), Terms(), lines, Given.Now);

    private static BlanketOrder ABlanket(params AgreedLine[] lines) => Open(lines).Value!;

    private static Result Change(BlanketOrder blanket, params AgreedLine[] lines) => blanket.Change(Terms(), lines, _nothing, "Avenant", null, Given.Now);
}
