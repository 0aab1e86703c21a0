using System.Text.RegularExpressions;
using Fluid;

namespace AdvPortal.Exchange.Inquiries;

/// <summary>
/// Words with gaps, in Liquid: <c>{{ client.name }}</c>, <c>{% if delivery.tracking %}…{% endif %}</c>. What is not known stays in the text
/// as it was, for a person to see; a text that still holds it is not sent.
/// </summary>
/// <remarks>No loops, no assignments, and no filters that make a text longer than what was put into it: a template cannot run away.</remarks>
public static partial class ReplyText
{
    private const int MostSteps = 2_000;

    /// <summary>What a template may speak of.</summary>
    public static readonly IReadOnlyList<string> Variables =
        ["client.name", "contact.name", "order.reference", "order.number", "order.state", "order.promised", "delivery.number", "delivery.tracking", "member.name", "company.name"];

    private static readonly FluidParser _parser = new();
    private static readonly HashSet<string> _tags = new(StringComparer.Ordinal) { "if", "elsif", "else", "endif", "unless", "endunless", "comment", "endcomment" };
    private static readonly HashSet<string> _filters = new(StringComparer.Ordinal) { "upcase", "downcase", "capitalize", "strip", "default" };

    /// <param name="body">The template.</param>
    /// <param name="values">Of the variables; one that is left out, or empty, is not known.</param>
    public static Result Render(string body, IReadOnlyDictionary<string, string?> values)
    {
        if (Check(body) is { } wrong)
        {
            return new("", [], wrong);
        }

        // Shown as it was written, where it comes to be shown at all.
        var whole = Gap().Replace(body, gap => Known(gap.Groups["name"].Value, values) ? gap.Value : $"{{% raw %}}{gap.Value}{{% endraw %}}");
        var model = new Dictionary<string, object>(StringComparer.Ordinal);

        foreach (var variable in Variables)
        {
            var (owner, member) = (variable[..variable.IndexOf('.', StringComparison.Ordinal)], variable[(variable.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            var value = values.GetValueOrDefault(variable);

            if (string.IsNullOrWhiteSpace(value))
            {
                continue;
            }

            if (!model.TryGetValue(owner, out var members))
            {
                model[owner] = members = new Dictionary<string, object>(StringComparer.Ordinal);
            }

            ((Dictionary<string, object>)members)[member] = value;
        }

        if (!_parser.TryParse(whole, out var template, out var error))
        {
            return new("", [], error);
        }

        try
        {
            var context = new TemplateContext(model, new TemplateOptions { MaxSteps = MostSteps, MaxRecursion = 20 });
            var text = template.Render(context).Trim();

            return new(text, GapsIn(text), null);
        }
        catch (InvalidOperationException tooMuch)
        {
            return new("", [], tooMuch.Message);
        }
    }

    /// <summary>The gaps that a text still has: it is not sent with them.</summary>
    public static IReadOnlyList<string> GapsIn(string text) => [.. Gap().Matches(text).Select(match => match.Groups["name"].Value.Trim()).Distinct(StringComparer.Ordinal)];

    /// <returns>Why a template is none: what it says that it must not, in its own words.</returns>
    public static string? Check(string body) =>
        Tag().Matches(body).Select(match => match.Groups["name"].Value).FirstOrDefault(name => !_tags.Contains(name)) is { } tag ? tag
        : Shown().Matches(body).Select(match => match.Groups["name"].Value).FirstOrDefault(name => !Variables.Contains(name, StringComparer.Ordinal)) is { } variable ? variable
        : Filter().Matches(body).Select(match => match.Groups["name"].Value).FirstOrDefault(name => !_filters.Contains(name)) is { } filter ? filter
        : _parser.TryParse(body, out _, out var error) ? null : error;

    // What says what else to write is never a gap.
    private static bool Known(string expression, IReadOnlyDictionary<string, string?> values) =>
        expression.Contains('|', StringComparison.Ordinal) || !string.IsNullOrWhiteSpace(values.GetValueOrDefault(expression.Trim(' ', '-')));

    private const RegexOptions Usual = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\{%-?\s*(?<name>\w*)", Usual, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{\{-?\s*(?<name>[^\s|}-]*)", Usual, 1000)]
    private static partial Regex Shown();

    [GeneratedRegex(@"(?<=(\{\{|\{%)[^}]*)\|\s*(?<name>\w*)", Usual, 1000)]
    private static partial Regex Filter();

    [GeneratedRegex(@"\{\{(?<name>[^}]*)\}\}", Usual, 1000)]
    private static partial Regex Gap();

    /// <param name="Text">With its gaps filled.</param>
    /// <param name="Missing">Variables that are shown and not known.</param>
    /// <param name="Error">Why it could not be read; null where it could.</param>
    public sealed record Result(string Text, IReadOnlyList<string> Missing, string? Error);
}
