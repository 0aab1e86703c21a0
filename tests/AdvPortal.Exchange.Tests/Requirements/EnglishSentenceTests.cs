namespace AdvPortal.Exchange.Tests.Requirements;

/// <summary>Sentences as English-speaking clients write them, beside what the portal makes of them.</summary>
public sealed class EnglishSentenceTests
{
    [Theory]
    [InlineData("Please deliver between 6am and 11am only, Monday to Friday. No deliveries on weekends.", "Hull depot", "2026-11-25", """{"kind":"deliveryDays","closed":["saturday","sunday"],"open":["monday","tuesday","wednesday","thursday","friday"],"windows":[{"days":["monday","tuesday","wednesday","thursday","friday"],"from":"06:00","until":"11:00"}]}""")]
    [InlineData("We do not accept part deliveries. Any back order must be cancelled.", "Hull depot", "2026-11-25", """{"kind":"partialDelivery","allowed":false} + {"kind":"backOrder","policy":"cancel"}""")]
    [InlineData("Please affix two GS1-128 labels to each pallet, showing SSCC, batch and best before date.", "Hull depot", "2026-11-25", """{"kind":"labelling","symbology":"gs1-128","per":"pallet","copies":2,"payload":["sscc","batch","bestBefore"]}""")]
    [InlineData("Orders received before noon must be delivered the next day.", "Hull depot", "2026-11-25", """{"kind":"deliveryDays","cutOff":"12:00"}""")]
    [InlineData("Each carton must have a QR code with our part number and the quantity.", "Hull depot", "2026-11-25", """{"kind":"labelling","symbology":"qr","per":"parcel","payload":["buyerCode","quantity"]}""")]
    [InlineData("From 1 June to 30 September please deliver before 9.30 am to the Hull depot because of the heat.", "Hull depot", "2026-11-25", """{"kind":"deliveryDays","windows":[{"days":[],"until":"09:30"}]} @Hull depot 2027-06-01..2027-09-30""")]
    [InlineData("You no longer need to put the QR code on the parcels.", "Hull depot", "2026-11-25", "? You no longer need to put the QR code on the parcels.")]
    [InlineData("our PO number format is AB-123456, quote it on invoices", "Hull depot", "2026-11-25", """{"kind":"reference","required":true,"where":["invoice"]} ? format is AB-123456""")]
    [InlineData("You may split orders into several deliveries as long as the PO number is on each delivery note.", "Hull depot", "2027-03-25", """{"kind":"partialDelivery","allowed":true} + {"kind":"reference","required":true,"where":["deliveryNote"]}""")]
    [InlineData("Please do not deliver on Fridays after 1pm.", "Hull depot", "2026-11-25", """{"kind":"deliveryDays","windows":[{"days":["friday"],"until":"13:00"}]}""")]
    [InlineData("Our Bristol site does not receive goods on Mondays and Tuesdays.", "Bristol site|Cardiff site", "2026-11-25", """{"kind":"deliveryDays","closed":["monday","tuesday"]} @Bristol site""")]
    [InlineData("Delivery slots must be booked 48 hours in advance with the transport desk on 0161 496 0022.", "Leeds branch", "2027-03-25", """{"kind":"contactFirst","phone":"01614960022","beforeHours":48,"who":"transport desk"}""")]
    [InlineData("No mixed pallets please, and max height 1.6m.", "Leeds branch", "2027-03-25", """{"kind":"packaging","maxHeightCm":160,"noMixedPallets":true}""")]
    [InlineData("Add the suffix -UK to our part numbers on invoices and delivery notes.", "Leeds branch", "2027-03-25", """{"kind":"productCode","suffix":"-UK","documents":["deliveryNote","invoice"]}""")]
    [InlineData("All our item codes start with HX.", "Leeds branch", "2027-03-25", """{"kind":"productCode","prefix":"HX"}""")]
    [InlineData("MOQ 500 units.", "Leeds branch", "2027-03-25", """{"kind":"minimumOrder","quantity":500}""")]
    [InlineData("Closed 24/12 to 01/01 inclusive.", "Hull warehouse", "2026-11-25", """{"kind":"deliveryDays","closedDates":[{"from":"2026-12-24","until":"2027-01-01"}]}""")]
    [InlineData("Our goods-in is open Mon-Thu 8am-4pm and Fri 8am-1pm.", "Hull depot", "2026-11-25", """{"kind":"deliveryDays","closed":["saturday","sunday"],"open":["monday","tuesday","wednesday","thursday","friday"],"windows":[{"days":["monday","tuesday","wednesday","thursday"],"from":"08:00","until":"16:00"},{"days":["friday"],"from":"08:00","until":"13:00"}]}""")]
    [InlineData("The site will be closed for stocktaking on 30 and 31 December.", "Hull depot", "2026-11-25", """{"kind":"deliveryDays","closedDates":[{"from":"2026-12-30","until":"2026-12-31"}]}""")]
    [InlineData("Partial shipments are fine, but please keep the remainder on back order.", "Hull depot", "2026-11-25", """{"kind":"partialDelivery","allowed":true} + {"kind":"backOrder","policy":"keep"}""")]
    [InlineData("Could you please always put our order number on the packing list and the invoice?", "Hull depot", "2026-11-25", """{"kind":"reference","required":true,"where":["deliveryNote","invoice"]}""")]
    [InlineData("No deliveries before 7:30, and none after 15:00.", "Hull depot", "2026-11-25", """{"kind":"deliveryDays","windows":[{"days":[],"from":"07:30","until":"15:00"}]}""")]
    [InlineData("Drivers must wear hi-vis vests and report to the gatehouse.", "Hull depot", "2026-11-25", """{"kind":"instruction","text":"Drivers must wear hi-vis vests and report to the gatehouse."}""")]
    [InlineData("The minimum we order is £250 per delivery.", "Hull depot", "2026-11-25", """{"kind":"minimumOrder","amount":250,"currency":"GBP"}""")]
    [InlineData("We are not able to unload on Thursdays at the Derby plant.", "Derby plant|Stoke warehouse", "2026-11-25", """{"kind":"deliveryDays","closed":["thursday"]} @Derby plant""")]
    [InlineData("Please note that the depot closes at 4.30pm on Fridays.", "Hull depot", "2026-11-25", """{"kind":"deliveryDays","windows":[{"days":["friday"],"until":"16:30"}]} @Hull depot""")]
    [InlineData("Please contact us before putting anything on back order.", "Hull depot", "2026-11-25", """{"kind":"backOrder","policy":"ask"}""")]
    [InlineData("The SSCC label goes on both pallets and boxes, GS1-128 format.", "Hull depot", "2026-11-25", """{"kind":"labelling","symbology":"gs1-128","per":"pallet","payload":["sscc"]} + {"kind":"labelling","symbology":"gs1-128","per":"parcel","payload":["sscc"]}""")]
    [InlineData("Deliveries to Stoke from 9am on weekdays, please.", "Derby plant|Stoke warehouse", "2026-11-25", """{"kind":"deliveryDays","closed":["saturday","sunday"],"open":["monday","tuesday","wednesday","thursday","friday"],"windows":[{"days":["monday","tuesday","wednesday","thursday","friday"],"from":"09:00"}]} @Stoke warehouse""")]
    [InlineData("No problem with partial shipments.", "Hull depot", "2026-11-25", """{"kind":"partialDelivery","allowed":true}""")]
    [InlineData("We don't mind split deliveries.", "Hull depot", "2026-11-25", """{"kind":"partialDelivery","allowed":true}""")]
    [InlineData("Delivery charges of £15 apply below £300.", "Hull depot", "2026-11-25", "? Delivery charges of £15 apply below £300.")]
    public void An_English_sentence_is_read_as_meant(string text, string sites, string receivedOn, string said) =>
        Assert.Equal(said, Spoken.Said(Spoken.Read(text, sites, receivedOn)));
}
