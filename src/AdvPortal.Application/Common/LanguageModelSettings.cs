namespace AdvPortal.Application.Common;

/// <summary>How much a language model is asked, where one is set up: what it costs in time and what leaves the machine stay bounded.</summary>
public sealed record LanguageModelSettings
{
    /// <summary>How long one answer may take; whoever waits has the portal's own by then.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Characters of what a client wrote that one question may hold.</summary>
    public int Characters { get; init; } = 4_000;
}
