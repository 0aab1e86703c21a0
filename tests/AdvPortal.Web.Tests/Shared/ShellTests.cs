using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using AdvPortal.Web.Identity;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AdvPortal.Web.Tests.Shared;

public sealed class ShellTests : ShellContext
{
    [Fact]
    public void The_drawer_offers_what_the_role_may_see_and_nothing_else()
    {
        Assert.Equal(["Ma journée", "Équipe et suppléances"], Places(Claire(Permission.ReadPortfolios)));
        Assert.Equal(Navigation.All.Count, Places(Claire(Enum.GetValues<Permission>())).Count());
        Assert.Empty(Render<NavDrawer>().FindAll("a"));
    }

    [Fact]
    public void A_count_stands_beside_its_place_only()
    {
        var drawer = Drawer(Claire(Enum.GetValues<Permission>()) with { Counts = new Dictionary<string, int> { ["Nav.OrderBook"] = 1212 } });

        var place = Assert.Single(drawer.FindAll("a:has(.ct)"));
        Assert.Equal(("Carnet de commandes", "1\u202F212"), (place.GetAttribute("title"), place.QuerySelector(".ct")!.TextContent));
    }

    [Fact]
    public void The_phone_shows_at_most_four_places_and_only_those_that_are_there()
    {
        var bar = Render<BottomBar>(it => it.Add(bar => bar.Shell, Claire(Enum.GetValues<Permission>())));

        Assert.Equal(["Journée", "Carnet", "Clients", "Questions"], bar.FindAll("nav a").Select(place => place.TextContent));
        Assert.Equal(["Exigences", "Expéditions", "Réclamations", "Appels d’offres", "Relais de contrats", "Équipe et suppléances", "Articles", "Paramètres"], bar.FindAll("#more-menu a").Select(place => place.TextContent.Trim()));
    }

    [Fact]
    public void One_company_has_no_switcher_and_two_have_one()
    {
        var alone = Render<TenantSwitcher>(it => it.Add(switcher => switcher.Shell, Claire()));
        Assert.Empty(alone.FindAll("button"));

        var several = Render<TenantSwitcher>(it => it.Add(switcher => switcher.Shell, Claire() with { Tenants = [new("Comptoir Beauceron", "/comptoir-beauceron/")] }));
        Assert.Equal("/comptoir-beauceron/", several.Find("a").GetAttribute("href"));
    }

    [Fact]
    public async Task What_a_person_prefers_is_kept_by_the_host_and_by_the_browser()
    {
        MemberPreferences? kept = null;
        var menu = Render<MemberMenu>(it => it.Add(menu => menu.Shell, Claire() with { PreferAsync = wish => Task.FromResult(kept = wish) }));

        await menu.FindAll("#member-menu button").Single(choice => choice.TextContent.Contains("Sombre", StringComparison.Ordinal)).ClickAsync();
        Assert.Equal(new("fr", "dark", true), kept);

        await menu.FindAll("#member-menu button").Single(choice => choice.TextContent.Contains("une lettre", StringComparison.Ordinal)).ClickAsync();
        Assert.Equal(new("fr", "dark", false), kept);
        Assert.Equal(["theme", "letters"], JSInterop.Invocations["advPortal.prefer"].Select(call => call.Arguments[0]));

        await menu.Find("button[lang=en]").ClickAsync();
        Assert.Equal("en", kept?.Language);
        Assert.Equal("en", JSInterop.Invocations["advPortal.speak"].Single().Arguments[0]);
    }

    [Fact]
    public async Task Whoever_is_signed_out_is_led_to_the_door_once()
    {
        var authentication = AddAuthorization();
        authentication.SetAuthorized("Claire Morel");
        Services.AddSingleton(new CircuitTenant());
        Services.AddSingleton(provider => new ShellSource(null!, null!, null!, null!, new() { From = new("a@example.test", ""), PublicAddress = new("http://localhost/") }, provider.GetRequiredService<IStringLocalizer<Texts>>()));
        var page = Render<Shell>(it => it.AddChildContent("in"));
        var told = false;
        Services.GetRequiredService<AuthenticationStateProvider>().AuthenticationStateChanged += _ => told = true;
        Assert.Contains("in", page.Markup, StringComparison.Ordinal);

        // The frame stands aside; what the router shows instead of the page leads to the door.
        await page.InvokeAsync(() => authentication.SetNotAuthorized());
        Assert.True(told);
        Assert.Empty(Services.GetRequiredService<BunitNavigationManager>().History);
        Render<SignInFirst>();
        Assert.Equal("sign-in?ReturnUrl=%2F", Assert.Single(Services.GetRequiredService<BunitNavigationManager>().History).Uri);
    }

    [Fact]
    public async Task The_palette_finds_groups_and_goes_without_the_mouse()
    {
        var palette = Render<CommandPalette>(it => it.Add(palette => palette.Shell, Claire(Permission.ReadOrders) with
        {
            SearchAsync = (query, _) => Task.FromResult<IReadOnlyList<PaletteResult>>(
            [new("Clients", "", "Hydraulique Chartraine", query, "clients/1"), new("Orders", "", "CV26-04518", query, "orders/2")])
        }));
        Assert.Equal(["Ma journée", "Carnet de commandes", "Questions clients", "Expéditions", "Réclamations", "Appels d’offres"], palette.FindAll("[role=option] b").Select(place => place.TextContent));

        await palette.Find("input").InputAsync("chart");
        await palette.WaitForAssertionAsync(() => Assert.Equal(["Clients", "Commandes"], palette.FindAll(".menu-head").Select(head => head.TextContent)));

        await palette.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowDown" });
        Assert.Equal("palette-1", palette.Find("input").GetAttribute("aria-activedescendant"));

        await palette.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        Assert.EndsWith("/orders/2", Services.GetRequiredService<NavigationManager>().Uri);
    }

    [Theory]
    [InlineData(typeof(WidePage), "app rail")]
    [InlineData(typeof(NarrowPage), "app")]
    public void A_page_that_needs_the_width_folds_the_drawer(Type page, string css)
    {
        var frame = Frame(page);

        Assert.Equal(css, frame.Find(".app").ClassName);
        Assert.Single(frame.FindAll("main"));
        Assert.Equal("#main", frame.Find("a.skip").GetAttribute("href"));
    }

    [Fact]
    public void Every_button_of_the_frame_has_a_name() =>
        Assert.Empty(Frame(typeof(NarrowPage)).FindAll("button").Where(button => button.TextContent.Trim().Length == 0 && !button.HasAttribute("aria-label")).Select(button => button.OuterHtml));

    [Fact]
    public void A_page_that_breaks_leaves_the_frame_and_a_reference_that_the_log_knows()
    {
        var log = new Heard();
        Services.AddSingleton<ILogger<PageErrorBoundary>>(log);
        var page = Render<PageErrorBoundary>(it => it.AddChildContent(_ => throw new InvalidOperationException("boum")));

        var reference = Assert.Single(log.References);
        Assert.Contains(reference, page.Find("[role=alert]").TextContent);
        Assert.DoesNotContain("boum", page.Markup);
    }

    [Fact]
    public void The_drawer_says_when_a_draft_is_not_kept()
    {
        var drafts = Services.GetRequiredService<DraftSignal>();
        var status = Render<DraftStatus>();
        Assert.Equal("Brouillons enregistrés", status.Find("[role=status]").TextContent.Trim());

        drafts.Saving();
        status.WaitForAssertion(() => Assert.Equal("Enregistrement…", status.Find("[role=status]").TextContent.Trim()));

        drafts.Failed();
        status.WaitForAssertion(() => Assert.Equal("Brouillon non enregistré", status.Find("[role=status]").TextContent.Trim()));

        drafts.Saving();
        drafts.Saved();
        status.WaitForAssertion(() => Assert.Equal("Brouillons enregistrés", status.Find("[role=status]").TextContent.Trim()));
    }

    private IRenderedComponent<MainLayout> Frame(Type page)
    {
        AddAuthorization();

        return Render<MainLayout>(it => it
            .Add(layout => layout.Shell, Claire(Enum.GetValues<Permission>()) with { Create = [new("Importer des commandes", "orders/import")] })
            .Add(layout => layout.Page, page)
            .Add(layout => layout.Body, body => body.AddContent(0, "…")));
    }

    private IRenderedComponent<NavDrawer> Drawer(ShellState shell) => Render<NavDrawer>(it => it.Add(drawer => drawer.Shell, shell));

    private IEnumerable<string> Places(ShellState shell) => Drawer(shell).FindAll("a").Select(place => place.GetAttribute("title")!);

    [Rail]
    private sealed class WidePage : ComponentBase;

    private sealed class NarrowPage : ComponentBase;

    private sealed class Heard : ILogger<PageErrorBoundary>
    {
        public List<string> References { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => NullLogger.Instance.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            References.Add(((IReadOnlyList<KeyValuePair<string, object?>>)state!).Single(part => part.Key == "Reference").Value!.ToString()!);
    }
}
