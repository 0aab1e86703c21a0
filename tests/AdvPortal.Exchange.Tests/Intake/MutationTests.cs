using System.Text;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>Whatever happens to a file on its way, reading it answers; seeds are fixed, so a failure comes back.</summary>
public sealed class MutationTests
{
    private const int Rounds = 300;

    private static readonly string[] Pieces = ["'", "+", ":", "?", "UNH+1+ORDERS:D:96A:UN'", "LIN+1'", "UNS+S'", "\"", ";", "\n", "<", ">", "&", "</a>", "\0", "\uFFFF", "€", "-", "99999999999999999999999999", "20260230", "<!DOCTYPE x>", "'UNB+UNOC:3+A+B+1:1+1'"];

    public static TheoryData<string> Fixtures() =>
    [
        Reading.Interchange("DTM+2:20261125:102'NAD+BY+3012345678902::9++A:B+C+D++E+FR'RFF+VA:X'CTA+OC+:K'COM+1:TE'CUX+2:EUR:9'LIN+1++X:SA'PIA+1+A:IN'IMD+F++:::A:B'QTY+21:5:PCE'MOA+203:5'PRI+AAA:1:::1:PCE'LOC+7+X'QTY+11:5'DTM+2:20261125:102'ALC+A'MOA+8:1'UNS+S'MOA+79:5'CNT+2:1'"),
        "po;date;sku;désignation;qté;prix;montant;date souhaitée\n1;23/11/2026;A;\"x;y\";1 000;2,50;2500;25/11/2026\nTotal;;;;;;2500;\n",
        "<Order xmlns='urn:oasis:names:specification:ubl:schema:xsd:Order-2' xmlns:a='urn:a' xmlns:b='urn:b'><b:ID>1</b:ID><b:IssueDate>2026-11-23</b:IssueDate><a:BuyerCustomerParty><a:Party><a:PartyName><b:Name>X</b:Name></a:PartyName></a:Party></a:BuyerCustomerParty><a:OrderLine><a:LineItem><b:ID>1</b:ID><b:Quantity unitCode='C62'>5</b:Quantity><a:Price><b:PriceAmount currencyID='EUR'>1</b:PriceAmount></a:Price><a:Item><b:Name>Y</b:Name></a:Item></a:LineItem></a:OrderLine></Order>",
        "<r:SCRDMCCBDACIOMessageStructure xmlns:r='urn:r' xmlns:a='urn:a' xmlns:u='urn:u'><r:ExchangedDocument><a:ID>1</a:ID><a:TypeCode>220</a:TypeCode><a:IssueDateTime><u:DateTimeString format='102'>20261123</u:DateTimeString></a:IssueDateTime></r:ExchangedDocument><r:SupplyChainTradeTransaction><a:IncludedSupplyChainTradeLineItem><a:AssociatedDocumentLineDocument><a:LineID>1</a:LineID></a:AssociatedDocumentLineDocument><a:SpecifiedLineTradeDelivery><a:RequestedQuantity unitCode='C62'>5</a:RequestedQuantity></a:SpecifiedLineTradeDelivery></a:IncludedSupplyChainTradeLineItem><a:ApplicableHeaderTradeAgreement><a:BuyerTradeParty><a:Name>X</a:Name></a:BuyerTradeParty></a:ApplicableHeaderTradeAgreement></r:SupplyChainTradeTransaction></r:SCRDMCCBDACIOMessageStructure>",
        "Commande n°;1\nLivrer à;X\n;3 rue Y\n\npo #;Réf;Désignation;Qté;Cond.;P.U. HT;Date liv. souhaitée\n1;A;x;12 pce;10;$1,250;05/06/2026\n1;B;y;1.250;;2,5 €;13/06/2026\nTotal;;;;;2500;\nQté;Code article\n4;C\n",
        "From: a@b\nTo: c@d\nSubject: x\n\nbody",
    ];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void A_file_cut_anywhere_is_still_answered(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var length = 0; length <= bytes.Length; length++)
        {
            AssertAnswered(bytes[..length]);
            AssertAnswered(bytes[length..]);
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void A_file_with_pieces_put_in_or_taken_out_is_still_answered(string text)
    {
        var random = new Random(20261123);
        for (var round = 0; round < Rounds; round++)
        {
            var mutant = new StringBuilder(text);
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(mutant.Length);
                _ = random.Next(2) == 0 ? mutant.Insert(at, Pieces[random.Next(Pieces.Length)]) : mutant.Remove(at, Math.Min(random.Next(1, 8), mutant.Length - at));
            }

            AssertAnswered(Encoding.UTF8.GetBytes(mutant.ToString()));
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void A_file_with_bytes_turned_over_is_still_answered(string text)
    {
        var random = new Random(20261124);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            for (var change = random.Next(1, 10); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            AssertAnswered(bytes);
        }
    }

    /// <summary>An answer: problems that can be said in both languages, orders only under a verdict that has some.</summary>
    private static void AssertAnswered(byte[] bytes)
    {
        var reading = DocumentReader.Read(bytes, null, null);
        Assert.DoesNotContain(reading.Problems, problem => problem.Code == "reader-failed");
        Assert.Equal(reading.Verdict == ReadingVerdict.NotAnOrder, reading.Orders.Count == 0 && reading.Change is null);
        foreach (var spot in DocumentReader.Show(bytes, null, null) is var original ? original.Spots : [])
        {
            // Whatever happened to the file, a spot lies within a part that is shown.
            Assert.True(original.Parts[spot.Part] is not TextPart text || spot.From + spot.Length <= text.Lines[spot.Line].Text.Length);
        }

        foreach (var problem in reading.Problems)
        {
            Assert.NotEmpty(ProblemText.Say(problem, new("fr")) + ProblemText.Say(problem, new("en")) + ProblemText.Where(problem, new("fr")) + ProblemText.Where(problem, new("en")));
        }
    }
}
