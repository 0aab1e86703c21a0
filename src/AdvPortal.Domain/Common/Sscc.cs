namespace AdvPortal.Domain.Common;

/// <summary>Serial Shipping Container Code: the number by which everybody on its way knows one parcel or pallet (GS1 General Specifications, section 2.2.1; AI 00).</summary>
/// <remarks>18 digits: extension digit, company prefix and serial reference (16 together), check digit. The extension digit has no meaning of its own: it makes room for more serials.</remarks>
public static class Sscc
{
    public const int Length = 18;
    public const int PrefixMinLength = 4;
    public const int PrefixMaxLength = 12;

    /// <summary>Whether a text can be a GS1 company prefix: 4 to 12 digits (section 1.4.2).</summary>
    public static bool IsCompanyPrefix(string text) => text.Length is >= PrefixMinLength and <= PrefixMaxLength && text.All(char.IsAsciiDigit);

    /// <summary>How many units a company can number: 10 to the power of the digits that its prefix leaves.</summary>
    public static long Capacity(string companyPrefix) => (long)Math.Pow(10, Length - 1 - companyPrefix.Length);

    /// <summary>The code of a company's unit.</summary>
    /// <param name="companyPrefix">4 to 12 digits.</param>
    /// <param name="number">From 0 up to <see cref="Capacity"/>, which is out of range.</param>
    public static string Of(string companyPrefix, long number)
    {
        if (!IsCompanyPrefix(companyPrefix))
        {
            throw new ArgumentException("A GS1 company prefix has 4 to 12 digits.", nameof(companyPrefix));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Capacity(companyPrefix));

        var counted = number.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(Length - 1 - companyPrefix.Length, '0');
        var body = $"{counted[0]}{companyPrefix}{counted[1..]}";

        return body + CheckDigit(body);
    }

    /// <summary>Whether a text is 18 digits of which the last one checks the others.</summary>
    public static bool IsValid(string text) => text.Length == Length && IsChecked(text);

    /// <summary>Whether a text is nothing but digits, and the last one checks the others.</summary>
    public static bool IsChecked(string digits) => digits.Length > 1 && digits.All(char.IsAsciiDigit) && digits[^1] == CheckDigit(digits[..^1]);

    /// <summary>The digit that ends a GS1 key (section 7.9.1): weights 3 and 1 from the right, up to the next ten.</summary>
    public static char CheckDigit(string digits)
    {
        var sum = 0;

        for (var index = 0; index < digits.Length; index++)
        {
            sum += (digits[index] - '0') * ((digits.Length - index) % 2 == 1 ? 3 : 1);
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
