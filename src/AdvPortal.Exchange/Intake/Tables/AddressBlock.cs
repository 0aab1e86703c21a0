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
        var country = match.Groups["country"] is { Success: true, Value: var prefix } ? prefix : town + 1 < lines.Length ? CountryOf(lines[town + 1]) : null;
        var street = string.Join(", ", lines[1..town]);
        return new() { Name = lines[0], Address = new(street.Length == 0 ? null : street, match.Groups["code"].Value, match.Groups["town"].Value.Trim(), country) };
    }

    // A word for a country is a code only where there is no doubt.
    private static string? CountryOf(string line) => line.ToUpperInvariant() switch
    {
        "FRANCE" or "FR" => "FR",
        "BELGIQUE" or "BELGIUM" or "BE" => "BE",
        "DEUTSCHLAND" or "ALLEMAGNE" or "GERMANY" or "DE" => "DE",
        "SUISSE" or "SCHWEIZ" or "SWITZERLAND" or "CH" => "CH",
        "LUXEMBOURG" or "LU" => "LU",
        "ESPAGNE" or "ESPAÑA" or "SPAIN" or "ES" => "ES",
        "ITALIE" or "ITALIA" or "ITALY" or "IT" => "IT",
        "UNITED KINGDOM" or "ROYAUME-UNI" or "GB" => "GB",
        _ => null,
    };

    [GeneratedRegex(@"^(?:(?<country>[A-Z]{2})[- ])?(?<code>\d{4,5}|\d{2} \d{3})[ \u00A0]+(?<town>\p{L}[\p{L}\d '’.-]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Town();
}
