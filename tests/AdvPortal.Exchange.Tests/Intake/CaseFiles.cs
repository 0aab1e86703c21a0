using System.Text.Json;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>The real documents that lie beside the repository (<c>../shared/cases</c>); tests on them skip where they are missing.</summary>
public static class CaseFiles
{
    private static readonly string? Root = FindRoot();

    public static string PathOf(string relative)
    {
        Assert.SkipWhen(Root is null, "The folder shared/cases is not beside the repository.");
        return Path.Combine(Root!, relative);
    }

    public static byte[] Bytes(string relative) => File.ReadAllBytes(PathOf(relative));

    public static JsonElement Expected(string relative) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.ChangeExtension(PathOf(relative), ".expected.json"))).RootElement;

    /// <summary>The files of some folders, as theory data; one row with no file keeps a theory from failing for want of data.</summary>
    public static TheoryData<string> In(string pattern, params string[] folders)
    {
        string[] files = Root is null ? [] :
        [
            .. folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
            .Where(file => !file.EndsWith(".json", StringComparison.Ordinal) && !file.EndsWith(".tsv", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Root, file))
            .Order(StringComparer.Ordinal),
        ];
        return [.. files.DefaultIfEmpty("")];
    }

    private static string? FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var cases = Path.Combine(folder.FullName, "shared", "cases");
            if (Directory.Exists(cases))
            {
                return cases;
            }
        }

        return null;
    }
}
