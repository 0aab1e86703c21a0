using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace AdvPortal.Web.Tests;

/// <summary>Somebody's browser as the server sees it: it brings its cookies back, whatever the machine's clock says of them, and sends the forms of pages.</summary>
internal sealed partial class Visit(WebApplicationFactory<Program> portal, string address = "http://localhost") : IDisposable
{
    private readonly HttpClient _client = portal.CreateClient(new() { BaseAddress = new(address), AllowAutoRedirect = false, HandleCookies = false });

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>As they were set, with their flags.</summary>
    public List<string> SetCookies { get; } = [];

    public void Dispose() => _client.Dispose();

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);

        return await answer.Content.ReadAsStringAsync();
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Cookie", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        request.Headers.AcceptLanguage.Add(new("fr"));
        var answer = await _client.SendAsync(request);

        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            SetCookies.Add(set);
            var (name, value) = (set[..set.IndexOf('=', StringComparison.Ordinal)], set[(set.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0]);
            Cookies[name] = value;
        }

        return answer;
    }

    /// <summary>Opens a page and sends its form as it is, but for these fields.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields)
    {
        using var page = await GetAsync(path);
        var hidden = Hidden().Matches(await page.Content.ReadAsStringAsync()).Select(it => KeyValuePair.Create(it.Groups["name"].Value, WebUtility.HtmlDecode(it.Groups["value"].Value)));
        using var form = new FormUrlEncodedContent([.. hidden, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);

        return await SendAsync(HttpMethod.Post, path, form);
    }

    public async Task SignInAsync(string slug, string email)
    {
        using var answer = await SubmitAsync($"/{slug}/sign-in", ("Form.Email", email), ("Form.Password", Company.Password));

        Assert.Equal((HttpStatusCode.Redirect, $"/{slug}/"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();
}
