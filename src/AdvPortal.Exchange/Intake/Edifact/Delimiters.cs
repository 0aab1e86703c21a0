namespace AdvPortal.Exchange.Intake.Edifact;

/// <summary>The service characters of an interchange (ISO 9735-1, 8): the UNA's, or the defaults <c>:+.? '</c>.</summary>
internal readonly record struct Delimiters(char Component, char Element, char Decimal, char Release, char Terminator)
{
    /// <summary>UNA and its six characters.</summary>
    public const int UnaLength = 9;

    public static readonly Delimiters Default = new(':', '+', '.', '?', '\'');

    /// <summary>A space in the UNA says that nothing is released.</summary>
    public bool Releases => Release != ' ';

    public bool Knows(char c) => c == Component || c == Element || c == Release || c == Terminator;

    /// <summary>Reads the UNA at the start of the text, when there is one that can be used.</summary>
    public static Delimiters Of(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.Length < UnaLength || !text.StartsWith("UNA"))
        {
            return Default;
        }

        length = UnaLength;
        var una = new Delimiters(text[3], text[4], text[5], text[6], text[8]);
        return una.Component == una.Element || una.Element == una.Terminator || una.Component == una.Terminator ? Default : una;
    }
}
