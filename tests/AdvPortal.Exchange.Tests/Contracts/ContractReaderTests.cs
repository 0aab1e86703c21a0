using AdvPortal.Exchange.Contracts;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Tests.Intake;

namespace AdvPortal.Exchange.Tests.Contracts;

/// <summary>A contract as it comes: read in the process of its own, by its pages.</summary>
public sealed class ContractReaderTests
{
    [Fact]
    public async Task Its_clauses_stand_beside_its_pages_and_lead_to_them()
    {
        using var contract = new PrintedOrder();
        contract.At(60, 80, "Entre Visserie du Perche et Électro Distribution Ouest, il est convenu ce qui suit.", "Article 1 Objet", "Le vendeur fournit de la visserie.", "Article 2 Prix", "Les prix sont nets.");
        contract.NextPage().At(60, 80, "Article 3 Livraisons", "À Rennes, livraison avant 10 h 30, quai B.");

        var read = await ReadAsync(contract.ToBytes());

        Assert.Equal(ContractText.Read, read.Text);
        Assert.Equal([("1", 1), ("2", 1), ("3", 2)], read.Clauses.Select(clause => (clause.Number, clause.Page)));
        Assert.Equal(new("3", "Livraisons", "À Rennes, livraison avant 10 h 30, quai B.", 2), read.Clauses[2]);
        Assert.Equal(2, read.Original.Parts.OfType<PagePart>().Count());
        var spot = Assert.Single(read.Original.Spots, spot => spot.Value == "clauses[2]");
        Assert.Equal((1, true), (spot.Part, spot.Box is { X: > 55 and < 65 }));
    }

    [Fact]
    public async Task A_picture_of_a_contract_is_said_to_be_one()
    {
        using var stamp = new PrintedOrder();

        Assert.Equal(ContractText.Picture, (await ReadAsync(stamp.At(60, 80, "Bon pour accord").ToBytes())).Text);
    }

    [Fact]
    public async Task A_damaged_one_is_told_and_costs_nothing_else()
    {
        var read = await ReadAsync("%PDF-1.4 nothing more"u8.ToArray());

        Assert.Equal((ContractText.Unreadable, 0, 0), (read.Text, read.Clauses.Count, read.Original.Parts.Count));
    }

    [Fact]
    public async Task A_process_that_breaks_down_is_a_contract_that_cannot_be_read()
    {
        using var reader = new LimitedReader(ReadHost.Misbehaving("crash"));

        Assert.Same(ContractReading.Failed, await reader.ReadContractAsync("%PDF-1.4"u8.ToArray(), TestContext.Current.CancellationToken));
    }

    private static async Task<ContractReading> ReadAsync(byte[] pdf)
    {
        using var reader = new LimitedReader(ReadHost.Reading);

        return await reader.ReadContractAsync(pdf, TestContext.Current.CancellationToken);
    }
}
