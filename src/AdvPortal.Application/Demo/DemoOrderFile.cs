using System.Globalization;
using System.Text;

namespace AdvPortal.Application.Demo;

/// <summary>The order that the tour of the README drops into the portal: EDIFACT ORDERS D.96A of Hydraulique Chartraine, dated as if it came today.</summary>
public static class DemoOrderFile
{
    /// <summary>Asks for the next Wednesday, a day on which the site does not receive, and for one price that is not the agreed one.</summary>
    public static byte[] Write(DateOnly today)
    {
        var company = DemoCompany.All[0];
        var client = company.Clients[0];
        var (day, wanted) = (Date(today), Date(SeedDemo.NextWednesday(today)));
        (string Code, int Quantity, string Price)[] lines = [("VH-M8-30-ZN", 2000, "8.40"), ("EH-M8-ZN", 2000, "3.10"), ("RP-M8-ZN", 4000, "1.10")];
        List<string> message =
        [
            "UNH+1+ORDERS:D:96A:UN:EAN008", $"BGM+220+{Reference(today)}+9", $"DTM+137:{day}:102", $"DTM+2:{wanted}:102",
            $"NAD+BY+{client.Gln}::9", $"NAD+SU+{company.Gln}::9", $"NAD+DP+{client.Sites[0].Gln}::9", "CUX+2:EUR:9",
        ];

        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            message.AddRange([$"LIN+{(index + 1) * 10}", $"PIA+5+0A-{line.Code}:IN::92", $"QTY+21:{line.Quantity.ToString(CultureInfo.InvariantCulture)}:PCE", $"PRI+AAA:{line.Price}:::100:PCE"]);
        }

        message.AddRange(["UNS+S", $"CNT+2:{lines.Length}"]);
        message.Add($"UNT+{message.Count + 1}+1");
        var segments = message.Prepend($"UNB+UNOC:3+{client.Gln}:14+{company.Gln}:14+{day[2..]}:0812+{day}").Append($"UNZ+1+{day}");

        return Encoding.Latin1.GetBytes("UNA:+.? '\r\n" + string.Concat(segments.Select(segment => segment + "'\r\n")));
    }

    /// <summary>The client's number of the order: another each day, so that the tour can be taken again.</summary>
    public static string Reference(DateOnly today) => $"45{today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
