using System.Globalization;
using AdvPortal.Application.Imports;
using AdvPortal.Exchange.Lists;
using AdvPortal.Web.Components.Requirements;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Imports;

/// <summary>The list as it came, with what became of each row beside it: refused rows can be put right there and imported again.</summary>
internal static class ImportResultFile
{
    /// <param name="refused">Only the rows that were refused, to be put right.</param>
    public static byte[] Write(ImportSheet sheet, ImportReport report, IStringLocalizer<Texts> text, bool refused = false)
    {
        var rows = report.Rows.ToDictionary(row => row.Number);
        IReadOnlyList<string?>[] all =
        [
            [.. sheet.Table.Headers, text["Import.Outcome"], text["Import.Detail"]],
            .. sheet.Table.Rows.Where(row => !refused || rows[row.Number].Outcome is ImportOutcome.Refuse).Select(row => (IReadOnlyList<string?>)[.. row.Cells, text[report.Kind.Saying($"Import.Was.{rows[row.Number].Outcome}")], Detail(rows[row.Number], text)]),
        ];

        return CsvList.Write(all, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? ';' : ',');
    }

    private static string Detail(ImportRow row, IStringLocalizer<Texts> text) =>
        string.Join(" ", [.. row.Problems.Select(problem => Say(problem, text)), .. row.Requirements.Select(made => Say(made, text))]);

    /// <summary>« EX-012, en vigueur : Pas de livraison : mercredi. »</summary>
    private static string Say(ImportedRequirement made, IStringLocalizer<Texts> text) =>
        text["Import.Made", made.Number ?? "", text[made.Draft ? "Import.MadeDraft" : "Import.MadeInForce"].Value, RuleWords.Of(made.Rule, text)];

    /// <summary>« C12 · Prix net : « douze » n’est pas un nombre. »</summary>
    public static string Say(ImportProblem problem, IStringLocalizer<Texts> text) => problem switch
    {
        { Field: { } field, Cell: { } cell } => text["Import.ProblemInCell", cell, text[$"ImportField.{field}"], text.Say(problem.Message)],
        { Field: { } field } => text["Import.ProblemInField", text[$"ImportField.{field}"], text.Say(problem.Message)],
        _ => text.Say(problem.Message),
    };
}

/// <summary>The file is larger than an import may be; it was not read.</summary>
public sealed record ImportFileTooLarge(int Megabytes) : Unacceptable(Megabytes);
