using AdvPortal.Exchange.Requirements;

namespace AdvPortal.Web.Hosting;

/// <summary>Builds the automata of the grammar once the portal answers, so that nobody's first sentence waits for them.</summary>
internal sealed class InterpreterWarmUp(IHostApplicationLifetime portal) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var starting = portal.ApplicationStarted.Register(started.SetResult);
        await using var stopping = stoppingToken.Register(() => started.TrySetCanceled(stoppingToken));
        await started.Task;

        Interpreter.WarmUp(stoppingToken);
    }
}
