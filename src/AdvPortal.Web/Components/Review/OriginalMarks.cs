using System.Globalization;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Web.Components.Review;

public enum TextMark { None, Known, Differs }

/// <param name="LineNo">The order line that this line of the file belongs to; null outside any.</param>
public sealed record MarkedLine(int Number, string? LineNo, IReadOnlyList<(string Text, TextMark Mark)> Parts);

/// <summary>Finds in a client's file what the order was made of: its reference, its dates, the code and the price of each line.</summary>
internal static class OriginalMarks
{
    private static readonly string[] _dateFormats = ["yyyyMMdd", "yyyy-MM-dd", "dd/MM/yyyy", "dd.MM.yyyy"];
    private static readonly string[] _priceFormats = ["0.0000", "0.00", "0.####"];
    private static readonly string[] _lineStarts = ["LIN+", "<cac:OrderLine>", "<OrderLine>"];

    public static IReadOnlyList<MarkedLine> Of(IReadOnlyList<string> lines, OrderView order)
    {
        var owners = Owners(lines, order);
        var disputed = order.Findings.Where(f => f is { Kind: FindingKinds.PriceDiffers, Before.NetPrice: not null }).ToLookup(f => f.LineNo, f => f.Before!.NetPrice!.Value);
        var dates = order.Findings.Select(f => f.Before?.DeliverOn).OfType<DateOnly>().Distinct().SelectMany(Written).ToList();
        var marked = new List<MarkedLine>(lines.Count);

        for (var at = 0; at < lines.Count; at++)
        {
            var line = order.Lines.FirstOrDefault(l => l.LineNo == owners[at]);
            var words = new List<(string Word, TextMark Mark)>();
            words.AddRange(dates.Select(day => (day, TextMark.Differs)));
            words.AddRange(disputed[owners[at]].SelectMany(Written).Select(price => (price, TextMark.Differs)));
            words.AddRange(new[] { line?.BuyerCode, line?.ProductCode, line is null ? order.CustomerReference : null }.OfType<string>().Select(code => (code, TextMark.Known)));
            marked.Add(new(at + 1, owners[at], Split(lines[at], words)));
        }

        return marked;
    }

    // A line of the order goes from where it begins in the file to where the next one begins.
    private static string?[] Owners(IReadOnlyList<string> lines, OrderView order)
    {
        var owners = new string?[lines.Count];
        var next = 0;
        string? current = null;

        for (var at = 0; at < lines.Count; at++)
        {
            if (next < order.Lines.Count && Names(lines[at], order.Lines[next]))
            {
                current = order.Lines[next++].LineNo;

                for (var start = at; start >= 0 && owners[start] != current; start--)
                {
                    if (_lineStarts.Any(lines[start].TrimStart().StartsWith))
                    {
                        Array.Fill(owners, current, start, at - start);
                        break;
                    }
                }
            }

            owners[at] = lines[at].StartsWith("UNS+", StringComparison.Ordinal) ? current = null : current;
        }

        return owners;
    }

    private static bool Names(string text, OrderView.Line line) =>
        (line.BuyerCode is { Length: > 0 } theirs && text.Contains(theirs, StringComparison.Ordinal)) || (line.ProductCode is { Length: > 0 } ours && text.Contains(ours, StringComparison.Ordinal));

    private static List<(string Text, TextMark Mark)> Split(string text, List<(string Word, TextMark Mark)> words)
    {
        List<(string Text, TextMark Mark)> parts = [(text, TextMark.None)];

        foreach (var (word, mark) in words)
        {
            for (var at = 0; at < parts.Count; at++)
            {
                var (part, marked) = parts[at];

                if (marked is TextMark.None && Find(part, word) is >= 0 and var found)
                {
                    parts.RemoveAt(at);
                    parts.InsertRange(at, new[] { (part[..found], TextMark.None), (word, mark), (part[(found + word.Length)..], TextMark.None) }.Where(p => p.Item1.Length > 0));
                    break;
                }
            }
        }

        return parts;
    }

    // « 1.15 » is no part of « 11.15 » or « 1.150 ».
    private static int Find(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length])))
            {
                return at;
            }
        }

        return -1;
    }

    private static IEnumerable<string> Written(DateOnly day) => _dateFormats.Select(format => day.ToString(format, CultureInfo.InvariantCulture));

    private static IEnumerable<string> Written(decimal price) =>
        from format in _priceFormats
        let plain = price.ToString(format, CultureInfo.InvariantCulture)
        from written in new[] { plain, plain.Replace('.', ',') }
        select written;
}
