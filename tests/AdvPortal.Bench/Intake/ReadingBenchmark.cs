using System.Text;
using System.Xml;
using AdvPortal.Bench.Lab;
using AdvPortal.Exchange.Intake;
using Sylvan.Data.Csv;

namespace AdvPortal.Bench.Intake;

/// <summary>P7: real orders read whole, against the same bytes merely cut into their pieces, each piece handed out as text.</summary>
internal sealed class ReadingBenchmark : Benchmark
{
    private const double Share = 0.3;
    private const int Rounds = 60;

    public override string Id => "P7";

    public override Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct)
    {
        if (Repository.Cases is not { } cases)
        {
            return Task.FromResult<IReadOnlyList<Figure>>([Figure.Missing(Id, "reading documents", "no shared/cases beside the repository")]);
        }

        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            Compare("EDIFACT", Files(Path.Combine(cases, "edifact", "orders"), "*.edi"), CutInterchange),
            Compare("UBL", Files(Path.Combine(cases, "ubl", "orders"), "*.xml"), CutXml),
            Compare("CSV", Files(Path.Combine(cases, "csv"), "*.csv"), CutTable),
        ]);
    }

    private static List<byte[]> Files(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private Figure Compare(string format, List<byte[]> files, Func<byte[], int> cut)
    {
        var (bytes, repeats) = (files.Sum(file => (long)file.Length), 1 + (1_000_000 / (int)files.Sum(file => (long)file.Length)));
        var (reading, cutting) = Timings.InTurn(Rounds, () => Each(Read), () => Each(cut));

        return Figure.AtLeast(Id, $"reading {files.Count} files of {format}", Rate(reading), "MB/s", Rate(cutting), Share);

        double Rate(Timings timings) => bytes * repeats / timings.P50 / 1000;

        void Each(Func<byte[], int> work)
        {
            var pieces = 0;

            for (var repeat = 0; repeat < repeats; repeat++)
            {
                foreach (var file in files)
                {
                    pieces += work(file);
                }
            }

            GC.KeepAlive(pieces);
        }
    }

    private static int Read(byte[] file) => DocumentReader.Read(file, fileName: null, contentType: null).Orders.Count;

    /// <summary>Segments, elements and components of ISO 9735 with the usual delimiters, release characters taken out.</summary>
    private static int CutInterchange(byte[] file)
    {
        var (piece, pieces, isReleased) = (new StringBuilder(), 0, false);

        foreach (var character in Encoding.Latin1.GetString(file))
        {
            if (isReleased || character is not ('+' or ':' or '\'' or '?'))
            {
                piece.Append(character);
                isReleased = false;
            }
            else if (character is '?')
            {
                isReleased = true;
            }
            else
            {
                pieces += piece.ToString().Length;
                piece.Clear();
            }
        }

        return pieces;
    }

    private static int CutXml(byte[] file)
    {
        using var xml = XmlReader.Create(new MemoryStream(file), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var pieces = 0;

        while (xml.Read())
        {
            pieces += xml.NodeType is XmlNodeType.Text ? xml.Value.Length : xml.AttributeCount;
        }

        return pieces;
    }

    private static int CutTable(byte[] file)
    {
        using var table = CsvDataReader.Create(new StreamReader(new MemoryStream(file), Encoding.Latin1), new CsvDataReaderOptions { HasHeaders = false, CsvStyle = CsvStyle.Lax });
        var pieces = 0;

        while (table.Read())
        {
            for (var column = 0; column < table.RowFieldCount; column++)
            {
                pieces += table.GetString(column).Length;
            }
        }

        return pieces;
    }
}
