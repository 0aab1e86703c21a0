using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Edifact;

/// <summary>Remembers what was not taken over, once per kind with an example and a count, so that nothing is lost silently.</summary>
internal sealed class Unread(ProblemLog log)
{
    private const int LongestSample = 120;

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _sequence = [];

    /// <param name="kind">The key of the text, e.g. <c>unread-reference</c>.</param>
    /// <param name="segment">The segment, and the element whose first component tells its kind.</param>
    public void Add(string kind, ref readonly SegmentCursor segment, int qualifier = 1)
    {
        Span<char> name = stackalloc char[16];
        var length = 0;
        Append(segment.Tag, name, ref length);
        if (qualifier > 0)
        {
            Append("+", name, ref length);
            Append(segment[qualifier, 0], name, ref length);
        }

        ref var entry = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_entries.GetAlternateLookup<ReadOnlySpan<char>>(), name[..length], out var exists);
        if (!exists)
        {
            var key = name[..length].ToString();
            entry = new(kind, key, segment.Raw[..Math.Min(segment.Raw.Length, LongestSample)].ToString(), Place.Segment(segment.Number, segment.Tag));
            _sequence.Add(key);
        }

        entry!.Count++;
    }

    public void Tell()
    {
        foreach (var entry in _sequence.Select(key => _entries[key]))
        {
            log.Info(entry.Kind, entry.Where, entry.Name, entry.Sample, Place.Text(entry.Count));
        }
    }

    private static void Append(ReadOnlySpan<char> text, Span<char> name, ref int length)
    {
        var fitting = text[..Math.Min(text.Length, name.Length - length)];
        fitting.CopyTo(name[length..]);
        length += fitting.Length;
    }

    private sealed class Entry(string kind, string name, string sample, Message where)
    {
        public string Kind => kind;
        public string Name => name;
        public string Sample => sample;
        public Message Where => where;
        public int Count { get; set; }
    }
}
