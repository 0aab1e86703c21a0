using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Tenants;

namespace AdvPortal.Domain.Tests.Tenants;

public sealed class TenantTests
{
    [Theory]
    [InlineData("visserie-du-perche", true)]
    [InlineData("a", true)]
    [InlineData("3a-2", true)]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmn", true)] // forty
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmno", false)]
    [InlineData("", false)]
    [InlineData("Visserie", false)]
    [InlineData("visserie--perche", false)]
    [InlineData("-visserie", false)]
    [InlineData("visserie-", false)]
    [InlineData("visserie du perche", false)]
    [InlineData("été", false)]
    public void A_company_is_called_in_addresses_by_small_letters_and_digits(string text, bool isSlug) => Assert.Equal(isSlug, Tenant.IsSlug(text));

    [Theory]
    [InlineData("health")]
    [InlineData("openapi")]
    [InlineData("api-docs")]
    [InlineData("sign-in")]
    [InlineData("sign-out")]
    [InlineData("set-up")]
    [InlineData("password")]
    [InlineData("confirm")]
    [InlineData("forgotten")]
    [InlineData("invitation")]
    [InlineData("status")]
    [InlineData("not-found")]
    [InlineData("api")]
    [InlineData("fonts")]
    [InlineData("_blazor")]
    [InlineData("_framework")]
    [InlineData("_content")]
    public void The_first_segments_of_the_portal_itself_are_no_companys(string segment)
    {
        Assert.True(Tenant.IsReserved(segment));
        Assert.False(Tenant.IsSlug(segment));
    }

    [Fact]
    public void Any_other_segment_is_free() => Assert.False(Tenant.IsReserved("visserie-du-perche"));

    [Fact]
    public void A_limit_is_worth_nothing_in_a_currency_in_which_nobody_set_it()
    {
        var settings = new TenantSettings("Visserie du Perche");
        settings.Credit(400);
        settings.Offer(12_000);

        Assert.Equal((400m, 12_000m), (settings.CreditLimitIn("EUR"), settings.TenderLimitIn("EUR")));
        Assert.Equal((0m, 0m, 0m), (settings.CreditLimitIn("CHF"), settings.TenderLimitIn("CHF"), settings.CreditLimitIn(null)));
    }

    [Fact]
    public void Calendars_that_are_the_usual_ones_are_none_of_the_companys_own()
    {
        var settings = new TenantSettings("Visserie du Perche");
        var own = ShippingCalendars.Usual with { OrdersUntil = new(11, 0) };

        settings.Keep(own);
        Assert.Equal(own, settings.Calendars);

        settings.Keep(ShippingCalendars.Usual);
        Assert.Null(settings.Calendars);
    }
}
