using AdvPortal.Application.Clients;
using AdvPortal.Application.Contracts;
using AdvPortal.Domain.Contracts;
using AdvPortal.Exchange.Contracts;
using static AdvPortal.Application.Tests.Contracts.HandoffContents;

namespace AdvPortal.Application.Tests.Contracts;

/// <summary>The signed contract of a handoff: whose it is, what it may be, and until when it changes.</summary>
public sealed class ContractFileTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly byte[] _pdf = [.. "%PDF-1.7 signé"u8];

    private World _desk = null!;
    private World _marc = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await database.ATenantAsync();
        _marc = await _desk.AsAsync(await _desk.AMemberAsync("Marc Dubois", Role.Sales), Role.Sales);
        await _desk.AProductAsync("VH-M8-30-ZN");
    }

    public async ValueTask DisposeAsync()
    {
        await _marc.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task It_is_kept_byte_for_byte_and_the_next_one_takes_its_place()
    {
        var draft = await _marc.StartAsync(Full());
        var first = (await _marc.Get<AttachContract>().ExecuteAsync(draft.Id, _pdf, "brouillon.pdf", draft.Version)).Value!;
        byte[] signed = [.. _pdf, 1];
        var second = (await _marc.Get<AttachContract>().ExecuteAsync(draft.Id, signed, "contrat signé.pdf", first.Version)).Value!;

        Assert.Equal((draft.Version + 2, "contrat signé.pdf", signed.Length), (second.Version, second.Contract!.Name, second.Contract.Size));
        Assert.Equal(second.Contract, (await _marc.Get<ReadHandoff>().ExecuteAsync(draft.Id)).Value!.Contract);
        var read = (await _desk.Get<ReadContractFile>().ExecuteAsync(draft.Id)).Value!;
        Assert.Equal(signed, read.Bytes);
        Assert.Equal("contrat signé.pdf", read.Name);
        Assert.Equal((1, 1), await _desk.ReadAsync(async db => (await db.HandoffFiles.CountAsync(), await db.HandoffFileContents.CountAsync())));
    }

    [Fact]
    public async Task What_it_is_called_does_not_make_it_a_PDF_and_a_large_one_is_told_its_limit()
    {
        var draft = await _marc.StartAsync(Full());

        Assert.IsType<ContractIsNoPdf>((await _marc.Get<AttachContract>().ExecuteAsync(draft.Id, [.. "<script>"u8], "contrat.pdf", draft.Version)).Refusal);
        Assert.IsType<ContractIsNoPdf>((await _marc.Get<AttachContract>().ExecuteAsync(draft.Id, [0xFF, 0xD8, 0xFF, 0xE0], "contrat.pdf", draft.Version)).Refusal);
        Assert.Equal(new ContractTooLarge(15), (await _marc.Get<AttachContract>().ExecuteAsync(draft.Id, new byte[AttachContract.MostBytes + 1], "contrat.pdf", draft.Version)).Refusal);
    }

    [Fact]
    public async Task With_the_desk_it_stays_as_it_was_handed_over()
    {
        var submitted = await _marc.SubmitAsync(Full());

        Assert.IsType<HandoffIsWithAdv>((await _marc.Get<AttachContract>().ExecuteAsync(submitted.Id, _pdf, "contrat.pdf", submitted.Version)).Refusal);
        Assert.IsType<ChangedMeanwhile>((await _marc.Get<AttachContract>().ExecuteAsync(submitted.Id, _pdf, "contrat.pdf", submitted.Version + 1)).Refusal);
    }

    [Fact]
    public async Task Only_those_who_prepare_handoffs_attach_it_and_another_company_sees_none()
    {
        var draft = await _marc.StartAsync(Full());
        var attached = (await _marc.Get<AttachContract>().ExecuteAsync(draft.Id, _pdf, "contrat.pdf", draft.Version)).Value!;
        await using var reader = await _desk.AsAsync(await _desk.AMemberAsync("Anne", Role.Reader), Role.Reader);
        await using var other = await database.ATenantAsync();

        Assert.IsType<NotAllowed>((await reader.Get<AttachContract>().ExecuteAsync(draft.Id, _pdf, "contrat.pdf", attached.Version)).Refusal);
        Assert.True((await reader.Get<ReadContractFile>().ExecuteAsync(draft.Id)).IsOk);
        Assert.IsType<NoSuchContractFile>((await other.Get<ReadContractFile>().ExecuteAsync(draft.Id)).Refusal);
        Assert.IsType<NoSuchHandoff>((await other.Get<ReadContract>().ExecuteAsync(draft.Id)).Refusal);
        Assert.IsType<NoSuchHandoff>((await other.Get<AttachContract>().ExecuteAsync(draft.Id, _pdf, "contrat.pdf", null)).Refusal);
        Assert.Equal(0, await other.ReadAsync(db => db.HandoffFileContents.CountAsync()));
    }

    /// <summary>No process can be started here: what is told is what a person is told then.</summary>
    [Fact]
    public async Task One_that_cannot_be_read_says_so_and_one_that_is_not_there_says_nothing()
    {
        var draft = await _marc.StartAsync(Full());
        Assert.Null((await _marc.Get<ReadContract>().ExecuteAsync(draft.Id)).Value!.Contract);

        await _marc.Get<AttachContract>().ExecuteAsync(draft.Id, _pdf, "contrat.pdf", draft.Version);
        Assert.Equal(ContractText.Unreadable, (await _marc.Get<ReadContract>().ExecuteAsync(draft.Id)).Value!.Contract!.Text);
    }

    [Fact]
    public async Task A_contract_that_is_called_after_somebody_and_a_clause_that_names_them_are_told_and_forgotten()
    {
        var claire = await _desk.AMemberAsync("Claire Morel", Role.Adv);
        var draft = await _marc.StartAsync(Full() with { Clauses = [new("6.2", "Appeler Maud Le Goff avant de livrer", 3)] });
        var replaced = (await _marc.Get<AttachContract>().ExecuteAsync(draft.Id, [.. _pdf, 1], "brouillon Maud Le Goff.pdf", draft.Version)).Value!;
        var attached = (await _marc.Get<AttachContract>().ExecuteAsync(draft.Id, _pdf, "contrat Maud Le Goff.pdf", replaced.Version)).Value!;
        await _marc.Get<SubmitHandoff>().ExecuteAsync(draft.Id, attached.Version);
        await _desk.Get<AcceptHandoff>().ExecuteAsync(draft.Id, claire, null);
        var maud = await _desk.ReadAsync(db => db.Contacts.Where(c => c.Name == "Maud Le Goff").Select(c => c.Id).SingleAsync());

        var data = (await _desk.Get<ExportContactData>().ExecuteAsync(maud)).Value!;
        Assert.Contains(data.Arrivals, arrival => arrival.FileName == "contrat Maud Le Goff.pdf");
        Assert.Contains("Appeler Maud Le Goff avant de livrer", data.Handoffs.Single().Texts);

        Assert.True((await _desk.Get<EraseContactData>().ExecuteAsync(maud, null)).IsOk);

        var read = (await _desk.Get<ReadHandoff>().ExecuteAsync(draft.Id)).Value!;
        Assert.DoesNotContain("Maud", read.Contract!.Name, StringComparison.Ordinal);
        Assert.DoesNotContain("Maud", read.Content.Clauses.Single().Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Maud", string.Concat(await _desk.ReadAsync(db => db.History.Select(h => h.Personal).ToListAsync())), StringComparison.Ordinal);
    }
}
