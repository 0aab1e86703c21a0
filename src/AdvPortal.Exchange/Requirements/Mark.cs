namespace AdvPortal.Exchange.Requirements;

/// <summary>A group of words that means one thing (a date, hours, days, a site …), read before the sentence around it is.</summary>
/// <param name="Name">How patterns call it: in capitals, so that no word is taken for it.</param>
/// <param name="From">Character of the folded text.</param>
/// <param name="Until">The character after it.</param>
internal sealed record Mark(string Name, int From, int Until, object? Value = null)
{
    public bool Overlaps(Mark other) => From < other.Until && other.From < Until;
}

/// <summary>Marks of a text that do not overlap: what is read first stays.</summary>
internal sealed class Marks(int length)
{
    private readonly bool[] _taken = new bool[length];
    private readonly List<Mark> _marks = [];

    public IReadOnlyList<Mark> All => [.. _marks.OrderBy(mark => mark.From)];

    public bool IsFree(int from, int until) => from < until && !_taken.AsSpan(from, until - from).Contains(true);

    public bool Add(Mark mark)
    {
        if (!IsFree(mark.From, mark.Until))
        {
            return false;
        }

        _taken.AsSpan(mark.From, mark.Until - mark.From).Fill(true);
        _marks.Add(mark);
        return true;
    }
}
