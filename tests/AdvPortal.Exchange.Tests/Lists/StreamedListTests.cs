using System.IO.Compression;
using System.Text;
using AdvPortal.Exchange.Lists;
using MiniExcelLibs;

namespace AdvPortal.Exchange.Tests.Lists;

/// <summary>Lists that are written while they are read: the same rows as a workbook and as text.</summary>
public sealed class StreamedListTests
{
    private static readonly object?[] _row = ["=1+1", "Écrou <M8> & \"Cie\"\u0001", 1284.6m, 3, new DateOnly(2026, 11, 25), null, "0042", "-3,50"];

    [Fact]
    public async Task A_workbook_comes_back_cell_by_cell_and_computes_nothing()
    {
        using var file = await WorkbookAsync([_row]);
        var rows = Read(file);

        Assert.Equal(["Un", "Deux"], rows[0].Take(2));
        Assert.Equal(["=1+1", "Écrou <M8> & \"Cie\"", 1284.6, 3.0, new DateTime(2026, 11, 25), null, "0042", "-3,50"], rows[1].Take(8));
        Assert.DoesNotContain("<f>", await SheetAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_as_text_is_written_as_a_spreadsheet_of_the_language_reads_it()
    {
        Assert.Equal("'=1+1;\"Écrou <M8> & \"\"Cie\"\"\u0001\";1284,6;3;25/11/2026;;0042;\"-3,50\"\r\n", await TextAsync(inFrench: true));
        Assert.Equal("'=1+1,\"Écrou <M8> & \"\"Cie\"\"\u0001\",1284.6,3,2026-11-25,,0042,\"-3,50\"\r\n", await TextAsync(inFrench: false));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public async Task A_formula_is_no_formula(string cell)
    {
        using var output = new MemoryStream();
        await CsvList.WriteAsync(output, RowsAsync([[cell]]), inFrench: true, CancellationToken.None);

        Assert.StartsWith("'", Encoding.UTF8.GetString(output.ToArray()).TrimStart('\uFEFF').TrimStart('"'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_are_written_as_they_come_to_an_output_that_cannot_seek()
    {
        var (held, most) = (0L, 0L);
        await using var output = new Sink();
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await XlsxList.WriteAsync(output, "Carnet", ["N"], ManyAsync(), CancellationToken.None);

        Assert.True(output.Written > 100_000);
        Assert.InRange(most, 0, 32_000_000);

        async IAsyncEnumerable<IReadOnlyList<object?>> ManyAsync()
        {
            for (var n = 0; n < 100_000; n++)
            {
                if (n % 20_000 == 0)
                {
                    held = GC.GetTotalMemory(forceFullCollection: true) - before;
                    most = Math.Max(most, held);
                }

                yield return [$"CV26-{n:000000}", "Hydraulique Chartraine", n * 1.5m, new DateOnly(2026, 11, 25)];
            }

            await Task.CompletedTask;
        }
    }

    [Theory]
    [InlineData("Carnet [de] commandes : 2026 / nov.", "Carnet de commandes  2026  nov.")]
    [InlineData("'", "1")]
    public async Task A_sheet_is_called_what_a_sheet_may_be_called(string asked, string expected)
    {
        using var output = new MemoryStream();
        await XlsxList.WriteAsync(output, asked, ["N"], RowsAsync([]), CancellationToken.None);
        output.Position = 0;

        Assert.Equal([expected], MiniExcel.GetSheetNames(output));
    }

    private static List<List<object?>> Read(Stream file) => [.. MiniExcel.Query(file).Cast<IDictionary<string, object?>>().Select(row => row.Values.ToList())];

    private static async Task<string> TextAsync(bool inFrench)
    {
        using var output = new MemoryStream();
        await CsvList.WriteAsync(output, RowsAsync([_row]), inFrench, CancellationToken.None);

        return Encoding.UTF8.GetString(output.ToArray()).TrimStart('\uFEFF');
    }

    private static async Task<MemoryStream> WorkbookAsync(IReadOnlyList<object?[]> rows)
    {
        var output = new MemoryStream();
        await XlsxList.WriteAsync(output, "Carnet", ["Un", "Deux"], RowsAsync(rows), CancellationToken.None);
        output.Position = 0;

        return output;
    }

    private static async Task<string> SheetAsync(Stream file)
    {
        file.Position = 0;
        await using var package = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        using var sheet = new StreamReader(await package.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());

        return await sheet.ReadToEndAsync();
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(IEnumerable<object?[]> rows)
    {
        foreach (var row in rows)
        {
            yield return row;
        }

        await Task.CompletedTask;
    }

    /// <summary>Takes everything and keeps nothing, as the way to a browser does.</summary>
    private sealed class Sink : Stream
    {
        public long Written { get; private set; }
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        // A server does not let anybody write to a browser synchronously.
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;

            return ValueTask.CompletedTask;
        }
    }
}
