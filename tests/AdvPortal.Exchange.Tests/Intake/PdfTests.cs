using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

public sealed class PdfTests
{
    [Fact]
    public void Placeholder() => Assert.NotNull(DocumentFormat.Pdf.ApiName());
}
