using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>A name with its address as people write it, a line each: taken apart where that is certain.</summary>
internal static partial class AddressBlock
{
    /// <param name="text">Lines parted by <c>\n</c>; one line is a name.</param>
    public static PartyDraft Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var town = Array.FindIndex(lines, 1 <= lines.Length ? 1 : 0, line => Town().IsMatch(line));
        if (lines.Length < 2)
        {
            return new() { Name = lines.Length == 0 ? null : lines[0] };
        }

        if (town < 0)
        {
            return new() { Name = lines[0], Address = new(string.Join(", ", lines[1..])) };
        }

        var match = Town().Match(lines[town]);
        var country = match.Groups["country"] is { Success: true, Value: var prefix } ? prefix : town + 1 < lines.Length ? Countries.Find(lines[town + 1]) : null;
        var street = string.Join(", ", lines[1..town]);
        return new() { Name = lines[0], Address = new(street.Length == 0 ? null : street, match.Groups["code"].Value, match.Groups["town"].Value.Trim(), country) };
    }

    [GeneratedRegex(@"^(?:(?<country>[A-Z]{2})[- ])?(?<code>\d{4,5}|\d{2} \d{3})[ \u00A0]+(?<town>\p{L}[\p{L}\d '’.-]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Town();
}
