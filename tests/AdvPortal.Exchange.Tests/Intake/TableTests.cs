using System.IO.Compression;
using System.Text;
using AdvPortal.Exchange.Intake.Tables;
using MiniExcelLibs;

namespace AdvPortal.Exchange.Tests.Intake;

public sealed class TableTests
{
    [Fact]
    public void A_CSV_list_keeps_row_numbers_leading_zeros_and_number_style()
    {
        var table = Read("Code ; Nom;Prix\n\n00123;\"Dupont; fils\";1 234,50\n00124;;2,5\n");

        Assert.Equal(["Code", "Nom", "Prix"], table.Headers);
        Assert.Equal([3, 4], table.Rows.Select(row => row.Number));
        Assert.Equal(["00123", "Dupont; fils", "1 234,50"], table.Rows[0].Cells);
        Assert.Equal(["00124", null, "2,5"], table.Rows[1].Cells);
        Assert.True(table.TryNumber("1,000", out var number) && number == 1m);
        Assert.Empty(table.Problems);
    }

    [Fact]
    public void A_workbook_is_read_like_a_CSV_list()
    {
        using var stream = new MemoryStream();
        stream.SaveAs(new[] { new { Code = "00123", Gtin = 3012345678933d, Price = 8.4, From = new DateTime(2026, 11, 25) } });
        var table = TableReader.Read(stream.ToArray(), "prices.xlsx");

        Assert.Equal(["Code", "Gtin", "Price", "From"], table.Headers);
        Assert.Equal(["00123", "3012345678933", "8.4", "2026-11-25"], Assert.Single(table.Rows).Cells);
        Assert.Equal('.', table.DecimalMark);
    }

    [Theory]
    [InlineData("a;b\n1;2;3\n", "row-too-long")]
    [InlineData("a;A\n1;2\n", "table-header-twice")]
    [InlineData("just one column\n1\n", "table-not-csv")]
    [InlineData("%PDF-1.4", "table-unreadable")]
    [InlineData("", "empty-file")]
    [InlineData(" \n", "table-not-csv")]
    public void What_is_wrong_with_a_list_is_told(string text, string code) => Assert.Contains(Read(text).Problems, problem => problem.Code == code);

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        var table = TableReader.Read(Archive(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", new string(' ', 8 * 1024 * 1024))), null);

        Assert.Equal("table-too-large", Assert.Single(table.Problems).Code);
        Assert.Empty(table.Rows);
    }

    [Fact]
    public void A_type_definition_stays_outside()
    {
        var table = TableReader.Read(Archive(("[Content_Types].xml", "<Types/>"), ("xl/sharedStrings.xml", "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><sst>&a;</sst>")), null);

        Assert.Equal("xml-dtd", Assert.Single(table.Problems).Code);
    }

    [Fact]
    public void More_rows_than_a_list_has_are_not_read()
    {
        var table = Read("a;b\n" + string.Concat(Enumerable.Repeat("1;2\n", 100_001)));

        Assert.Equal(100_000, table.Rows.Count);
        Assert.Contains(table.Problems, problem => problem.Code == "table-too-many-rows");
    }

    [Theory]
    [InlineData("hostile/xlsx/60320-protected.xlsx", "table-encrypted")]
    [InlineData("hostile/xlsx/poc-xmlbomb.xlsx", "xml-dtd")]
    [InlineData("hostile/xlsx/invalid.xlsx", "table-unreadable")]
    public void A_hostile_workbook_is_refused_with_its_reason(string file, string code) =>
        Assert.Contains(TableReader.Read(CaseFiles.Bytes(file), null).Problems, problem => problem.Code == code);

    [Theory]
    [InlineData("hostile/xlsx/59746_NoRowNums.xlsx")]
    [InlineData("xlsx/glfp-weekly-reorder.xlsx")]
    [InlineData("xlsx/po-extract-ghost-rows.xlsx")]
    public void A_real_workbook_is_a_list(string file)
    {
        var table = TableReader.Read(CaseFiles.Bytes(file), null);

        Assert.NotEmpty(table.Headers);
        Assert.NotEmpty(table.Rows);
        Assert.All(table.Rows, row => Assert.Equal(table.Headers.Count, row.Cells.Length));
    }

    private static Table Read(string text) => TableReader.Read(Encoding.UTF8.GetBytes(text), null);

    private static byte[] Archive(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
