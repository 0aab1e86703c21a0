namespace AdvPortal.EmbeddedPostgres;

/// <summary>
/// What a superuser does before the portal can use a server: three roles, a database, its extensions. The same scripts
/// serve the embedded server, the containers of the tests, docker compose and a server of one's own (README).
/// </summary>
public static class RoleSetup
{
    public const string Database = "advportal";
    public const string Owner = "adv_owner";
    public const string App = "adv_app";

    /// <summary>The roles, to be run in any database; running it again sets the passwords anew.</summary>
    public static string Roles(string ownerPassword, string appPassword) =>
        Script("roles.sql").Replace(":'owner_password'", Quote(ownerPassword), StringComparison.Ordinal).Replace(":'app_password'", Quote(appPassword), StringComparison.Ordinal);

    /// <summary>The statement that creates a database for the portal; it cannot run in a transaction.</summary>
    public static string CreateDatabase(string name = Database) => $"create database {name} owner {Owner} template template0 encoding 'UTF8';\n";

    /// <summary>Extensions and permissions, to be run inside the portal's database; running it again changes nothing.</summary>
    public static string Extensions { get; } = Script("database.sql");

    internal static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Script(string name)
    {
        using var stream = typeof(RoleSetup).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream);

        return reader.ReadToEnd();
    }
}
