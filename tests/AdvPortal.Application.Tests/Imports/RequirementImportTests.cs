using AdvPortal.Application.Imports;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Tests.Imports;

public sealed class RequirementImportTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c =>
        {
            c.OpenSite("Entrepôt de Chartres", "Europe/Paris", PostalAddress.Empty);
            c.OpenSite("Usine de Dreux", "Europe/Paris", PostalAddress.Empty);
        });
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("Code client;Phrase;Dit par;Reçu par;Dit le;Gravité;Valable du", "Pas de livraison le mercredi et le jeudi;Karim Haddad;Téléphone;03/02/2025;Bloquante;01/12/2026")]
    [InlineData("Customer;Sentence;Said by;Received by;Said on;Severity;Valid from", "No deliveries on Wednesdays and Thursdays;Karim Haddad;Phone call;2025-02-03;Block;2026-12-01")]
    public async Task A_sentence_that_is_read_for_certain_is_put_in_force_and_a_preview_does_nothing(string headings, string row)
    {
        var list = $"{headings}\n{_client.Code};{row}\n";
        var seen = Assert.Single((await _world.LookAsync(ImportKind.Requirements, list)).Rows);
        Assert.Empty(await AllAsync());

        var made = Assert.Single(Assert.Single((await _world.ImportAsync(ImportKind.Requirements, list)).Rows).Requirements);
        var kept = Assert.Single(await AllAsync());

        Assert.Equal((ImportOutcome.Create, null, "EX-001"), (seen.Outcome, Assert.Single(seen.Requirements).Number, made.Number));
        Assert.Equal(seen.Requirements[0], made with { Number = null, Unresolved = seen.Requirements[0].Unresolved });
        Assert.Equal((RequirementStatus.InForce, null, Severity.Block, new(2026, 12, 1)), (kept.Status, kept.SiteId, kept.Severity, kept.ValidFrom));
        Assert.Equal(new(SourceKind.Call, "Karim Haddad", new(2025, 2, 3)), kept.Source);
        Assert.Equal(new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday }, kept.Rule);
    }

    [Fact]
    public async Task A_site_is_the_column_s_or_else_the_sentence_s()
    {
        var report = await ImportAsync(
            $"{_client.Code};Pas de livraison le mercredi;usine de dreux;Karim\n{_client.Code};Pas de livraison le lundi à notre entrepôt de Chartres;;Karim\n{_client.Code};Pas de livraison le mardi à notre entrepôt de Chartres;Usine de Dreux;Karim\n{_client.Code};Pas de livraison le jeudi;Agence de Vernon;Karim\n");

        Assert.Equal(["C4 ImportSentenceNamesSite", "C5 ImportSiteUnknown"], report.Problems());
        Assert.Equal(["Usine de Dreux", "Entrepôt de Chartres"], report.Rows.SelectMany(row => row.Requirements).Select(made => made.SiteName));
        Assert.Equal(_client.Sites.Select(site => (SiteId?)site.Id).Reverse(), (await AllAsync()).Select(kept => kept.SiteId));
    }

    [Fact]
    public async Task Several_things_asked_in_one_sentence_are_several_requirements()
    {
        var report = await ImportAsync($"{_client.Code};Pas de livraison le mercredi et une étiquette QR code sur chaque colis.;;Karim\n");

        Assert.Equal(["deliveryDays", "labelling"], Assert.Single(report.Rows).Requirements.Select(made => made.Rule.Kind));
        Assert.Equal(["EX-001", "EX-002"], report.Rows[0].Requirements.Select(made => made.Number));
        Assert.All(await AllAsync(), kept => Assert.Equal(RequirementStatus.InForce, kept.Status));
    }

    [Theory]
    [InlineData("Pas de livraison le mercredi à Vernon")]
    [InlineData("Pas de livraison le mercredi, en principe")]
    [InlineData("No deliveries on Wednesdays, if possible")]
    public async Task What_is_not_wholly_understood_stays_a_draft_with_the_words_that_were_left(string sentence)
    {
        var made = Assert.Single(Assert.Single((await ImportAsync($"{_client.Code};\"{sentence}\";;Karim\n")).Rows).Requirements);

        Assert.True(made.Draft);
        Assert.NotEmpty(made.Unresolved);
        Assert.Equal(RequirementStatus.Draft, Assert.Single(await AllAsync()).Status);
    }

    [Fact]
    public async Task What_cannot_be_read_or_kept_is_refused_with_a_reason_and_holds_nobody_up()
    {
        var report = await ImportAsync(
            $"C-0;Pas de livraison le mercredi;;Karim\n{_client.Code};Bonjour et merci;;Karim\n{_client.Code};;;Karim\n{_client.Code};Pas de livraison le mardi;;\n{_client.Code};{new string('x', 1001)};;Karim\n{_client.Code};Pas de livraison le lundi;;Karim\n");

        Assert.Equal(["A2 ImportClientUnknown", "B3 ImportSentenceSaysNothing", "B4 ImportCellEmpty", "D5 ImportCellEmpty", "B6 SentenceTooLong"], report.Problems());
        Assert.Equal("Pas de livraison le lundi", Assert.Single(await AllAsync()).Sentence);
    }

    [Fact]
    public async Task Words_that_are_no_channel_severity_or_date_are_refused_where_they_stand()
    {
        var report = await _world.ImportAsync(ImportKind.Requirements, $"Client;Phrase;Dit par;Reçu par;Dit le;Gravité;Valable du\n{_client.Code};Pas de livraison le lundi;Karim;Pigeon;hier;Terrible;bientôt\n{_client.Code};Pas de livraison le lundi à partir du 1er décembre 2026;Karim;;;;01/11/2026\n");

        Assert.Equal(["D2 ImportSourceUnknown", "E2 ImportNotADate", "F2 ImportSeverityUnknown", "G2 ImportNotADate", "G3 ImportSentenceNamesDay"], report.Problems().OrderBy(problem => problem[1]).ThenBy(problem => problem, StringComparer.Ordinal));
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task The_same_sentence_again_does_nothing_even_after_the_requirement_was_revised()
    {
        var list = $"{_client.Code};Pas de livraison le mercredi;;Karim\n";
        await ImportAsync(list);
        Assert.Equal([ImportOutcome.Same], (await ImportAsync(list.Replace("mercredi", "mercredi.", StringComparison.Ordinal))).Outcomes());

        var first = Assert.Single(await AllAsync());
        var revised = await _world.Get<ReviseRequirement>().ExecuteAsync(first.Id, new() { Sentence = "Ni mercredi ni jeudi", Source = first.Source, Severity = Severity.Block, Rule = new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday } }, first.Version);
        Assert.True(revised.IsOk, revised.Refusal?.ToString());
        Assert.Equal([ImportOutcome.Same], (await ImportAsync(list)).Outcomes());
        Assert.Equal([ImportOutcome.Create], (await ImportAsync($"{_client.Code};Pas de livraison le mercredi;Usine de Dreux;Karim\n")).Outcomes());

        await _world.Get<RetireRequirement>().ExecuteAsync(first.Id, version: null);
        Assert.Equal(["B2 ImportRequirementRetired"], (await ImportAsync(list)).Problems());
        Assert.Equal(2, (await AllAsync()).Count);
    }

    [Fact]
    public async Task Two_rows_that_say_the_same_make_one_requirement()
    {
        var report = await ImportAsync($"{_client.Code};Pas de livraison le mercredi;;Karim\n{_client.Code};PAS DE LIVRAISON  LE MERCREDI.;;Anne\n{_client.Code};Pas de livraison le lundi à notre entrepôt de Chartres;;Karim\n{_client.Code};Pas de livraison le lundi à notre entrepôt de Chartres;Entrepôt de Chartres;Karim\n");

        Assert.Equal([ImportOutcome.Create, ImportOutcome.Refuse, ImportOutcome.Create, ImportOutcome.Same], report.Outcomes());
        Assert.Equal(["ImportRowTwice"], report.Problems());
        Assert.Equal(2, (await AllAsync()).Count);
    }

    [Fact]
    public async Task Another_company_s_sentence_is_not_known_again_and_its_client_is_nobody_here()
    {
        await using var other = await database.ATenantAsync();
        Assert.Equal(["A2 ImportClientUnknown"], (await other.ImportAsync(ImportKind.Requirements, $"Client;Phrase;Site;Dit par\n{_client.Code};Pas de livraison le mercredi;;Karim\n")).Problems());
    }

    [Fact]
    public async Task Whoever_may_not_manage_requirements_imports_none()
    {
        var reader = await _world.AsAsync(_world.Me, Role.Reader);

        Assert.IsType<NotAllowed>((await reader.Get<RunImport>().ExecuteAsync(ImportWorld.Sheet(ImportKind.Requirements, $"Client;Phrase;Dit par\n{_client.Code};Pas de livraison le mercredi;Karim\n"))).Refusal);
        Assert.IsType<NotAllowed>((await reader.Get<ReadImportFile>().ExecuteAsync(ImportKind.Requirements, "x"u8.ToArray(), "p.csv")).Refusal);
        Assert.Empty(await AllAsync());
    }

    private Task<ImportReport> ImportAsync(string rows) => _world.ImportAsync(ImportKind.Requirements, $"Client;Phrase;Site;Dit par\n{rows}");

    private async Task<IReadOnlyList<RequirementView>> AllAsync() => (await _world.Get<ListRequirements>().ExecuteAsync(_client.Id)).Value!.Items;
}
