using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake.Mail;

/// <summary>A message is a stranger's: it is read where a crash costs nothing, and answered there as anywhere.</summary>
public sealed class MailProcessTests
{
    public static TheoryData<string> Files() => CaseFiles.In("*.eml", "eml", "hostile/eml");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_message_is_read_in_the_process_of_its_own(string file)
    {
        using var reader = new LimitedReader(ReadHost.Reading);
        var bytes = CaseFiles.Bytes(file);
        var reading = await reader.ReadDocumentAsync(bytes, Path.GetFileName(file), "message/rfc822", cancellationToken: TestContext.Current.CancellationToken);
        var original = await reader.ShowDocumentAsync(bytes, Path.GetFileName(file), "message/rfc822", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(DocumentFormat.Email, reading.Format);
        Assert.NotNull(reading.Sender?.Address);
        Assert.IsType<AdvPortal.Exchange.Intake.Originals.MessagePart>(original.Parts[0]);
    }

    [Fact]
    public void Half_a_message_is_never_more_than_a_reading()
    {
        var whole = System.Text.Encoding.UTF8.GetBytes(Eml.With("Ci-joint notre commande.\n- 5 x VH-M8-30-ZN", "Commande BC-1", ("a.csv", "text/csv", "Commande;Article;Quantité\nBC-1;VH-M8-30-ZN;50\n")));
        var random = new Random(4);

        for (var i = 0; i < 200; i++)
        {
            var bytes = whole[..random.Next(whole.Length)];
            for (var hit = 0; hit < i % 20 && bytes.Length > 0; hit++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Assert.DoesNotContain(DocumentReader.Read(bytes, null, null).Problems, problem => problem.Code == "reader-failed");
        }
    }

    [Fact]
    public void Ten_thousand_nested_tables_and_brackets_are_read_at_once()
    {
        var reading = Eml.Read(Eml.Html(string.Concat(Enumerable.Repeat("<table><tr><td><blockquote>", 10_000)) + "50 x VH-M8-30-ZN" + new string('<', 10_000) + string.Concat(Enumerable.Repeat("a ", 50_000))));

        Assert.DoesNotContain("reader-failed", reading.Codes());
    }

    [Fact]
    public void Parts_without_end_are_not_followed()
    {
        var body = string.Concat(Enumerable.Range(0, 500).Select(i => $"--b{i}\nContent-Type: multipart/mixed; boundary=b{i + 1}\n\n"));

        Assert.DoesNotContain("reader-failed", Eml.Read(Eml.Text(body, type: "multipart/mixed; boundary=b0")).Codes());
    }
}
