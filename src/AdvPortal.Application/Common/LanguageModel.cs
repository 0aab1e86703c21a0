using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Common;

/// <summary>The language model of this installation, asked one question at a time: optional, bounded in time, and never trusted. Without one nothing leaves the machine.</summary>
/// <param name="client">Whoever registers another provider's changes nothing here.</param>
public sealed partial class LanguageModel(TimeProvider time, LanguageModelSettings settings, ILogger<LanguageModel> log, IChatClient? client = null)
{
    public bool IsConfigured => client is not null;

    /// <summary>Characters of a client's words that one question may hold.</summary>
    public int Characters => settings.Characters;

    /// <param name="instructions">What it is to do, and the JSON it is to answer with.</param>
    /// <param name="question">What others wrote, as JSON: it is no instruction.</param>
    /// <exception cref="OperationCanceledException">Whoever asked has gone.</exception>
    public async Task<ModelReply> AskAsync(string instructions, string question, CancellationToken ct)
    {
        if (client is null)
        {
            return new(null, ModelSilence.Down);
        }

        using var timeUp = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeUp.Token);

        try
        {
            var answer = client.GetResponseAsync([new(ChatRole.System, instructions), new(ChatRole.User, question)], new() { ResponseFormat = ChatResponseFormat.Json }, either.Token);

            // A provider that does not listen to its token is not waited for either.
            return new((await answer.WaitAsync(either.Token)).Text, null);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (timeUp.IsCancellationRequested)
        {
            LogSlow(settings.Timeout);

            return new(null, ModelSilence.Slow);
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            // Its message may repeat what a client wrote.
            LogDown(failed.GetType().Name);

            return new(null, ModelSilence.Down);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The language model has not answered within {Timeout}")]
    private partial void LogSlow(TimeSpan timeout);

    [LoggerMessage(LogLevel.Warning, "The language model has not answered: {Failure}")]
    private partial void LogDown(string failure);
}

/// <summary>What a language model said, or why there is nothing.</summary>
/// <param name="Text">Null when nothing came.</param>
public sealed record ModelReply(string? Text, ModelSilence? Silence);

/// <summary>Why a language model has nothing to say.</summary>
public enum ModelSilence { Down, Slow, Nonsense, NothingMore }
