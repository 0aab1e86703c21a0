using System.Globalization;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests;

/// <summary>The words in which these tests set the scene. It is Monday 23 November 2026, ten in the morning.</summary>
internal static class Given
{
    public static readonly DateOnly Monday = new(2026, 11, 23);
    public static readonly DateOnly Wednesday = new(2026, 11, 25);
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly JudgedAt ThisMorning = new(Monday, Monday, Monday, new(10, 0));
    public static readonly ClientId Client = Ids.New<ClientId>();
    public static readonly SiteId Chartres = Ids.New<SiteId>();
    public static readonly SiteId Strasbourg = Ids.New<SiteId>();
    public static readonly MemberId Claire = Ids.New<MemberId>();

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    public static DeliveryDays NoDeliveryOn(params DayOfWeek[] days) =>
        new() { Closed = days.Aggregate(Weekdays.None, (all, day) => all | day.ToWeekdays()) };

    public static RequirementContent Content(Rule rule, Severity severity = Severity.Block, string from = "2025-02-03", string? until = null, Moments moments = Moments.Review) => new(
        "Pas de livraison les mercredis et jeudis", new(SourceKind.Email, "Karim Haddad", Day("2025-02-03")), severity, moments, Day(from), until is null ? null : Day(until), null, rule);

    public static Requirement ARequirement(
        Rule rule, Severity severity = Severity.Block, SiteId? site = null, string? family = null, int number = 12, string from = "2025-02-03", string? until = null, Moments moments = Moments.Review)
    {
        var requirement = Requirement.Prepare(Ids.New<RequirementId>(), number, Client, site, family, Content(rule, severity, from, until, moments)).Value!;
        Assert.True(requirement.Publish().IsOk);

        return requirement;
    }

    public static DraftLine ALine(string lineNo = "10", string? code = "VH-M8-30-ZN", decimal? quantity = 5000) => new()
    {
        LineNo = lineNo,
        ProductId = code is null ? null : new ProductId(Guid.Empty),
        ProductCode = code,
        Description = "Vis H M8×30",
        Quantity = quantity,
        NetPrice = 8.40m,
        PriceBaseQuantity = 100,
        ContractPrice = 8.40m,
    };

    public static OrderDraft ADraft(DateOnly? requestedOn, params DraftLine[] lines) => new()
    {
        ClientId = Client,
        SiteId = Chartres,
        CustomerReference = "4500187342",
        Currency = "EUR",
        RequestedOn = requestedOn,
        Lines = lines is [] ? [ALine()] : lines,
    };

    public static OrderDraft ADraft(string requestedOn, params DraftLine[] lines) => ADraft(Day(requestedOn), lines);

    public static Judgement Judge(OrderDraft draft, params Requirement[] requirements) => Judgement.Of(draft, Rulebook.Of(requirements), ThisMorning);

    public static Order AnOrder(OrderDraft draft, params Requirement[] requirements) =>
        Order.Receive(Ids.New<OrderId>(), draft, Judge(draft, requirements), Now, Now.AddHours(1)).Value!;
}
