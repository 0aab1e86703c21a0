using AdvPortal.Application.Intake;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace AdvPortal.Web.Components.Intake;

/// <summary>Takes clients' files in, each answered on its own: one that cannot be read holds nobody up.</summary>
public sealed partial class DocumentDrop
{
    private readonly List<Sent> _sent = [];
    private int _left;

    [Inject]
    public required ReceiveOrderDocument Receive { get; init; }

    /// <summary>Something has come in.</summary>
    [Parameter]
    public EventCallback Received { get; set; }

    private async Task ReceiveAsync(IReadOnlyList<IBrowserFile> files)
    {
        _left = 0;
        var batch = files.Select(file => new Sent(file.Name)).ToList();
        _sent.InsertRange(0, batch);

        foreach (var (file, sent) in files.Zip(batch))
        {
            sent.Percent = 0;
            StateHasChanged();
            await ReceiveAsync(file, sent);
            StateHasChanged();
        }

        await Received.InvokeAsync();
    }

    // Whatever becomes of one file, the next one is taken.
    private async Task ReceiveAsync(IBrowserFile file, Sent sent)
    {
        if (file.Size > ReceiveOrderDocument.MostBytes)
        {
            sent.TooLarge = true;
            return;
        }

        try
        {
            var bytes = await TakeAsync(file, sent);
            var result = await Receive.ExecuteAsync(bytes, file.Name, file.ContentType, client: null);
            (sent.Answer, sent.Refusal) = (result.Value, result.Refusal);
        }
        catch (Exception e) when (e is IOException or JSException or OperationCanceledException)
        {
            // Moved, changed or locked since it was chosen, or the way to us was cut.
            sent.Lost = true;
        }
    }

    private async Task<byte[]> TakeAsync(IBrowserFile file, Sent sent)
    {
        var (bytes, taken) = (new byte[file.Size], 0);
        await using var stream = file.OpenReadStream(ReceiveOrderDocument.MostBytes);

        while (taken < bytes.Length)
        {
            taken += await stream.ReadAsync(bytes.AsMemory(taken)) is > 0 and var read ? read : throw new EndOfStreamException();

            if ((int)(100L * taken / bytes.Length) is var percent && percent >= sent.Percent + 5)
            {
                sent.Percent = percent;
                StateHasChanged();
            }
        }

        sent.Percent = 100;
        StateHasChanged();

        return bytes;
    }

    private sealed class Sent(string name)
    {
        public string Name { get; } = name;

        /// <summary>How much of it is here; null while those before it are taken.</summary>
        public int? Percent { get; set; }

        public bool TooLarge { get; set; }
        public bool Lost { get; set; }
        public Refusal? Refusal { get; set; }
        public OrderDocumentView? Answer { get; set; }
    }
}
