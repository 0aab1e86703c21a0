using System.Globalization;
using System.Text;
using System.Text.Json;
using AdvPortal.Application.Imports;
using AdvPortal.Exchange.Intake.Tables;
using AdvPortal.Exchange.Tests.Intake;

namespace AdvPortal.Application.Tests.Imports;

public sealed class ImportTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await database.ATenantAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_preview_says_what_would_happen_and_does_nothing()
    {
        await _world.ImportAsync(ImportKind.Clients, "Code;Nom;Tél\nC-1;Mécanique;02\nC-2;Pompes;03\n");
        const string list = "Code;Raison sociale;Téléphone\nC-1;Mécanique de Nogent;02\nC-2;Pompes;\nC-3;Visserie;04\nC-4;;05\n";
        var report = await _world.LookAsync(ImportKind.Clients, list);

        Assert.Equal([ImportOutcome.Change, ImportOutcome.Same, ImportOutcome.Create, ImportOutcome.Refuse], report.Outcomes());
        Assert.Equal(new ImportChange(ImportField.ClientName, "Mécanique", "Mécanique de Nogent"), Assert.Single(report.Rows[0].Changes));
        Assert.Equal(["B5 EnterName"], report.Problems());
        Assert.Equal(2, await _world.ReadAsync(db => db.Clients.CountAsync()));

        Assert.Equal(report.Outcomes(), (await _world.ImportAsync(ImportKind.Clients, list)).Outcomes());
        Assert.Equal(["Mécanique de Nogent 02", "Pompes 03", "Visserie 04"], await _world.ReadAsync(db => db.Clients.OrderBy(c => c.Code).Select(c => c.Name + " " + c.Phone).ToListAsync()));
    }

    public static TheoryData<string, char> Spellings() => new() { { "utf-8", ';' }, { "utf-8", '\t' }, { "windows-1252", ';' }, { "windows-1252", ',' } };

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task Prices_are_read_as_spreadsheets_write_them(string encoding, char separator)
    {
        var client = await _world.AClientAsync();
        await _world.AProductAsync("VIS-É");
        var narrow = encoding == "utf-8" ? '\u202F' : '\u00A0';
        var list = string.Join('\n',
            "Code client|Référence|Prix net (€)|Base de prix|Début de validité|Fin de validité|Qté mini",
            $"{client.Code}|VIS-É|\"1{narrow}234,50\"|100|01/02/2026|31/12/2026|\"5\u00A0000\"",
            $"{client.Code}|VIS-É|\"8,4025 €\"||1/1/2026||").Replace('|', separator);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(encoding);

        await _world.ImportAsync(ImportSheet.Of(ImportKind.Prices, TableReader.Read((byte[])[.. bytes.Preamble, .. bytes.GetBytes(list)], "prix.csv")));

        var prices = await _world.ReadAsync(db => db.ContractPrices.OrderBy(p => p.ValidFrom).ToListAsync());
        Assert.Equal((8.4025m, 1m, new DateOnly(2026, 1, 1), (DateOnly?)null, (decimal?)null), (prices[0].NetPrice, prices[0].PriceBaseQuantity, prices[0].ValidFrom, prices[0].ValidUntil, prices[0].MinimumQuantity));
        Assert.Equal((1234.5m, 100m, new DateOnly(2026, 2, 1), (DateOnly?)new DateOnly(2026, 12, 31), (decimal?)5000m), (prices[1].NetPrice, prices[1].PriceBaseQuantity, prices[1].ValidFrom, prices[1].ValidUntil, prices[1].MinimumQuantity));
    }

    [Fact]
    public async Task Every_refused_cell_is_named_and_holds_nobody_up()
    {
        var client = await _world.AClientAsync();
        await _world.AProductAsync("A");
        var report = await _world.ImportAsync(
            ImportKind.Prices,
            $"Client;Article;Prix;Du;Au;Palier\n{client.Code};A;douze;32/01/2026;;\n{client.Code};B;1;01/01/2026;;\nC-0;A;1;01/01/2026;;\n{client.Code};A;1;01/01/2026;01/01/2025;\n{client.Code};A;1,23456;02/01/2026;;\n{client.Code};A;2;03/01/2026;;-5\n{client.Code};A;3;04/01/2026;;\n");

        Assert.Equal(
            ["C2 ImportNotANumber", "D2 ImportNotADate", "B3 UnknownProductCode", "A4 ImportClientUnknown", "E5 EndsBeforeItBegins", "C6 ImportTooPrecise", "F7 QuantityOutOfRange"],
            report.Problems());
        Assert.Equal(3m, Assert.Single(await _world.ReadAsync(db => db.ContractPrices.ToListAsync())).NetPrice);
    }

    [Fact]
    public async Task Two_rows_about_the_same_thing_are_one_row_and_a_reason()
    {
        var report = await _world.ImportAsync(ImportKind.Products, "code,name\nA,First\nB,Other\nA,Second\n");

        Assert.Equal([ImportOutcome.Create, ImportOutcome.Create, ImportOutcome.Refuse], report.Outcomes());
        Assert.Equal(new("ImportRowTwice", 2), Assert.Single(report.Rows[2].Problems).Message);
        Assert.Equal("First", (await _world.ReadAsync(db => db.Products.SingleAsync(p => p.Code == "A"))).Name);
    }

    [Fact]
    public async Task Another_company_s_client_is_nobody_here()
    {
        await using var other = await database.ATenantAsync();
        var theirs = await other.AClientAsync("Hydraulique Chartraine");

        Assert.Equal(["A2 ImportClientUnknown"], (await _world.ImportAsync(ImportKind.Sites, $"code client;site\n{theirs.Code};Atelier\n")).Problems());
        Assert.Equal([ImportOutcome.Create], (await _world.ImportAsync(ImportKind.Clients, $"code;nom\n{theirs.Code};Usurpée\n")).Outcomes());
        Assert.Equal("Hydraulique Chartraine", (await other.ReadAsync(db => db.Clients.Include(c => c.Sites).SingleAsync())).Name);
        Assert.Empty(await other.ReadAsync(db => db.Sites.ToListAsync()));
    }

    [Fact]
    public async Task An_archived_client_is_not_brought_back_unseen()
    {
        var client = await _world.AClientAsync();
        await _world.SaveAsync(async db =>
        {
            (await db.Clients.SingleAsync(c => c.Id == client.Id)).Archive();
            return Result.Ok;
        });

        Assert.Equal(["A2 ImportClientArchived"], (await _world.ImportAsync(ImportKind.Clients, $"code;nom\n{client.Code};Revenue\n")).Problems());
    }

    [Fact]
    public async Task History_tells_every_row_of_a_long_list()
    {
        const int rows = 120;
        await _world.ImportAsync(ImportKind.Products, "code;nom\n" + string.Concat(Enumerable.Range(1, rows).Select(i => $"P-{i};Article {i}\n")));

        var told = (await _world.ReadAsync(db => db.History.Where(h => h.UseCase == nameof(RunImport)).Select(h => h.Changes).ToListAsync()))
            .SelectMany(changes => JsonDocument.Parse(changes).RootElement.EnumerateArray().ToList()).ToList();
        Assert.DoesNotContain(told, change => change.TryGetProperty("more", out _));
        Assert.Equal(rows, told.Select(change => change.GetProperty("after").GetProperty("code").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Two_people_who_import_the_same_list_at_the_same_moment_make_each_row_once()
    {
        const int rows = 150;
        var client = await _world.AClientAsync();
        await _world.AProductAsync("A");
        var list = "client;code article client;code article\n" + string.Concat(Enumerable.Range(1, rows).Select(i => $"{client.Code};T-{i};A\n"));
        await using var colleague = _world.AsKey();

        var reports = await Task.WhenAll(_world.ImportAsync(ImportKind.ProductCodes, list), colleague.ImportAsync(ImportKind.ProductCodes, list));

        Assert.Equal(rows, await _world.ReadAsync(db => db.BuyerCodes.CountAsync()));
        Assert.Equal(rows, reports.Sum(report => report.Created));
    }

    [Fact]
    public async Task A_column_can_be_told_to_mean_something_else()
    {
        var sheet = ImportWorld.Sheet(ImportKind.Products, "Machin;Désignation\nA;Vis\n");
        var refused = await _world.Get<PreviewImport>().ExecuteAsync(sheet);
        Assert.Equal([ImportField.ProductCode], Assert.IsType<ImportColumnsMissing>(refused.Refusal).Fields);

        await _world.ImportAsync(sheet.With(0, ImportField.ProductCode));
        Assert.Equal(("A", "Vis"), await _world.ReadAsync(db => db.Products.Select(p => new ValueTuple<string, string>(p.Code, p.Name)).SingleAsync()));
    }

    [Fact]
    public async Task Contacts_are_known_again_by_their_name_and_a_forgotten_one_is_not_brought_back()
    {
        var client = await _world.AClientAsync(arrange: c => c.OpenSite("Dépôt", "Europe/Paris", PostalAddress.Empty));
        await _world.ImportAsync(ImportKind.Contacts, $"client;nom;mail;service;site\n{client.Code};Anne Lefort;achats@x.example;Achats;dépôt\n");
        var changed = await _world.ImportAsync(ImportKind.Contacts, $"client;nom;mail;service\n{client.Code};anne lefort;anne@x.example;\n{client.Code};Paul Renard;achats@x.example;Entrepôt\n");
        Assert.Equal([ImportOutcome.Change, ImportOutcome.Create], changed.Outcomes());

        await _world.SaveAsync(async db =>
        {
            (await db.Clients.Include(c => c.Contacts).SingleAsync()).Contacts.Single(c => c.Email == "anne@x.example").Erase(_world.Clock.GetUtcNow());
            return Result.Ok;
        });
        Assert.Equal([ImportOutcome.Create], (await _world.ImportAsync(ImportKind.Contacts, $"client;nom;mail\n{client.Code};Anne Lefort;anne@x.example\n")).Outcomes());
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Our_own_examples_can_be_imported_one_after_the_other(string language)
    {
        foreach (var kind in Enum.GetValues<ImportKind>())
        {
            var sheet = ImportSheet.Of(kind, TableReader.Read(ImportExamples.Write(kind, new(2026, 11, 23), CultureInfo.GetCultureInfo(language)), null));

            if (kind is ImportKind.StockDates)
            {
                await PlaceTheOrderOfTheExampleAsync();
            }
            else if (kind is ImportKind.Shipments)
            {
                await ConfirmTheOrderOfTheExampleAsync();
            }

            Assert.DoesNotContain(null, sheet.Columns);
            Assert.Equal([ImportOutcome.Create, ImportOutcome.Create], (await _world.ImportAsync(sheet)).Outcomes());
            Assert.Equal([ImportOutcome.Same, ImportOutcome.Same], (await _world.LookAsync(sheet)).Outcomes());
        }

        Assert.Equal(8.4m, (await _world.ReadAsync(db => db.ContractPrices.SingleAsync(p => p.ValidUntil != null))).NetPrice);
    }

    private async Task PlaceTheOrderOfTheExampleAsync()
    {
        var client = await _world.ReadAsync(db => db.Clients.SingleAsync(c => c.Code == "EX-0001"));
        var placed = await _world.Get<Application.Orders.PlaceOrder>().ExecuteAsync(new()
        {
            ClientId = client.Id,
            CustomerReference = "EX-4500187342",
            Lines = [new() { LineNo = "10", ProductCode = "EX-M8-30", Quantity = 100 }, new() { LineNo = "20", ProductCode = "EX-RP-M8", Quantity = 100 }],
        });
        Assert.True(placed.IsOk, placed.Refusal?.ToString());
    }

    private async Task ConfirmTheOrderOfTheExampleAsync()
    {
        var id = await _world.ReadAsync(db => db.Orders.Select(o => o.Id).SingleAsync());
        var order = (await _world.Get<Application.Orders.ReadOrder>().ExecuteAsync(id)).Value!;

        foreach (var finding in order.Findings.Where(finding => finding is { State: Domain.Orders.FindingState.Open, Severity: Domain.Requirements.Severity.Block }))
        {
            Assert.True((await _world.Get<Application.Orders.WaiveFinding>().ExecuteAsync(id, finding.Id, new("Vu", "Anne Lefort"), null)).IsOk);
        }

        var confirmed = await _world.Get<Application.Orders.ConfirmOrder>().ExecuteAsync(id, null);
        Assert.True(confirmed.IsOk, confirmed.Refusal?.ToString());
    }

    [Fact]
    public async Task Names_that_break_programs_are_kept_as_they_are_or_refused()
    {
        var names = Encoding.UTF8.GetString(CaseFiles.Bytes("hostile/strings/blns.txt")).Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
        var sheet = new ImportSheet(ImportKind.Clients, new(["code", "nom"], [.. names.Select((name, i) => new TableRow(i + 2, [$"N-{i}", name])), new(9999, ["N-X", "a\0b"])], []), [ImportField.ClientCode, ImportField.ClientName]);
        var report = await _world.ImportAsync(sheet);
        var kept = await _world.ReadAsync(db => db.Clients.ToDictionaryAsync(c => c.Code, c => c.Name));

        Assert.Equal("ImportCellUnreadable", report.Rows[^1].Problems[0].Message.Key);
        Assert.All(report.Rows.Where(row => row.Outcome == ImportOutcome.Create), row => Assert.Equal(names[row.Number - 2].Trim(), kept[$"N-{row.Number - 2}"]));
        Assert.InRange(kept.Count, names.Count / 2, names.Count);
    }

    [Fact]
    public async Task Whoever_may_not_manage_clients_imports_nothing()
    {
        var reader = await _world.AsAsync(_world.Me, Role.Reader);

        Assert.IsType<NotAllowed>((await reader.Get<RunImport>().ExecuteAsync(ImportWorld.Sheet(ImportKind.Products, "code;nom\nA;Vis\n"))).Refusal);
        Assert.IsType<NotAllowed>((await reader.Get<ReadImportFile>().ExecuteAsync(ImportKind.Products, "code;nom\nA;Vis\n"u8.ToArray(), "p.csv")).Refusal);
        Assert.Empty(await _world.ReadAsync(db => db.Products.ToListAsync()));
    }
}
