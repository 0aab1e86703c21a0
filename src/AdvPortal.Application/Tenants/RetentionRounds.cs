using AdvPortal.Application.Clients;
using AdvPortal.Application.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Tenants;

/// <summary>Goes round the companies several times a day and forgets what each no longer wants to keep, and answers that nobody asks for any more.</summary>
public sealed partial class RetentionRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RetentionRounds> log) : TenantRounds(scopes, clock, log)
{
    private readonly ILogger _log = log;

    // Retention is counted in months: a few hours more or less are nobody's concern.
    protected override TimeSpan Pause => TimeSpan.FromHours(6);

    protected override async Task VisitAsync(IServiceProvider company, Guid tenant, CancellationToken ct)
    {
        await company.GetRequiredService<ForgetAnswers>().ExecuteAsync(ct);
        await company.GetRequiredService<ForgetWebhookMessages>().ExecuteAsync(ct);

        if (await company.GetRequiredService<EraseUnusedContacts>().ExecuteAsync(ct) is > 0 and var erased)
        {
            Erased(_log, erased, tenant);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} contacts of {Tenant} were forgotten: retention")]
    private static partial void Erased(ILogger log, int count, Guid tenant);
}
