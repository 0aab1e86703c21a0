namespace AdvPortal.Exchange.Printing;

/// <summary>A colour of ink, each part from 0 to 255.</summary>
internal sealed record Ink(byte Red, byte Green, byte Blue)
{
    public static readonly Ink Black = new(0x16, 0x20, 0x27);
    public static readonly Ink Dark = new(0x44, 0x51, 0x5A);
    public static readonly Ink Grey = new(0x5F, 0x6B, 0x74);
    public static readonly Ink Line = new(0xDF, 0xE4, 0xE7);
    public static readonly Ink Tint = new(0xF4, 0xF6, 0xF7);
    public static readonly Ink Accent = new(0x0B, 0x5F, 0x7A);
    public static readonly Ink Changed = new(0x86, 0x48, 0x00);
    public static readonly Ink ChangedTint = new(0xFD, 0xF0, 0xDB);
    public static readonly Ink Refused = new(0xA3, 0x21, 0x1A);
    public static readonly Ink RefusedTint = new(0xFC, 0xEB, 0xE9);
    public static readonly Ink Kept = new(0x17, 0x69, 0x3A);
    public static readonly Ink KeptTint = new(0xE3, 0xF3, 0xE9);
}

/// <summary>Size in points, weight and colour of a text.</summary>
internal sealed record TextStyle(double Size, bool Strong = false)
{
    public Ink Ink { get; init; } = Ink.Black;

    public Inter Font => Strong ? Inter.SemiBold : Inter.Regular;

    public double LineHeight => Size * 1.4;

    public double Width(string text) => Font.Width(Font.Printable(text), Size);

    /// <summary>Lines of at most <paramref name="width"/> points, broken at plain spaces, inside a word only when it is wider than a whole line.</summary>
    public IEnumerable<string> Wrap(string text, double width)
    {
        var line = "";

        foreach (var word in Font.Printable(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";

            if (Font.Width(longer, Size) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                yield return line;
            }

            line = word;

            while (Font.Width(line, Size) > width && line.Length > 1)
            {
                var fits = Math.Max(1, Fitting(line, width));
                yield return line[..fits];
                line = line[fits..];
            }
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    /// <summary>The text on one line, its end replaced by « … » where it is wider than <paramref name="width"/> points.</summary>
    public string Cut(string text, double width)
    {
        var printable = Font.Printable(text);

        return Font.Width(printable, Size) <= width ? printable : printable[..Fitting(printable, width - Font.Width("…", Size))].TrimEnd() + "…";
    }

    private int Fitting(string text, double width)
    {
        var (low, high) = (0, text.Length);

        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Font.Width(text[..middle], Size) <= width ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
