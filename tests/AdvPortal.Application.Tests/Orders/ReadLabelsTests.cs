using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tests.Intake;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Tests.Orders;

public sealed class ReadLabelsTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c => c.OpenSite("Entrepôt de Chartres", "Europe/Paris", PostalAddress.Empty));
        await _world.AProductAsync("VH-M8-30-ZN");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Labels_follow_what_the_client_requires_of_them()
    {
        await RequireAsync(new Labelling { Symbology = Symbology.Qr, Copies = 2, Template = "{buyerCode}/{quantity}" });
        await RequireAsync(new ProductCode { Prefix = "0A-" });
        var run = (await _world.Get<ReadLabels>().ExecuteAsync(await PlaceAsync(), parcels: 3)).Value!;

        Assert.Equal(
            [(1, 3, "0A-VH-M8-30-ZN/34"), (1, 3, "0A-VH-M8-30-ZN/34"), (2, 3, "0A-VH-M8-30-ZN/33"), (2, 3, "0A-VH-M8-30-ZN/33"), (3, 3, "0A-VH-M8-30-ZN/33"), (3, 3, "0A-VH-M8-30-ZN/33")],
            run.Labels.Select(label => (label.Parcel, label.Parcels, label.Payload)));
    }

    [Fact]
    public async Task A_code_that_the_client_wants_on_invoices_alone_stays_off_the_labels()
    {
        await RequireAsync(new ProductCode { Prefix = "0A-", Documents = Documents.Invoice });

        Assert.Equal("VH-M8-30-ZN", (await _world.Get<ReadLabels>().ExecuteAsync(await PlaceAsync())).Value!.Labels.Single().BuyerCode);
    }

    [Fact]
    public async Task Labels_can_be_printed_when_nobody_requires_them()
    {
        var label = Assert.Single((await _world.Get<ReadLabels>().ExecuteAsync(await PlaceAsync())).Value!.Labels);

        Assert.Equal(("4500187342;VH-M8-30-ZN;100", 100), (label.Payload, label.Quantity));
    }

    [Fact]
    public async Task A_unit_keeps_its_number_however_often_its_label_is_printed_and_no_other_ever_gets_it()
    {
        await RequireAsync(new Labelling { Symbology = Symbology.Gs1128 });
        await NumberByAsync("3012345");
        var (one, other) = (await PlaceAsync(), await PlaceAsync("4500187343"));
        var first = await SsccsAsync(one, parcels: 2);
        var others = await SsccsAsync(other, parcels: 3);

        Assert.All(first.Concat(others), sscc => Assert.True(Sscc.IsValid(sscc)));
        Assert.Equal(5, first.Concat(others).Distinct().Count());
        Assert.Equal(first, (await SsccsAsync(one, parcels: 4)).Take(2));
        Assert.Equal(first, await SsccsAsync(one, parcels: 2));
    }

    [Fact]
    public async Task Other_goods_under_a_number_that_a_line_had_are_other_units()
    {
        await RequireAsync(new Labelling { Symbology = Symbology.Gs1128 });
        await NumberByAsync("3012345");
        await _world.AProductAsync("EH-M8-ZN");
        await _world.AProductAsync("RP-M8-ZN");
        var order = (await _world.Get<PlaceOrder>().ExecuteAsync(new()
        {
            ClientId = _client.Id,
            CustomerReference = "4500187342",
            Lines = [new() { LineNo = "10", ProductCode = "VH-M8-30-ZN", Quantity = 100, NetPrice = 1 }, new() { LineNo = "20", ProductCode = "EH-M8-ZN", Quantity = 100, NetPrice = 1 }],
        })).Value!;
        var first = await SsccsAsync(order.Id, parcels: 1);

        // Given up by hand, and ordered anew by the client; then the line gets another article.
        await CorrectAsync(order.Id, form => form.Lines.Remove("20"));
        var added = (await _world.Get<ReceiveOrderDocument>().ExecuteAsync(ChangeFile.Edifact("CHG-1", "4500187342", "LIN+20+1+:SRV'", "PIA+1+RP-M8-ZN:SA'", "QTY+21:5:PCE'"), "change.edi", "", _client.Id)).Value!;
        Assert.True((await _world.Get<ApplyAmendment>().ExecuteAsync(added.Id, new(), added.Version)).IsOk);
        var second = await SsccsAsync(order.Id, parcels: 1);
        await CorrectAsync(order.Id, form => form.Lines["20"].ProductCode = "EH-M8-ZN");
        var third = await SsccsAsync(order.Id, parcels: 1);

        Assert.Equal(["10", "20"], (await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!.Lines.Select(line => line.LineNo));
        Assert.All([second, third], again => Assert.Equal(first[0], again[0]));
        Assert.Equal(4, first.Concat(second).Concat(third).Distinct().Count());
    }

    [Fact]
    public async Task Two_people_who_print_the_same_labels_at_once_print_the_same_numbers()
    {
        await RequireAsync(new Labelling { Symbology = Symbology.Gs1128, Per = LogisticUnit.Pallet });
        await NumberByAsync("3012345");
        var order = await PlaceAsync();
        var printed = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using var another = _world.AsKey();
            return (await another.Get<ReadLabels>().ExecuteAsync(order, parcels: 5)).Value!.Labels.Select(label => label.Payload).ToList();
        }));

        Assert.All(printed, each => Assert.Equal(printed[0], each));
        Assert.Equal(5, printed[0].Distinct().Count());
    }

    [Fact]
    public async Task Without_a_company_prefix_no_unit_is_numbered_and_the_refusal_says_so()
    {
        await RequireAsync(new Labelling { Symbology = Symbology.DataMatrix, Template = "(00){sscc}" });

        Assert.IsType<CompanyPrefixMissing>((await _world.Get<ReadLabels>().ExecuteAsync(await PlaceAsync())).Refusal);
    }

    [Fact]
    public async Task A_prefix_that_has_no_number_left_is_refused_and_nothing_is_spent()
    {
        await RequireAsync(new Labelling { Symbology = Symbology.Gs1128 });
        await NumberByAsync("301234567890");
        await _world.StoreAsync(db => db.NextNumbersAsync("sscc", 99_998, CancellationToken.None));
        var order = await PlaceAsync();

        Assert.IsType<SsccsExhausted>((await _world.Get<ReadLabels>().ExecuteAsync(order, parcels: 2)).Refusal);
        Assert.Single(await SsccsAsync(order, parcels: 1));
    }

    [Fact]
    public async Task Every_kind_of_label_that_is_wanted_on_a_unit_is_printed_with_the_same_number()
    {
        await RequireAsync(new Labelling { Symbology = Symbology.Gs1128 });
        await RequireAsync(new Labelling { Symbology = Symbology.DataMatrix, Template = "{sscc}/{orderReference}" });
        await RequireAsync(new Labelling { Symbology = Symbology.Qr, Per = LogisticUnit.Pallet });
        await NumberByAsync("3012345");
        var order = await PlaceAsync();
        var labels = (await _world.Get<ReadLabels>().ExecuteAsync(order)).Value!.Labels;

        Assert.Equal([Symbology.Gs1128, Symbology.DataMatrix], labels.Select(label => label.Symbology));
        Assert.Equal($"{labels[0].Elements![0].Value}/4500187342", labels[1].Payload);
        Assert.Equal([(Symbology.Qr, LogisticUnit.Pallet)], (await _world.Get<ReadLabels>().ExecuteAsync(order, per: LogisticUnit.Pallet)).Value!.Labels.Select(label => (label.Symbology, label.Per)));
    }

    [Fact]
    public async Task What_is_required_at_labelling_alone_is_printed()
    {
        await RequireAsync(new Labelling { Symbology = Symbology.DataMatrix, Copies = 2 }, Moments.Labelling);
        await RequireAsync(new ProductCode { Prefix = "0A-" }, Moments.Labelling);
        var labels = (await _world.Get<ReadLabels>().ExecuteAsync(await PlaceAsync())).Value!.Labels;

        Assert.Equal([(Symbology.DataMatrix, "0A-VH-M8-30-ZN"), (Symbology.DataMatrix, "0A-VH-M8-30-ZN")], labels.Select(label => (label.Symbology, label.BuyerCode)));
    }

    [Fact]
    public async Task What_blocks_at_labelling_stops_the_printing_until_somebody_settles_it()
    {
        await RequireAsync(new Instruction { Text = "Prévenir M. Haddad" }, Moments.Labelling, Severity.Block);
        var order = (await _world.Get<ConfirmOrder>().ExecuteAsync(await PlaceAsync(), version: null)).Value!;
        var unmet = Assert.IsType<RequirementsNotMet>((await _world.Get<ReadLabels>().ExecuteAsync(order.Id)).Refusal);

        // The finding that is named is kept: it can be answered.
        Assert.True((await _world.Get<AcceptFinding>().ExecuteAsync(order.Id, Assert.Single(unmet.Findings).Id, version: null)).IsOk);
        Assert.True((await _world.Get<ReadLabels>().ExecuteAsync(order.Id)).IsOk);
    }

    [Fact]
    public async Task A_requirement_of_a_site_that_nobody_named_stops_the_printing()
    {
        await _world.StoreAsync(async db => (await db.Clients.SingleAsync(c => c.Id == _client.Id)).OpenSite("Strasbourg", "Europe/Paris", PostalAddress.Empty));
        var site = _client.Sites[0].Id;
        Assert.True((await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, Form(new Instruction { Text = "Prévenir" }, Moments.Labelling, Severity.Warn, site))).IsOk);
        var order = await PlaceAsync();

        Assert.Equal(FindingKinds.UnknownSite, Assert.Single(Assert.IsType<RequirementsNotMet>((await _world.Get<ReadLabels>().ExecuteAsync(order)).Refusal).Findings).Kind);
    }

    [Fact]
    public async Task What_no_code_can_say_is_refused_before_anything_is_printed()
    {
        await RequireAsync(new Labelling { Symbology = Symbology.Gs1128, Payload = [LabelField.OrderReference] });
        await NumberByAsync("3012345");

        Assert.Equal(new LabelElementNotValid("(400)PO 45"), (await _world.Get<ReadLabels>().ExecuteAsync(await PlaceAsync("PO 45"))).Refusal);
    }

    [Fact]
    public async Task The_steps_ahead_of_an_order_are_read_with_it_and_settled_one_by_one()
    {
        await RequireAsync(new Instruction { Text = "Housse" }, Moments.Packing, Severity.Task);
        await RequireAsync(new RequiredDocuments { DeliveryNoteCopies = 2 }, Moments.Packing);
        var id = await PlaceAsync();

        Assert.Equal([(Moments.Packing, "EX-001"), (Moments.Packing, "EX-002")], (await _world.Get<ReadReview>().ExecuteAsync(id)).Value!.Ahead.Select(row => (row.Step, row.Number)).OrderBy(row => row.Number));
        Assert.IsType<StepNotReached>((await _world.Get<ReachStep>().ExecuteAsync(id, new(Moments.Packing), version: null)).Refusal);

        Assert.True((await _world.Get<ConfirmOrder>().ExecuteAsync(id, version: null)).IsOk);
        Assert.IsType<NoSuchStep>((await _world.Get<ReachStep>().ExecuteAsync(id, new(Moments.Intake), version: null)).Refusal);
        var reached = (await _world.Get<ReachStep>().ExecuteAsync(id, new(Moments.Packing), version: null)).Value!;
        reached = (await _world.Get<ReachStep>().ExecuteAsync(id, new(Moments.Packing), reached.Version)).Value!; // once more, and nothing is new
        var task = Assert.Single(reached.Findings, finding => finding is { AtStep: Moments.Packing, State: FindingState.Open });
        var ticked = (await _world.Get<AcceptFinding>().ExecuteAsync(id, task.Id, reached.Version)).Value!;

        Assert.Equal(FindingState.Accepted, ticked.Findings.Single(finding => finding.Id == task.Id).State);
    }

    [Fact]
    public async Task No_more_are_printed_than_somebody_can_mean()
    {
        var order = await PlaceAsync();

        Assert.IsType<LabelsOutOfRange>((await _world.Get<ReadLabels>().ExecuteAsync(order, parcels: ReadLabels.MostLabels + 1)).Refusal);
        Assert.IsType<LabelsOutOfRange>((await _world.Get<ReadLabels>().ExecuteAsync(order, parcels: 0)).Refusal);
        Assert.IsType<NoSuchLine>((await _world.Get<ReadLabels>().ExecuteAsync(order, lineNo: "99")).Refusal);
    }

    [Theory]
    [InlineData(10, 3, "4,3,3")]
    [InlineData(2, 3, "1,1,0")]
    [InlineData(1.5, 2, "0.75,0.75")]
    [InlineData(0.0001, 3, "0.0001,0,0")]
    public void Parcels_share_a_quantity_and_nothing_is_lost(double quantity, int parcels, string shares) =>
        Assert.Equal(shares.Split(','), Enumerable.Range(0, parcels).Select(parcel => LabelWork.Share((decimal)quantity, parcels, parcel).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)));

    private async Task<List<string>> SsccsAsync(OrderId order, int parcels) =>
        [.. (await _world.Get<ReadLabels>().ExecuteAsync(order, parcels)).Value!.Labels.Select(label => label.Elements![0].Value)];

    private async Task CorrectAsync(OrderId order, Action<CorrectOrder.Form> change)
    {
        var corrected = await _world.Get<CorrectOrder>().ExecuteAsync(order, form =>
        {
            change(form);
            return form;
        }, version: null);
        Assert.True(corrected.IsOk, corrected.Refusal?.ToString());
    }

    private Task NumberByAsync(string companyPrefix) => _world.StoreAsync(async db => (await db.TenantSettings.SingleAsync()).Number(companyPrefix));

    private async Task<OrderId> PlaceAsync(string reference = "4500187342") => (await _world.Get<PlaceOrder>().ExecuteAsync(new()
    {
        ClientId = _client.Id,
        CustomerReference = reference,
        Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 100, NetPrice = 1 }],
    })).Value!.Id;

    private async Task RequireAsync(Rule rule, Moments moments = Moments.Review, Severity severity = Severity.AutoFix)
    {
        var created = await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, Form(rule, moments, severity));
        Assert.True(created.IsOk, created.Refusal?.ToString());
    }

    private static RequirementForm Form(Rule rule, Moments moments, Severity severity, SiteId? site = null) =>
        new() { Sentence = "Merci", Source = new(SourceKind.Email, "Karim Haddad"), Severity = severity, Moments = moments, Rule = rule, SiteId = site };
}
