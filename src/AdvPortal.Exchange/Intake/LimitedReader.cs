using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using AdvPortal.Exchange.Absences;
using AdvPortal.Exchange.Contracts;
using AdvPortal.Exchange.Inquiries;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake;

/// <summary>Reads untrusted files; what a crash or a bomb may hide in (PDF, workbooks, messages with either) goes to a process of its own with limits.</summary>
public sealed class LimitedReader(LimitedReaderOptions options) : IDisposable
{
    private static readonly TimeSpan WatchEvery = TimeSpan.FromMilliseconds(50);

    /// <summary>What the runtime needs to start; nothing secret of ours reaches the process.</summary>
    private static readonly string[] Inherited = ["PATH", "HOME", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LANG", "LD_LIBRARY_PATH"];

    private readonly SemaphoreSlim _turns = new(options.Parallel);

    /// <summary>Reads an order document, whatever it is; a failure of the process is a reading with the problem <c>reader-failed</c>.</summary>
    public async Task<DocumentReading> ReadDocumentAsync(
        ReadOnlyMemory<byte> bytes, string? fileName, string? contentType, ReadingGuide? guide = null, CancellationToken cancellationToken = default)
    {
        if (!IsRisky(bytes))
        {
            return DocumentReader.Read(bytes, fileName, contentType, guide);
        }

        var (answer, failure) = await AskAsync<DocumentReading>(ReadProcess.Document, bytes, new(fileName, contentType, bytes.Length, guide), cancellationToken);
        return answer ?? DocumentReader.Failed(failure);
    }

    /// <summary>An order document as a person looks at it; nothing when the process fails: the file itself is still there.</summary>
    public async Task<DocumentOriginal> ShowDocumentAsync(
        ReadOnlyMemory<byte> bytes, string? fileName, string? contentType, ReadingGuide? guide = null, CancellationToken cancellationToken = default) =>
        IsRisky(bytes)
            ? (await AskAsync<DocumentOriginal>(ReadProcess.Original, bytes, new(fileName, contentType, bytes.Length, guide), cancellationToken)).Answer ?? DocumentOriginal.Nothing
            : DocumentReader.Show(bytes, fileName, contentType, guide);

    /// <summary>A message for its conversation; one that cannot be read is said to be broken.</summary>
    public async Task<ClientLetter> ReadLetterAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default) =>
        (await AskAsync<ClientLetter>(ReadProcess.Letter, bytes, new(FileName: null, "message/rfc822", bytes.Length), cancellationToken)).Answer ?? ClientLetter.Broken;

    /// <summary>Reads when somebody is away out of a calendar; a failure of the process is a broken file.</summary>
    public async Task<AbsenceCalendar> ReadAbsencesAsync(ReadOnlyMemory<byte> bytes, CalendarWindow window, CancellationToken cancellationToken = default) =>
        (await AskAsync<AbsenceCalendar>(ReadProcess.Calendar, bytes, new(FileName: null, "text/calendar", bytes.Length, Window: window), cancellationToken)).Answer ?? AbsenceCalendar.Failed(CalendarFailure.Broken);

    /// <summary>The pages of a signed contract and its clauses; a failure of the process is a contract that cannot be read.</summary>
    public async Task<ContractReading> ReadContractAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default) =>
        (await AskAsync<ContractReading>(ReadProcess.Contract, bytes, new(FileName: null, "application/pdf", bytes.Length), cancellationToken)).Answer ?? ContractReading.Failed;

    /// <summary>Reads a list to import; a failure of the process is an empty table with the problem <c>table-failed</c>.</summary>
    public async Task<Table> ReadTableAsync(ReadOnlyMemory<byte> bytes, string? fileName, CancellationToken cancellationToken = default)
    {
        if (!IsRisky(bytes))
        {
            return TableReader.Read(bytes, fileName);
        }

        var (answer, failure) = await AskAsync<Table>(ReadProcess.Table, bytes, new(fileName, ContentType: null, bytes.Length), cancellationToken);
        return answer ?? TableReader.Failed("table-failed", failure);
    }

    public void Dispose() => _turns.Dispose();

    private static bool IsRisky(ReadOnlyMemory<byte> bytes) =>
        bytes.Length is > 0 and <= ReadingLimits.DocumentBytes && Recognition.Of(bytes.Span) is Recognition.Family.Pdf or Recognition.Family.Spreadsheet or Recognition.Family.Email;

    private async Task<(T? Answer, string Failure)> AskAsync<T>(string kind, ReadOnlyMemory<byte> bytes, ReadProcess.Request request, CancellationToken cancellationToken) where T : class
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            var (answer, failure) = await RunAsync(kind, bytes, request, cancellationToken);
            return answer is null ? (null, failure) : (JsonSerializer.Deserialize<T>(answer.Value.Span, ReadProcess.Json), "");
        }
        catch (JsonException)
        {
            return (null, ProblemText.Word("failed-answer"));
        }
        catch (Win32Exception)
        {
            // The machine has no room for one more process, or no such program: this file is not read, the next may be.
            return (null, ProblemText.Word("failed-start"));
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task<(ReadOnlyMemory<byte>? Answer, string Failure)> RunAsync(string kind, ReadOnlyMemory<byte> bytes, ReadProcess.Request request, CancellationToken cancellationToken)
    {
        using var process = Start(kind);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Time);
        var watch = WatchMemoryAsync(process, limit);
        try
        {
            var send = SendAsync(process, request, bytes, limit.Token);
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token);
            var answer = await ReceiveAsync(process, limit.Token);
            if (answer is null)
            {
                return (null, ProblemText.Word("failed-output"));
            }

            await Task.WhenAll(send, errors, process.WaitForExitAsync(limit.Token));
            return process.ExitCode == 0 ? (answer, "") : (null, ProblemText.Word("failed-crash"));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, ProblemText.Word(await watch ? "failed-memory" : "failed-time"));
        }
        finally
        {
            await EndAsync(process);
            await limit.CancelAsync();
            await watch;
        }
    }

    private Process Start(string kind)
    {
        var start = new ProcessStartInfo(options.FileName, [.. options.Arguments, kind])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = $"0x{options.MemoryBytes / 4 * 3:X}";
        start.Environment["DOTNET_gcServer"] = "0";

        // Code that runs for a second is not worth watching to make it faster: a PDF is read in two thirds of the time.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return Process.Start(start) ?? throw new InvalidOperationException($"{options.FileName} did not start.");
    }

    private static async Task SendAsync(Process process, ReadProcess.Request request, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await using var stdin = process.StandardInput.BaseStream;
            await JsonSerializer.SerializeAsync(stdin, request, ReadProcess.Json, cancellationToken);
            await stdin.WriteAsync("\n"u8.ToArray(), cancellationToken);
            await stdin.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException)
        {
            // The process died or wanted no more: its exit code says what happened.
        }
    }

    private async Task<ReadOnlyMemory<byte>?> ReceiveAsync(Process process, CancellationToken cancellationToken)
    {
        using var answer = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await process.StandardOutput.BaseStream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (answer.Length + read > options.OutputBytes)
            {
                return null;
            }

            await answer.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return answer.ToArray();
    }

    /// <summary>The heap limit covers managed memory only; this covers the rest.</summary>
    /// <returns>True when the process took too much and the reading was called off.</returns>
    private async Task<bool> WatchMemoryAsync(Process process, CancellationTokenSource limit)
    {
        using var timer = new PeriodicTimer(WatchEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(limit.Token))
            {
                process.Refresh();
                if (process.HasExited)
                {
                    return false;
                }

                if (process.WorkingSet64 > options.MemoryBytes)
                {
                    await limit.CancelAsync();
                    return true;
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or InvalidOperationException)
        {
            // The reading is over, one way or the other.
        }

        return false;
    }

    private static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
