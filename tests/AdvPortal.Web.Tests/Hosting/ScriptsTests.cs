using System.Text.RegularExpressions;
using AdvPortal.Domain.Members;

namespace AdvPortal.Web.Tests.Hosting;

/// <summary>What a page loads, and in which order.</summary>
public sealed partial class ScriptsTests(PortalFixture portal)
{
    [Fact]
    public async Task The_circuit_waits_for_the_last_script_which_offers_what_a_page_asks_for_first()
    {
        var company = await portal.ACompanyAsync();
        var (_, email) = await company.APersonAsync("Claire Morel", Role.Adv);
        using var claire = portal.Visit();
        await claire.SignInAsync(company.Slug, email);
        var scripts = Scripts().Matches(await claire.ReadAsync($"/{company.Slug}/")).Select(script => script.Value).ToList();

        Assert.Collection(scripts,
            script => Assert.Contains("MudBlazor.min.js", script, StringComparison.Ordinal),
            script => Assert.Contains("blazor.web.js\" autostart=\"false\"", script, StringComparison.Ordinal),
            script => Assert.Contains("app.js", script, StringComparison.Ordinal));
    }

    [GeneratedRegex("<script [^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Scripts();
}
