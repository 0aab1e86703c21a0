using System.Net;
using AdvPortal.Application.Common;
using AdvPortal.Tests;
using AdvPortal.Web.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Members;

/// <summary>A portal in which nobody works yet.</summary>
public sealed class SetUpPageTests : IAsyncLifetime
{
    private readonly TestPostgres _empty = new();
    private WebApplicationFactory<Program> _portal = null!;

    public async ValueTask InitializeAsync()
    {
        await _empty.InitializeAsync();
        await Database.MigrateAsync(_empty.OwnerConnectionString);
        _portal = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseEnvironment("Testing").UseSetting("Serilog:MinimumLevel:Default", "Warning").UseSetting("ConnectionStrings:AdvPortal", _empty.AppConnectionString));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _empty.DisposeAsync();
    }

    [Fact]
    public async Task The_link_of_the_first_start_makes_one_company_and_its_administrator()
    {
        var path = (await _portal.Services.GetRequiredService<SetUpLink>().PathAsync(CancellationToken.None))!;
        using var ada = new Visit(_portal);

        Assert.DoesNotContain("Form.Password", await ada.ReadAsync("/set-up/0123456789abcdef"), StringComparison.Ordinal);
        Assert.Contains("Form.Password", await ada.ReadAsync(path), StringComparison.Ordinal);
        using var reserved = await ada.SubmitAsync(path, Company("status"));
        Assert.Equal(HttpStatusCode.OK, reserved.StatusCode);

        using var made = await ada.SubmitAsync(path, Company("visserie"));
        Assert.Equal((HttpStatusCode.Redirect, "/visserie/"), (made.StatusCode, made.Headers.Location?.OriginalString));
        Assert.Contains("\"admin\"", await ada.ReadAsync("/visserie/api/v1/me"), StringComparison.Ordinal);

        Assert.DoesNotContain("Form.Password", await ada.ReadAsync(path), StringComparison.Ordinal);
        Assert.Null(await _portal.Services.GetRequiredService<SetUpLink>().PathAsync(CancellationToken.None));
    }

    private static (string Name, string Value)[] Company(string slug) =>
    [
        ("Form.Company", "Visserie du Perche"), ("Form.Slug", slug), ("Form.Language", "fr"), ("Form.TimeZone", "Europe/Paris"), ("Form.Currency", "EUR"),
        ("Form.Name", "Ada Admin"), ("Form.Email", "ada@visserie.example"), ("Form.Password", Tests.Company.Password),
    ];
}
