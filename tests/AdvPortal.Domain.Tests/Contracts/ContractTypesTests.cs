using AdvPortal.Domain.Contracts;
using static AdvPortal.Domain.Contracts.ContractType;

namespace AdvPortal.Domain.Tests.Contracts;

/// <summary>What each type of contract is asked, point by point: the table as the trade would write it.</summary>
public sealed class ContractTypesTests
{
    private static readonly ContractType[] _all = [Framework, AnnualSupply, Project, Service, Spot];

    public static TheoryData<HandoffField, ContractType[]> Fields => new()
    {
        { HandoffField.ClientName, _all },
        { HandoffField.ClientCode, _all },
        { HandoffField.Reference, [Framework, AnnualSupply, Project, Service] },
        { HandoffField.SignedOn, _all },
        { HandoffField.StartsOn, _all },
        { HandoffField.EndsOn, [Framework, AnnualSupply, Project, Service] },
        { HandoffField.Renewal, [Framework, Service] },
        { HandoffField.Amount, [Project] },
        { HandoffField.Site, _all },
        { HandoffField.Buyer, _all },
        { HandoffField.Accounting, [Framework, AnnualSupply, Project, Service] },
        { HandoffField.Price, [Framework, AnnualSupply, Spot] },
    };

    public static TheoryData<HandoffQuestion, ContractType[]> Questions => new()
    {
        { HandoffQuestion.DeliveryTimes, _all },
        { HandoffQuestion.Labelling, [Framework, AnnualSupply, Project, Spot] },
        { HandoffQuestion.ProductCodes, [Framework, AnnualSupply] },
        { HandoffQuestion.Documents, _all },
        { HandoffQuestion.PartialDelivery, [Framework, AnnualSupply, Project, Spot] },
        { HandoffQuestion.Invoicing, [Framework, AnnualSupply, Project, Service] },
    };

    [Fact]
    public void The_table_leaves_no_point_and_no_type_out()
    {
        Assert.Equal(Enum.GetValues<HandoffField>(), Fields.Select(row => row.Data.Item1));
        Assert.Equal(Enum.GetValues<HandoffQuestion>(), Questions.Select(row => row.Data.Item1));
        Assert.Equal(Enum.GetValues<ContractType>(), _all);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_type_asks_for_what_its_row_says_and_an_empty_handoff_lacks_it(HandoffField field, ContractType[] asking)
    {
        Assert.Equal(asking, _all.Where(type => type.Asks(field)));
        Assert.Equal(asking, _all.Where(type => Missing(Empty(type)).Contains($"Handoff.Missing.{field}")));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_type_asks_the_questions_that_its_row_says(HandoffQuestion question, ContractType[] asking)
    {
        Assert.Equal(asking, _all.Where(type => type.Asks(question)));
        Assert.Equal(asking, _all.Where(type => HandoffChecklist.Of(Empty(type)).Any(point => point.What.Parts.Contains(question))));
    }

    [Theory]
    [InlineData(AnswerTo.Open, false)]
    [InlineData(AnswerTo.No, false)]
    [InlineData(AnswerTo.Ask, true)]
    [InlineData(AnswerTo.Yes, true)]
    public void What_somebody_began_to_answer_is_asked_to_its_end_whatever_the_type(AnswerTo begun, bool asked) =>
        Assert.Equal(asked, Empty(Spot).WithAnswer(HandoffQuestion.Invoicing, begun).Asks(HandoffQuestion.Invoicing));

    [Fact]
    public void What_nobody_gave_a_type_is_a_framework_contract() => Assert.Equal(Framework, new HandoffContent().Contract.Type);

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(ContractRenewal.None, null, true)]
    [InlineData(ContractRenewal.Agreed, null, true)]
    [InlineData(ContractRenewal.Tacit, null, false)]
    [InlineData(ContractRenewal.Tacit, 3, true)]
    public void A_contract_that_would_go_on_by_itself_says_when_notice_is_given(ContractRenewal? renewal, int? months, bool isThere)
    {
        var full = HandoffTests.Full();
        var content = full with { Contract = full.Contract with { Renewal = renewal, NoticeMonths = months } };

        Assert.Equal(isThere, !Missing(content).Contains("Handoff.Missing.Renewal"));
        Assert.Equal(renewal is ContractRenewal.Tacit && months is not null ? new DateOnly(2027, 9, 30) : null, content.Contract.LastDayOfNotice());
    }

    [Fact]
    public void What_is_written_down_is_complete_even_where_it_was_not_asked()
    {
        var service = Empty(Service);

        Assert.DoesNotContain("Handoff.Missing.PriceEnds", Missing(service));
        Assert.Contains("Handoff.Missing.PriceEnds", Missing(service with { Prices = [new("VH-M8", 1)] }));
        Assert.Contains("Handoff.Missing.PriceComplete", Missing(service with { Prices = [new("VH-M8")] }));
        Assert.Contains("Handoff.Missing.ContactName", Missing(service with { Contacts = [new(Email: "x@edo.example")] }));
    }

    private static HandoffContent Empty(ContractType type) => new() { Contract = new(Type: type) };

    private static List<string> Missing(HandoffContent content) => [.. HandoffChecklist.Of(content).Where(point => !point.IsThere).Select(point => point.What.Key)];
}
