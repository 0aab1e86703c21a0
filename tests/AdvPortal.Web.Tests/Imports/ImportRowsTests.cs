using AdvPortal.Application.Imports;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Intake.Tables;
using AdvPortal.Web.Components.Imports;
using AdvPortal.Web.Tests.Shared;
using Bunit;

namespace AdvPortal.Web.Tests.Imports;

/// <summary>What becomes of each sentence of a list, in plain words on the page and in the file that is given back.</summary>
public sealed class ImportRowsTests : ShellContext
{
    private static readonly ImportReport _report = new(ImportKind.Requirements,
    [
        new(2, ImportOutcome.Create, "Hydraulique · Pas le mercredi", [], []) { Requirements = [new("EX-012", "Entrepôt de Chartres", Severity.Block, new(2026, 12, 1), null, new DeliveryDays { Closed = Weekdays.Wednesday }, Draft: false, [])] },
        new(3, ImportOutcome.Create, "Hydraulique · Pas le lundi, en principe", [], []) { Requirements = [new(null, null, Severity.Warn, new(2026, 12, 1), new(2026, 12, 31), new DeliveryDays { Closed = Weekdays.Monday }, Draft: true, ["en principe"])] },
        new(4, ImportOutcome.Refuse, "Bonjour", [], [new("B4", ImportField.Sentence, new("ImportSentenceSaysNothing"))]),
    ]);

    [Fact]
    public void A_row_says_what_it_makes_and_what_is_left_to_a_person()
    {
        var rows = Render<ImportRows>(p => p.Add(it => it.Report, _report).Add(it => it.Address, (_, _) => "requirements/import"));
        var made = rows.FindAll(".import-made").Select(each => string.Join(' ', each.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();

        Assert.Matches(@"^EX-012 en vigueur Entrepôt de Chartres · Bloquante · à partir du \S+ 1\S* déc. 2026\s?Pas de livraison : mercredi\.", made[0]);
        Assert.Matches(@"^brouillon tous sites · Alerte · du \S+ 1\S* déc. 2026 au jeu. 31 déc. 2026\s?Pas de livraison : lundi\.", made[1]);
        Assert.EndsWith("À compléter : « en principe ».", made[1], StringComparison.Ordinal);
        Assert.Contains("B4 · Phrase du client\u00A0: cette phrase ne demande rien", rows.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_that_is_given_back_says_it_beside_each_row_and_can_be_imported_again()
    {
        var sheet = ImportSheet.Of(ImportKind.Requirements, TableReader.Read("Client;Phrase;Dit par\nC-1;Pas le mercredi;Karim\nC-1;Pas le lundi, en principe;Karim\nC-1;Bonjour;Karim\n"u8.ToArray(), "list.csv"));
        var again = ImportSheet.Of(ImportKind.Requirements, TableReader.Read(ImportResultFile.Write(sheet, _report, Text), "result.csv"));

        Assert.Equal(sheet.Columns, again.Columns.Take(3));
        Assert.Equal(["Créée", "Créée", "Refusée"], again.Table.Rows.Select(row => row.Cells[3]));
        Assert.StartsWith("EX-012 (en vigueur)\u00A0: Pas de livraison\u00A0: mercredi.", again.Table.Rows[0].Cells[4], StringComparison.Ordinal);
        Assert.StartsWith("B4 · Phrase du client", again.Table.Rows[2].Cells[4], StringComparison.Ordinal);
    }
}
