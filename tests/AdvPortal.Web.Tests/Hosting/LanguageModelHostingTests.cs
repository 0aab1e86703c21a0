using AdvPortal.Application.Common;
using AdvPortal.Web.Hosting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Hosting;

public sealed class LanguageModelHostingTests(PortalFixture portal)
{
    private static readonly (string, string) _endpoint = ("Portal:LanguageModel:Endpoint", "http://localhost:11434/v1");
    private static readonly (string, string) _model = ("Portal:LanguageModel:Model", "mistral-small");

    [Fact]
    public void Nothing_set_is_no_model()
    {
        Assert.Null(LanguageModelHosting.Read(Settings(("Portal:LanguageModel:Endpoint", ""), ("Portal:LanguageModel:TimeoutSeconds", "20"))));
        Assert.Null(portal.Services.GetService<IChatClient>());
    }

    [Fact]
    public void An_endpoint_and_a_name_are_a_model()
    {
        var (endpoint, model, key, limits) = LanguageModelHosting.Read(Settings(_endpoint, _model, ("Portal:LanguageModel:TimeoutSeconds", "5")))!.Value;

        Assert.Equal(("http://localhost:11434/v1", "mistral-small", "none"), (endpoint.ToString(), model, key));
        Assert.Equal(new LanguageModelSettings { Timeout = TimeSpan.FromSeconds(5) }, limits);

        using var asking = portal.With(_endpoint, _model);
        Assert.Equal("mistral-small", asking.Services.GetRequiredService<IChatClient>().GetService<ChatClientMetadata>()!.DefaultModelId);
    }

    [Theory]
    [InlineData("Portal:LanguageModel:Endpoint", "http://localhost:11434/v1", "Model")]
    [InlineData("Portal:LanguageModel:Model", "mistral-small", "Endpoint")]
    [InlineData("Portal:LanguageModel:ApiKey", "secret-key", "Endpoint")]
    public void A_half_of_it_is_refused_in_words_without_the_key(string name, string value, string missing)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => LanguageModelHosting.Read(Settings((name, value))));

        Assert.Contains($"Portal:LanguageModel:{missing}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Portal:LanguageModel:Endpoint", "localhost:11434")]
    [InlineData("Portal:LanguageModel:Endpoint", "file:///etc/passwd")]
    [InlineData("Portal:LanguageModel:TimeoutSeconds", "0")]
    [InlineData("Portal:LanguageModel:TimeoutSeconds", "soon")]
    [InlineData("Portal:LanguageModel:Characters", "1000000")]
    public void A_setting_out_of_range_is_refused_in_words(string name, string value) =>
        Assert.Contains(name, Assert.Throws<InvalidOperationException>(() => LanguageModelHosting.Read(Settings(_endpoint, _model, (name, value)))).Message, StringComparison.Ordinal);

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.GroupBy(s => s.Key).ToDictionary(s => s.Key, s => (string?)s.Last().Value)).Build();
}
