namespace AdvPortal.Exchange.Intake.Originals;

/// <summary>Where the values of one document stand, kept until it is known which of the reading's orders it becomes, or whether it is a change.</summary>
/// <remarks>A name with a tilde is of a value that is not taken, or not yet; <c>~refersTo</c> stands beside a change's document.</remarks>
/// <param name="part">The part of the original that the document is shown in.</param>
internal sealed class SpotDraft(OriginalDraft original, int part)
{
    private readonly List<(string Value, int Line, int From, int Length)> _found = [];
    private string _owner = "";

    // Where the values of the present party or line begin: what is left or renamed is sought among them only.
    private int _first;

    /// <summary>What the values found next belong to: nothing for the order's head, <c>lines[3].shipTo.</c></summary>
    public string Owner
    {
        get => _owner;
        set
        {
            _first = value.Length == 0 ? 0 : _owner.Length == 0 ? _found.Count : _first;
            _owner = value;
        }
    }

    public void Found(string field, int line, int from, int length)
    {
        if (!_owner.Contains('~'))
        {
            FoundInHead(_owner + field, line, from, length);
        }
    }

    /// <summary>A value of the order that is found while a line is read.</summary>
    public void FoundInHead(string field, int line, int from, int length)
    {
        if (line < OriginalText.MostLines)
        {
            _found.Add((field, line, from, length));
        }
    }

    /// <summary>Values of the owner that were read and then left for better ones.</summary>
    /// <param name="field">A field, or a part with its point: <c>shipTo.</c></param>
    public void Forget(string field)
    {
        for (var index = _found.Count - 1; index >= _first; index--)
        {
            if (_found[index].Value.AsSpan() is var value && value.StartsWith(_owner) && value[_owner.Length..].StartsWith(field))
            {
                _found.RemoveAt(index);
            }
        }
    }

    /// <summary>Values of the owner that were kept aside and are taken now.</summary>
    public void Rename(string from, string to)
    {
        for (var index = _found.Count - 1; index >= _first && _found[index] is var spot; index--)
        {
            _found[index] = spot.Value.AsSpan() is var value && value.StartsWith(_owner) && value[_owner.Length..].SequenceEqual(from) ? spot with { Value = _owner + to } : spot;
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
