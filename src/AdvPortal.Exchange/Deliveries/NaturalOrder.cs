namespace AdvPortal.Exchange.Deliveries;

/// <summary>Codes as people sort them: digits count as numbers, so that A2 comes before A10.</summary>
internal sealed class NaturalOrder : IComparer<string?>
{
    public static readonly NaturalOrder Instance = new();

    private NaturalOrder() { }

    public int Compare(string? x, string? y)
    {
        var one = (x ?? "").AsSpan();
        var other = (y ?? "").AsSpan();

        while (!one.IsEmpty && !other.IsEmpty)
        {
            var a = Run(one);
            var b = Run(other);
            var compared = char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0]) ? Numbers(a, b) : a.CompareTo(b, StringComparison.OrdinalIgnoreCase);

            if (compared != 0)
            {
                return compared;
            }

            one = one[a.Length..];
            other = other[b.Length..];
        }

        return one.Length != other.Length ? one.Length.CompareTo(other.Length) : string.CompareOrdinal(x, y);
    }

    // However long: numbers without their zeros in front are told by their length first.
    private static int Numbers(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var a = one.TrimStart('0');
        var b = other.TrimStart('0');

        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.CompareTo(b, StringComparison.Ordinal);
    }

    private static ReadOnlySpan<char> Run(ReadOnlySpan<char> text)
    {
        var isDigit = char.IsAsciiDigit(text[0]);
        var length = 1;

        while (length < text.Length && char.IsAsciiDigit(text[length]) == isDigit)
        {
            length++;
        }

        return text[..length];
    }
}
