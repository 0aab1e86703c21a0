namespace AdvPortal.Web.Components.Shared;

/// <summary>Lines of a form as they are being typed.</summary>
internal static class TypedLines
{
    /// <summary>Takes out those in which nothing was typed; where that is all of them the first one stays, and says what is missing.</summary>
    public static void DropBlank<T>(List<T> lines, Predicate<T> isBlank)
    {
        var first = lines.Count > 0 && lines.TrueForAll(isBlank) ? lines[..1] : [];
        lines.RemoveAll(isBlank);
        lines.AddRange(first);
    }
}
