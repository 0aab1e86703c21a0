using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Contracts;

/// <summary>What holds a handoff back, point by point, and in what words it is said.</summary>
public sealed class HandoffChecklistTests
{
    private static readonly HandoffContent _full = HandoffTests.Full();
    private static readonly HandoffPrice _price = _full.Prices[0];
    private static readonly HandoffPromise _promise = _full.Promises[0];
    private static readonly HandoffSentence _said = _full.Sentences[0];

    // Asked once: everything that a single order may leave out.
    private static readonly HandoffContent _spot = _full with { Contract = new(SignedOn: new(2026, 11, 20), StartsOn: new(2027, 1, 4), Type: ContractType.Spot) };
    private static readonly HandoffContent _project = _full with { Contract = _full.Contract with { Type = ContractType.Project, Renewal = null, Amount = 1 }, Prices = [] };

    /// <summary>A handoff, and the one thing that it lacks: its key, and what it is said of.</summary>
    public static TheoryData<HandoffContent, string?, object?> Table => new()
    {
        { _full, null, null },
        { _spot, null, null },
        { _project, null, null },
        { _full with { Sites = [_full.Sites[0] with { City = null }] }, "Address", "Rennes" },
        { _full with { Sites = [_full.Sites[0] with { Postcode = " " }] }, "Address", "Rennes" },
        { _full with { Sites = [_full.Sites[0] with { Name = null }] }, "Address", "1" },
        { _full with { Sites = [_full.Sites[0], new()] }, "Address", "2" },
        { _full with { Contacts = [.. _full.Contacts, new(Email: "quai@edo.example")] }, "ContactName", "quai@edo.example" },
        { _full with { Contacts = [.. _full.Contacts, new()] }, "ContactName", "3" },
        { _full with { Contacts = [_full.Contacts[1]] }, "Buyer", null },
        { _full with { Contacts = [_full.Contacts[1], _full.Contacts[0] with { Email = null }] }, "Buyer", null },
        { _full with { Contacts = [_full.Contacts[0]] }, "Accounting", null },
        { _full with { Prices = [_price with { NetPrice = 0 }] }, null, null },
        { _full with { Prices = [_price, _price with { NetPrice = -0.01m }] }, "PriceComplete", null },
        { _full with { Prices = [_price, _price with { PriceBaseQuantity = 0 }] }, "PriceComplete", null },
        { _full with { Prices = [_price with { ProductCode = null }, _price] }, "PriceComplete", null },
        { _spot with { Prices = [_price, _price with { AgreedQuantity = 500 }] }, "PriceEnds", "VH-M8-30-ZN, VH-M8-30-ZN" },
        { _spot with { Prices = [_price with { AgreedQuantity = 500, ValidUntil = new(2027, 6, 30) }] }, null, null },
        { _spot with { Prices = [.. "ABCDE".Select(code => _price with { ProductCode = $"{code}", AgreedQuantity = 500 })] }, "PriceEnds", "A, B, C" },
        { _full with { Promises = [_promise, _promise with { What = null }] }, "Promise", "…" },
        { _full with { Promises = [_promise with { Who = " " }] }, "Promise", "Départ sous 48 h sur 40 articles" },
        { _full with { Promises = [_promise with { By = null }] }, "Promise", "Départ sous 48 h sur 40 articles" },
        { _full with { Sentences = [_said with { Who = null }] }, "Answer", HandoffQuestion.DeliveryTimes },
        { _full with { Sentences = [_said with { Sentence = " " }] }, "Answer", HandoffQuestion.DeliveryTimes },
        { _full with { Sentences = [_said with { Question = HandoffQuestion.Invoicing }] }, "Answer", HandoffQuestion.DeliveryTimes },
        { _full with { Sentences = [_said with { Question = null }] }, "Answer", HandoffQuestion.DeliveryTimes },
        { _full.WithAnswer(HandoffQuestion.Labelling, AnswerTo.Ask), "Answer", HandoffQuestion.Labelling },
        { _full with { Contract = _full.Contract with { EndsOn = _full.Contract.StartsOn } }, null, null },
        { _full with { Contract = _full.Contract with { EndsOn = _full.Contract.StartsOn!.Value.AddDays(-1) } }, "StartsOn", null },
        { _project with { Contract = _project.Contract with { Amount = 0 } }, "Amount", null },
        { _project with { Contract = _project.Contract with { Amount = -1 } }, "Amount", null },
        { _full with { Client = new(Name: "Électro Distribution Ouest") }, "ClientCode", null },
        { _full with { Client = new(Code: "C-0200") }, "ClientName", null },
        { _full with { Client = new(Given.Client), Sites = [], Contacts = [] }, null, null },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void What_is_missing_is_named_and_said_of_what(HandoffContent content, string? key, object? of) =>
        Assert.Equal(
            key is null ? [] : [of is null ? new Message($"Handoff.Missing.{key}") : new($"Handoff.Missing.{key}", of)],
            HandoffChecklist.Of(content).Where(point => !point.IsThere).Select(point => point.What));

    [Fact]
    public void Points_come_in_the_order_in_which_a_handoff_is_filled_in()
    {
        var points = HandoffChecklist.Of(_full);

        Assert.Equal(Enum.GetValues<HandoffStep>(), points.Select(point => point.Step).Distinct());
        Assert.Equal(["Site", "Buyer", "Accounting", "Address", "ContactName", "ContactName"], KeysOf(HandoffStep.Sites));
        Assert.Equal(["Price", "PriceComplete", "PriceEnds"], KeysOf(HandoffStep.Prices));
        Assert.Equal(["Promise"], KeysOf(HandoffStep.Promises));
        Assert.DoesNotContain(HandoffChecklist.Of(_project), point => point.Step is HandoffStep.Prices);

        IEnumerable<string> KeysOf(HandoffStep step) => points.Where(point => point.Step == step).Select(point => point.What.Key.Split('.')[^1]);
    }

    [Fact]
    public void What_a_client_said_is_answered_even_where_its_contract_does_not_ask()
    {
        var empty = _spot with { Answers = [], Sentences = [_said with { Question = HandoffQuestion.Invoicing }] };

        Assert.Equal([true, false], ((HandoffQuestion[])[HandoffQuestion.Invoicing, HandoffQuestion.ProductCodes]).Select(empty.Asks));
    }

    [Fact]
    public void Notice_is_given_of_what_goes_on_by_itself_alone_and_a_clause_is_one_of_a_contract()
    {
        HandoffContract contract = new(EndsOn: new(2027, 12, 31), NoticeMonths: 3);

        Assert.Equal([3, null, null, null], ((ContractRenewal?[])[ContractRenewal.Tacit, ContractRenewal.Agreed, ContractRenewal.None, null]).Select(renewal => contract.Ending(renewal).NoticeMonths));
        Assert.Equal((SourceKind.Contract, "6.2"), Told(SourceKind.Contract));
        Assert.Equal((SourceKind.Email, null), Told(SourceKind.Email));

        static (SourceKind, string?) Told(SourceKind how) => (_said with { Clause = "6.2" }).ToldBy(how) is var said ? (said.How, said.Clause) : default;
    }

    [Theory]
    [InlineData(0, "2027-12-31", "2027-12-31")]
    [InlineData(3, "2027-12-31", "2027-09-30")]
    [InlineData(36, "2027-12-31", "2024-12-31")]
    [InlineData(37, "2027-12-31", null)]
    [InlineData(-1, "2027-12-31", null)]
    [InlineData(3, "0001-04-01", "0001-01-01")]
    [InlineData(3, "0001-03-31", null)]
    public void The_last_day_of_notice_lies_so_many_months_before_the_end(int months, string end, string? last) =>
        Assert.Equal(last is null ? null : Given.Day(last), new HandoffContract(EndsOn: Given.Day(end), Renewal: ContractRenewal.Tacit, NoticeMonths: months).LastDayOfNotice());
}
