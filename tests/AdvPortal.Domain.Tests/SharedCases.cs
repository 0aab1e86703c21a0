namespace AdvPortal.Domain.Tests;

/// <summary>The published data that lies beside the repository (<c>../shared/cases</c>); tests on it skip where it is missing.</summary>
internal static class SharedCases
{
    public static string Path(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine([folder.FullName, "shared", "cases", .. parts]);

            if (File.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip("The folder shared/cases is not beside the repository.");
        return "";
    }
}
