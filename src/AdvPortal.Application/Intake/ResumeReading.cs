using AdvPortal.Domain.Intake;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Intake;

/// <summary>Reads what was kept and whose reader died, of this company: how many there were.</summary>
[UseCase]
public sealed class ResumeReading(UnitOfWork unitOfWork, TenantClock clock, ReceiveOrderDocument receive) : IIntakeWork
{
    private const int AtOnce = 20;

    static TimeSpan IIntakeWork.Pause => TimeSpan.FromMinutes(1);

    // A reader that died is nothing to get used to.
    static LogLevel IIntakeWork.Level => LogLevel.Warning;

    public async Task<int> ExecuteAsync(CancellationToken ct = default)
    {
        var now = clock.Now;
        var left = await unitOfWork.ReadAsAnyoneAsync(
            db => db.OrderDocuments.Where(d => d.Status == OrderDocumentStatus.Received && (d.ReadUntil == null || d.ReadUntil <= now))
                .OrderBy(d => d.ReceivedAt).Take(AtOnce).Select(d => d.Id).ToListAsync(ct), ct);

        foreach (var document in left)
        {
            ct.ThrowIfCancellationRequested();
            await receive.ResumeAsync(document);
        }

        return left.Count;
    }
}
