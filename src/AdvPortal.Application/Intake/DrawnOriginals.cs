using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Application.Intake;

/// <summary>The originals that were looked at last: going to and fro in the queue draws no page twice, and two who look at one file share it.</summary>
/// <remarks>Bounded by what they hold, not by how many they are: one page of small print is a hundred mails. What is asked again after that is drawn again.</remarks>
public sealed class DrawnOriginals
{
    /// <summary>Of all of them together, in bytes.</summary>
    public const long MostBytes = 16_000_000;

    private readonly Lock _gate = new();
    private readonly LinkedList<Drawn> _latest = new();
    private readonly Dictionary<(TenantId, OrderDocumentId), LinkedListNode<Drawn>> _known = [];
    private long _bytes;

    public DocumentOriginal? Find(TenantId tenant, OrderDocumentId id)
    {
        lock (_gate)
        {
            if (!_known.TryGetValue((tenant, id), out var node))
            {
                return null;
            }

            _latest.Remove(node);
            _latest.AddFirst(node);

            return node.Value.Original;
        }
    }

    /// <summary>Keeps it in the place of those that nobody has looked at for longest. One that failed has nothing to show, and may go better next time.</summary>
    public void Keep(TenantId tenant, OrderDocumentId id, DocumentOriginal original)
    {
        var bytes = original.Parts.Sum(BytesOf) + original.Spots.Sum(spot => 120L + 2 * spot.Value.Length);

        lock (_gate)
        {
            if (original.Parts.Count == 0 || bytes > MostBytes || _known.ContainsKey((tenant, id)))
            {
                return;
            }

            _known[(tenant, id)] = _latest.AddFirst(new Drawn((tenant, id), original, bytes));
            _bytes += bytes;

            while (_bytes > MostBytes)
            {
                var oldest = _latest.Last!.Value;
                _bytes -= oldest.Bytes;
                _latest.RemoveLast();
                _known.Remove(oldest.Key);
            }
        }
    }

    // As .NET lays them out, roughly: an object's head, its numbers, two bytes a character.
    private static long BytesOf(OriginalPart part) => part switch
    {
        TextPart text => text.Lines.Sum(BytesOf),
        MessagePart message => message.Lines.Sum(BytesOf),
        TablePart table => table.Rows.Sum(row => 80L + row.Cells.Sum(cell => 32L + 2 * cell.Length)),
        PagePart page => page.Texts.Sum(text => 96L + 2 * text.Text.Length) + 56L * page.Strokes.Count,
        _ => 0,
    };

    private static long BytesOf(TextLine line) => (line.Explanation is null ? 64L : 256L) + 2 * line.Text.Length;

    private sealed record Drawn((TenantId Tenant, OrderDocumentId Id) Key, DocumentOriginal Original, long Bytes);
}
