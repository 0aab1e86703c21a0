namespace AdvPortal.Exchange.Intake.Checks;

/// <summary>Check digits of GS1 keys (GS1 General Specifications, 7.9): weights 3 and 1 from the right.</summary>
internal static class Gs1
{
    /// <summary>Eight, twelve, thirteen or fourteen digits, whatever the check digit says.</summary>
    public static bool LooksLikeGtin(ReadOnlySpan<char> code) => code.Length is 8 or 12 or 13 or 14 && IsDigits(code);

    /// <summary>Thirteen digits, whatever the check digit says.</summary>
    public static bool LooksLikeGln(ReadOnlySpan<char> code) => code.Length == 13 && IsDigits(code);

    public static bool HasValidCheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            sum += (digits[i] - '0') * ((digits.Length - i) % 2 == 0 ? 3 : 1);
        }

        return sum % 10 == 0;
    }

    private static bool IsDigits(ReadOnlySpan<char> code) => !code.ContainsAnyExceptInRange('0', '9');
}
