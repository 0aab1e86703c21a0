using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Intake;

/// <summary>What the portal does of its own accord with what comes in to a company. Whose turn it is, the database says.</summary>
public interface IIntakeWork
{
    /// <summary>Between two rounds over the companies.</summary>
    static abstract TimeSpan Pause { get; }

    /// <summary>How loudly it is said that there was something to do.</summary>
    static abstract LogLevel Level { get; }

    /// <returns>How much there was to do.</returns>
    Task<int> ExecuteAsync(CancellationToken ct = default);
}
