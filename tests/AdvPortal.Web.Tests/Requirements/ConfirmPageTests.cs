using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Hosting;

namespace AdvPortal.Web.Tests.Requirements;

/// <summary>What somebody without an account meets behind the link they were sent.</summary>
public sealed partial class ConfirmPageTests(PortalFixture portal) : IAsyncLifetime
{
    private const string Rule = """{ "sentence": "Rien le mercredi", "source": { "kind": "email", "who": "Karim Haddad", "on": "2025-02-03" }, "severity": "block", "rule": { "kind": "deliveryDays", "closed": ["wednesday"] } }""";

    private readonly string _token = Reconfirmation.NewToken();
    private Company _company = null!;
    private Client _client = null!;
    private Guid _requirement;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _client = new("C-0147", "Hydraulique Chartraine", "fr", "EUR");
        var nathalie = _client.Meet("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@chartraine.example", phone: null, language: null);
        await _company.StoreAsync(_client);
        using var made = await _company.Api.PostAsync(new Uri($"clients/{_client.Id.Value}/requirements", UriKind.Relative), new StringContent(Rule, Encoding.UTF8, "application/json"));
        _requirement = (Guid)(await made.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
        await _company.StoreAsync(new Reconfirmation(Ids.New<ReconfirmationId>(), _client.Id, nathalie.Id, "fr", [new(new(_requirement), 1)], _token, PortalFixture.Now));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Two_companies_and_what_is_asked_are_all_there_is_to_see()
    {
        using var guest = portal.Client();
        var page = await PageAsync(guest, Address("fr"));

        Assert.All(["Hydraulique Chartraine", "Visserie du Perche", "«\u00A0Rien le mercredi\u00A0»", "noindex"], words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.All(["Nathalie", "Karim", "/sign-in", "href=\"clients", "AdvPortal"], words => Assert.DoesNotContain(words, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_speaks_the_language_of_the_question_until_the_reader_chooses_another()
    {
        using var guest = portal.Client();
        guest.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        using var sent = await guest.GetAsync(Address(null));

        Assert.Equal($"/{_company.Slug}/confirm/{_token}?culture=fr", sent.Headers.Location?.OriginalString);
        Assert.Contains("Toujours vrai", await PageAsync(guest, Address("fr")), StringComparison.Ordinal);
        Assert.Contains("Still true", await PageAsync(guest, Address("en")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_taken_once_with_thanks_and_then_the_link_leads_nowhere()
    {
        using var guest = portal.Client();
        var page = await PageAsync(guest, Address("fr"));

        using var unfinished = await guest.PostAsync(Address("fr"), Form(page, ("Form.Answers[0].Holds", "false"), ("Form.Name", "Nathalie R.")));
        var again = WebUtility.HtmlDecode(await unfinished.Content.ReadAsStringAsync());
        Assert.Contains("Écrivez ce qui est vrai aujourd’hui.", again, StringComparison.Ordinal);
        Assert.Contains("value=\"Nathalie R.\"", again, StringComparison.Ordinal);

        using var sent = await guest.PostAsync(Address("fr"), Form(again, ("Form.Answers[0].Holds", "false"), ("Form.Answers[0].Correction", "Rien le jeudi"), ("Form.Name", "Nathalie R.")));
        Assert.Equal((HttpStatusCode.Redirect, $"/{_company.Slug}/confirm/done?culture=fr"), (sent.StatusCode, sent.Headers.Location?.OriginalString));
        Assert.Contains("Merci", await PageAsync(guest, new($"/{_company.Slug}/confirm/done?culture=fr", UriKind.Relative)), StringComparison.Ordinal);

        using var second = await guest.PostAsync(Address("fr"), Form(again, ("Form.Answers[0].Holds", "true"), ("Form.Name", "Nathalie R.")));
        var (used, unknown) = (await PageAsync(guest, Address("fr")), await PageAsync(guest, new($"/{_company.Slug}/confirm/{Reconfirmation.NewToken()}?culture=fr", UriKind.Relative)));
        Assert.Contains("ne mène plus nulle part", used, StringComparison.Ordinal);
        Assert.Equal(MainOf(unknown), MainOf(used));
        Assert.DoesNotContain("Chartraine", used, StringComparison.Ordinal);
        var requirement = (await _company.Api.GetFromJsonAsync<JsonNode>($"requirements/{_requirement}"))!;
        Assert.Equal(("Rien le jeudi", "Rien le mercredi"), ((string?)requirement["correction"]!["says"], (string?)requirement["sentence"]));
    }

    [Fact]
    public async Task Without_the_pages_own_mark_nothing_is_taken()
    {
        using var guest = portal.Client();
        using var refused = await guest.PostAsync(Address("fr"), new FormUrlEncodedContent([new("_handler", "confirm"), new("Form.Name", "Nathalie R."), new("Form.Answers[0].Holds", "true"), new("Form.Answers[0].RequirementId", _requirement.ToString())]));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Toujours vrai", await PageAsync(guest, Address("fr")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_tries_links_by_the_dozen_is_stopped()
    {
        await using var limited = portal.With(_ => { });
        using var guesser = limited.CreateClient(new() { AllowAutoRedirect = false });
        var answers = await Task.WhenAll(Enumerable.Range(0, 25).Select(async _ =>
        {
            using var answer = await guesser.PostAsync(new Uri($"/{_company.Slug}/confirm/{Reconfirmation.NewToken()}", UriKind.Relative), new FormUrlEncodedContent([]));
            return (answer.StatusCode, IsWorded: (await answer.Content.ReadAsStringAsync()).Contains("Attendez une minute", StringComparison.Ordinal), answer.Headers.RetryAfter);
        }));

        Assert.Equal(20, answers.Count(answer => answer.StatusCode is HttpStatusCode.BadRequest));
        Assert.All(answers.Where(answer => answer.StatusCode is not HttpStatusCode.BadRequest), answer => Assert.True(answer is (HttpStatusCode.TooManyRequests, true, not null)));
    }

    [Fact]
    public async Task The_sheet_is_a_pdf_in_the_callers_language_and_the_question_an_answer_without_its_secret()
    {
        using var sheet = await _company.Api.GetAsync(new Uri($"clients/{_client.Id.Value}/requirement-sheet", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "application/pdf", "EX-C-0147.pdf"), (sheet.StatusCode, sheet.Content.Headers.ContentType?.MediaType, sheet.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal("%PDF", Encoding.ASCII.GetString((await sheet.Content.ReadAsByteArrayAsync())[..4]));

        using var asked = await _company.Api.PostAsJsonAsync($"clients/{_client.Id.Value}/reconfirmations", new { contactId = _client.Contacts[0].Id.Value });
        var question = (await asked.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal((HttpStatusCode.Created, "asked"), (asked.StatusCode, (string?)question["state"]));
        Assert.DoesNotMatch("[0-9a-f]{64}", question.ToJsonString());
        Assert.Equal(2, (await _company.Api.GetFromJsonAsync<JsonNode>($"clients/{_client.Id.Value}/reconfirmations"))!["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("/vis/confirm/0123456789abcdef", "/vis/confirm/…")]
    [InlineData("/vis/password/0123-abcd", "/vis/password/…")]
    [InlineData("/vis/orders/0123", "/vis/orders/0123")]
    public void What_is_told_of_a_request_keeps_where_a_link_led_and_not_its_secret(string path, string kept) => Assert.Equal(kept, HiddenLinks.Hide(path));

    private Uri Address(string? language) => new($"/{_company.Slug}/confirm/{_token}{(language is null ? "" : $"?culture={language}")}", UriKind.Relative);

    private static async Task<string> PageAsync(HttpClient guest, Uri address)
    {
        using var answer = await guest.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static string MainOf(string page) => MainPart().Match(page) is { Success: true } main ? main.Value : throw new InvalidOperationException("There is no main part.");

    private static FormUrlEncodedContent Form(string page, params (string Name, string Value)[] filled) => new(
        Hidden().Matches(page).Select(field => KeyValuePair.Create(field.Groups["name"].Value, field.Groups["value"].Value))
            .Concat(filled.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MainPart();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hidden();
}
