using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AdvPortal.Persistence;

public static class PersistenceServices
{
    // Of each connection, those asked most often; each costs PostgreSQL some tens of kilobytes.
    private const int QuestionsKept = 100;
    private const string AutoPrepare = "Max Auto Prepare";

    public static IServiceCollection AddPersistence(this IServiceCollection services, string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);

        if (settings.NoResetOnClose)
        {
            throw new InvalidOperationException("The connection string asks for 'No Reset On Close': what one request set on a connection would meet the next. Remove it.");
        }

        // What is asked again and again is parsed once a connection. Whose pooler cannot keep that says so: 'Max Auto Prepare=0'.
        if (!new System.Data.Common.DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey(AutoPrepare))
        {
            settings.MaxAutoPrepare = QuestionsKept;
        }

        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(settings.ConnectionString).Build());
        services.AddSingleton<Common.StoredKeys>();
        services.AddScoped<CurrentTenant>();
        services.AddScoped<RowStampInterceptor>();

        // Scoped, because the tenant is: a circuit gets its own factory, and every operation its own context.
        services.AddDbContextFactory<AdvDbContext>(
            (scope, options) => options
                .UseAdvDatabase(npgsql => npgsql.UseNpgsql(scope.GetRequiredService<NpgsqlDataSource>(), ConfigureNpgsql))
                .AddInterceptors(scope.GetRequiredService<RowStampInterceptor>(), Common.BulkInsertInterceptor.Instance, Common.VisitInterceptor.Instance),
            ServiceLifetime.Scoped);

        return services;
    }

    /// <summary>Brings the database to the schema of this release. Runs as its owner, never as the portal.</summary>
    public static async Task MigrateAsync(string ownerConnectionString, CancellationToken ct)
    {
        var options = new DbContextOptionsBuilder<AdvDbContext>();
        options.UseAdvDatabase(npgsql => npgsql.UseNpgsql(ownerConnectionString, ConfigureNpgsql));

        await using var db = new AdvDbContext(options.Options, new CurrentTenant());
        await db.Database.MigrateAsync(ct);
    }

    internal static DbContextOptionsBuilder UseAdvDatabase(this DbContextOptionsBuilder options, Action<DbContextOptionsBuilder> provider)
    {
        provider(options);

        // A part without its whole cannot be met: whoever reads parts reads them through the whole, or on purpose past its archive.
        return options
            .UseSnakeCaseNamingConvention()
            .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
    }

    internal static void ConfigureNpgsql(Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder npgsql) =>
        npgsql.SetPostgresVersion(15, 0).UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery);
}
