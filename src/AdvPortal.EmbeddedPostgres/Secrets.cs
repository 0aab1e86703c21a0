using System.Security.Cryptography;
using System.Text.Json;

namespace AdvPortal.EmbeddedPostgres;

/// <summary>The passwords of one server, made once and readable by its owner only.</summary>
internal sealed record Secrets(string Superuser, string Owner, string App)
{
    public static Secrets New() => new(Password(), Password(), Password());

    public static Secrets? Read(string path) => File.Exists(path) ? JsonSerializer.Deserialize<Secrets>(File.ReadAllText(path)) : null;

    public void Write(string path)
    {
        using var file = CreatePrivate(path);
        JsonSerializer.Serialize(file, this);
    }

    /// <summary>A new file that only its owner may read, from its first byte on.</summary>
    public static FileStream CreatePrivate(string path)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(path, options);
    }

    // Hexadecimal digits need quoting nowhere.
    private static string Password() => RandomNumberGenerator.GetHexString(40, lowercase: true);
}
