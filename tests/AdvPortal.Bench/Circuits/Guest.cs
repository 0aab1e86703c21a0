using System.Net;
using System.Text.RegularExpressions;

namespace AdvPortal.Bench.Circuits;

/// <summary>Somebody with a cookie jar: reads pages, signs in, opens circuits.</summary>
internal sealed partial class Guest : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="home">The address below which pages are.</param>
    public Guest(Uri home) => (Home, _http) = (home, new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = home });

    public Uri Home { get; }

    public CookieContainer Cookies { get; } = new();

    public async Task SignInAsync(string email, string password, CancellationToken ct)
    {
        var form = await ReadAsync("sign-in", ct);
        var fields = HiddenField().Matches(form).ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value), StringComparer.Ordinal);
        using var answer = await SendAsync(HttpMethod.Post, "sign-in", new FormUrlEncodedContent(fields.Concat([new("Form.Email", email), new("Form.Password", password)])), ct);

        if (answer.StatusCode is not HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{email} is not let in: {answer.StatusCode}.");
        }
    }

    public async Task<string> ReadAsync(string path, CancellationToken ct)
    {
        using var page = await SendAsync(HttpMethod.Get, path, null, ct);
        page.EnsureSuccessStatusCode();

        return await page.Content.ReadAsStringAsync(ct);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Accept-Language", "fr");

        return await _http.SendAsync(request, ct);
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)"[^>]*>""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HiddenField();
}
