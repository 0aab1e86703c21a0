using System.Globalization;
using System.Text;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Intake.OrderX;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>What rides inside a PDF says what the PDF is.</summary>
public sealed class EmbeddedOrderTests
{
    private const string Order = "<Order xmlns='urn:oasis:names:specification:ubl:schema:xsd:Order-2' xmlns:a='urn:a' xmlns:b='urn:b'><b:ID>CF-118</b:ID><a:OrderLine><a:LineItem><b:ID>1</b:ID><b:Quantity unitCode='C62'>5</b:Quantity></a:LineItem></a:OrderLine></Order>";
    private const string Invoice = "<i:CrossIndustryInvoice xmlns:i='urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'/>";

    [Fact]
    public void An_order_is_read_from_the_XML_and_not_from_the_pages()
    {
        var reading = Read(Pdf(("commande.xml", Order)));

        Assert.Equal((DocumentFormat.UblOrder, "CF-118"), (reading.Format, Assert.Single(reading.Orders).OrderNumber));
        Assert.Equal("La commande est lue dans le fichier commande.xml joint au PDF, non dans ses pages.", ProblemText.Say(Assert.Single(reading.Problems, problem => problem.Code == "embedded-order"), new("fr")));
    }

    [Fact]
    public void An_order_goes_before_every_other_attachment() =>
        Assert.Equal("CF-118", Assert.Single(Read(Pdf(("a.txt", "not xml"), ("b.xml", "<other/>"), ("c.xml", Invoice), ("d.xml", Order))).Orders).OrderNumber);

    [Fact]
    public void An_invoice_in_a_PDF_is_no_order()
    {
        var reading = Read(Pdf(("factur-x.xml", Invoice)));

        Assert.Equal((DocumentFormat.Pdf, ReadingVerdict.NotAnOrder), (reading.Format, reading.Verdict));
        Assert.Equal("other-message", Assert.Single(reading.Problems).Code);
    }

    [Theory]
    [InlineData("<other/>")]
    [InlineData("<broken")]
    [InlineData("no xml at all")]
    public void What_is_no_trade_document_leaves_the_pages_to_be_read(string content) => Assert.Null(EmbeddedOrder.Find(Pdf(("note.xml", content))));

    [Fact]
    public void An_order_that_is_broken_or_hostile_is_told()
    {
        Assert.Equal("xml-invalid", Read(Pdf(("order-x.xml", Order[..^9]))).Problems[0].Code);
        Assert.Equal("xml-dtd", Read(Pdf(("order-x.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><Order>&a;</Order>"))).Problems[0].Code);
    }

    [Fact]
    public void A_damaged_PDF_holds_nothing() => Assert.Null(EmbeddedOrder.Find("%PDF-1.7 /EmbeddedFile and nothing more"u8.ToArray()));

    [Fact]
    public void The_original_shows_the_XML_under_its_name()
    {
        var original = DocumentReader.Show(Pdf(("commande.xml", Order)), "commande.pdf", null);

        Assert.Equal("commande.xml", Assert.IsType<TextPart>(Assert.Single(original.Parts)).Name);
        Assert.Contains(original.Spots, spot => spot.Value == "orders[0].lines[0].quantity");
    }

    /// <summary>Where the pages print something else than the XML, nobody is led to it.</summary>
    [Fact]
    public void The_original_shows_the_pages_and_marks_what_they_print_of_the_XML()
    {
        var original = PrintedOrder.Show(Pdf(["BT /F1 12 Tf 60 760 Td (Bon de commande) Tj ET", "BT /F1 9 Tf 60 720 Td (Commande : CF-118) Tj ET", "BT /F1 9 Tf 60 700 Td (Date : 25/11/2026) Tj ET"], ("commande.xml", Order)));

        Assert.Equal([typeof(PagePart), typeof(TextPart)], original.Parts.Select(part => part.GetType()));
        Assert.Equal([0, 1], original.Spots.Where(spot => spot.Value == "orders[0].orderNumber").Select(spot => spot.Part));
        Assert.DoesNotContain(original.Spots, spot => spot is { Part: 0, Value: "orders[0].issueDate" });
    }

    [Fact]
    public void The_pages_of_a_real_order_are_shown_with_its_XML()
    {
        var original = PrintedOrder.Show(CaseFiles.Bytes("order-x/order-x-comfort-ex01.pdf"));

        Assert.IsType<PagePart>(original.Parts[0]);
        Assert.IsType<TextPart>(original.Parts[^1]);
        Assert.All(original.Spots, spot => Assert.InRange(spot.Part, 0, original.Parts.Count - 1));
    }

    private static DocumentReading Read(byte[] pdf) => DocumentReader.Read(pdf, "commande.pdf", "application/pdf");

    private static byte[] Pdf(params (string Name, string Content)[] files) => Pdf([], files);

    /// <summary>A PDF of one page with files attached, written by hand (ISO 32000-1, 7.5 and 7.11.4).</summary>
    private static byte[] Pdf(string[] printed, params (string Name, string Content)[] files)
    {
        var page = string.Join('\n', printed);
        List<string> objects =
        [
            $"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[{string.Concat(files.Select((file, i) => $"({file.Name}){6 + (2 * i)} 0 R"))}]>>>>>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            $"<</Length {page.Length}>>stream\n{page}\nendstream",
        ];
        foreach (var (name, content) in files)
        {
            objects.Add($"<</Type/Filespec/F({name})/UF({name})/EF<</F {objects.Count + 2} 0 R>>>>");
            objects.Add($"<</Type/EmbeddedFile/Length {Encoding.Latin1.GetByteCount(content)}>>stream\n{content}\nendstream");
        }

        var pdf = new StringBuilder("%PDF-1.7\n");
        List<int> places = [];
        foreach (var each in objects)
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj{each}endobj\n");
        }

        var start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => pdf.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
