using System.Collections.Concurrent;
using Serilog.Core;
using Serilog.Events;

namespace AdvPortal.Web.Tests.Hosting;

/// <summary>All that a portal says, to be read again.</summary>
internal sealed class Log : ILogEventSink, IDisposable
{
    public ConcurrentQueue<LogEvent> Events { get; } = [];

    public void Emit(LogEvent logEvent) => Events.Enqueue(logEvent);

    public void Dispose() => Events.Clear();
}
