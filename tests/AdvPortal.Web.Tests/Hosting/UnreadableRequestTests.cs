using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace AdvPortal.Web.Tests.Hosting;

public sealed class UnreadableRequestTests(PortalFixture portal)
{
    [Theory]
    [InlineData("{\"name\":")]
    [InlineData("[]")]
    public async Task What_cannot_be_read_is_the_callers_to_correct(string body)
    {
        var company = await portal.ACompanyAsync();
        using var content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
        var answer = await company.Api.PostAsync(new Uri("clients", UriKind.Relative), content);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("La demande n’est pas lisible. Rien n’a été enregistré. Corrigez-la et renvoyez-la.", (string?)problem["detail"]);
    }
}
