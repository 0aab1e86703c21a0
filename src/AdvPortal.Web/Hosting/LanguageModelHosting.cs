using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using AdvPortal.Application.Common;
using Microsoft.Extensions.AI;
using OpenAI;

namespace AdvPortal.Web.Hosting;

/// <summary>Reads which language model this installation asks, if any. Any endpoint that speaks as OpenAI's does; another provider's is registered here as <see cref="IChatClient"/>.</summary>
internal static class LanguageModelHosting
{
    private const string Section = "Portal:LanguageModel";

    public static void AddLanguageModel(this WebApplicationBuilder builder)
    {
        if (Read(builder.Configuration) is not var (endpoint, model, key, settings))
        {
            return;
        }

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(_ => Client(endpoint, model, key, settings));
    }

    /// <summary>Null where no model is set up: nothing leaves the machine then.</summary>
    internal static (Uri Endpoint, string Model, string Key, LanguageModelSettings Settings)? Read(IConfiguration configuration)
    {
        var (address, model, key) = (Given("Portal:LanguageModel:Endpoint"), Given("Portal:LanguageModel:Model"), Given("Portal:LanguageModel:ApiKey"));

        if (address is null && model is null && key is null)
        {
            return null;
        }

        if (address is null || model is null)
        {
            throw new InvalidOperationException($"{Section}:Endpoint and {Section}:Model are needed together: the address of the model and its name.");
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException($"{Section}:Endpoint must be an address such as https://api.openai.com/v1 or http://localhost:11434/v1.");
        }

        var usual = new LanguageModelSettings();
        var seconds = Number("Portal:LanguageModel:TimeoutSeconds", (int)usual.Timeout.TotalSeconds, 1, 120);
        var characters = Number("Portal:LanguageModel:Characters", usual.Characters, 200, 20_000);

        // A model on a machine of one's own often asks for no key, and the client for one.
        return (endpoint, model, key ?? "none", new() { Timeout = TimeSpan.FromSeconds(seconds), Characters = characters });

        // An empty variable of the environment says nothing.
        string? Given(string name) => string.IsNullOrWhiteSpace(configuration[name]) ? null : configuration[name]!.Trim();

        int Number(string name, int otherwise, int least, int most) =>
            Given(name) is not { } given ? otherwise
            : int.TryParse(given, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw new InvalidOperationException($"{name} must be a whole number from {least} to {most}.");
    }

    /// <summary>One question is one call: whoever waits is told after the first that fails.</summary>
    private static IChatClient Client(Uri endpoint, string model, string key, LanguageModelSettings settings) =>
        new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = endpoint, NetworkTimeout = settings.Timeout, RetryPolicy = new ClientRetryPolicy(maxRetries: 0) })
            .GetChatClient(model).AsIChatClient();
}
