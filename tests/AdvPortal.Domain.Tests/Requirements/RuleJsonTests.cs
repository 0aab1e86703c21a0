using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Requirements;

/// <summary>The JSON of rules is a contract with clients' systems and with what is stored.</summary>
public sealed class RuleJsonTests
{
    [Theory]
    [InlineData("""{"kind":"deliveryDays","closed":["wednesday","thursday"]}""")]
    [InlineData("""{"kind":"deliveryDays","closed":["saturday","sunday"],"open":["monday","friday"],"windows":[{"days":["friday"],"until":"11:30"},{"days":[],"from":"07:30","until":"15:00"}],"closedDates":[{"from":"2026-12-24","until":"2027-01-02","everyYear":true},{"from":"2027-02-02","until":"2027-02-06"}],"openDates":[{"from":"2026-12-24","until":"2026-12-24"}],"cutOff":"15:00","noticeDays":2,"holidays":"fr-alsace-moselle","ifClosed":"previous"}""")]
    [InlineData("""{"kind":"deliveryDays","holidays":"fr-metropole","ifClosed":"ask"}""")]
    [InlineData("""{"kind":"labelling","symbology":"qr","per":"parcel"}""")]
    [InlineData("""{"kind":"labelling","symbology":"gs1-128","per":"pallet","copies":2,"payload":["orderReference","buyerCode","supplierCode","quantity","batch","bestBefore","weight","sscc","deliveryNoteNumber"],"template":"{orderReference} / {quantity}"}""")]
    [InlineData("""{"kind":"labelling","symbology":"datamatrix","per":"parcel"}""")]
    [InlineData("""{"kind":"productCode","prefix":"0A-"}""")]
    [InlineData("""{"kind":"productCode","suffix":"-FR","pad":{"length":10,"char":"0"},"map":{"VH-M8":"7731"},"documents":["acknowledgement","deliveryNote","invoice","label"]}""")]
    [InlineData("""{"kind":"deliveryDays","holidays":"fr-saint-pierre-et-miquelon"}""")]
    [InlineData("""{"kind":"packaging","palletType":"EUR","maxHeightCm":180,"maxWeightKg":800.5,"multipleOf":50,"noMixedPallets":true}""")]
    [InlineData("""{"kind":"packaging","palletType":"CHEP"}""")]
    [InlineData("""{"kind":"minimumOrder","amount":500,"currency":"EUR","carriagePaidFrom":1000}""")]
    [InlineData("""{"kind":"minimumOrder","quantity":200}""")]
    [InlineData("""{"kind":"partialDelivery","allowed":false}""")]
    [InlineData("""{"kind":"backOrder","policy":"cancel"}""")]
    [InlineData("""{"kind":"documents","deliveryNoteCopies":2,"language":"de","sendInvoiceTo":"factures@chartraine.example","certificate":"3.1"}""")]
    [InlineData("""{"kind":"documents","certificate":"conformity"}""")]
    [InlineData("""{"kind":"reference","required":true,"pattern":"^45\\d{8}$","where":["deliveryNote","label"]}""")]
    [InlineData("""{"kind":"contactFirst","phone":"+33237000000","beforeHours":24,"who":"magasin"}""")]
    [InlineData("""{"kind":"instruction","text":"Camion avec hayon"}""")]
    public void A_rule_is_written_as_it_was_read(string json)
    {
        var rule = JsonSerializer.Deserialize<Rule>(json, DomainJson.Options)!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonSerializer.SerializeToNode(rule, DomainJson.Options)), JsonSerializer.Serialize(rule, DomainJson.Options));
        Assert.Equal(JsonNode.Parse(json)!["kind"]!.GetValue<string>(), rule.Kind);
    }

    [Theory]
    [InlineData("""{"closed":["monday"],"kind":"deliveryDays"}""")] // jsonb sorts its keys
    [InlineData("""{"kind":"deliveryDays","closed":["monday"],"open":null,"windows":null,"closedDates":null,"cutOff":null,"noticeDays":null,"holidays":null,"ifClosed":"next"}""")]
    public void Order_of_keys_and_nulls_do_not_matter(string json) =>
        Assert.Equal(Given.NoDeliveryOn(DayOfWeek.Monday), JsonSerializer.Deserialize<Rule>(json, DomainJson.Options));

    [Theory]
    [InlineData("""{"kind":"deliveryDays","closedDates":["2026-12-24"]}""", "2026-12-24", "2026-12-24")]
    [InlineData("""{"kind":"deliveryDays","closedDates":[{"from":"2026-12-24"}]}""", "2026-12-24", "2026-12-24")]
    [InlineData("""{"kind":"deliveryDays","closedDates":[{"from":"2026-12-24","until":null}]}""", "2026-12-24", "2026-12-24")]
    public void A_single_day_may_be_written_short(string json, string from, string until) =>
        Assert.Equal([new(Given.Day(from), Given.Day(until))], ((DeliveryDays)JsonSerializer.Deserialize<Rule>(json, DomainJson.Options)!).ClosedDates!);

    [Theory]
    [InlineData("""{"kind":"deliveryDays","closed":["wensday"]}""")]
    [InlineData("""{"kind":"deliveryDays","closed":"monday"}""")]
    [InlineData("""{"kind":"deliveryDays","closed":[1]}""")]
    [InlineData("""{"kind":"deliveryDays","cutOff":"3 pm"}""")]
    [InlineData("""{"kind":"deliveryDays","closedDates":[{"from":"24/12/2026"}]}""")]
    [InlineData("""{"kind":"deliveryDays","closedDates":[{"until":"2026-12-24"}]}""")]
    [InlineData("""{"kind":"deliveryDays","closedDates":[7]}""")]
    [InlineData("""{"kind":"deliveryDays","holidays":"fr"}""")]
    [InlineData("""{"kind":"labelling","symbology":"code39"}""")]
    [InlineData("""{"kind":"labelling","symbology":0}""")]
    [InlineData("""{"kind":"packaging","palletType":"eur"}""")]
    [InlineData("""{"kind":"backOrder","policy":"forget"}""")]
    [InlineData("""{"kind":"documents","certificate":"3.3"}""")]
    [InlineData("""{"kind":"teleportation"}""")]
    public void What_no_rule_can_say_is_not_read(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Rule>(json, DomainJson.Options));

    [Fact]
    public void Every_kind_can_be_stored() =>
        Assert.Equal(
            typeof(Rule).Assembly.GetTypes().Where(type => type.BaseType == typeof(Rule)).Select(type => type.Name).Order(StringComparer.Ordinal),
            typeof(Rule).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Moments_are_a_list_of_names() =>
        Assert.Equal("""["intake","confirmation","labelling"]""", JsonSerializer.Serialize(Moments.Review | Moments.Labelling));

    [Theory]
    [InlineData("\"2026-12-24\"", "2026-12-24", "2026-12-24", false)]
    [InlineData("""{"from":"2026-12-24"}""", "2026-12-24", "2026-12-24", false)]
    [InlineData("""{"from":"2026-12-24","until":null,"everyYear":false}""", "2026-12-24", "2026-12-24", false)]
    [InlineData("""{"from":"2026-12-24","until":"2027-01-02","everyYear":true}""", "2026-12-24", "2027-01-02", true)]
    public void A_day_is_a_period_and_a_period_has_two_ends(string json, string from, string until, bool everyYear)
    {
        var period = new DatePeriod(Given.Day(from), Given.Day(until), everyYear);

        Assert.Equal(period, JsonSerializer.Deserialize<DatePeriod>(json, DomainJson.Options));
        Assert.Equal(period, JsonSerializer.Deserialize<DatePeriod>(JsonSerializer.Serialize(period, DomainJson.Options), DomainJson.Options));
        Assert.Equal(everyYear, JsonSerializer.Serialize(period, DomainJson.Options).Contains("everyYear", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"from":5}""")]
    [InlineData("""{"from":"24.12.2026"}""")]
    [InlineData("""{"from":"2026-12-24","until":5}""")]
    [InlineData("\"demain\"")]
    public void What_is_no_period_of_days_is_refused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DatePeriod>(json, DomainJson.Options));
}
