using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;

namespace AdvPortal.Domain.Tests.Contracts;

public sealed class HandoffTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_empty_handoff_says_everything_it_lacks_and_is_not_handed_over()
    {
        var handoff = Of(new());

        Assert.All(Enum.GetValues<HandoffStep>().Where(step => step is not HandoffStep.Promises), step => Assert.Contains(HandoffChecklist.Of(handoff.Content), point => point.Step == step && !point.IsThere));
        Assert.IsType<HandoffIncomplete>(handoff.Submit(_now).Refusal);
    }

    [Fact]
    public void A_single_order_needs_no_end_of_the_contract_nor_of_its_prices()
    {
        var (spot, framework) = (new HandoffContract(Type: ContractType.Spot), new HandoffContract());
        HandoffContent Priced(HandoffContract contract) => new() { Contract = contract, Prices = [new("VH-M8-30-ZN", 8.40m)] };
        bool AsksEnd(HandoffContract contract) => HandoffChecklist.Of(Priced(contract)).Any(point => point is { IsThere: false, What.Key: "Handoff.Missing.PriceEnds" or "Handoff.Missing.EndsOn" });

        Assert.Equal((false, true), (AsksEnd(spot), AsksEnd(framework)));
    }

    [Theory]
    [InlineData("contract")]
    [InlineData("renewal")]
    [InlineData("address")]
    [InlineData("accounting")]
    [InlineData("yes without words")]
    [InlineData("to be asked")]
    [InlineData("promise without a day")]
    public void One_gap_is_enough_to_hold_it_back(string gap)
    {
        var full = Full();
        var content = gap switch
        {
            "contract" => full with { Contract = full.Contract with { Reference = " " } },
            "address" => full with { Sites = [full.Sites[0] with { City = null }] },
            "accounting" => full with { Contacts = [full.Contacts[0]] },
            "renewal" => full with { Contract = full.Contract with { Renewal = ContractRenewal.Tacit } },
            "yes without words" => full with { Sentences = [] },
            "to be asked" => full.WithAnswer(HandoffQuestion.Invoicing, AnswerTo.Ask),
            _ => full with { Promises = [new("Départ sous 48 h", "Marc")] },
        };

        Assert.Equal(new HandoffIncomplete(1), Of(content).Submit(_now).Refusal);
        Assert.True(Of(full).Submit(_now).IsOk);
    }

    [Theory]
    [InlineData(HandoffStatus.Draft, true, false)]
    [InlineData(HandoffStatus.Questions, true, false)]
    [InlineData(HandoffStatus.Returned, true, false)]
    [InlineData(HandoffStatus.Submitted, false, true)]
    [InlineData(HandoffStatus.Accepted, false, false)]
    public void It_lies_with_sales_or_with_the_desk_and_never_with_both(HandoffStatus status, bool salesMayChange, bool deskMayDecide)
    {
        Assert.Equal(salesMayChange, In(status).Change(Full()).IsOk);
        Assert.Equal(salesMayChange, In(status).Submit(_now).IsOk);
        Assert.Equal(deskMayDecide, In(status).Ask(["Quel quai ?"], null, _now).IsOk);
        Assert.Equal(deskMayDecide, In(status).Return(["Prix sans fin"], null, _now).IsOk);
        Assert.Equal(deskMayDecide, In(status).Accept(Ids.New<ClientId>(), Ids.New<MemberId>(), _now).IsOk);
    }

    /// <summary>How many reasons, and how long each is.</summary>
    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(1, Handoff.TextMaxLength, true)]
    [InlineData(Handoff.MostRemarks, 1, true)]
    [InlineData(0, 1, false)]
    [InlineData(1, 0, false)]
    [InlineData(1, Handoff.TextMaxLength + 1, false)]
    [InlineData(Handoff.MostRemarks + 1, 1, false)]
    public void Nothing_goes_back_without_a_reason_nor_with_more_than_anybody_reads(int reasons, int length, bool isOk)
    {
        var handoff = In(HandoffStatus.Submitted);

        var result = handoff.Return([.. Enumerable.Repeat($" {new string('x', length)} ", reasons)], Given.Claire, _now);

        Assert.Equal(isOk ? null : new HandoffReasonMissing(Handoff.MostRemarks, Handoff.TextMaxLength), result.Refusal);
        Assert.Equal(isOk ? [(HandoffStatus.Returned, reasons, length, Given.Claire)] : [], handoff.Remarks.Select(remark => (remark.Answer, remark.Texts.Count, remark.Texts[0].Length, remark.By!.Value)));
    }

    [Fact]
    public void Each_step_is_a_version_of_its_own_and_the_last_answer_is_read_first()
    {
        var (handoff, version, client, owner) = (Of(Full()), 1, Ids.New<ClientId>(), Ids.New<MemberId>());

        foreach (var act in (Func<Result>[])[
            () => handoff.Change(Full()), handoff.Attach, () => handoff.Submit(_now), () => handoff.Ask(["Quel quai ?"], null, _now), () => handoff.Submit(_now.AddDays(1)),
            () => handoff.Return(["Prix sans fin"], null, _now), () => handoff.Submit(_now.AddDays(2)), () => handoff.Accept(client, owner, _now.AddDays(3))])
        {
            Assert.True(act().IsOk);
            Assert.True(handoff.Version > version);
            version = handoff.Version;
        }

        Assert.Equal([HandoffStatus.Returned, HandoffStatus.Questions], handoff.Remarks.Select(remark => remark.Answer));
        Assert.Equal((_now.AddDays(2), _now.AddDays(3), client, owner), (handoff.SubmittedAt, handoff.AcceptedAt, handoff.ClientId, handoff.OwnerId));
        Assert.IsType<HandoffIsWithAdv>(handoff.Attach().Refusal);
        Assert.Equal(version, handoff.Version);
    }

    internal static HandoffContent Full() => new()
    {
        Client = new(Code: "C-0200", Name: "Électro Distribution Ouest"),
        Contract = new("CC-2027", new(2026, 11, 20), new(2027, 1, 4), new(2027, 12, 31), Renewal: ContractRenewal.None),
        Sites = [new("Rennes", "7 rue du Noyer", "35000", "Rennes")],
        Contacts = [new("Maud Le Goff", ContactRole.Buyer, "m.legoff@edo.example"), new("Léo Hervé", ContactRole.Accounting, "compta@edo.example")],
        Prices = [new("VH-M8-30-ZN", 8.40m, 100)],
        Answers = [.. Enum.GetValues<HandoffQuestion>().Select(question => new HandoffAnswer(question, question is HandoffQuestion.DeliveryTimes ? AnswerTo.Yes : AnswerTo.No))],
        Sentences = [new("À Rennes, livraison avant 10 h 30, quai B", HandoffQuestion.DeliveryTimes, "Maud Le Goff")],
        Promises = [new("Départ sous 48 h sur 40 articles", "Marc Dubois", new(2027, 1, 4))],
    };

    private static Handoff Of(HandoffContent content) => new(Ids.New<HandoffId>(), null, content, _now);

    private static Handoff In(HandoffStatus status)
    {
        var handoff = Of(Full());

        if (status is not HandoffStatus.Draft)
        {
            handoff.Submit(_now);
        }

        _ = status switch
        {
            HandoffStatus.Questions => handoff.Ask(["?"], null, _now),
            HandoffStatus.Returned => handoff.Return(["…"], null, _now),
            HandoffStatus.Accepted => handoff.Accept(Ids.New<ClientId>(), Ids.New<MemberId>(), _now),
            _ => Result.Ok,
        };

        return handoff;
    }
}
