using Microsoft.Extensions.AI;

namespace AdvPortal.Tests;

/// <summary>A language model that answers as a test says, and keeps what it was asked.</summary>
public sealed class FakeModel(Func<CancellationToken, Task<string>> answer) : IChatClient
{
    public FakeModel(string answer) : this(_ => Task.FromResult(answer))
    {
    }

    public List<string> Asked { get; } = [];

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Asked.Add(messages.Last().Text);

        return new(new ChatMessage(ChatRole.Assistant, await answer(cancellationToken)));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
