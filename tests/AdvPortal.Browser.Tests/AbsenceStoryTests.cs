using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Portfolios;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AdvPortal.Browser.Tests;

/// <summary>Days that nobody planned: somebody does not come, the stand-in falls ill too, and the owner comes back.</summary>
[Collection("Browser")]
public sealed class AbsenceStoryTests(BrowserFixture browsers)
{
    private static readonly DateOnly _monday = new(2026, 11, 23);

    [Fact]
    public async Task Claire_ne_vient_pas_ce_matin_un_clic_et_quelqu_un_répond()
    {
        await using var portal = browsers.Start();
        var company = await AHouseAsync(portal);
        var client = await company.AClientAsync("Serrurerie Lacombe", "Claire Morel");

        await using var sophie = await portal.ADeskAsync();
        await sophie.SignInAsync(company, "Sophie Leroy");
        await FallIllAsync(sophie, company, "Claire Morel");
        await sophie.Button("Publier la suppléance").ClickAsync();
        await sophie.SeeAsync("Suppléance de Claire Morel publiée");

        await sophie.GoAsync(company, $"clients/{client.Id.Value}");
        await Expect(sophie.Page.Locator(".who-answers.cov")).ToContainTextAsync("Claire Morel");
        sophie.AssertNothingWrong();
    }

    [Fact]
    public async Task Yanis_qui_remplace_Claire_tombe_malade_et_Inès_prend_la_suite()
    {
        await using var portal = browsers.Start();
        var company = await AHouseAsync(portal);
        var client = await company.AClientAsync("Serrurerie Lacombe", "Claire Morel");
        await CoverAsync(company, client.Id, _monday.AddDays(4));

        await using var sophie = await portal.ADeskAsync();
        await sophie.SignInAsync(company, "Sophie Leroy");
        await FallIllAsync(sophie, company, "Yanis Benali");
        await sophie.SeeAsync("pour Claire Morel");
        await sophie.Page.GetByLabel("Suppléant pour Serrurerie Lacombe").SelectOptionAsync(new SelectOptionValue { Label = "Inès Caron" });
        await sophie.Button("Publier la suppléance").ClickAsync();
        await sophie.SeeAsync("Suppléance de Yanis Benali publiée");

        await sophie.GoAsync(company, $"clients/{client.Id.Value}");
        await Expect(sophie.Page.Locator(".who-answers.cov")).ToContainTextAsync("Inès Caron");
        sophie.AssertNothingWrong();
    }

    [Fact]
    public async Task Claire_revient_et_parcourt_ce_qui_a_été_fait()
    {
        await using var portal = browsers.Start();
        var company = await AHouseAsync(portal);
        var client = await company.AClientAsync("Serrurerie Lacombe", "Claire Morel");
        var absence = await CoverAsync(company, client.Id, _monday.AddDays(1));
        portal.Clock.Advance(TimeSpan.FromDays(2));

        await using var claire = await portal.ADeskAsync();
        await claire.SignInAsync(company, "Claire Morel");
        await claire.GoAsync(company, $"team/absences/{absence.Value}/handback");
        await claire.SeeAsync("Suppléance terminée");
        await claire.SeeAsync("1 client à parcourir");
        await claire.Page.GetByRole(AriaRole.Button, new() { Name = "Vu", Exact = true }).ClickAsync();
        await claire.SeeAsync("0 client à parcourir");

        await claire.GoAsync(company, $"clients/{client.Id.Value}");
        await Expect(claire.Page.Locator(".who-answers.cov")).ToHaveCountAsync(0);
        claire.AssertNothingWrong();
    }

    private static Task<Company> AHouseAsync(RunningPortal portal) =>
        portal.ACompanyAsync("Visserie du Perche", ("Claire Morel", Role.Adv), ("Yanis Benali", Role.Adv), ("Inès Caron", Role.Adv), ("Sophie Leroy", Role.Manager));

    private static async Task FallIllAsync(Desk desk, Company company, string name)
    {
        await desk.GoAsync(company, "team");
        await desk.Button("Absence imprévue").ClickAsync();
        await desk.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await desk.SeeAsync($"Suppléance de {name}");
    }

    // Claire is away from Monday on, and Yanis stands in.
    private static async Task<AbsenceId> CoverAsync(Company company, ClientId client, DateOnly until)
    {
        var absence = await company.DoAsync<DeclareAbsence, AbsenceView>(it => it.ExecuteAsync(new() { MemberId = company.IdOf("Claire Morel").Value, From = _monday, Until = until }));
        await company.DoAsync<PlanCover, AbsenceView>(it => it.ExecuteAsync(absence.Id, new([new(client.Value, company.IdOf("Yanis Benali").Value)]), version: null));
        await company.DoAsync<PublishCover, AbsenceView>(it => it.ExecuteAsync(absence.Id, version: null));

        return absence.Id;
    }
}
