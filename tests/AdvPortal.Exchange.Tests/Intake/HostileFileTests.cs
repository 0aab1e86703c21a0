using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>Files made to break readers: each costs itself, says why, and nothing else happens.</summary>
public sealed class HostileFileTests
{
    /// <summary>No fixture is larger than a megabyte; thirty times that would be a bomb going off.</summary>
    private const long MostBytes = 32 * 1024 * 1024;

    public static TheoryData<string> Files() => CaseFiles.In("*", "hostile");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_hostile_file_is_kept_and_its_defect_told(string file)
    {
        var bytes = CaseFiles.Bytes(file);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = DocumentReader.Read(bytes, Path.GetFileName(file), null);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        Assert.NotEmpty(reading.Problems);
        Assert.DoesNotContain(reading.Problems, problem => problem.Code == "reader-failed");
        Assert.True(reading.Verdict >= ReadingVerdict.NeedsReview);
    }

    [Theory]
    [InlineData("hostile/edifact/bad-release-characters.edi", "release-misused", "segment 84 (IMD)")]
    [InlineData("hostile/edifact/bad-release-characters.edi", "component-misplaced", "segment 360 (IMD)")]
    [InlineData("hostile/edifact/d01b-orders-no-envelope-no-lines.edi", "unb-missing", "segment 1 (UNH)")]
    [InlineData("hostile/edifact/d01b-orders-segments-out-of-order.edi", "segment-outside", "segment 1 (BGM)")]
    [InlineData("hostile/edifact/d01b-orders-segments-out-of-order.edi", "date-format-missing", "segment 3 (DTM)")]
    [InlineData("hostile/edifact/d01b-orders-segments-out-of-order.edi", "unread-party", "segment 4 (NAD)")]
    [InlineData("hostile/edifact/invoice-trailing-colon.edi", "trailing-separator", "segment 6 (RFF)")]
    [InlineData("hostile/edifact/utf8-in-unoc.edi", "charset-differs", null)]
    [InlineData("hostile/xml/xxe-classic.xml", "xml-dtd", "line 2 of the file")]
    [InlineData("hostile/xml/billion-laughs-short.xml", "xml-dtd", "line 1 of the file")]
    [InlineData("hostile/xlsx/60320-protected.xlsx", "encrypted", null)]
    public void The_defect_and_its_place_are_named(string file, string code, string? where)
    {
        var reading = DocumentReader.Read(CaseFiles.Bytes(file), null, null);

        Assert.Contains(reading.Problems, problem => problem.Code == code && ProblemText.Where(problem, new("en")) == where);
    }

    [Fact]
    public void The_same_defect_a_thousand_times_is_told_fifty_times_and_counted()
    {
        var reading = Reading.Of(Reading.Interchange(string.Concat(Enumerable.Range(1, 1000).Select(i => $"LIN+{i}++X{i}:SA'"))));

        var missing = reading.Problems.Where(problem => problem.Code == "quantity-missing").ToList();
        Assert.Equal(ReadingLimits.ProblemsOfAKind + 1, missing.Count);
        Assert.Equal("… and 950 more of the same kind.", ProblemText.Say(missing[^1], new("en")));
    }

    [Fact]
    public void A_segment_of_a_million_components_is_cut()
    {
        var reading = Reading.Of(Reading.Interchange("LIN+1++X:SA'QTY+21:1'PIA+5" + string.Concat(Enumerable.Repeat("+A:SA", 1_000_000)) + "'"));

        Assert.Contains(reading.Problems, problem => problem.Code == "segment-overfull");
        Assert.Single(reading.Orders);
    }

    [Fact]
    public void More_lines_than_any_order_has_are_not_read()
    {
        var reading = Reading.Of(Reading.Interchange(string.Concat(Enumerable.Repeat("LIN+1++X:SA'", ReadingLimits.LinesPerOrder + 10))));

        Assert.Equal(ReadingLimits.LinesPerOrder, Assert.Single(reading.Orders).Lines.Count);
        Assert.Contains(reading.Problems, problem => problem.Code == "too-many-lines");
    }

    [Fact]
    public void Numbers_beyond_reason_are_no_numbers()
    {
        var reading = Reading.Of(Reading.Interchange("LIN+1++X:SA'QTY+21:999999999999999:PCE'PRI+AAA:999999999999999:::0.000001'MOA+203:1'LIN+2++X:SA'QTY+21:1000000000000000'"));

        Assert.Contains(reading.Problems, problem => problem.Code == "line-amount-differs");
        Assert.Contains(reading.Problems, problem => problem.Code == "number-invalid");
    }

    [Fact]
    public void A_cell_without_end_does_not_eat_the_memory()
    {
        var reading = Reading.Of("po;sku;qty\n1;\"" + new string('x', 4 * 1024 * 1024));

        Assert.Contains(reading.Problems, problem => problem.Code == "csv-invalid");
        Assert.Empty(reading.Orders);
    }

    [Fact]
    public void An_oversized_or_empty_file_is_not_looked_into()
    {
        Assert.Equal("too-large", Assert.Single(DocumentReader.Read(new byte[ReadingLimits.DocumentBytes + 1], null, null).Problems).Code);
        Assert.Equal("empty-file", Assert.Single(DocumentReader.Read(ReadOnlyMemory<byte>.Empty, null, null).Problems).Code);
    }

    [Fact]
    public void A_name_that_promises_another_format_is_told() =>
        Assert.Contains(DocumentReader.Read("not a pdf"u8.ToArray(), "order.pdf", null).Problems, problem => problem.Code == "name-differs");
}
