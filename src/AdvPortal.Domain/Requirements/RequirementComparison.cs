using System.Text.Json.Nodes;

namespace AdvPortal.Domain.Requirements;

/// <summary>What differs between two wordings of a requirement; nothing where they say the same.</summary>
/// <param name="Fields">In the order in which they are filled in.</param>
/// <param name="Sentence">The words of both, in the order of reading; empty where the sentence is the same.</param>
public sealed record RequirementComparison(IReadOnlyList<FieldDifference> Fields, IReadOnlyList<TextChange> Sentence)
{
    public static RequirementComparison Of(RequirementContent before, RequirementContent after)
    {
        var isOneKind = before.Rule.Kind == after.Rule.Kind;
        var (one, other) = (ContentFields.Of(before, isOneKind), ContentFields.Of(after, isOneKind));

        return new(
            [.. from name in ContentFields.Names(one, other)
                let was = one.GetValueOrDefault(name)
                let became = other.GetValueOrDefault(name)
                where !JsonNode.DeepEquals(was, became)
                select new FieldDifference(name, was, became)],
            before.Sentence == after.Sentence ? [] : TextChanges.Of(Words(before.Sentence), Words(after.Sentence)));
    }

    private static string[] Words(string sentence) => sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}

/// <param name="Field">Named as in JSON; "rule.closed" for a field of the rule, "rule" where its kind is another.</param>
/// <param name="Before">As in JSON; null where nothing was said.</param>
public sealed record FieldDifference(string Field, JsonNode? Before, JsonNode? After);
