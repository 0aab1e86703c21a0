using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Requirements;

[JsonConverter(typeof(CamelCaseEnum<TextChangeKind>))]
public enum TextChangeKind { Kept, Removed, Added }

/// <summary>A stretch of words or a line that two texts have in common, or only one of them.</summary>
public sealed record TextChange(TextChangeKind Kind, string Text);

/// <summary>Compares two texts part by part: as much as possible is kept, what is gone comes before what is new.</summary>
public static class TextChanges
{
    /// <summary>Neighbouring words of the same kind are one stretch.</summary>
    public static IReadOnlyList<TextChange> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var all = new List<TextChange>();

        foreach (var each in LinesOf(before, after))
        {
            if (all is [.., var last] && last.Kind == each.Kind)
            {
                all[^1] = last with { Text = $"{last.Text} {each.Text}" };
            }
            else
            {
                all.Add(each);
            }
        }

        return all;
    }

    public static IReadOnlyList<TextChange> LinesOf(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var common = Common(before, after);
        var (all, added) = (new List<TextChange>(), new List<TextChange>());

        for (int i = 0, j = 0; i < before.Count || j < after.Count;)
        {
            if (i < before.Count && j < after.Count && before[i] == after[j])
            {
                all.AddRange(added);
                added.Clear();
                all.Add(new(TextChangeKind.Kept, before[i++]));
                j++;
            }
            else if (j == after.Count || (i < before.Count && IsSkippedFirst(before[i], common[i + 1, j], after[j], common[i, j + 1])))
            {
                all.Add(new(TextChangeKind.Removed, before[i++]));
            }
            else
            {
                added.Add(new(TextChangeKind.Added, after[j++]));
            }
        }

        return [.. all, .. added];
    }

    /// <summary>Either way the comparison is made, the same parts are kept: where both ways keep as many, the parts themselves decide.</summary>
    private static bool IsSkippedFirst(string one, int keptWithoutIt, string other, int keptWithoutOther) =>
        keptWithoutIt != keptWithoutOther ? keptWithoutIt > keptWithoutOther : string.CompareOrdinal(one, other) < 0;

    /// <summary>How many parts the rests of both have in common, in their order.</summary>
    private static int[,] Common(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var common = new int[before.Count + 1, after.Count + 1];

        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
