using AdvPortal.Application.Intake;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AdvPortal.Web.Components.Intake;

/// <summary>Takes clients' files in, each answered on its own: one that cannot be read holds nobody up.</summary>
public sealed partial class DocumentDrop
{
    private readonly List<Sent> _sent = [];

    [Inject]
    public required ReceiveOrderDocument Receive { get; init; }

    /// <summary>Something has come in.</summary>
    [Parameter]
    public EventCallback Received { get; set; }

    private async Task ReceiveAsync(IReadOnlyList<IBrowserFile> files)
    {
        var batch = files.Select(file => new Sent(file.Name)).ToList();
        _sent.InsertRange(0, batch);

        foreach (var (file, sent) in files.Zip(batch))
        {
            await ReceiveAsync(file, sent);
            StateHasChanged();
        }

        await Received.InvokeAsync();
    }

    private async Task ReceiveAsync(IBrowserFile file, Sent sent)
    {
        if (file.Size > ReceiveOrderDocument.MostBytes)
        {
            sent.TooLarge = true;
            return;
        }

        using var bytes = new MemoryStream();
        await using (var stream = file.OpenReadStream(ReceiveOrderDocument.MostBytes))
        {
            await stream.CopyToAsync(bytes);
        }

        var result = await Receive.ExecuteAsync(bytes.ToArray(), file.Name, file.ContentType, client: null);
        (sent.Answer, sent.Refusal) = (result.Value, result.Refusal);
    }

    private sealed class Sent(string name)
    {
        public string Name { get; } = name;
        public bool TooLarge { get; set; }
        public Refusal? Refusal { get; set; }
        public OrderDocumentView? Answer { get; set; }
    }
}
