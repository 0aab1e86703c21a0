using AdvPortal.Application.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Intake;

/// <summary>Goes round the companies and takes in what their clients mailed. Whose turn it is at which mailbox, the database says.</summary>
public sealed partial class MailboxRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MailboxRounds> log) : TenantRounds(scopes, clock, log)
{
    private readonly ILogger _log = log;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(30);

    protected override async Task VisitAsync(IServiceProvider company, Guid tenant, CancellationToken ct)
    {
        if (await company.GetRequiredService<WatchMailbox>().ExecuteAsync(ct) is > 0 and var taken)
        {
            TakenIn(_log, taken, tenant);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} messages of {Tenant} were taken in from the mailbox")]
    private static partial void TakenIn(ILogger log, int count, Guid tenant);
}
