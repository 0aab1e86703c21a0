using AdvPortal.Application.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Intake;

/// <summary>Goes round the companies with one piece of work. Each has rounds of its own: a mail server that does not answer keeps no document waiting.</summary>
public sealed partial class IntakeRounds<TWork>(IServiceScopeFactory scopes, TimeProvider clock, ILogger<IntakeRounds<TWork>> log) : TenantRounds(scopes, clock, log) where TWork : IIntakeWork
{
    private readonly ILogger _log = log;

    protected override TimeSpan Pause => TWork.Pause;

    protected override string Name => typeof(TWork).Name;

    protected override async Task VisitAsync(IServiceProvider company, Guid tenant, CancellationToken ct)
    {
        if (await company.GetRequiredService<TWork>().ExecuteAsync(ct) is > 0 and var count)
        {
            Done(_log, TWork.Level, Name, count, tenant);
        }
    }

    [LoggerMessage("{Work}: there were {Count} for {Tenant}")]
    private static partial void Done(ILogger log, LogLevel level, string work, int count, Guid tenant);
}
