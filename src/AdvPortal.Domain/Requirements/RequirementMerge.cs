using System.Text.Json.Nodes;

namespace AdvPortal.Domain.Requirements;

/// <summary>Two people's changes to the same requirement, brought together field by field so that neither loses any.</summary>
/// <param name="Merged">What only one of them changed; where both did, differently, what I wrote until I have chosen.</param>
/// <param name="Theirs">Fields that only the other one changed.</param>
/// <param name="Conflicts">Fields that both changed, each to something else.</param>
public sealed record RequirementMerge(RequirementContent Merged, IReadOnlyList<string> Theirs, IReadOnlyList<string> Conflicts)
{
    /// <param name="opened">What both began with.</param>
    /// <param name="theirs">What it is now.</param>
    /// <param name="mine">What I made of it meanwhile.</param>
    public static RequirementMerge Of(RequirementContent opened, RequirementContent theirs, RequirementContent mine)
    {
        var isOneKind = opened.Rule.Kind == theirs.Rule.Kind && opened.Rule.Kind == mine.Rule.Kind;
        var (before, now, written) = (ContentFields.Of(opened, isOneKind), ContentFields.Of(theirs, isOneKind), ContentFields.Of(mine, isOneKind));
        var (merged, taken, conflicts) = (new Dictionary<string, JsonNode?>(StringComparer.Ordinal), new List<string>(), new List<string>());

        foreach (var name in ContentFields.Names(before, now, written))
        {
            var (was, their, my) = (before.GetValueOrDefault(name), now.GetValueOrDefault(name), written.GetValueOrDefault(name));
            var (theyDid, iDid) = (!JsonNode.DeepEquals(was, their), !JsonNode.DeepEquals(was, my));
            merged[name] = iDid ? my : their;

            if (theyDid && !iDid)
            {
                taken.Add(name);
            }
            else if (theyDid && !JsonNode.DeepEquals(their, my))
            {
                conflicts.Add(name);
            }
        }

        return new(ContentFields.Join(merged), taken, conflicts);
    }

    /// <summary>The same content with one field of another; a field of a rule of another kind says nothing here.</summary>
    public static RequirementContent Take(RequirementContent into, string field, RequirementContent from)
    {
        var isOneKind = into.Rule.Kind == from.Rule.Kind;
        var (fields, others) = (ContentFields.Of(into, isOneKind && field.Contains('.', StringComparison.Ordinal)), ContentFields.Of(from, isOneKind && field.Contains('.', StringComparison.Ordinal)));

        if (!fields.ContainsKey(field) && !others.ContainsKey(field))
        {
            return into;
        }

        fields[field] = others.GetValueOrDefault(field);

        return ContentFields.Join(fields);
    }
}
