using System.Reflection;
using AdvPortal.Application.Common;
using AdvPortal.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using NetArchTest.Rules;

namespace AdvPortal.Architecture.Tests;

public sealed class LayerTests
{
    private static readonly Assembly _domain = typeof(TenantOwned).Assembly;
    private static readonly Assembly _exchange = typeof(Exchange.Intake.DocumentReader).Assembly;
    private static readonly Assembly _persistence = typeof(AdvDbContext).Assembly;
    private static readonly Assembly _application = typeof(UseCaseAttribute).Assembly;
    private static readonly Assembly _web = typeof(Web.Components.App).Assembly;

    [Fact]
    public void The_domain_references_only_the_base_library() =>
        Assert.All(_domain.GetReferencedAssemblies(), a => Assert.StartsWith("System", a.Name, StringComparison.Ordinal));

    [Fact]
    public void Documents_know_neither_the_database_nor_the_web() =>
        AssertHolds(Types.InAssembly(_exchange).ShouldNot().HaveDependencyOnAny("AdvPortal.Persistence", "Microsoft.EntityFrameworkCore", "Npgsql", "Microsoft.AspNetCore"));

    [Fact]
    public void Persistence_knows_no_use_case() =>
        AssertHolds(Types.InAssembly(_persistence).ShouldNot().HaveDependencyOnAny("AdvPortal.Application", "AdvPortal.Exchange", "MudBlazor"));

    [Fact]
    public void The_web_never_touches_the_database() =>
        AssertHolds(Types.InAssembly(_web).ShouldNot().HaveDependencyOnAny("AdvPortal.Persistence", "Microsoft.EntityFrameworkCore", "Npgsql"));

    [Fact]
    public void The_application_never_touches_the_browser() =>
        AssertHolds(Types.InAssembly(_application).ShouldNot().HaveDependencyOnAny("MudBlazor", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Components"));

    [Fact]
    public void Only_the_unit_of_work_opens_the_database()
    {
        var openers =
            from type in _application.GetTypes()
            from constructor in type.GetConstructors()
            from parameter in constructor.GetParameters()
            where parameter.ParameterType == typeof(AdvDbContext) || parameter.ParameterType == typeof(IDbContextFactory<AdvDbContext>)
            select type;

        Assert.Equal([typeof(UnitOfWork)], openers);
    }

    [Fact]
    public void Every_page_says_who_may_see_it() =>
        Assert.All(
            _web.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute))),
            page => Assert.True(page.IsDefined(typeof(AuthorizeAttribute)) || page.IsDefined(typeof(AllowAnonymousAttribute)), page.Name));

    [Fact]
    public void A_use_case_does_one_thing()
    {
        var useCases = _application.GetTypes().Where(t => t.GetCustomAttribute<UseCaseAttribute>() is not null).ToList();
        var offenders = useCases.Where(t => Methods(t) is not ["ExecuteAsync"]);

        Assert.NotEmpty(useCases);
        Assert.Empty(offenders);

        static string[] Methods(Type type) =>
            [.. type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Select(m => m.Name)];
    }

    [Fact]
    public void Entities_change_only_through_their_own_methods()
    {
        var open =
            from type in _domain.GetTypes()
            where type.IsSubclassOf(typeof(TenantOwned))
            from property in type.GetProperties()
            where property.SetMethod is { IsPublic: true }
            select $"{type.Name}.{property.Name}";

        Assert.Empty(open);
    }

    [Fact]
    public void No_class_hides_behind_a_vague_name()
    {
        string[] vague = ["Manager", "Helper", "Helpers", "Util", "Utils", "Processor", "Dto", "Service"];

        var offenders = new[] { _domain, _exchange, _persistence, _application, _web }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.Namespace?.StartsWith("AdvPortal", StringComparison.Ordinal) == true && vague.Any(v => t.Name.EndsWith(v, StringComparison.Ordinal)))
            .Select(t => t.FullName);

        Assert.Empty(offenders);
    }

    private static void AssertHolds(ConditionList rule) => Assert.Empty(rule.GetResult().FailingTypeNames ?? []);
}
