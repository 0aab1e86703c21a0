using System.Text;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>Small documents written for one test each, and their readings.</summary>
internal static class Reading
{
    /// <summary>A sound interchange around the given segments of one ORDERS.</summary>
    public static string Interchange(string segments, string type = "ORDERS:D:96A:UN:EAN008", string beginning = "BGM+220+4500187342+9'DTM+137:20261123:102'")
    {
        var body = $"{beginning}{segments}";
        var count = body.Replace("?'", "", StringComparison.Ordinal).Count('\'', StringComparison.Ordinal) + 2;
        return $"UNB+UNOC:3+3012345678902:14+3012345678919:14+261123:1015+REF1'UNH+1+{type}'{body}UNT+{count}+1'UNZ+1+REF1'";
    }

    public static DocumentReading Of(string text, Encoding? encoding = null) => DocumentReader.Read((encoding ?? Encoding.UTF8).GetBytes(text), null, null);

    public static PurchaseOrder Order(string text, Encoding? encoding = null) => Assert.Single(Of(text, encoding).Orders);

    public static IEnumerable<string> Codes(string text) => Of(text).Problems.Select(problem => problem.Code);

    private static int Count(this string text, char sought, StringComparison _) => text.AsSpan().Count(sought);
}
