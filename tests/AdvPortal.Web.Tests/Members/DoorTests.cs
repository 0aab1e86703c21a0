using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Members;
using AdvPortal.Domain.Members;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Members;

/// <summary>Who comes in, and who does not although they bring something.</summary>
public sealed class DoorTests(PortalFixture portal) : IAsyncLifetime
{
    private Company _company = null!;

    public async ValueTask InitializeAsync() => _company = await portal.ACompanyAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_key_opens_its_own_company_and_nothing_else()
    {
        var other = await portal.ACompanyAsync();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(_company.Slug, _company.Api.DefaultRequestHeaders.Authorization));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(other.Slug, _company.Api.DefaultRequestHeaders.Authorization));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("nowhere", _company.Api.DefaultRequestHeaders.Authorization));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(_company.Slug, new("Bearer", ApiKey.NewSecret())));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(_company.Slug, null));
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing()
    {
        await using var ada = _company.SignIn(await _company.AMemberAsync("Ada", Role.Admin), Role.Admin);
        var key = (await ada.ServiceProvider.GetRequiredService<CreateApiKey>().ExecuteAsync(new() { Name = "ERP", Role = Role.Reader })).Value!;
        var other = (await ada.ServiceProvider.GetRequiredService<CreateApiKey>().ExecuteAsync(new() { Name = "ERP 2", Role = Role.Reader })).Value!;
        await ada.ServiceProvider.GetRequiredService<RevokeApiKey>().ExecuteAsync(key.Id);

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(_company.Slug, new("Bearer", key.Secret)));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(_company.Slug, new("Bearer", other.Secret)));
    }

    [Fact]
    public async Task A_members_cookie_reads_in_its_own_company_and_changes_nothing_through_the_api()
    {
        var other = await portal.ACompanyAsync();
        var (_, email) = await _company.APersonAsync("Claire Morel", Role.Admin);
        using var claire = portal.Visit();
        await claire.SignInAsync(_company.Slug, email);

        Assert.Equal(HttpStatusCode.OK, (await claire.GetAsync($"/{_company.Slug}/api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await claire.GetAsync($"/{other.Slug}/api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await claire.GetAsync($"/{other.Slug}/clients")).StatusCode);
        using var forged = await claire.SendAsync(HttpMethod.Post, $"/{_company.Slug}/api/v1/clients", Json("""{ "code": "C-1", "name": "X" }"""));
        Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), (forged.StatusCode, forged.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_role_that_may_not_is_told_so_in_the_api_and_on_the_page()
    {
        var reader = await _company.ApiAsync(Role.Reader);
        using var refused = await reader.PostAsync(new Uri("clients", UriKind.Relative), Json("""{ "code": "C-1", "name": "X" }"""));
        Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(new Uri("clients", UriKind.Relative))).StatusCode);

        var (_, email) = await _company.APersonAsync("Rémi Lect", Role.Reader);
        using var visit = portal.Visit();
        await visit.SignInAsync(_company.Slug, email);
        Assert.Equal(HttpStatusCode.Forbidden, (await visit.GetAsync($"/{_company.Slug}/clients/new")).StatusCode);
    }

    [Theory]
    [InlineData("order-documents", ReceiveOrderDocument.MostBytes)]
    [InlineData("products/import", Application.Imports.ReadImportFile.MostBytes)]
    public async Task What_is_too_large_is_not_taken(string path, int most)
    {
        using var file = new ByteArrayContent(new byte[most + 1]);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse("application/octet-stream");
        using var refused = await _company.Api.PostAsync(new Uri(path, UriKind.Relative), file);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private async Task<HttpStatusCode> AskAsync(string slug, AuthenticationHeaderValue? key)
    {
        using var client = portal.Client();
        client.DefaultRequestHeaders.Authorization = key;
        using var answer = await client.GetAsync(new Uri($"/{slug}/api/v1/me", UriKind.Relative));

        return answer.StatusCode;
    }
}
