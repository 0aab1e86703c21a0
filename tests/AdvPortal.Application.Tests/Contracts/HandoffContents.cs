using AdvPortal.Application.Contracts;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;

namespace AdvPortal.Application.Tests.Contracts;

/// <summary>A handoff that lacks nothing, and the way of one to the desk and into a portfolio.</summary>
internal static class HandoffContents
{
    public static HandoffContent Full() => new()
    {
        Client = new(Code: "C-0200", Name: "Électro Distribution Ouest"),
        Contract = new("CC-2027", new(2026, 11, 20), new(2027, 1, 4), new(2027, 12, 31), Renewal: ContractRenewal.None),
        Sites = [new("Rennes", "7 rue du Noyer", "35000", "Rennes")],
        Contacts = [new("Maud Le Goff", ContactRole.Buyer, "m.legoff@edo.example"), new("Léo Hervé", ContactRole.Accounting, "compta@edo.example")],
        Prices = [new("VH-M8-30-ZN", 8.40m, 100)],
        Answers = [.. Enum.GetValues<HandoffQuestion>().Select(question => new HandoffAnswer(question, AnswerTo.No))],
    };

    public static async Task<HandoffView> StartAsync(this World sales, HandoffContent content)
    {
        var started = await sales.Get<StartHandoff>().ExecuteAsync(content);
        Assert.True(started.IsOk, started.Refusal?.ToString());

        return started.Value;
    }

    public static async Task<HandoffView> SubmitAsync(this World sales, HandoffContent content)
    {
        var started = await sales.StartAsync(content);
        var submitted = await sales.Get<SubmitHandoff>().ExecuteAsync(started.Id, started.Version);
        Assert.True(submitted.IsOk, submitted.Refusal?.ToString());

        return submitted.Value;
    }

    public static async Task<HandoffView> AcceptAsync(this World desk, HandoffView submitted, MemberId owner)
    {
        var accepted = await desk.Get<AcceptHandoff>().ExecuteAsync(submitted.Id, owner, submitted.Version);
        Assert.True(accepted.IsOk, accepted.Refusal?.ToString());

        return accepted.Value;
    }
}
