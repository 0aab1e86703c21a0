using System.Globalization;

namespace AdvPortal.Exchange.Intake.Originals;

/// <summary>The original while its file is being read: readers add to it what they show, and where they found what they read.</summary>
/// <remarks>Only there when somebody wants to look; a reading for the queue records nothing and costs nothing.</remarks>
internal sealed class OriginalDraft
{
    /// <summary>Spots of one file; beyond, a person looks with the browser's own search.</summary>
    private const int MostSpots = 20_000;

    private readonly List<OriginalPart> _parts = [];
    private readonly List<Spot> _spots = [];

    /// <summary>The place that the next part gets.</summary>
    public int NextPart => _parts.Count;

    /// <returns>The place of the part, counted from 0, which its spots name.</returns>
    public int Add(OriginalPart part)
    {
        _parts.Add(part);
        return _parts.Count - 1;
    }

    public void Found(string value, int part, int line = 0, int from = 0, int length = 0, PageBox? box = null)
    {
        if (_spots.Count < MostSpots)
        {
            _spots.Add(new(value, part, line, from, length, box));
        }
    }

    /// <summary>Shows another original after what is there, with all its spots: each was capped by itself, and none makes room for another.</summary>
    public void Append(DocumentOriginal other)
    {
        var first = _parts.Count;
        _parts.AddRange(other.Parts);
        _spots.AddRange(other.Spots.Select(spot => spot with { Part = first + spot.Part }));
    }

    /// <summary>The name of a value of an order's head: <c>orders[0].orderNumber</c>.</summary>
    public static string Head(int order, string field) => string.Create(CultureInfo.InvariantCulture, $"orders[{order}].{field}");

    /// <summary>The name of a value of a line: <c>orders[0].lines[3].quantity</c>.</summary>
    public static string Line(int order, int line, string field) => string.Create(CultureInfo.InvariantCulture, $"orders[{order}].lines[{line}].{field}");

    /// <summary>A line of a document, before the name of its value: <c>lines[3].</c></summary>
    public static string LineOf(int line) => string.Create(CultureInfo.InvariantCulture, $"lines[{line}].");

    public DocumentOriginal Build() => new(_parts, _spots);
}
