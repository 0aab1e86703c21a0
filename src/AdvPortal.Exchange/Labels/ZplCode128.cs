using System.Text;

namespace AdvPortal.Exchange.Labels;

/// <summary>GS1-128 data as a printer's ^BC takes it (ZPL II, ^BC mode N): the code sets named one by one, so that every printer makes the same bars.</summary>
internal static class ZplCode128
{
    private const string StartB = ">:";
    private const string StartC = ">;";
    private const string ToB = ">6";
    private const string ToC = ">5";
    private const string Fnc1 = ">8";

    /// <summary>Fewer digits than these are not worth the way into code set C and out of it again.</summary>
    private const int WorthC = 4;

    /// <param name="data">What a scanner receives, FNC1 in front not counted; printable ASCII and <see cref="ElementString.Separator"/>.</param>
    public static string Write(string data)
    {
        var isC = Digits(data, 0) >= WorthC;
        var written = new StringBuilder(isC ? StartC : StartB).Append(Fnc1);

        for (var at = 0; at < data.Length;)
        {
            var digits = Digits(data, at);

            if (data[at] == ElementString.Separator)
            {
                written.Append(Fnc1);
                at++;
            }
            else if (isC && digits >= 2)
            {
                written.Append(data, at, 2);
                at += 2;
            }
            else if (isC)
            {
                written.Append(ToB);
                isC = false;
            }
            else if (digits >= WorthC && digits % 2 == 0)
            {
                written.Append(ToC);
                isC = true;
            }
            else
            {
                written.Append(data[at] == '>' ? ">0" : data[at]);
                at++;
            }
        }

        return written.ToString();
    }

    private static int Digits(string data, int from)
    {
        var end = from;

        while (end < data.Length && char.IsAsciiDigit(data[end]))
        {
            end++;
        }

        return end - from;
    }
}
