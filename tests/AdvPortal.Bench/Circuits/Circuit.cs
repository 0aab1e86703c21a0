using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AdvPortal.Bench.Circuits;

/// <summary>A page held open as a browser holds it, without the browser: takes what is rendered, answers what is asked of JavaScript, clicks and goes elsewhere.</summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    /// <summary>Of what JavaScript is asked for: neither nothing nor a reference.</summary>
    private const long Value = 0;

    private static readonly byte[] _handshake = [.. """{"protocol":"blazorpack","version":1}"""u8, 0x1E];

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _glance = TimeSpan.FromMilliseconds(20);

    private readonly Guest _guest;
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<object?[]>> _calls = new(StringComparer.Ordinal);
    private Task _listening = Task.CompletedTask;
    private string? _secret;
    private long _interop;
    private long _heard = Stopwatch.GetTimestamp();
    private long _rendered;
    private ulong? _click;

    private Circuit(Guest guest, string expected) => (_guest, Expected) = (guest, expected);

    /// <summary>Why it is no more, if it is not.</summary>
    public string? Failure { get; private set; }

    /// <summary>When something was last rendered, as a timestamp of the stopwatch.</summary>
    public long Rendered => Volatile.Read(ref _rendered);

    /// <summary>A word that the page shows once it has read what it is about.</summary>
    public string Expected { get; }

    /// <summary>Whether it was shown: a page that failed politely, or is still empty, is not worth measuring.</summary>
    public bool IsAsExpected { get; private set; }

    public static async Task<Circuit> OpenAsync(Guest guest, string path, string expected, CancellationToken ct)
    {
        var circuit = new Circuit(guest, expected);
        var page = await guest.ReadAsync(path, ct);
        using var negotiated = await guest.SendAsync(HttpMethod.Post, "_blazor/negotiate?negotiateVersion=1", null, ct);
        var token = JsonNode.Parse(await negotiated.Content.ReadAsStringAsync(ct))!["connectionToken"]!.GetValue<string>();
        circuit._socket.Options.Cookies = guest.Cookies;
        circuit._socket.Options.SetRequestHeader("Accept-Language", "fr");
        await circuit._socket.ConnectAsync(new UriBuilder(new Uri(guest.Home, $"_blazor?id={token}")) { Scheme = "ws" }.Uri, ct);
        await circuit.SendAsync(_handshake, ct);
        await circuit._socket.ReceiveAsync(new byte[64], ct);
        circuit._listening = circuit.ListenAsync();
        circuit._secret = (await circuit.AskAsync("StartCircuit", guest.Home.ToString(), new Uri(guest.Home, path).ToString(), "[]", "")) as string;
        await circuit.CallAsync("UpdateRootComponents", Roots(page), "");

        return circuit;
    }

    /// <summary>As if somebody followed a link inside the page.</summary>
    public Task GoAsync(string path)
    {
        _click = null;

        return CallAsync("OnLocationChanged", new Uri(_guest.Home, path).ToString(), null, true);
    }

    /// <summary>Presses the first button of the page that can be on or off; its answer is that the handler is through.</summary>
    public async Task<bool> PressAsync()
    {
        if (_click is not { } handler)
        {
            return false;
        }

        var id = Ids.New<MessageId>().Value.ToString();
        var done = _calls[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await CallAsync("BeginInvokeDotNetFromJS", id, null, "DispatchEventAsync", _interop,
            $$"""[{"eventHandlerId":{{handler}},"eventName":"click","eventFieldInfo":null},{"type":"click","detail":1,"button":0,"buttons":0}]""");
        await done.Task;

        return true;
    }

    /// <summary>Until something was rendered after <paramref name="since"/>, and nothing more has come for that long.</summary>
    public async Task CalmAsync(long since, TimeSpan calm, CancellationToken ct)
    {
        for (var from = Stopwatch.GetTimestamp(); Failure is null && Stopwatch.GetElapsedTime(from) < _patience;)
        {
            if (Rendered > since && Stopwatch.GetElapsedTime(Volatile.Read(ref _heard)) >= calm)
            {
                return;
            }

            await Task.Delay(_glance, ct);
        }
    }

    /// <summary>As a browser closes a page: the circuit is told, and not kept for whoever might come back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_secret is not null)
        {
            using var goodbye = await _guest.SendAsync(HttpMethod.Post, "_blazor/disconnect", new MultipartFormDataContent { { new StringContent(_secret), "circuitId" } }, CancellationToken.None);
        }

        await _stop.CancelAsync();
        await _listening;
        _socket.Dispose();
        _stop.Dispose();
        _sending.Dispose();
    }

    private static string Roots(string page)
    {
        var markers = Marker().Matches(page).Select(marker => JsonNode.Parse(marker.Groups["marker"].Value)!).Where(marker => marker["type"]!.GetValue<string>() == "server");
        var operations = markers.Select((marker, index) => (JsonNode)new JsonObject { ["type"] = "add", ["ssrComponentId"] = index + 1, ["marker"] = marker });

        return new JsonObject { ["batchId"] = 1, ["operations"] = new JsonArray([.. operations]) }.ToJsonString();
    }

    private async Task ListenAsync()
    {
        var received = new ArrayBufferWriter<byte>(64 * 1024);

        try
        {
            while (true)
            {
                ValueWebSocketReceiveResult part;

                do
                {
                    part = await _socket.ReceiveAsync(received.GetMemory(16 * 1024), _stop.Token);
                    received.Advance(part.Count);
                }
                while (!part.EndOfMessage);

                if (part.MessageType is WebSocketMessageType.Close)
                {
                    Failure ??= "closed by the server";
                    return;
                }

                foreach (var message in HubMessage.ReadAll(received.WrittenMemory))
                {
                    await HearAsync(message);
                }

                received.ResetWrittenCount();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            Failure ??= _stop.IsCancellationRequested ? null : e.Message;
        }
        finally
        {
            foreach (var call in _calls.Values)
            {
                call.TrySetResult([]);
            }
        }
    }

    private Task HearAsync(HubMessage message)
    {
        if (message.Kind is not HubMessage.Ping)
        {
            Volatile.Write(ref _heard, Stopwatch.GetTimestamp());
        }

        return message switch
        {
            { Kind: HubMessage.Ping } => SendAsync(HubMessage.Write(HubMessage.Ping), _stop.Token),
            { Kind: HubMessage.Completion } => Settle(message.Id!, message.Arguments),
            { Target: "JS.EndInvokeDotNet" } => Settle((string)message.Arguments[0]!, message.Arguments),
            { Target: "JS.RenderBatch" } => ShowAsync((long)message.Arguments[0]!, (byte[])message.Arguments[1]!),
            { Target: "JS.BeginInvokeJS" } => AnswerAsync((long)message.Arguments[0]!, (string)message.Arguments[1]!, (string?)message.Arguments[2], (long)message.Arguments[3]!),
            { Target: "JS.Error" } or { Kind: HubMessage.Close } => Fail(string.Join(" ", message.Arguments)),
            _ => Task.CompletedTask,
        };
    }

    private Task ShowAsync(long number, byte[] content)
    {
        Volatile.Write(ref _rendered, Stopwatch.GetTimestamp());
        var batch = new RenderBatch(content);
        _click = batch.ClickOf("aria-pressed") ?? _click;
        IsAsExpected |= batch.Says(Expected);

        return CallAsync("OnRenderCompleted", number, null);
    }

    private async Task AnswerAsync(long handle, string function, string? arguments, long resultKind)
    {
        if (function == "Blazor._internal.attachWebRendererInterop")
        {
            _interop = JsonNode.Parse(arguments!)![1]!["__dotNetObject"]!.GetValue<long>();
        }

        await CallAsync("EndInvokeJSFromDotNet", handle, true, $"[{handle.ToString(CultureInfo.InvariantCulture)},true,{ResultOf(function, resultKind)}]");

        if (function == "Blazor._internal.navigationManager.navigateTo")
        {
            await CallAsync("OnLocationChanged", new Uri(_guest.Home, JsonNode.Parse(arguments!)![0]!.GetValue<string>()).ToString(), null, false);
        }
    }

    // A light screen; what else the pages ask of a browser may have no answer.
    private static string ResultOf(string function, long kind) => kind is Value && function.Contains("dark", StringComparison.OrdinalIgnoreCase) ? "false" : "null";

    private Task Settle(string id, object?[] answer)
    {
        if (_calls.TryRemove(id, out var call))
        {
            call.TrySetResult(answer);
        }

        return Task.CompletedTask;
    }

    private Task Fail(string why)
    {
        Failure ??= why;

        return Task.CompletedTask;
    }

    private async Task<object?> AskAsync(string target, params object?[] arguments)
    {
        var id = Ids.New<MessageId>().Value.ToString();
        var answer = _calls[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(HubMessage.Write(HubMessage.Call, id, target, arguments), _stop.Token);

        return (await answer.Task).LastOrDefault();
    }

    private Task CallAsync(string target, params object?[] arguments) => SendAsync(HubMessage.Write(HubMessage.Call, null, target, arguments), _stop.Token);

    // What cannot be sent any more is a broken circuit, and nobody's error.
    private async Task SendAsync(byte[] message, CancellationToken ct)
    {
        await _sending.WaitAsync(ct);

        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, ct);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException)
        {
            Failure ??= e.Message;
        }
        finally
        {
            _sending.Release();
        }
    }

    [GeneratedRegex("<!--Blazor:(?<marker>\\{.*?\\})-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();
}
