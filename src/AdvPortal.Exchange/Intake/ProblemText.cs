using System.Globalization;
using System.Resources;

namespace AdvPortal.Exchange.Intake;

/// <summary>Words problems in French (the default) or English.</summary>
public static class ProblemText
{
    private static readonly ResourceManager Texts = new("AdvPortal.Exchange.Texts.Problems", typeof(ProblemText).Assembly);

    public static string Say(Problem problem, CultureInfo culture) => Say(problem.Message, culture);

    /// <summary>The place in the file in words ("UNT of message 1"), or null for the file as a whole.</summary>
    public static string? Where(Problem problem, CultureInfo culture) => problem.Where is null ? null : Say(problem.Where, culture);

    private static string Say(Message message, CultureInfo culture) =>
        Texts.GetString(message.Key, culture) is { } text
            ? string.Format(culture, text, [.. message.Parts])
            : throw new InvalidOperationException($"Texts/Problems has no entry {message.Key}.");
}
