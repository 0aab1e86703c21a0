using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

public sealed class LimitedReaderTests
{
    /// <summary>Enough of a PDF to be sent to the process of its own.</summary>
    private static readonly byte[] Risky = "%PDF-1.4 nothing more"u8.ToArray();

    [Fact]
    public async Task A_sound_order_is_read_at_once_without_a_process()
    {
        using var reader = new LimitedReader(new("/there/is/no/such/program", []));

        Assert.Single((await reader.ReadDocumentAsync("po;sku;qty\n1;A;2\n"u8.ToArray(), null, null, cancellationToken: TestContext.Current.CancellationToken)).Orders);
    }

    [Fact]
    public async Task A_damaged_PDF_is_told()
    {
        using var reader = new LimitedReader(ReadHost.Reading);
        var reading = await reader.ReadDocumentAsync(Risky, "order.pdf", "application/pdf", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((DocumentFormat.Pdf, ReadingVerdict.NotAnOrder), (reading.Format, reading.Verdict));
        Assert.Equal("pdf-damaged", Assert.Single(reading.Problems).Code);
    }

    [Theory]
    [InlineData("crash", "it broke down")]
    [InlineData("babble", "unreadable answer")]
    [InlineData("flood", "answer too large")]
    [InlineData("eat-native", "too much memory")]
    public async Task A_process_that_misbehaves_costs_one_document(string how, string why)
    {
        using var reader = new LimitedReader(ReadHost.Misbehaving(how) with { OutputBytes = 1024 * 1024 });
        var reading = await reader.ReadDocumentAsync(Risky, null, null, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ReadingVerdict.NotAnOrder, reading.Verdict);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal("reader-failed", problem.Code);
        Assert.Contains(why, ProblemText.Say(problem, new("en")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Managed_memory_is_limited_by_the_runtime()
    {
        using var reader = new LimitedReader(ReadHost.Misbehaving("eat-managed"));

        Assert.Equal("reader-failed", Assert.Single((await reader.ReadDocumentAsync(Risky, null, null, cancellationToken: TestContext.Current.CancellationToken)).Problems).Code);
    }

    [Fact]
    public async Task A_process_that_hangs_is_ended()
    {
        using var reader = new LimitedReader(ReadHost.Misbehaving("hang") with { Time = TimeSpan.FromMilliseconds(500) });
        var table = await reader.ReadTableAsync(Risky, null, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains("too long", ProblemText.Say(Assert.Single(table.Problems), new("en")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_caller_may_give_up()
    {
        using var reader = new LimitedReader(ReadHost.Misbehaving("hang"));
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.ReadDocumentAsync(Risky, null, null, cancellationToken: impatient.Token));
    }

    [Fact]
    public async Task The_process_does_not_inherit_the_portal_s_environment()
    {
        Environment.SetEnvironmentVariable("ADVPORTAL_TEST_SECRET", "{\"format\":\"pdf\",\"verdict\":\"import\",\"problems\":[],\"orders\":[]}");
        using var reader = new LimitedReader(ReadHost.Misbehaving("secrets"));

        Assert.Equal("reader-failed", Assert.Single((await reader.ReadDocumentAsync(Risky, null, null, cancellationToken: TestContext.Current.CancellationToken)).Problems).Code);
    }

    public static TheoryData<string> HostileFiles() => CaseFiles.In("*", "hostile/pdf", "hostile/xlsx");

    [Theory]
    [MemberData(nameof(HostileFiles))]
    public async Task A_hostile_PDF_or_workbook_is_answered(string file)
    {
        using var reader = new LimitedReader(ReadHost.Reading);
        var reading = await reader.ReadDocumentAsync(CaseFiles.Bytes(file), Path.GetFileName(file), null, cancellationToken: TestContext.Current.CancellationToken);
        var table = await reader.ReadTableAsync(CaseFiles.Bytes(file), Path.GetFileName(file), TestContext.Current.CancellationToken);

        Assert.Empty(reading.Orders);
        Assert.NotEmpty(reading.Problems);
        Assert.True(table.Problems.Count > 0 || table.Rows.Count > 0);
    }

    [Theory]
    [InlineData("hostile/pdf/qpdf-encrypted-40-bit-R3.pdf", "encrypted")]
    [InlineData("pdf/po-office-supplies-simple.pdf", "currency-sign")]
    [InlineData("order-x/order-x-comfort-ex01.pdf", "embedded-order")]
    [InlineData("pdf/quotation-with-embedded-ubl-odoo10.pdf", "other-message")]
    public async Task What_a_PDF_is_like_is_told(string file, string code)
    {
        using var reader = new LimitedReader(ReadHost.Reading);

        Assert.Contains((await reader.ReadDocumentAsync(CaseFiles.Bytes(file), null, null, cancellationToken: TestContext.Current.CancellationToken)).Problems, problem => problem.Code == code);
    }

    [Fact]
    public async Task A_workbook_is_read_and_shown_in_the_process_of_its_own()
    {
        using var reader = new LimitedReader(ReadHost.Reading);
        var workbook = new WorkbookFixture().Sheet("Bon", [["PO", "P-1"], ["code", "combien"], ["A", 7]]).Bytes();
        var guide = new ReadingGuide(new Dictionary<string, string> { ["combien"] = "lines.quantity" }, new Dictionary<string, string>());

        var reading = await reader.ReadDocumentAsync(workbook, null, null, guide, TestContext.Current.CancellationToken);
        var original = await reader.ShowDocumentAsync(workbook, null, null, guide, TestContext.Current.CancellationToken);

        Assert.Equal(("P-1", 7m), (Assert.Single(reading.Orders).OrderNumber, reading.Orders[0].Lines[0].Quantity));
        Assert.Contains(original.Spots, spot => spot is { Value: "orders[0].lines[0].quantity", Line: 2, From: 1 });
    }
}
