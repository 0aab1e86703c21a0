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
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, this);
    }

    // Hexadecimal digits need quoting nowhere.
    private static string Password() => RandomNumberGenerator.GetHexString(40, lowercase: true);
}
