using AdvPortal.Application.Members;
using AdvPortal.Bench.Lab;
using AdvPortal.Domain.Members;
using Npgsql;

namespace AdvPortal.Bench.Faults;

/// <summary>Where faults happen: a database, a company in it, and a portal that is started as often as it is killed.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly Laboratory _laboratory;

    private Scene(Laboratory laboratory, Crowd crowd) => (_laboratory, Crowd) = (laboratory, crowd);

    public Crowd Crowd { get; }

    /// <summary>Orders that were there before any fault.</summary>
    public long Before { get; private init; }

    public static async Task<Scene> SetAsync(Laboratory laboratory, CancellationToken ct)
    {
        var crowd = await laboratory.FewAsync(ct);
        var counting = new Scene(laboratory, crowd);

        return new(laboratory, crowd) { Before = await counting.AskAsync<long>("select count(*) from orders", ct) };
    }

    public async Task<PortalProcess> PortalAsync(CancellationToken ct, params string[] settings) =>
        await PortalProcess.StartAsync((await _laboratory.ServerAsync(ct)).AppConnectionString, listens: false, ct, settings);

    /// <summary>Somebody of the company invites somebody: a mail is written that the portal is to send.</summary>
    public async Task<Result<MemberId>> InviteAsync(string email, CancellationToken ct)
    {
        await using var scope = Crowd.Enter(await _laboratory.ServicesAsync(ct));

        return await scope.ServiceProvider.GetRequiredService<InviteMember>().ExecuteAsync(new() { Name = "Nouvelle", Email = email, Roles = [Role.Adv] }, ct);
    }

    public async Task<int> ServerProcessAsync(CancellationToken ct) => (await _laboratory.ServerAsync(ct)).ProcessId!.Value;

    public Task RestartServerAsync(CancellationToken ct) => _laboratory.RestartServerAsync(ct);

    /// <summary>As the superuser, past every wall, and for as long as it takes: what is asked here is no part of what is measured.</summary>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection((await _laboratory.ServerAsync(ct)).AdminConnectionString + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync(ct);

        return connection;
    }

    public async Task<T> AskAsync<T>(string sql, CancellationToken ct, params object[] values)
    {
        await using var connection = await OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);

        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return await command.ExecuteScalarAsync(ct) is T answer ? answer : default!;
    }

    /// <summary>As if the five minutes had passed after which whoever was reading is taken for dead.</summary>
    public Task LapseAsync(CancellationToken ct) => AskAsync<object>("update order_documents set read_until = now() - interval '1 second' where status = 'Received'", ct);

    /// <summary>Asks again and again until it is so; false when it is not within the time.</summary>
    public static async Task<bool> ComesTrueAsync(Func<Task<bool>> isSo, TimeSpan within, CancellationToken ct)
    {
        for (var until = TimeProvider.System.GetUtcNow() + within; ;)
        {
            if (await isSo())
            {
                return true;
            }

            if (TimeProvider.System.GetUtcNow() > until)
            {
                return false;
            }

            await Task.Delay(10, ct);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
