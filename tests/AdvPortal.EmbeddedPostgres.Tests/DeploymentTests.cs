using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace AdvPortal.EmbeddedPostgres.Tests;

/// <summary>What docker-compose.yml sets, what the README promises and what the portal reads are the same.</summary>
public sealed partial class DeploymentTests
{
    [Fact]
    public void Compose_sets_what_the_readme_lists() =>
        Assert.Equal(Settings("Settings come from"), Compose("services", "portal", "environment").Children.Keys.Select(k => k.ToString().Replace("__", ":", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Settings come from")]
    [InlineData("With the private server only")]
    public void The_portal_reads_what_the_readme_lists(string introduction)
    {
        var code = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "AdvPortal.Web"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.NotEmpty(Settings(introduction));
        Assert.All(Settings(introduction), setting => Assert.Matches($@"["":]{Regex.Escape(setting[(setting.IndexOf(':', StringComparison.Ordinal) + 1)..])}""", code));
    }

    [Fact]
    public void The_portal_waits_for_its_database_and_both_say_how_they_are()
    {
        Assert.Equal("service_healthy", Compose("services", "portal", "depends_on", "database")["condition"].ToString());
        Assert.All(["portal", "database"], service => Assert.NotEmpty(((YamlSequenceNode)Compose("services", service, "healthcheck")["test"]).Children));
    }

    [Fact]
    public void The_database_keeps_its_data_in_a_named_volume_and_is_open_to_nobody_outside()
    {
        Assert.Contains("data:/var/lib/postgresql/data", ((YamlSequenceNode)Compose("services", "database")["volumes"]).Select(v => v.ToString()));
        Assert.True(Compose("volumes").Children.ContainsKey("data"));
        Assert.False(Compose("services", "database").Children.ContainsKey("ports"));
    }

    [Fact]
    public void No_password_has_a_default()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docker-compose.yml"));

        Assert.All(["POSTGRES_PASSWORD", "ADV_OWNER_PASSWORD", "ADV_APP_PASSWORD"], name => Assert.Contains($"{name}: ${{{name}:?", text, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"PASSWORD:-", text);
    }

    [Fact]
    public void The_scripts_that_compose_and_the_readme_run_are_there()
    {
        var texts = File.ReadAllText(Path.Combine(Repository.Root, "docker-compose.yml")) + File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var scripts = SqlFile().Matches(texts).Select(m => m.Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.Equal(["database.sql", "roles.sql"], scripts.Order(StringComparer.Ordinal));
        Assert.All(scripts, script => Assert.True(File.Exists(Path.Combine(Repository.Root, "src", "AdvPortal.EmbeddedPostgres", "Sql", script)), script));
    }

    private static YamlMappingNode Compose(params IEnumerable<string> path)
    {
        using var reader = File.OpenText(Path.Combine(Repository.Root, "docker-compose.yml"));
        var yaml = new YamlStream();
        yaml.Load(reader);

        return path.Aggregate((YamlMappingNode)yaml.Documents[0].RootNode, (node, name) => (YamlMappingNode)node[name]);
    }

    /// <summary>The first column of the table that follows a sentence of the README.</summary>
    private static string[] Settings(string introduction) =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "README.md"))
            .SkipWhile(line => !line.StartsWith(introduction, StringComparison.Ordinal))
            .SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => FirstColumn().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups["name"].Value)
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"^\| `(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstColumn();

    [GeneratedRegex(@"\w+\.sql", RegexOptions.None, 1000)]
    private static partial Regex SqlFile();
}
