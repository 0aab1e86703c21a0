using System.Text;
using System.Text.Json;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Deliveries;
using AdvPortal.Exchange.Tests.Intake;

namespace AdvPortal.Exchange.Tests.Deliveries;

public sealed class DespatchReaderTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 80)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_we_write_as_UBL_is_read_back_whole(int seed)
    {
        var advice = Shipped.AnyShape(seed);

        Same(advice, ReadOne(UblDespatchAdvice.Write(advice), DespatchFormat.UblDespatchAdvice), it => it);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_we_write_for_Peppol_is_read_back_but_for_what_its_data_model_leaves_out(int seed)
    {
        var advice = Shipped.AnyShape(seed);
        advice = advice with { Units = [.. advice.Units.Where(unit => unit.Contents.Count > 0).Select(unit => unit with { On = null })] };

        Same(advice, ReadOne(UblDespatchAdvice.Write(advice, UblProfile.Peppol), DespatchFormat.UblDespatchAdvice), it => it with
        {
            Language = "en",
            Supplier = it.Supplier with { VatId = null },
            Buyer = it.Buyer with { VatId = null, Contact = it.ShipTo is null ? it.Buyer.Contact : null },
            Lines = [.. it.Lines.Select(line => line with { Order = line.Order! with { OrderedOn = null } })],
        });
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_we_write_as_DESADV_is_read_back_but_for_the_zone_of_the_hour(int seed)
    {
        var advice = Shipped.AnyShape(seed);

        Same(advice, ReadOne(EdifactDesadv.Write(advice), DespatchFormat.EdifactDesadv), it => it with { IssuedAt = new(it.IssuedAt.DateTime, TimeSpan.Zero) });
    }

    [Fact]
    public void A_warehouse_that_speaks_EANCOM_is_understood()
    {
        // After the example of the EANCOM manual: two pallets in cartons, weighed, articles by their GTIN alone.
        var reading = DespatchReader.Read(Encoding.Latin1.GetBytes("""
            UNB+UNOB:1+SENDER1:1+RECEIVER1:1+071101:1701+131'
            UNH+ME000001+DESADV:D:01B:UN:EAN007'
            BGM+351+DES587441+9'
            DTM+137:20020401:102'
            DTM+191:20020404:102'
            DTM+11:20020403:102'
            RFF+ON:12332'
            DTM+171:20020325:102'
            NAD+SU+5411234512309::9'
            RFF+VA:6558774'
            NAD+BY+5412345000013::9'
            NAD+DP+5412345123453::9'
            CPS+1'
            PAC+2++201::9'
            CPS+2+1'
            PAC+1++201::9'
            MEA+PD+AAB+KGM:263,2'
            MEA+PD+WD+MMT:800'
            PCI+33E'
            GIN+BJ+354107380000001051'
            PAC+20++CT'
            LIN+1++5410738000152:SRV'
            QTY+12:20'
            CPS+3+1'
            PAC+1++201::9'
            PCI+33E'
            GIN+BJ+354107380000001060'
            PAC+20++CT'
            LIN+2++5410738000169:SRV'
            QTY+12:5'
            LIN+3++5410738000176:SRV'
            QTY+12:3'
            CNT+2:3'
            UNT+33+ME000001'
            UNZ+1+131'
            """));
        var advice = Assert.Single(reading.Advices);

        Assert.Equal(("DES587441", new DateOnly(2002, 4, 3), new DateOnly(2002, 4, 4)), (advice.Number, advice.ShipOn, advice.ArriveOn));
        Assert.Equal(["5410738000152", "5410738000169", "5410738000176"], advice.Lines.Select(line => line.Gtin));
        Assert.All(advice.Lines, line => Assert.Equal(new DespatchedOrder("12332", null, new(2002, 3, 25)), line.Order));
        Assert.Equal([(LogisticUnit.Pallet, (decimal?)263.2m, 1), (LogisticUnit.Pallet, null, 2)], advice.Units.Select(unit => (unit.Kind, unit.WeightKg, unit.Contents.Count)));
        Assert.Equal(("5411234512309", "6558774"), (advice.Supplier.Gln, advice.Supplier.VatId));
        Assert.Equal(["despatch-sscc"], reading.Problems.Select(problem => problem.Code)); // the second SSCC
    }

    [Fact]
    public void A_book_wholesaler_that_packs_nothing_is_understood()
    {
        var advice = Assert.Single(DespatchReader.Read(CaseFiles.Bytes("edifact/other/desadv-d96a-books.edi")).Advices);

        Assert.Equal(("Y02197250", new DateOnly(2016, 7, 26)), (advice.Number, advice.ShipOn));
        Assert.Equal([("9780738507330", "MUNCIE THE MIDDLE", 1m, "6877871"), ("9781568361871", "ROADS TO SATA A 2", 1m, "6905456")],
            advice.Lines.Select(line => (line.Gtin!, line.Description, line.Quantity, line.Order!.CustomerReference)));
        Assert.Empty(advice.Units);
    }

    [Theory]
    [InlineData("oasis-UBL-DespatchAdvice-2.0-Example.xml")]
    [InlineData("oca-UBL2WAMAS-SAMPLE_WEAK_WEAP-DESPATCH_ADVICE.xml")]
    [InlineData("oca-despatch_advice_2.xml")]
    [InlineData("oca-do_mix1.xml")]
    public void Despatch_advices_that_others_wrote_are_understood(string file)
    {
        var fields = CaseFiles.Expected($"ubl/other/{file}").GetProperty("fields");
        var advice = Assert.Single(DespatchReader.Read(CaseFiles.Bytes($"ubl/other/{file}")).Advices);

        Assert.Equal((fields.GetProperty("number").GetString(), fields.GetProperty("issueDate").GetString()), (advice.Number, advice.IssuedAt.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(fields.GetProperty("lines").GetInt32(), advice.Lines.Count);
        Assert.All(advice.Lines, line => Assert.NotEmpty(line.Code));
    }

    [Fact]
    public void A_back_order_with_its_reason_is_read_from_any_UBL()
    {
        var line = Assert.Single(Assert.Single(DespatchReader.Read(CaseFiles.Bytes("ubl/other/oasis-UBL-DespatchAdvice-2.0-Example.xml")).Advices).Lines);

        Assert.Equal((90m, "KGM", 10m, BackOrderPolicy.Keep), (line.Quantity, line.Unit, line.OutstandingQuantity, line.BackOrder));
        Assert.Equal(["Mrs Green agreed to waive charge", "lack of stock as explained on telephone today"], line.Notes);
        Assert.Equal(new DespatchedOrder("AEG012345", "CON0095678", new(2005, 6, 20)), line.Order);
    }

    [Fact]
    public void Units_that_name_the_lines_in_them_are_understood()
    {
        var advice = Assert.Single(DespatchReader.Read(Encoding.UTF8.GetBytes(AUbl("""
            <cac:Shipment><cbc:ID>1</cbc:ID>
              <cac:TransportHandlingUnit><cbc:ID>173111000000000020</cbc:ID><cbc:TransportHandlingUnitTypeCode>PX</cbc:TransportHandlingUnitTypeCode>
                <cac:HandlingUnitDespatchLine><cbc:ID>1</cbc:ID><cbc:DeliveredQuantity unitCode="H87">3</cbc:DeliveredQuantity></cac:HandlingUnitDespatchLine>
              </cac:TransportHandlingUnit>
              <cac:TransportHandlingUnit><cbc:ID>173111000000000044</cbc:ID>
                <cac:HandlingUnitDespatchLine><cbc:ID>1</cbc:ID><cbc:DeliveredQuantity unitCode="H87">2</cbc:DeliveredQuantity></cac:HandlingUnitDespatchLine>
              </cac:TransportHandlingUnit>
            </cac:Shipment>
            """))).Advices);

        Assert.Equal([(LogisticUnit.Pallet, 3m), (LogisticUnit.Parcel, 2m)], advice.Units.Select(unit => (unit.Kind, Assert.Single(unit.Contents).Quantity)));
    }

    [Theory]
    [InlineData("", "empty-file")]
    [InlineData("po;qty\n1;2", "unreadable")]
    [InlineData("UNH+1+ORDERS:D:96A:UN'BGM+220+1'UNT+3+1'", "other-message")]
    [InlineData("UNH+1+DESADV:D:96A:UN'DTM+11:20261126:102'LIN+1'QTY+12:1'UNT+5+1'", "despatch-number-missing")]
    [InlineData("UNH+1+DESADV:D:96A:UN'BGM+351+1'LIN+1'QTY+12:1'UNT+5+1'", "despatch-day-missing")]
    [InlineData("UNH+1+DESADV:D:96A:UN'BGM+351+1'DTM+11:20261126:102'UNT+4+1'", "despatch-no-lines")]
    [InlineData("UNH+1+DESADV:D:96A:UN'BGM+351+1+1'DTM+11:20261126:102'LIN+1'QTY+12:1'UNT+6+1'", "despatch-cancelled")]
    [InlineData("<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'/>", "other-message")]
    [InlineData("<DespatchAdvice xmlns='urn:oasis:names:specification:ubl:schema:xsd:DespatchAdvice-2'><ID>1</ID>", "xml-invalid")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><DespatchAdvice xmlns='urn:oasis:names:specification:ubl:schema:xsd:DespatchAdvice-2'>&b;</DespatchAdvice>", "xml-invalid")]
    public void What_cannot_be_used_is_told_and_left_out(string text, string problem)
    {
        var reading = DespatchReader.Read(Encoding.UTF8.GetBytes(text));

        Assert.Empty(reading.Advices);
        Assert.Contains(problem, reading.Problems.Select(each => each.Code));
        Assert.All(reading.Problems, each => Assert.NotEmpty(AdvPortal.Exchange.Intake.ProblemText.Say(each, new("fr-FR"))));
    }

    [Theory]
    [InlineData("UNT+7+1'", null)]
    [InlineData("UNT+9+1'", "unt-count")]
    [InlineData("", "unt-missing")]
    public void A_message_that_is_cut_is_told(string end, string? problem)
    {
        var reading = DespatchReader.Read(Encoding.UTF8.GetBytes($"UNH+1+DESADV:D:96A:UN'BGM+351+1'DTM+11:20261126:102'CPS+1'LIN+1'QTY+12:1'{end}"));

        Assert.Single(reading.Advices);
        Assert.Equal(problem is null ? [] : [problem], reading.Problems.Select(each => each.Code));
    }

    [Fact]
    public void A_message_cut_or_changed_anywhere_is_still_answered()
    {
        var random = new Random(20261126);

        foreach (var text in new[] { EdifactDesadv.Write(Shipped.Partly()), UblDespatchAdvice.Write(Shipped.Partly()) }.Select(Encoding.UTF8.GetString))
        {
            for (var round = 0; round < 400; round++)
            {
                var mutant = new StringBuilder(text);
                var at = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => mutant.Remove(at, Math.Min(random.Next(1, 40), mutant.Length - at)),
                    1 => mutant.Insert(at, "'+:?<>&\0"[random.Next(8)]),
                    _ => mutant.Remove(at, mutant.Length - at),
                };

                Assert.DoesNotContain("reader-failed", DespatchReader.Read(Encoding.UTF8.GetBytes(mutant.ToString())).Problems.Select(problem => problem.Code));
            }
        }
    }

    private static DespatchAdvice ReadOne(byte[] bytes, DespatchFormat format)
    {
        var reading = DespatchReader.Read(bytes);

        Assert.Equal(format, reading.Format);
        Assert.Empty(reading.Problems);

        return Assert.Single(reading.Advices);
    }

    // What both formats have no place for, or another name: which notes are required, the SIREN, and PCE for H87.
    private static void Same(DespatchAdvice written, DespatchAdvice read, Func<DespatchAdvice, DespatchAdvice> without)
    {
        var expected = without(written with
        {
            Notes = [.. written.Mentions, .. written.Notes],
            Mentions = [],
            Language = written.Mentions.Concat(written.Notes).Concat(written.Lines.SelectMany(line => line.Notes)).Any() ? "fr" : "en",
            Supplier = written.Supplier with { Siren = null },
            Buyer = written.Buyer with { Siren = null },
        });

        Assert.Equal(JsonSerializer.Serialize(Canonical(expected), Indented), JsonSerializer.Serialize(Canonical(read), Indented));
    }

    private static DespatchAdvice Canonical(DespatchAdvice it) => it with
    {
        Lines = [.. it.Lines.Select(line => line with { Unit = UnitCodes.Recommendation20(line.Unit) })],
        Units = [.. it.Units.OrderBy(unit => unit.Number, StringComparer.Ordinal).Select(unit => unit with { Contents = [.. unit.Contents.OrderBy(packed => packed.Line)] })],
    };

    private static string AUbl(string shipment) => $"""
        <DespatchAdvice xmlns="urn:oasis:names:specification:ubl:schema:xsd:DespatchAdvice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:ID>D1</cbc:ID><cbc:IssueDate>2026-11-26</cbc:IssueDate>
          {shipment}
          <cac:DespatchLine><cbc:ID>1</cbc:ID><cbc:DeliveredQuantity unitCode="H87">5</cbc:DeliveredQuantity><cac:OrderLineReference><cbc:LineID>10</cbc:LineID></cac:OrderLineReference><cac:Item><cbc:Name>Vis</cbc:Name></cac:Item></cac:DespatchLine>
        </DespatchAdvice>
        """;
}
