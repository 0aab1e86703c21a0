using System.Text;
using System.Text.Json;

namespace AdvPortal.Domain.Requirements;

/// <summary>What a label's code says to a scanner: the client's fields in the client's order, or their template with its gaps filled.</summary>
public static class LabelPayload
{
    /// <summary>Between fields; a field that we do not know stays empty, so that the others keep their places.</summary>
    public const char Separator = ';';

    private const string SsccIdentifier = "00";

    private static readonly LabelField[] _usual = [LabelField.OrderReference, LabelField.BuyerCode, LabelField.Quantity];

    /// <summary>Gaps of a template are written {orderReference}, {buyerCode} …; what is no field of ours is left as it stands. Without a rule: order, code, quantity.</summary>
    /// <param name="gtin">Of what is inside, where it is known: GS1 allows some elements only together with it.</param>
    public static string Write(Labelling? rule, Func<LabelField, string?> value, string? gtin = null) =>
        Elements(rule, value, gtin) is { } elements ? string.Concat(elements)
        : string.IsNullOrWhiteSpace(rule?.Template) ? string.Join(Separator, (rule?.Payload is { Count: > 0 } fields ? fields : _usual).Select(value))
        : Fill(rule.Template, value);

    /// <summary>
    /// The GS1 element strings of a label: always for GS1-128, which says nothing else, and for a DataMatrix whose template is made of them.
    /// Null for everything else. Elements without a value are left out; the SSCC comes first.
    /// </summary>
    public static IReadOnlyList<ElementString>? Elements(Labelling? rule, Func<LabelField, string?> value, string? gtin = null) => (rule?.Symbology, TemplateOf(rule)) switch
    {
        (Symbology.Gs1128, null) => Sound([Sscc(value), .. (rule.Payload ?? []).SelectMany(field => Of(field, value, gtin))]),
        (Symbology.Gs1128, { } template) => Sound([.. template.Any(each => each.Identifier == SsccIdentifier) ? [] : new[] { Sscc(value) }, .. Filled(template, value)]),
        (Symbology.DataMatrix, { } template) when template.All(each => each.IsKnown) => Sound(Filled(template, value)),
        _ => null,
    };

    /// <summary>Whether its units have to be numbered before they can be labelled.</summary>
    public static bool NeedsSscc(Labelling? rule) =>
        rule is { Symbology: Symbology.Gs1128 } || rule?.Payload?.Contains(LabelField.Sscc) is true || rule?.Template?.Contains(Gap(LabelField.Sscc), StringComparison.Ordinal) is true;

    /// <summary>What a field says on an example of a label.</summary>
    public static string Example(LabelField field) => field switch
    {
        LabelField.OrderReference => "4500187342",
        LabelField.BuyerCode => "0A-VH-M8-30-ZN",
        LabelField.SupplierCode => "VH-M8-30-ZN",
        LabelField.Quantity => "500",
        LabelField.Batch => "L26-118",
        LabelField.BestBefore => "2027-11-24",
        LabelField.Weight => "12.4",
        LabelField.Sscc => Common.Sscc.Of("3012345", 3_000_000_017),
        _ => "BL26-11902",
    };

    /// <summary>How a field is written in a template.</summary>
    public static string Gap(LabelField field) => $"{{{JsonNamingPolicy.CamelCase.ConvertName(field.ToString())}}}";

    /// <summary>What looks like a gap of a template and is no field of ours: it is printed as it stands, which is seldom meant.</summary>
    public static IReadOnlyList<string> UnknownGaps(string template)
    {
        List<string> unknown = [];

        for (var at = template.IndexOf('{'); at >= 0 && template.IndexOf('}', at) is > 0 and var end; at = template.IndexOf('{', at + 1))
        {
            if (template[(at + 1)..end] is var name && !name.Contains('{', StringComparison.Ordinal) && FieldOf(name) is null)
            {
                unknown.Add($"{{{name}}}");
            }
        }

        return unknown;
    }

    internal static IReadOnlyList<ElementString>? TemplateOf(Labelling? rule) =>
        string.IsNullOrWhiteSpace(rule?.Template) ? null : ElementString.Read(rule.Template.Trim());

    // Order and delivery are elements of the unit itself; what tells of its contents has to stand beside the GTIN of them (section 4.13.2).
    private static IEnumerable<ElementString> Of(LabelField field, Func<LabelField, string?> value, string? gtin) => (field, gtin) switch
    {
        (LabelField.OrderReference, _) => [new("400", value(field) ?? "")],
        (LabelField.Quantity, { } content) when value(field) is { } count && count.All(char.IsAsciiDigit) => [new("02", content), new("37", count)],
        (LabelField.BuyerCode, not null) => [new("241", value(field) ?? "")],
        (LabelField.SupplierCode, not null) => [new("240", value(field) ?? "")],
        (LabelField.Batch, not null) => [new("10", value(field) ?? "")],
        (LabelField.BestBefore, not null) => [new("15", value(field) ?? "")],
        _ => [],
    };

    private static ElementString Sscc(Func<LabelField, string?> value) => new(SsccIdentifier, value(LabelField.Sscc) ?? "");

    // The template is taken apart before its gaps are filled: a value that looks like an element is none.
    private static IEnumerable<ElementString> Filled(IEnumerable<ElementString> template, Func<LabelField, string?> value) => template.Select(each => each with { Value = Fill(each.Value, value) });

    private static List<ElementString> Sound(IEnumerable<ElementString> elements) =>
        [.. elements.Where(each => each.Value.Length > 0).Select(each => each.Fitted()).OrderBy(each => each.Identifier != SsccIdentifier)];

    // Each gap once, on the template itself: a value that looks like a gap is no gap.
    private static string Fill(string template, Func<LabelField, string?> value)
    {
        var written = new StringBuilder(template.Length);

        for (var at = 0; at < template.Length;)
        {
            if (template[at] == '{' && template.IndexOf('}', at) is > 0 and var end && FieldOf(template[(at + 1)..end]) is { } field)
            {
                written.Append(value(field));
                at = end + 1;
            }
            else
            {
                written.Append(template[at++]);
            }
        }

        return written.ToString();
    }

    private static LabelField? FieldOf(string name) =>
        Enum.GetValues<LabelField>().Cast<LabelField?>().FirstOrDefault(field => JsonNamingPolicy.CamelCase.ConvertName(field.ToString()!) == name);
}
