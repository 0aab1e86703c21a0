using AdvPortal.Application.Inquiries;
using AdvPortal.Bench.Lab;
using AdvPortal.Domain.Members;
using Npgsql;

namespace AdvPortal.Bench.Inquiries;

/// <summary>P1i and P4 of conversations: the parts of one member's inbox with their counts, one conversation, and what people type above the list, among half a million.</summary>
internal sealed class InboxBenchmark : Benchmark
{
    private const int Conversations = 500_000;
    private const int Rounds = 60;
    private const double BarMilliseconds = 100;

    private static readonly TimeZoneInfo _paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public override string Id => "P1i";

    public override async Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct)
    {
        var (crowd, database) = (await laboratory.FewAsync(ct), await laboratory.AsAppAsync(ct));
        var services = await laboratory.ServicesAsync(ct);
        await using var asSuperuser = NpgsqlDataSource.Create((await laboratory.ServerAsync(ct)).AdminConnectionString! + ";Command Timeout=0");
        await FillAsync(asSuperuser, crowd, ct);

        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().SignIn(crowd.Tenant.Id, _paris, crowd.Members[0], Roles.PermissionsOf([Role.Adv]));
        var (list, count, read, said) = (
            scope.ServiceProvider.GetRequiredService<ListInquiries>(), scope.ServiceProvider.GetRequiredService<CountInquiries>(),
            scope.ServiceProvider.GetRequiredService<ReadInquiry>(), scope.ServiceProvider.GetRequiredService<ReadInquiryMessages>());
        var one = (await list.ExecuteAsync(new(InquirySection.All), ct)).Value!.Items[0].Id;
        List<Figure> figures = [];

        foreach (var section in new[] { InquirySection.Mine, InquirySection.Portfolio, InquirySection.Waiting, InquirySection.All })
        {
            await MeasureAsync($"inbox, « {section} » of {Conversations}, with the counts", async () =>
            {
                await list.ExecuteAsync(new(section), ct);
                await count.ExecuteAsync(ct);
            });
        }

        await MeasureAsync("one conversation with what was said in it", async () =>
        {
            await read.ExecuteAsync(one, ct);
            await said.ExecuteAsync(one, ct);
        });

        foreach (var (what, typed) in new[] { ("a subject", "4500123456"), ("a name that a thousand have", "fouvallier"), ("the beginning of a number, as five thousand have it", "commande 450012"), ("a word that all have", "commande") })
        {
            var questions = await laboratory.Capture.ListenAsync(() => FoundAsync(typed));
            var times = await Timings.InTurnAsync(Rounds, () => FoundAsync(typed), () => SqlCapture.ReplayAsync(asSuperuser, crowd.Tenant.Id.Value, questions, ct));
            figures.Add(Figure.AtMost(Id, $"search by {what} among {Conversations} conversations, p50", times[0].P50, "ms", times[1].P50, 3));
            figures.Add(Figure.AtMost(Id, "the same, p95", times[0].P95, "ms", BarMilliseconds));
        }

        return figures;

        async Task MeasureAsync(string what, Func<Task> work)
        {
            var questions = await laboratory.Capture.ListenAsync(work);
            var times = await Timings.InTurnAsync(Rounds, work, () => SqlCapture.ReplayAsync(database, crowd.Tenant.Id.Value, questions, ct));
            figures.Add(Figure.AtMost(Id, $"{what}, p50", times[0].P50, "ms", times[1].P50, 3));
            figures.Add(Figure.AtMost(Id, "the same, p95", times[0].P95, "ms", times[1].P95, 4));
        }

        async Task FoundAsync(string typed)
        {
            if ((await list.ExecuteAsync(new(InquirySection.All, Search: typed), ct)).Value is not { Items.Count: > 0 })
            {
                throw new InvalidOperationException($"« {typed} » finds nothing: the search has nothing to do.");
            }
        }
    }

    // Of a hundred one is open, one waits, one is answered, the others are closed: as after some years. Two messages each.
    private static async Task FillAsync(NpgsqlDataSource database, Crowd crowd, CancellationToken ct)
    {
        Console.WriteLine($"Filling {crowd.Slug} with {Conversations} conversations…");
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(
            """
            set session_replication_role = replica;
            insert into inquiries (tenant_id, id, client_id, subject, kind, priority, status, address, person_name, opened_at, last_message_at, last_message_id, preview, message_count, due_at, allowed, spent, running_since, stopped_at, version)
            select @tenant, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, of.ids[1 + n % cardinality(of.ids)], 'Commande 45' || lpad((n * 7 % 1000000)::text, 8, '0'), 'OrderStatus', 'Normal',
                   case when n % 100 = 0 then 'Open' when n % 100 = 1 then 'Waiting' when n % 100 = 2 then 'Answered' else 'Closed' end,
                   'achats' || n % 5000 || '@client.example', (array['Nadège', 'Karim', 'Paul', 'Inès', 'Hugo', 'Léa', 'Yanis'])[1 + n % 7] || ' ' || begins.them[1 + n % 25] || ends.them[1 + n / 25 % 20], now() - n * interval '3 minutes', now() - n * interval '3 minutes',
                   ('01900000-0000-7001-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Bonjour, où en est notre commande ?', 2,
                   case when n % 100 = 0 then now() - n * interval '3 minutes' + interval '4 hours' end, interval '4 hours', interval '0', now() - n * interval '3 minutes', case when n % 100 <> 0 then now() end, 1
            from generate_series(1, @count) n, (select array_agg(id) as ids from clients where tenant_id = @tenant) of,
                 (select string_to_array('Rou,Le,Ha,Fou,Mar,Ben,Ca,Pe,Gar,La,Du,Vi,Mo,Ber,Gi,Fa,Che,Bri,Col,Tho,Ri,Pou,San,Ver,No', ',') as them) begins,
                 (select string_to_array('sseau,grand,ddad,cher,tin,ali,ron,tit,nier,combe,val,llard,rel,geron,raud,vre,vallier,sson,let,quet', ',') as them) ends;
            insert into inquiry_messages (tenant_id, id, voice, channel, at, "from", from_name, text, files, problems, mentions, inquiry_id, version)
            select @tenant, ('01900000-0000-700' || voice.place || '-8000-' || lpad(to_hex(n), 12, '0'))::uuid, voice.name, 'Email', now() - n * interval '3 minutes', 'achats' || n % 5000 || '@client.example', 'Nadège Rousseau',
                   'Bonjour, où en est notre commande ? Le quai est libre vendredi matin.', '[]', '[]', '[]', ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1
            from generate_series(1, @count) n, (values (0, 'Client'), (1, 'Us')) voice(place, name);
            set session_replication_role = origin
            """,
            connection);
        command.Parameters.AddWithValue("tenant", crowd.Tenant.Id.Value);
        command.Parameters.AddWithValue("count", Conversations);
        await command.ExecuteNonQueryAsync(ct);

        foreach (var tidy in new[] { "vacuum analyze inquiries", "vacuum analyze inquiry_messages", "checkpoint" })
        {
            await using var each = new NpgsqlCommand(tidy, connection);
            await each.ExecuteNonQueryAsync(ct);
        }
    }
}
