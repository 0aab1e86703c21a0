using AdvPortal.Application.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Intake;

/// <summary>Goes round the companies and reads what a node that died had begun. Whose turn it is, the database says.</summary>
public sealed partial class IntakeRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<IntakeRounds> log) : TenantRounds(scopes, clock, log)
{
    private readonly ILogger _log = log;

    protected override TimeSpan Pause => TimeSpan.FromMinutes(1);

    protected override async Task VisitAsync(IServiceProvider company, Guid tenant, CancellationToken ct)
    {
        if (await company.GetRequiredService<ResumeReading>().ExecuteAsync(ct) is > 0 and var resumed)
        {
            Resumed(_log, resumed, tenant);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} documents of {Tenant} had lost their reader and were read again")]
    private static partial void Resumed(ILogger log, int count, Guid tenant);
}
