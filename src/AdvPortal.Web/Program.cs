using AdvPortal.EmbeddedPostgres;
using AdvPortal.Exchange.Intake;
using AdvPortal.Web.Hosting;

// A file that breaks its reader costs this process and nothing of the portal: see LimitedReader.
if (args is ["read", var kind])
{
    return ReadProcess.Run(Console.OpenStandardInput(), Console.OpenStandardOutput(), kind);
}

using var stop = new StopSignal();

try
{
    if (await PortalDatabase.TryCommandAsync(args, stop.Token) is { } exitCode)
    {
        return exitCode;
    }

    await using var database = await PortalDatabase.OpenAsync(args, stop.Token);
    await using var app = Portal.Build(args, database);
    await DemoData.SeedAsync(app, stop.Token);
    await app.StartAsync(stop.Token);
    await Greeting.SayAsync(app, stop.Token);
    await app.WaitForShutdownAsync(stop.Token);

    return 0;
}
catch (EmbeddedPostgresException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);

    return 1;
}
catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
{
    return 0;
}
