using System.Text;
using System.Text.Json;

namespace AdvPortal.Domain.Requirements;

/// <summary>What a label's code says to a scanner: the client's fields in the client's order, or their template with its gaps filled.</summary>
public static class LabelPayload
{
    /// <summary>Between fields; a field that we do not know stays empty, so that the others keep their places.</summary>
    public const char Separator = ';';

    private static readonly LabelField[] _usual = [LabelField.OrderReference, LabelField.BuyerCode, LabelField.Quantity];

    /// <summary>Gaps of a template are written {orderReference}, {buyerCode} …; what is no field of ours is left as it stands. Without a rule: order, code, quantity.</summary>
    public static string Write(Labelling? rule, Func<LabelField, string?> value)
    {
        if (string.IsNullOrWhiteSpace(rule?.Template))
        {
            return string.Join(Separator, (rule?.Payload is { Count: > 0 } fields ? fields : _usual).Select(value));
        }

        // Each gap once, on the template itself: a value that looks like a gap is no gap.
        var template = rule.Template;
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
