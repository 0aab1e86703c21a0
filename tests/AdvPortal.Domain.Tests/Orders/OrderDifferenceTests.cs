using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Orders;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AdvPortal.Domain.Tests.Orders;

public sealed class OrderDifferenceTests
{
    private static readonly ProductId _screw = Ids.New<ProductId>();
    private static readonly ProductId _nut = Ids.New<ProductId>();

    private static readonly OrderDraft _order = Given.ADraft(Given.Wednesday, ALine("10", _screw, "0A-VH", 5000), ALine("20", _nut, "0A-EH", 300));

    [Fact]
    public void A_part_that_is_not_named_by_a_partial_change_stays_and_by_a_whole_order_is_given_up()
    {
        AmendmentLine[] named = [new() { LineNo = "10", ProductId = _screw, Quantity = 6000 }];

        Assert.Equal([("10", LineDifferenceKind.Changed), ("20", LineDifferenceKind.Unchanged)], Told(OrderDifference.Of(_order, new(named, IsWhole: false))));
        var whole = OrderDifference.Of(_order, new(named, IsWhole: true));
        Assert.Equal([("10", LineDifferenceKind.Changed), ("20", LineDifferenceKind.Removed)], Told(whole));
        Assert.True(whole.Lines[1].IsAbsent);
    }

    [Fact]
    public void What_a_change_does_not_say_stays_as_it_was()
    {
        var line = OrderDifference.Of(_order, new([new() { LineNo = "10", RequestedOn = new(2026, 12, 1) }], IsWhole: false)).Lines[0];

        Assert.Equal(_order.Lines[0] with { RequestedOn = new(2026, 12, 1) }, line.After);
        Assert.Equal([LineField.Date], line.Fields());
    }

    [Fact]
    public void Another_product_calls_nothing_off_of_what_was_agreed_for_the_one_before()
    {
        var order = _order with { Lines = [_order.Lines[0] with { CallOff = new(Ids.New<BlanketLineId>(), CallOffBasis.Person) }, _order.Lines[1]] };
        DraftLine After(ProductId product) => OrderDifference.Of(order, new([new() { LineNo = "10", ProductId = product, Quantity = 6000 }], IsWhole: false)).Lines[0].After!;

        Assert.Equal((true, false), (After(_screw).CallOff is not null, After(Ids.New<ProductId>()).CallOff is not null));
    }

    [Fact]
    public void A_price_of_ours_is_the_clients_once_the_client_gives_another()
    {
        var order = _order with { Lines = [_order.Lines[0] with { PriceIsOurs = true }, _order.Lines[1]] };
        bool IsOurs(decimal? price) => OrderDifference.Of(order, new([new() { LineNo = "10", Quantity = 6000, NetPrice = price, PriceBaseQuantity = 100 }], IsWhole: false)).Lines[0].After!.PriceIsOurs;

        Assert.Equal([true, true, false], [IsOurs(null), IsOurs(8.40m), IsOurs(8.10m)]);
    }

    [Fact]
    public void The_same_price_for_another_number_of_units_is_no_change() =>
        Assert.True(OrderDifference.Of(_order, new([new() { LineNo = "10", NetPrice = 0.084m, PriceBaseQuantity = 1 }], IsWhole: false)).IsEmpty);

    [Theory]
    [InlineData(AmendmentAction.Remove, 5000)]
    [InlineData(null, 0)]
    [InlineData(AmendmentAction.Change, 0)]
    public void A_line_is_given_up_by_word_or_by_a_quantity_of_none(AmendmentAction? action, int quantity) =>
        Assert.Equal(LineDifferenceKind.Removed, OrderDifference.Of(_order, new([new() { LineNo = "10", Action = action, Quantity = quantity }], IsWhole: false)).Lines[0].Kind);

    [Fact]
    public void Lines_numbered_anew_are_found_by_their_products()
    {
        var difference = OrderDifference.Of(_order, new([new() { LineNo = "1", ProductId = _nut, Quantity = 400 }, new() { LineNo = "10", ProductId = _nut, Quantity = 1 }], IsWhole: false));

        Assert.Equal((LineDifferenceKind.Changed, 400m), (difference.Lines[1].Kind, difference.Lines[1].After!.Quantity!.Value));
        Assert.Equal((LineDifferenceKind.Changed, _nut), (difference.Lines[0].Kind, difference.Lines[0].After!.ProductId!.Value));
    }

    [Theory]
    [InlineData(300, null, "20")]
    [InlineData(6000, 3, "20")]
    [InlineData(6000, 0, "10")]
    [InlineData(300, 3, "20")]
    [InlineData(5000, 3, null)]
    [InlineData(6000, 9, null)]
    [InlineData(6000, null, null)]
    public void Of_two_lines_of_one_article_numbered_anew_the_day_or_the_quantity_tells_which_is_meant_and_else_a_person(int quantity, int? days, string? meant)
    {
        var order = TwoOfOne();
        var difference = OrderDifference.Of(order, new([new() { LineNo = "1", ProductId = _screw, Quantity = quantity, RequestedOn = days is { } later ? Given.Wednesday.AddDays(later) : null }], IsWhole: false));

        Assert.Equal(meant is null ? ["1"] : [], difference.Lines.Where(line => line.IsAmbiguous).Select(line => line.LineNo));
        Assert.All(difference.Lines.Where(line => line.LineNo != meant), line => Assert.Contains(line.Kind, (LineDifferenceKind[])[LineDifferenceKind.Unchanged, LineDifferenceKind.Unmatched]));
        Assert.Equal(order.Lines.Select(line => line.LineNo == meant ? quantity : line.Quantity), difference.ApplyTo(order).Lines.Select(line => line.Quantity));
    }

    [Fact]
    public void A_line_of_an_article_that_is_ordered_twice_is_not_put_in_the_place_of_another_article()
    {
        var order = TwoOfOne() with { Lines = [ALine("1", _nut, "0A-EH", 300), .. TwoOfOne().Lines] };
        var difference = OrderDifference.Of(order, new([new() { LineNo = "1", ProductId = _screw, Quantity = 7 }], IsWhole: false));

        Assert.Equal(order.Lines, difference.ApplyTo(order).Lines);
        Assert.Equal((LineDifferenceKind.Unmatched, true), (difference.Lines[^1].Kind, difference.Lines[^1].IsAmbiguous));
    }

    [Fact]
    public void Whoever_repeats_a_line_is_that_line_and_the_other_of_the_article_is_the_one_that_is_left()
    {
        var difference = OrderDifference.Of(TwoOfOne(), new([new() { LineNo = "1", ProductId = _screw, Quantity = 6000 }, new() { LineNo = "2", ProductId = _screw, Quantity = 300 }], IsWhole: false));

        Assert.Equal([("10", LineDifferenceKind.Changed), ("20", LineDifferenceKind.Unchanged)], Told(difference));
        Assert.Equal(6000, difference.Lines[0].After!.Quantity);
    }

    [Fact]
    public void Of_a_line_that_shall_stay_nothing_moves_and_it_is_told_what_the_document_says_beside_it()
    {
        var difference = OrderDifference.Of(_order, new(
            [
                new() { LineNo = "10", Action = AmendmentAction.Keep, ProductId = _screw, Quantity = 6000, NetPrice = 0.084m, RequestedOn = new(2026, 12, 1) },
                new() { LineNo = "20", Action = AmendmentAction.Keep, Quantity = 300 },
            ],
            IsWhole: false));

        Assert.True(difference.IsEmpty);
        Assert.Equal(_order.Lines, difference.ApplyTo(_order).Lines);
        Assert.Equal([LineField.Quantity, LineField.Date], difference.Lines[0].Contradictions());
        Assert.Equal(6000, difference.Lines[0].Contradicting!.Quantity);
        Assert.Null(difference.Lines[1].Contradicting);
        Assert.Equal(LineDifferenceKind.Unchanged, OrderDifference.Of(_order, new([new() { LineNo = "10", Action = AmendmentAction.Keep, Quantity = 0 }], IsWhole: false)).Lines[0].Kind);
    }

    [Fact]
    public void Leading_zeros_do_not_make_another_line_and_the_clients_code_names_one_that_we_do_not_know()
    {
        var order = _order with { Lines = [_order.Lines[0], ALine("20", null, "9-UNKNOWN", 7)] };
        var difference = OrderDifference.Of(order, new([new() { LineNo = "000010", Quantity = 1 }, new() { LineNo = "3", BuyerCode = "9-unknown", Quantity = 8 }], IsWhole: false));

        Assert.Equal([("10", LineDifferenceKind.Changed), ("20", LineDifferenceKind.Changed)], Told(difference));
    }

    [Fact]
    public void A_new_line_gets_a_number_of_its_own_and_a_change_of_no_line_is_said()
    {
        var difference = OrderDifference.Of(_order, new(
            [
                new() { LineNo = "20", Action = AmendmentAction.Add, ProductId = _screw, Quantity = 10 },
                new() { LineNo = "90", Action = AmendmentAction.Change, Quantity = 1 },
                new() { LineNo = "30", ProductId = _screw, Quantity = 1, Action = AmendmentAction.Add },
            ], IsWhole: false));

        Assert.Equal(
            [("10", LineDifferenceKind.Unchanged), ("20", LineDifferenceKind.Unchanged), ("20-2", LineDifferenceKind.Added), ("90", LineDifferenceKind.Unmatched), ("30", LineDifferenceKind.Added)], Told(difference));
        Assert.Equal(["10", "20", "20-2", "30"], difference.ApplyTo(_order).Lines.Select(line => line.LineNo));
    }

    [Fact]
    public void A_line_that_goes_with_the_order_moves_with_it()
    {
        var difference = OrderDifference.Of(_order, new([new() { LineNo = "10", RequestedOn = new(2026, 12, 1) }], IsWhole: false) { RequestedOn = new(2026, 12, 1), SiteId = Given.Strasbourg, CustomerReference = "4500187343" });
        var after = difference.ApplyTo(_order);

        Assert.Equal((new DateOnly(2026, 12, 1), Given.Strasbourg, "4500187343"), (after.RequestedOn!.Value, after.SiteId!.Value, after.CustomerReference));
        Assert.All(after.Lines, line => Assert.Null(line.RequestedOn));
        Assert.Equal(_order, difference.ApplyTo(_order, new HashSet<string>(), head: false) with { Lines = _order.Lines });
    }

    [Theory]
    [InlineData(null, null, "PCE", true)]
    [InlineData(5000, "pce", "PCE", true)]
    [InlineData(5000, "KGM", "KGM", false)]
    [InlineData(6000, null, "PCE", false)]
    public void What_was_ordered_in_boxes_is_so_until_another_quantity_or_unit_is(int? quantity, string? unit, string isIn, bool inBoxes)
    {
        var boxes = new OrderedAs(50, "BX", 100, ConversionBasis.Product);
        var order = _order with { Lines = [_order.Lines[0] with { Ordered = boxes }, _order.Lines[1]] };
        var after = OrderDifference.Of(order, new([new() { LineNo = "10", Quantity = quantity, Unit = unit, RequestedOn = new(2026, 12, 1) }], IsWhole: false)).Lines[0].After!;

        Assert.Equal((isIn, inBoxes ? boxes : null), (after.Unit, after.Ordered));
        Assert.Equal(inBoxes ? boxes : new(3, "CT", 2000, ConversionBasis.Person), OrderDifference.Of(order, new([new() { LineNo = "10", Quantity = quantity, Unit = unit, Ordered = new(3, "CT", 2000, ConversionBasis.Person) }], IsWhole: false)).Lines[0].After!.Ordered);
    }

    [Fact]
    public void Another_price_is_taken_with_what_it_is_for()
    {
        var after = OrderDifference.Of(_order, new([new() { LineNo = "10", NetPrice = 0.09m, PriceBaseQuantity = 1 }], IsWhole: false)).Lines[0].After!;

        Assert.Equal((0.09m, 1m), (after.NetPrice, after.PriceBaseQuantity));
    }

    [Theory]
    [InlineData(null, "0A-vh", false)] // the client's code however it is written
    [InlineData(null, "0A-XX", true)]
    [InlineData("screw", "0A-XX", false)] // whose article we know is known by it
    [InlineData("nut", "0A-VH", true)]
    [InlineData(null, null, false)]
    public void A_change_that_names_another_article_takes_its_price_and_its_words_along(string? product, string? code, bool isOther)
    {
        var change = new AmendmentLine { LineNo = "10", ProductId = product switch { "screw" => _screw, "nut" => Ids.New<ProductId>(), _ => null }, BuyerCode = code, Description = "Vis laiton", Quantity = 10 };
        var after = OrderDifference.Of(_order with { Lines = [_order.Lines[0]] }, new([change], IsWhole: false)).Lines[0].After!;

        Assert.Equal(isOther ? (change.ProductId, code, "Vis laiton", null, null) : (_screw, "0A-VH", "Vis H M8×30", 8.40m, 8.40m), (after.ProductId, after.BuyerCode, after.Description, after.NetPrice, after.ContractPrice));
    }

    [Fact]
    public void Of_a_line_whose_article_we_do_not_know_the_clients_code_says_whether_it_is_another()
    {
        var order = _order with { Lines = [ALine("10", null, "9-UNKNOWN", 7)] };
        ProductId? After(ProductId? product, string? code) => OrderDifference.Of(order, new([new() { LineNo = "10", ProductId = product, BuyerCode = code, Quantity = 8 }], IsWhole: false)).Lines[0].After!.ProductId;

        Assert.Equal([null, _screw], [After(_screw, "9-unknown"), After(_screw, null)]);
    }

    [Theory]
    [InlineData("VH-M8-30-ZN", null, null, LineDifferenceKind.Added)]
    [InlineData(null, "0A-XX", null, LineDifferenceKind.Added)]
    [InlineData(null, null, "Vis laiton", LineDifferenceKind.Added)]
    [InlineData(null, null, "  ", LineDifferenceKind.Unmatched)]
    [InlineData(null, null, "", LineDifferenceKind.Unmatched)]
    [InlineData(null, null, null, LineDifferenceKind.Unmatched)]
    public void A_new_line_says_what_it_is(string? ours, string? theirs, string? description, LineDifferenceKind kind) =>
        Assert.Equal(kind, OrderDifference.Of(_order, new([new() { LineNo = "30", ProductCode = ours, BuyerCode = theirs, Description = description, Quantity = 1 }], IsWhole: false)).Lines[^1].Kind);

    [Theory]
    [InlineData(null, null, "PCE", null)]
    [InlineData("KGM", "2026-12-01", "KGM", "2026-12-01")]
    [InlineData("PCE", "2026-11-25", "PCE", null)] // the day of the order is not one of its own
    public void A_new_line_is_in_pieces_and_goes_with_the_order_unless_it_says_otherwise(string? unit, string? day, string isIn, string? on)
    {
        AmendmentLine line = new() { LineNo = "30", Action = AmendmentAction.Add, ProductId = _screw, Quantity = 1, Unit = unit, RequestedOn = day is null ? null : Given.Day(day) };
        var added = OrderDifference.Of(_order, new([line], IsWhole: false)).Lines[^1].After!;

        Assert.Equal((isIn, on is null ? null : Given.Day(on)), (added.Unit, added.RequestedOn));
    }

    [Theory]
    [InlineData("2026-12-01", "2026-12-08", "2026-12-01")]
    [InlineData(null, "2026-12-08", "2026-12-08")]
    [InlineData(null, null, "2026-11-25")]
    public void What_was_asked_of_a_line_is_for_its_own_day_or_the_new_one_of_the_order_or_the_old_one(string? ofLine, string? ofOrder, string asked)
    {
        var order = Given.AnOrder(_order);
        AmendmentLine line = new() { LineNo = "10", Quantity = 6000, RequestedOn = ofLine is null ? null : Given.Day(ofLine) };
        var difference = OrderDifference.Of(_order, new([line], IsWhole: false) { RequestedOn = ofOrder is null ? null : Given.Day(ofOrder) });

        Assert.Equal(Given.Day(asked), Assert.Single(difference.Decide(order)).Asked!.RequestedOn);
    }

    [Property(MaxTest = 500)]
    public Property The_new_order_is_the_old_one_with_the_difference_applied() => Prop.ForAll(Pairs.ToArbitrary(), pair =>
    {
        var after = OrderDifference.Of(pair.Old, Whole(pair.New)).ApplyTo(pair.Old);

        return after.RequestedOn == pair.New.RequestedOn && Terms(after).SequenceEqual(Terms(pair.New));
    });

    [Property(MaxTest = 500)]
    public Property What_is_not_chosen_stays_as_it_is_and_what_is_chosen_is_all_that_moves() => Prop.ForAll(Pairs.ToArbitrary(), Gen.Choose(0, 255).ToArbitrary(), (pair, choice) =>
    {
        var difference = OrderDifference.Of(pair.Old, Whole(pair.New));
        var chosen = difference.Lines.Select(line => line.LineNo).Where((_, index) => (choice >> index & 1) == 1).ToHashSet(StringComparer.Ordinal);
        var after = difference.ApplyTo(pair.Old, chosen, head: false);

        return pair.Old.Lines.Where(line => !chosen.Contains(line.LineNo)).All(after.Lines.Contains)
            && after.Lines.Where(line => !chosen.Contains(line.LineNo)).All(pair.Old.Lines.Contains)
            && after.RequestedOn == pair.Old.RequestedOn;
    });

    [Property(MaxTest = 300)]
    public Property An_order_does_not_differ_from_itself_however_it_is_numbered() => Prop.ForAll(Pairs.ToArbitrary(), pair =>
        OrderDifference.Of(pair.Old, Whole(pair.Old)).IsEmpty && OrderDifference.Of(pair.Old, new([], IsWhole: false)).IsEmpty);

    [Property(MaxTest = 300)]
    public Property Every_line_of_either_is_told_once() => Prop.ForAll(Pairs.ToArbitrary(), pair =>
    {
        var lines = OrderDifference.Of(pair.Old, Whole(pair.New)).Lines;

        return pair.Old.Lines.All(line => lines.Count(each => each.Before == line) == 1) && lines.Count(each => each.After is not null) == pair.New.Lines.Count
            && lines.DistinctBy(line => line.LineNo).Count() == lines.Count;
    });

    private static OrderDraft TwoOfOne() => _order with { Lines = [ALine("10", _screw, "0A-VH", 5000), ALine("20", _screw, "0A-VH", 300) with { RequestedOn = Given.Wednesday.AddDays(3) }] };

    private static OrderAmendment Whole(OrderDraft order) => new(
        [.. order.Lines.Select(line => new AmendmentLine
        {
            LineNo = line.LineNo,
            ProductId = line.ProductId,
            ProductCode = line.ProductCode,
            BuyerCode = line.BuyerCode,
            Description = line.Description,
            Quantity = line.Quantity,
            Unit = line.Unit,
            NetPrice = line.NetPrice,
            PriceBaseQuantity = line.PriceBaseQuantity,
            RequestedOn = line.RequestedOn ?? order.RequestedOn,
        })],
        IsWhole: true)
    { RequestedOn = order.RequestedOn, CustomerReference = order.CustomerReference, SiteId = order.SiteId };

    private static IEnumerable<object> Terms(OrderDraft order) =>
        order.Lines.Select(line => (object)(line.ProductId, line.Quantity, line.Unit, line.NetPrice / line.PriceBaseQuantity, line.RequestedOn ?? order.RequestedOn)).OrderBy(line => line.ToString(), StringComparer.Ordinal);

    private static IEnumerable<(string, LineDifferenceKind)> Told(OrderDifference difference) => difference.Lines.Select(line => (line.LineNo, line.Kind));

    private static DraftLine ALine(string no, ProductId? product, string code, decimal quantity) =>
        Given.ALine(no, quantity: quantity) with { ProductId = product, ProductCode = product is null ? null : code[3..], BuyerCode = code };

    private static Gen<(OrderDraft Old, OrderDraft New)> Pairs =>
        from old in Orders
        from kept in Gen.Choose(0, 63)
        from other in Orders
        from shuffle in Gen.Shuffle(Enumerable.Range(0, 12))
        let lines = old.Lines.Where((_, index) => (kept >> index & 1) == 1)
            .Concat(other.Lines.Select((line, index) => (kept >> index & 2) == 2 ? line : line with { LineNo = $"1{line.LineNo}" })).DistinctBy(line => line.LineNo).ToList()
        select (old, other with { Lines = [.. shuffle.Where(index => index < lines.Count).Select(index => lines[index])] });

    private static Gen<OrderDraft> Orders =>
        from day in Gen.Choose(0, 20)
        from lines in (from product in Gen.Choose(1, 5) from quantity in Gen.Choose(1, 4) from price in Gen.Elements(8.40m, 1.25m) from own in Gen.Elements<int?>(null, 3, 30) select (product, quantity, price, own)).ListOf()
        select Given.ADraft(Given.Monday.AddDays(day)) with
        {
            Lines = [.. lines.Take(6).Select((line, index) => ALine($"{(index + 1) * 10}", new ProductId(new Guid(line.product, 0, 0, new byte[8])), $"0A-{line.product}", line.quantity) with
            {
                NetPrice = line.price,
                RequestedOn = line.own is { } days ? Given.Monday.AddDays(days) : null,
            })],
        };
}
