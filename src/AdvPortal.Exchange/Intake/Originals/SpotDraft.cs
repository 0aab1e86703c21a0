namespace AdvPortal.Exchange.Intake.Originals;

/// <summary>Where the values of one document stand, kept until it is known which of the reading's orders it becomes, or whether it is a change.</summary>
/// <remarks>A name with a tilde is of a value that is not taken, or not yet; <c>~refersTo</c> stands beside a change's document.</remarks>
/// <param name="part">The part of the original that the document is shown in.</param>
internal sealed class SpotDraft(OriginalDraft original, int part)
{
    private readonly List<(string Value, int Line, int From, int Length)> _found = [];

    /// <summary>What the values found next belong to: nothing for the order's head, <c>lines[3].shipTo.</c></summary>
    public string Owner { get; set; } = "";

    public void Found(string field, int line, int from, int length)
    {
        if (line < OriginalText.MostLines && !Owner.Contains('~'))
        {
            _found.Add((Owner + field, line, from, length));
        }
    }

    /// <summary>Values that were read and then left for better ones.</summary>
    public void Forget(string owner) => _found.RemoveAll(spot => spot.Value.StartsWith(owner, StringComparison.Ordinal));

    public void Rename(string from, string to)
    {
        for (var index = _found.Count - 1; index >= 0 && _found[index] is var spot; index--)
        {
            _found[index] = spot.Value == from ? spot with { Value = to } : spot;
        }
    }

    /// <param name="document">The name of the document in the reading, with its point: <c>orders[0].</c></param>
    public void Give(string document)
    {
        foreach (var (value, line, from, length) in _found)
        {
            if (!value.Contains('~'))
            {
                original.Found(document + value, part, line, from, length);
            }
            else if (value == "~refersTo" && document.StartsWith("change", StringComparison.Ordinal))
            {
                original.Found("refersTo", part, line, from, length);
            }
        }

        _found.Clear();
    }
}
