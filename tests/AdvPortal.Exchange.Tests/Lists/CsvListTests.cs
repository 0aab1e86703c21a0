using System.Text;
using AdvPortal.Exchange.Intake.Tables;
using AdvPortal.Exchange.Lists;
using AdvPortal.Exchange.Tests.Intake;

namespace AdvPortal.Exchange.Tests.Lists;

public sealed class CsvListTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+cmd|' /C calc'!A0")]
    [InlineData("-2+3+cmd|' /C calc'!A0")]
    [InlineData("@SUM(1+1)")]
    [InlineData("  =1+1")]
    [InlineData("\t=1+1")]
    [InlineData("\"=1+1")]
    [InlineData("＝1+1")]
    [InlineData("–2+A1")]
    public void A_formula_is_written_as_text(string cell) => Assert.StartsWith("'", OnlyCell(cell), StringComparison.Ordinal);

    [Theory]
    [InlineData("+33 2 37 00 00 01")]
    [InlineData("-3,50")]
    [InlineData("C-0042")]
    [InlineData("a=b")]
    [InlineData("Dupont \"Le Grand\"; fils\r\n2e étage")]
    public void Anything_else_comes_back_as_it_was(string cell) => Assert.Equal(cell, OnlyCell(cell));

    [Theory]
    [InlineData("Dupont;=1+1", ',')]
    [InlineData("Dupont,=1+1", ';')]
    public void What_would_be_two_cells_in_another_country_is_quoted(string cell, char separator) =>
        Assert.EndsWith($"\r\n\"{cell}\"\r\n", Encoding.UTF8.GetString(CsvList.Write([["Name"], [cell]], separator)), StringComparison.Ordinal);

    [Fact]
    public void No_payload_of_a_known_collection_computes_anything()
    {
        var payloads = Encoding.UTF8.GetString(CaseFiles.Bytes("hostile/csv/csv-injection-payload-list.md")).Split('\n')
            .Select(line => line.Trim()).Where(line => line.Length > 2 && "=+@-".Contains(line[0], StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(payloads);
        Assert.All(payloads, payload => Assert.StartsWith("'", OnlyCell(payload), StringComparison.Ordinal));
    }

    private static string? OnlyCell(string cell)
    {
        var table = TableReader.Read(CsvList.Write([["Name", "Other"], [cell, "x"]], ';'), null);

        return Assert.Single(table.Rows).Cells[0];
    }
}
